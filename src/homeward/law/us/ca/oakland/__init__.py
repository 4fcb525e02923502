"""Oakland: a fair chance at renting."""

from homeward.law.us.ca.oakland import landlords, questions

__all__ = ["landlords", "questions"]
