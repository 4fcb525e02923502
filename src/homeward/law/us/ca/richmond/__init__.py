"""Richmond: affordable housing."""

from homeward.law.us.ca.richmond import landlords

__all__ = ["landlords"]
