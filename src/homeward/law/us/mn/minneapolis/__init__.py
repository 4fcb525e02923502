"""Minneapolis: the rules for screening tenants."""

from homeward.law.us.mn.minneapolis import landlords, reasons, weighing

__all__ = ["landlords", "reasons", "weighing"]
