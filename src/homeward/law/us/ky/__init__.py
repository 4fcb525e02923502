"""Kentucky: what background reports may show, and survivors."""

from homeward.law.us.ky import reports, survivors

__all__ = ["reports", "survivors"]
