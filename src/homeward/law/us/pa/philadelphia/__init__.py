"""Philadelphia: renters' access."""

from homeward.law.us.pa.philadelphia import landlords, reasons

__all__ = ["landlords", "reasons"]
