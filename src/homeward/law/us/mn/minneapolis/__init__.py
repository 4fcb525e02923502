"""Minneapolis: the rules for screening tenants."""

from homeward.law.us.mn.minneapolis import landlords, reasons

__all__ = ["landlords", "reasons"]
