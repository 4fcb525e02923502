"""Changing a body of law for one run: read from a small file, laid over the law as it stands."""

from homeward.rules.patch.change import Drop, Listed, Patch, Setting
from homeward.rules.patch.laying import lay
from homeward.rules.patch.reading import read_patch

__all__ = ["Drop", "Listed", "Patch", "Setting", "lay", "read_patch"]
