"""Saint Paul: a new ordinance whose first day is not known."""

from homeward.law.us.mn.stpaul import landlords

__all__ = ["landlords"]
