"""Montgomery County: the Housing Justice Act."""

from homeward.law.us.md.montgomery import landlords, notices, questions, weighing

__all__ = ["landlords", "notices", "questions", "weighing"]
