"""Clearing a Missouri record: by petition, by the calendar, by the constitution."""

from homeward.law.us.mo.clearing import expungement

__all__ = ["expungement"]
