"""Cook County: the Just Housing Amendment."""

from homeward.law.us.il.cook import landlords, notices, questions, weighing

__all__ = ["landlords", "notices", "questions", "weighing"]
