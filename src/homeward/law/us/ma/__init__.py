"""Massachusetts: sealing, expungement, and what a check may show."""

from homeward.law.us.ma import sealing

__all__ = ["sealing"]
