"""Michigan: background reports."""

from homeward.law.us.mi import reports

__all__ = ["reports"]
