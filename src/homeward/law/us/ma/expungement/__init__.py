"""Expungement in Massachusetts: for those under 21 at the time, and for error."""

from homeward.law.us.ma.expungement import before_21, without_wait

__all__ = ["before_21", "without_wait"]
