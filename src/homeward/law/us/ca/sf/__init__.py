"""San Francisco: affordable housing."""

from homeward.law.us.ca.sf import landlords

__all__ = ["landlords"]
