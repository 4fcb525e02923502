"""New York: relief for survivors who serve long terms."""

from homeward.law.us.ny.survivors import evidence, new_range, resentencing

__all__ = ["evidence", "new_range", "resentencing"]
