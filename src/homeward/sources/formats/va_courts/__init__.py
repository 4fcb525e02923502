"""The court data of Virginia, as VirginiaCourtData.org published it."""

from homeward.sources.formats.va_courts.charges import VirginiaCourtCharges

__all__ = ["VirginiaCourtCharges"]
