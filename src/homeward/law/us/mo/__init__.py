"""Missouri: clearing, release, housing, and relief for survivors."""

from homeward.law.us.mo import clearing, housing

__all__ = ["clearing", "housing"]
