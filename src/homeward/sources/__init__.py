"""Data in: one record as JSON, many as JSON lines, and whole data sets into stores.

The readers of data sets need the packages of ``homeward[screen]``; they are loaded when first used,
so that one record is read without them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from homeward.sources.json_records import Entry, entry_of, json_records
from homeward.sources.problem import LoadError, MappingError, SourceError

if TYPE_CHECKING:
    from homeward.sources.loading import Loaded, LoadWish, Total, load
    from homeward.sources.proposal import propose_mapping

__all__ = [
    "Entry",
    "LoadError",
    "LoadWish",
    "Loaded",
    "MappingError",
    "SourceError",
    "Total",
    "entry_of",
    "json_records",
    "load",
    "propose_mapping",
]

_LATER = {
    "LoadWish": "loading", "Loaded": "loading", "Total": "loading", "load": "loading",
    "propose_mapping": "proposal",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load what needs the packages of ``homeward[screen]`` when it is asked for."""
    if name not in _LATER:
        msg = f"homeward.sources has no {name}"
        raise AttributeError(msg)
    return getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
