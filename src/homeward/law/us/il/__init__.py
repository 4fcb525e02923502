"""Illinois: background reports, renting, and relief for survivors."""

from homeward.law.us.il import landlords, reports, survivors

__all__ = ["landlords", "reports", "survivors"]
