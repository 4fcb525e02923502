"""Which missing facts matter, in SQL: one file a sort of node, one table of searches in all."""

from homeward.screen.needs import budget, choices, claims, days, others
from homeward.screen.needs.walker import Needs, Searches
from homeward.screen.needs.window import Need, Seen, Window

SEARCHES = Searches(
    days={**days.SEARCHES, **others.SEARCHES, **choices.SEARCHES, **budget.SEARCHES},
    truths={**claims.TRUTHS, **others.TRUTHS, **choices.SEARCHES},
    numbers={**claims.NUMBERS, **others.NUMBERS, **choices.SEARCHES},
)

__all__ = ["SEARCHES", "Need", "Needs", "Searches", "Seen", "Window"]
