"""Louisiana: relief for survivors."""

from homeward.law.us.la import survivors

__all__ = ["survivors"]
