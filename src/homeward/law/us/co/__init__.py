"""Colorado: background reports and renting."""

from homeward.law.us.co import landlords, questions, reasons, reports

__all__ = ["landlords", "questions", "reasons", "reports"]
