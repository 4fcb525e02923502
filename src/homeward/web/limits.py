"""How much one request may ask for, and how often."""

from __future__ import annotations

from dataclasses import dataclass

TABLE_BYTES = 6_000_000
"""The size that the routes which take tables are made with."""


@dataclass(frozen=True)
class Limits:
    """The limits of a site.

    Attributes:
        bytes: the largest request, a record file in a form among them. Below the size at which a
            sent file would be put on the disk for a while, so none ever is.
        table_bytes: the largest request with tables of many people: the files of a reform, or a
            list of clients. It lies in a temporary folder while it is counted.
        table_rows: the most rows that such a file may hold.
        charges: the most charges that one record may hold.
        seconds: how long one answer may take, waiting in line included.
        slow_seconds: how long a count of many people may take, waiting in line included.
        waiting: how many requests may wait in line at once.
        per_minute: how many requests one address may send in a minute; None is any number.
        own_changes: whether a record may bring its own changes to the law, not only name shipped
            ones.
    """

    bytes: int = 1_000_000
    table_bytes: int = TABLE_BYTES
    table_rows: int = 50_000
    charges: int = 200
    seconds: float = 30.0
    slow_seconds: float = 120.0
    waiting: int = 400
    per_minute: int | None = None
    own_changes: bool = True

    @classmethod
    def hosted(cls) -> Limits:
        """The limits of a site that strangers can reach."""
        return cls(per_minute=120, own_changes=False)
