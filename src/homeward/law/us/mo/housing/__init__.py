"""Missouri and housing: what landlords may use, what cities may ask, what reports may show."""

from homeward.law.us.mo.housing import kansas_city, landlords, questions, reports

__all__ = ["kansas_city", "landlords", "questions", "reports"]
