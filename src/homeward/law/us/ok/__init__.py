"""Oklahoma: relief for survivors."""

from homeward.law.us.ok import evidence, resentencing

__all__ = ["evidence", "resentencing"]
