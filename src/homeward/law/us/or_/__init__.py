"""Oregon: setting aside convictions, findings and charges."""

from homeward.law.us.or_ import conviction, dismissal, insanity, juvenile, marijuana, no_complaint

__all__ = ["conviction", "dismissal", "insanity", "juvenile", "marijuana", "no_complaint"]
