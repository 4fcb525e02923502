"""Illinois: background reports and renting."""

from homeward.law.us.il import landlords, reports

__all__ = ["landlords", "reports"]
