"""Indiana: background reports."""

from homeward.law.us.in_ import reports

__all__ = ["reports"]
