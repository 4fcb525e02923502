"""What can go wrong before Spark begins."""

from __future__ import annotations

from homeward.screen.problem import ScreenError


class SparkError(ScreenError):
    """The tables, or the Spark that was given, cannot be used; the message says the fix."""
