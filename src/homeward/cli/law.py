"""``homeward law``: what is covered and how sure it is, or a rule as a page of law."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import click

from homeward.law.as_json import law_data
from homeward.law.index import law_index
from homeward.law.pages import law_page
from homeward.rules.problem import LawError


def print_law(name: str | None, as_of: date | None, form: str = "text") -> int:
    """Print the index or one page, as text or as JSON; the exit code."""
    day = as_of or datetime.now(UTC).astimezone().date()
    try:
        click.echo(_shown(name, day, form))
    except LawError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return 2
    return 0


def _shown(name: str | None, day: date, form: str) -> str:
    if form == "json":
        return json.dumps(law_data(name, day), indent=2, ensure_ascii=False)
    return law_index(day) if name is None else law_page(name, day)
