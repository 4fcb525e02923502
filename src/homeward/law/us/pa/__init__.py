"""Pennsylvania: background reports."""

from homeward.law.us.pa import reports

__all__ = ["reports"]
