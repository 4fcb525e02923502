"""Missouri: clearing, release, housing, and relief for survivors."""

from homeward.law.us.mo import clearing

__all__ = ["clearing"]
