"""Massachusetts: sealing, expungement, and what a check may show."""

from homeward.law.us.ma import expungement, reports, sealing

__all__ = ["expungement", "reports", "sealing"]
