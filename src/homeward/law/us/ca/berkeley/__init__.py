"""Berkeley: a fair chance at renting."""

from homeward.law.us.ca.berkeley import landlords, questions

__all__ = ["landlords", "questions"]
