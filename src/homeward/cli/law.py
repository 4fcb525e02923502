"""``homeward law``: the jurisdictions, or a rule as a page of law."""

from __future__ import annotations

from datetime import UTC, date, datetime

import click

from homeward.law.pages import law_index, law_page
from homeward.rules.problem import LawError


def print_law(name: str | None, as_of: date | None) -> int:
    """Print the index or one page; the exit code."""
    day = as_of or datetime.now(UTC).astimezone().date()
    try:
        click.echo(law_index(day) if name is None else law_page(name, day))
    except LawError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return 2
    return 0
