"""Facts in words, as the vocabulary says them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from homeward.facts import Fact
from homeward.rules import fact
from homeward.rules.node import Node, Sort
from homeward.rules.printing.line import Line

if TYPE_CHECKING:
    from homeward.rules.printing.voice import Voice

SORTS: Mapping[str, Sort] = {"date": "when", "truth": "truth", "number": "number"}
_ASIDE = re.compile(r" \([^()]*\)")


def _fact(voice: Voice, node: fact.FactRef) -> Line:
    declared = voice.vocabulary[node.name]
    if declared.kind in ("code", "text"):
        return Line(owned(voice, declared))
    return Line(_short(declared) + _in_unit(declared))


def owned(voice: Voice, declared: Fact) -> str:
    """A field by its own name, and whose it is: ``the charge's severity``."""
    whose = f"the {declared.table}'s"
    if voice.other and declared.table == "charge":
        whose = "its"
    elif voice.other and declared.table == "case":
        whose = "its case's"
    return f"{whose} {declared.field.replace('.', ' ').replace('_', ' ')}"


def _short(declared: Fact) -> str:
    """A fact's meaning without what is said in parentheses; the table of facts has it whole."""
    says = _ASIDE.sub("", declared.says)
    return says.partition(",")[0] if declared.kind == "citation" else says


def _in_unit(declared: Fact) -> str:
    unit = declared.unit
    return f" in {unit}" if unit and unit != "count" and unit not in declared.says else ""


def _outer(voice: Voice, node: fact.Outer) -> Line:
    said = voice.about_this().say(node.fact).text
    return Line(said.replace("the charge's", "this charge's") if "'s " in said
                else f"{said} (of this charge)")  # fmt: skip


SAY: dict[type[Node], Callable[[Voice, Any], Line]] = {fact.FactRef: _fact, fact.Outer: _outer}
