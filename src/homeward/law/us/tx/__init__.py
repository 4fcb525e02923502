"""Texas: what background reports may show."""

from homeward.law.us.tx import reports

__all__ = ["reports"]
