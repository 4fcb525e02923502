"""New Jersey: background reports and renting."""

from homeward.law.us.nj import landlords, notices, questions, reports, weighing

__all__ = ["landlords", "notices", "questions", "reports", "weighing"]
