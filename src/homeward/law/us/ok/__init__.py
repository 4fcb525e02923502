"""Oklahoma: relief for survivors."""

from homeward.law.us.ok import evidence, new_range, resentencing

__all__ = ["evidence", "new_range", "resentencing"]
