"""United States: federal law, and a folder for each state."""

from homeward.law.us import federal

__all__ = ["federal"]
