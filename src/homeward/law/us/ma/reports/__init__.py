"""What a check may show in Massachusetts, and what an employer may ask."""

from homeward.law.us.ma.reports import consumer_report, cori, employer, for_landlords

__all__ = ["consumer_report", "cori", "employer", "for_landlords"]
