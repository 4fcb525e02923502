"""Washington: background reports and renting."""

from homeward.law.us.wa import landlords, notices, questions, reports

__all__ = ["landlords", "notices", "questions", "reports"]
