"""New York: what background reports may show."""

from homeward.law.us.ny import reports

__all__ = ["reports"]
