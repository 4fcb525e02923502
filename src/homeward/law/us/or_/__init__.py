"""Oregon: setting aside convictions, findings and charges."""

from homeward.law.us.or_ import conviction, dismissal, juvenile, marijuana, no_complaint

__all__ = ["conviction", "dismissal", "juvenile", "marijuana", "no_complaint"]
