"""New York: what background reports may show, and relief for survivors."""

from homeward.law.us.ny import reports, survivors

__all__ = ["reports", "survivors"]
