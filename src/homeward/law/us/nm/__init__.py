"""New Mexico: what background reports may show."""

from homeward.law.us.nm import reports

__all__ = ["reports"]
