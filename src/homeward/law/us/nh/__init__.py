"""New Hampshire: what background reports may show."""

from homeward.law.us.nh import reports

__all__ = ["reports"]
