"""Renting in Oregon: what landlords may use, and their reasons."""

from homeward.law.us.or_.renting import landlords, reasons, reports, weighing

__all__ = ["landlords", "reasons", "reports", "weighing"]
