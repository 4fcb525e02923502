"""Virginia: sealing and expungement."""

from homeward.law.us.va import ancillary, expungement, innocence, reports, sealing

__all__ = ["ancillary", "expungement", "innocence", "reports", "sealing"]
