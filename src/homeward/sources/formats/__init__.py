"""Published file formats: each turned into the plain tables that everything else reads.

>>> sorted(FORMATS)
['suffolk-da', 'va-courts']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from homeward.sources.formats.converting import (
    Converted,
    Format,
    SetAsideError,
    convert_file,
    convert_files,
)
from homeward.sources.formats.suffolk import SuffolkCharges
from homeward.sources.formats.va_courts import VirginiaCourtCharges

FORMATS: Mapping[str, Callable[[], Format]] = {
    "suffolk-da": SuffolkCharges,
    "va-courts": VirginiaCourtCharges,
}
"""What can be converted, by the name on the command line."""

ALSO_CALLED = {"suffolk": "suffolk-da"}
"""Other names that a format goes by."""

__all__ = [
    "ALSO_CALLED",
    "FORMATS",
    "Converted",
    "Format",
    "SetAsideError",
    "convert_file",
    "convert_files",
]
