"""Arrests in California that no conviction came of: Penal Code 851.87 to 851.93."""

from homeward.law.us.ca.arrest import automatic, diversion, petition

__all__ = ["automatic", "diversion", "petition"]
