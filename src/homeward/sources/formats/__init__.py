"""Published file formats: each turned into the plain tables that everything else reads.

>>> sorted(FORMATS)
['ca-doj', 'suffolk-da', 'va-courts']
"""

from __future__ import annotations

from collections.abc import Mapping

from homeward.sources.formats.ca_doj import ResearchFile
from homeward.sources.formats.converting import (
    Converted,
    Format,
    Published,
    RowByRow,
    SetAsideError,
    convert_file,
    convert_files,
)
from homeward.sources.formats.suffolk import SuffolkCharges
from homeward.sources.formats.va_courts import VirginiaCourtCharges

FORMATS: Mapping[str, Published] = {
    "ca-doj": ResearchFile(),
    "suffolk-da": RowByRow(SuffolkCharges),
    "va-courts": RowByRow(VirginiaCourtCharges),
}
"""What can be converted, by the name on the command line."""

ALSO_CALLED = {"suffolk": "suffolk-da"}
"""Other names that a format goes by."""

__all__ = [
    "ALSO_CALLED",
    "FORMATS",
    "Converted",
    "Format",
    "Published",
    "RowByRow",
    "SetAsideError",
    "convert_file",
    "convert_files",
]
