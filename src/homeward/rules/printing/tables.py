"""The data under a rule: its numbers with their history, its lists, the facts it reads."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.rules.amounts import Parameter
from homeward.rules.fact import FactRef, Tagged
from homeward.rules.node import Node, walk
from homeward.rules.offense_table import Listing
from homeward.rules.printing.blocks import Block, Fold, Table
from homeward.rules.printing.links import open_question
from homeward.rules.printing.values import entry_in_words, first_day, last_day
from homeward.rules.printing.voice import Voice
from homeward.rules.rule import Rule
from homeward.when import FIRST

_ABSENT = {
    "unknown": "the answer stays open",
    "none_recorded": "taken as not having happened, and said so",
    "true": "taken as true",
}


def nodes(rule: Rule) -> Iterator[Node]:
    """Every node of a rule, those that decide whether it is asked first."""
    for tree in rule.trees:
        yield from walk(tree)


def numbers_table(rule: Rule, voice: Voice) -> Table:
    """Each parameter with its whole history, the entry of the day marked."""
    names = dict.fromkeys(node.name for node in nodes(rule) if isinstance(node, Parameter))
    rows = [row for name in names for row in _history(name, voice)]
    return Table(("number or date", "value", "from", "to", "law", "certainty"), tuple(rows))


def _history(name: str, voice: Voice) -> Iterator[tuple[str, ...]]:
    parameter = voice.body.parameters[name]
    for place, entry in enumerate(parameter.history):
        value = entry_in_words(entry)
        now = entry is parameter.on(voice.day)
        law = ", ".join(filter(None, [entry.cite, entry.act]))
        is_told = entry.enacted and entry.enacted > FIRST
        known = f"{law}, enacted {entry.enacted}" if is_told else law
        note = f"{entry.certainty}: {entry.note}" if entry.note else entry.certainty
        yield (
            "" if place else f"{parameter.says} (`{name}`, {parameter.unit})",
            f"**{value}**" if now else value,
            first_day(entry.since),
            last_day(entry.until),
            known,
            note + (f"; {open_question(voice, name)}" if entry.readings else ""),
        )


def lists(rule: Rule, voice: Voice) -> Iterator[Block]:
    """Each list of offenses that the rule asks about."""
    for tag in dict.fromkeys(node.tag for node in nodes(rule) if isinstance(node, Tagged)):
        rows = [row for row in voice.body.offenses.listings if row.tag == tag]
        now = [row for row in rows if row.since <= voice.day < row.until]
        more = f", {len(rows)} with those of other times" if len(rows) > len(now) else ""
        yield Fold(
            f"{tag}: {len(now)} on {voice.day}{more}",
            Table(("citation", "offense", "only if", "from", "to", "law", "certainty"),
                  tuple(_listing(row, voice) for row in rows)),
            ", ".join(dict.fromkeys(_short(row) for row in now)) or "none",
        )  # fmt: skip


def _listing(row: Listing, voice: Voice) -> tuple[str, ...]:
    only = " ".join([row.severity, *sorted(row.classes)]).strip()
    doubt = f"; {open_question(voice, row.reading)}" if row.reading else ""
    note = f": {row.note}" if row.note else ""
    return (row.citation, row.offense, only, first_day(row.since), last_day(row.until), row.cite,
            f"{row.certainty}{note}{doubt}")  # fmt: skip


def _short(row: Listing) -> str:
    only = " ".join([row.severity, *sorted(row.classes)]).strip()
    marks = "; ".join(filter(None, [only, "open question" if row.reading else ""]))
    return f"{row.citation} ({marks})" if marks else row.citation


def facts_table(rule: Rule, voice: Voice) -> Table:
    """Each fact with its meaning and what happens without it."""
    names = dict.fromkeys(node.name for node in nodes(rule) if isinstance(node, FactRef))
    declared = [voice.vocabulary[name] for name in names]
    return Table(
        ("fact", "what it means", "when the record lacks it"),
        tuple((f"`{fact.name}`", fact.says, _ABSENT[fact.when_absent]) for fact in declared),
    )
