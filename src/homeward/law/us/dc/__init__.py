"""District of Columbia: renting."""

from homeward.law.us.dc import landlords, notices, questions, reports, weighing

__all__ = ["landlords", "notices", "questions", "reports", "weighing"]
