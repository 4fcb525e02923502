"""Missouri and housing: what its cities may ask of landlords, and no longer may."""

from homeward.law.us.mo.housing import kansas_city

__all__ = ["kansas_city"]
