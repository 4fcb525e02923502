"""New York City: the Fair Chance for Housing Act."""

from homeward.law.us.ny.nyc import landlords, notices, questions, weighing

__all__ = ["landlords", "notices", "questions", "weighing"]
