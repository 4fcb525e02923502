"""Maryland: background reports and renting."""

from homeward.law.us.md import landlords, reports

__all__ = ["landlords", "reports"]
