"""Missouri and housing: what cities may ask of landlords, and what reports may show."""

from homeward.law.us.mo.housing import kansas_city, reports

__all__ = ["kansas_city", "reports"]
