"""Nevada: what background reports may show."""

from homeward.law.us.nv import reports

__all__ = ["reports"]
