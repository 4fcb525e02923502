"""Minnesota: background reports."""

from homeward.law.us.mn import reports

__all__ = ["reports"]
