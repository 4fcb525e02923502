"""Georgia: relief for survivors."""

from homeward.law.us.ga import new_range, resentencing

__all__ = ["new_range", "resentencing"]
