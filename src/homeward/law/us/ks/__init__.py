"""Kansas: what background reports may show."""

from homeward.law.us.ks import reports

__all__ = ["reports"]
