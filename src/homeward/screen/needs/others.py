"""Needs of other rows: facts that would settle which rows belong, and their days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from homeward.rules import dates
from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.screen.columns import Sql, call
from homeward.screen.members import Member
from homeward.screen.needs.walker import Needs, Search
from homeward.screen.needs.window import FALSE, OTHER, TRUE, WHOLE, Need, Seen, both, same
from homeward.screen.nodes.neighbors import Neighbors, Relative, day_of
from homeward.screen.values import Span

Related = dates.Latest | dates.Earliest | Relative

OF_CHARGES = Seen("charge", WHOLE, same, TRUE)
"""How the rows of a relation are seen, all of them."""


def members(needs: Needs, rows: Rows, mark: Sql, seen: Seen) -> Iterator[Need]:
    """What would settle which of the marked rows belong."""
    member = Member(needs.compiler, rows, seen.scope)
    yield from _beyond(member, seen)
    if rows.where is not None:
        unsure = OF_CHARGES.where(call("{} = 1", member.inside), mark)
        for need in needs.claim(rows.where, unsure):
            yield from of_others(needs, need, rows, seen)


def _beyond(member: Member, seen: Seen) -> Iterator[Need]:
    """Whether the record holds every row."""
    beyond = member.beyond_record()
    if beyond != FALSE:
        yield Need("person.record_complete", seen.where(beyond).here)


def of_others(needs: Needs, need: Need, rows: Rows, seen: Seen) -> Iterator[Need]:
    """A need of some row of a relation, as it is named from here."""
    for name, within, leaving_out in _named(need, rows, seen.scope):
        if within == "own":
            own = needs.compiler.layers["charge"].column(call("({})", need.when))
            yield Need(name, seen.where(own).here)
        else:
            some = _others(needs, within, leaving_out, need.when, seen.scope)
            yield Need(name, seen.where(some).here, waits=need.waits)


def _named(need: Need, rows: Rows, scope: str) -> Iterator[tuple[str, str, str]]:
    """The names of a need of another row, each with the rows whose it is: within, leaving out."""
    name, table = need.name, need.name.partition(".")[0]
    if need.waits or name.startswith("law:") or table == "person":
        yield name, rows.within, rows.leaving_out
    elif name.endswith(OTHER):
        yield name, rows.within, "none"
    elif table == "case" and scope != "person":
        if rows.leaving_out != "case":
            yield name, "case", rows.leaving_out
        if rows.within == "person":
            yield name + OTHER, "person", "case"
    elif rows.leaving_out == "none" and scope == "charge":
        yield name, "own", ""
        yield name + OTHER, rows.within, "self"
    else:
        yield name + OTHER, rows.within, rows.leaving_out


def _others(needs: Needs, within: str, leaving_out: str, mark: Sql, scope: str) -> Sql:
    """Whether some row of a group carries a mark, as seen from here."""
    groups, charges = needs.compiler.relations.groups, needs.compiler.layers["charge"]
    marked = charges.column(call("coalesce({}, FALSE)::INTEGER", mark))
    total = call("sum({})", marked)
    counted = call("coalesce({}, 0)", groups[within].aggregate(total))
    if leaving_out == "none" or scope != "charge":
        return call("{} > 0", counted)
    own = marked
    if leaving_out == "case":
        own = call("coalesce({}, 0)", groups["case"].aggregate(total))
    return call("{} - {} > 0", counted, own)


def extreme(needs: Needs, node: dates.Latest | dates.Earliest, seen: Seen) -> Iterator[Need]:
    """The rows that could still move the latest or earliest day, kept as short lists of spans."""
    member = Member(needs.compiler, node.rows, seen.scope)
    yield from _beyond(member, seen)
    event = needs.compiler.span(node.event, "charge")
    span = member.as_part(event, "FIRST" if isinstance(node, dates.Latest) else "LAST")
    inside = OF_CHARGES.where(call("{} >= 1", member.inside))
    for need in (*_filter(needs, node, member), *needs.when(node.event, inside)):
        listed = _listed(needs, need, node.rows, span)
        part = Span(Sql("x.low", listed.place), Sql("x.high", listed.place))
        yield from _of_list(need, listed, part, node, seen)


def neighbors(needs: Needs, node: Relative, seen: Seen) -> Iterator[Need]:
    """The rows that could still be the next or the previous one, and the day they stand by."""
    near = Neighbors(needs.compiler, node, seen.scope)
    yield from _beyond(near.member, seen)
    inside = OF_CHARGES.where(call("{} >= 1", near.member.inside))
    found = [(need, near.part()) for need in _filter(needs, node, near.member)]
    found += [(need, near.part(sure="TRUE")) for need in needs.when(node.event, inside)]
    for need, part in found:
        yield from _of_list(need, near.listed(need.when), part, node, seen)
    yield from needs.when(day_of(node), seen.anew())


def _filter(needs: Needs, node: Related, member: Member) -> Iterator[Need]:
    if node.rows.where is not None:
        unsure = OF_CHARGES.where(call("{} = 1", member.inside))
        yield from needs.claim(node.rows.where, unsure)


def _listed(needs: Needs, need: Need, rows: Rows, span: Span) -> Sql:
    part = call(
        'CASE WHEN {} THEN struct_pack(low := {}, high := {}, id := "row_id",'
        ' home := "case_key") END',
        need.when, span.low, span.high,
    )  # fmt: skip
    packed = needs.compiler.layers["charge"].column(part)
    group = needs.compiler.relations.groups[rows.within]
    return group.aggregate(call("list({0}) FILTER ({0} IS NOT NULL)", packed))


def _of_list(need: Need, listed: Sql, part: Span, node: Related, seen: Seen) -> Iterator[Need]:
    """A need of the listed rows whose part crosses the window."""
    crossed = seen.window.crossed(seen.image(part))
    for name, whose in _whose(need, node.rows, seen.scope):
        test = f"len(list_filter(coalesce({{}}, []), lambda x: {whose} AND {{}})) > 0"
        yield Need(name, both(seen.here, call(test, listed, crossed)), waits=need.waits)


def _whose(need: Need, rows: Rows, scope: str) -> Iterator[tuple[str, str]]:
    """A fact of a listed row, as it is named from here, with the test that it is that row's."""
    name, table = need.name, need.name.partition(".")[0]
    left_out = {"none": "TRUE", "self": 'x.id <> "row_id"', "case": 'x.home <> "case_key"'}
    out = left_out[rows.leaving_out] if scope == "charge" else "TRUE"
    if need.waits or name.startswith("law:") or table == "person":
        yield name, out
    elif scope == "person":
        yield name + OTHER, "TRUE"
    elif table == "case":
        yield name, f'{out} AND x.home = "case_key"'
        yield name + OTHER, f'{out} AND x.home <> "case_key"'
    else:
        alone = rows.leaving_out == "none" and scope == "charge"
        if alone:
            yield name, 'x.id = "row_id"'
        yield name + OTHER, 'x.id <> "row_id"' if alone else out


SEARCHES: Mapping[type[Node], Search] = {
    dates.Latest: extreme,
    dates.Earliest: extreme,
    dates.NextAfter: neighbors,
    dates.PreviousBefore: neighbors,
}
