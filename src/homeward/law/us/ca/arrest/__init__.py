"""Arrests in California that no conviction came of: Penal Code 851.91, 851.93."""

from homeward.law.us.ca.arrest import automatic, petition

__all__ = ["automatic", "petition"]
