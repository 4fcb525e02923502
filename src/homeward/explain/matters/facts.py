"""Looking below facts and what is claimed of one fact: a missing fact is named."""

from __future__ import annotations

from homeward.explain.matters.search import (
    Looks,
    Place,
    Search,
    every_claim,
    every_number,
    every_part,
)
from homeward.rules import amounts, dates, fact, truth


def a_fact(search: Search, node: fact.FactRef, place: Place) -> None:
    """It is missing here."""
    search.name(node, place.row)


def outer(search: Search, node: fact.Outer, place: Place) -> None:
    """It is missing on the row that the rule is about."""
    search.name(node.fact, place.outer)


def tagged(search: Search, node: fact.Tagged, place: Place) -> None:
    """An unsettled listing: the citation, its class, the open law, or the date that counts."""
    law, row = search.engine.law, place.row
    span = (law.day, law.day) if node.at is None else search.days(node.at, place)
    citation = search.engine.code(node.fact)(row, place.outer)
    name = search.engine.vocabulary[node.fact.name].name
    for need in law.listed(citation, node.tag, row, span, fact=name).needs:
        search.enter(need, row)
    if node.at is not None and span[0] != span[1]:
        search.when(node.at, Place(row, place.outer))


LOOKS: Looks = {
    fact.FactRef: a_fact,
    fact.Outer: outer,
    truth.Claim: every_claim,
    fact.CodeIn: every_claim,
    fact.Mentions: every_claim,
    fact.Stated: every_claim,
    fact.Happened: every_claim,
    fact.Tagged: tagged,
    dates.LatestListed: every_part,
    amounts.Total: every_number,
}
