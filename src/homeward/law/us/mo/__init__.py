"""Missouri: clearing, release, housing, and relief for survivors."""

from homeward.law.us.mo import clearing, housing, release, survivors

__all__ = ["clearing", "housing", "release", "survivors"]
