"""Seattle: the fair chance housing ordinance."""

from homeward.law.us.wa.seattle import landlords, questions

__all__ = ["landlords", "questions"]
