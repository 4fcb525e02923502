"""What will stand on another day, and what another place would change.

The rules answer with a day, so a preview works nothing out by itself: it asks them for
the day, or for the place, and tells their answers item by item.
"""

from homeward.explain.preview.comparison import Comparison, compare
from homeward.explain.preview.outlook import Outlook, look_ahead

__all__ = ["Comparison", "Outlook", "compare", "look_ahead"]
