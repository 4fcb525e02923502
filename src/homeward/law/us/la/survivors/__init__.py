"""Louisiana: a bill for survivors whose fate is not known."""

from homeward.law.us.la.survivors import resentencing

__all__ = ["resentencing"]
