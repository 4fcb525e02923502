"""Portland: the rules for screening tenants."""

from homeward.law.us.or_.portland import landlords, weighing

__all__ = ["landlords", "weighing"]
