"""Where the home is: the law of that place is asked, wherever the charge was brought.

Whose limit on reports applies is not settled (the person's home, the new home, the
seller's seat). Here it is the place of the new home.
"""

from homeward.rules import both, tenancy
from homeward.rules.node import Node


def home_in(place: str) -> Node:
    """The claim that the home lies in a place, or in a part of it: ``us-ny-nyc`` in ``us-ny``."""
    return tenancy("jurisdiction").mentions(f"{place}*")


def asked_in(place: str) -> Node:
    """A gate: the record tells of a home there."""
    return both(tenancy("jurisdiction").is_stated, home_in(place))
