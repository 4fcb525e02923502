"""Oregon: setting aside convictions, findings and charges."""

from homeward.law.us.or_ import conviction, dismissal, marijuana, no_complaint

__all__ = ["conviction", "dismissal", "marijuana", "no_complaint"]
