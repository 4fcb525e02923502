"""Alameda County outside its cities: a fair chance at renting."""

from homeward.law.us.ca.alameda.county import landlords, questions

__all__ = ["landlords", "questions"]
