"""Charges of Suffolk County (Massachusetts), 2013 to 2018, as its prosecutor gave them out."""

from homeward.sources.formats.suffolk.charges import SuffolkCharges

__all__ = ["SuffolkCharges"]
