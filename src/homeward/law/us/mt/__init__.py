"""Montana: what background reports may show."""

from homeward.law.us.mt import reports

__all__ = ["reports"]
