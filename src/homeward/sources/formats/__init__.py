"""Published file formats: each turned into the plain tables that everything else reads.

>>> sorted(FORMATS)
['suffolk']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from homeward.sources.formats.converting import Converted, Format, SetAsideError, convert_file
from homeward.sources.formats.suffolk import SuffolkCharges

FORMATS: Mapping[str, Callable[[], Format]] = {"suffolk": SuffolkCharges}
"""What can be converted, by the name on the command line."""

__all__ = ["FORMATS", "Converted", "Format", "SetAsideError", "convert_file"]
