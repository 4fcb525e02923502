"""The Virginia act of 2021 as an analysis team encoded it."""

from homeward.law.us.va.readings.va_lajc import sealing

__all__ = ["sealing"]
