"""Detroit: the fair chance ordinance."""

from homeward.law.us.mi.detroit import landlords

__all__ = ["landlords"]
