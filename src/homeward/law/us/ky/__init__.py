"""Kentucky: what background reports may show."""

from homeward.law.us.ky import reports

__all__ = ["reports"]
