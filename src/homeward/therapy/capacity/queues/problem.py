"""A queue of which no steady state exists."""

from __future__ import annotations


class Overload(ValueError):
    """More people join than the places can serve, so the wait has no mean: it grows."""

    def __init__(self, load: float) -> None:
        """Say the load: work that comes in, over work that can be done."""
        self.load = load
        super().__init__(
            f"the load is {load:.3f}: with 1 or more, the list grows without end and has no mean"
            " wait. Give results by date, or count the releases"
        )


def steady(load: float) -> float:
    """The load again, if it has a steady state.

    Raises:
        Overload: when it has none.
    """
    if load >= 1:
        raise Overload(load)
    return load
