"""Which missing facts matter, in SQL: one truth a named fact, for every row at once.

The window that the rest of a tree leaves open to a part is the part of the line
inside every node above it: seen from a part of an *all of*, days before the
whole's own soonest do not count; seen from a part of an *any of*, days after the
whole's own latest do not. So a leaf matters exactly where its interval crosses
the inside of all the intervals above it (see :mod:`homeward.when.window`).
Facts of other rows are named without saying which row: ``charge.class@other``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from homeward.explain.interpret import in_force
from homeward.rules import amounts, choice, conditions, dates, fact, limit, truth
from homeward.rules.node import Node
from homeward.rules.rows import Rows
from homeward.rules.rule import Rule
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Compiler
from homeward.screen.neighbors import Neighbors, Relative, day_of
from homeward.screen.relations import Member
from homeward.screen.values import LAST_DAY, Span

OTHER = "@other"
"""Stands for whose fact it is, where it is another row's."""

Image = Callable[[Span], Span]


class Window(NamedTuple):
    """The days that still count: after every floor, before every ceiling."""

    floors: tuple[Sql, ...] = ()
    ceilings: tuple[Sql, ...] = ()

    def inside(self, span: Span) -> Window:
        """The window as seen from below a node."""
        return Window((*self.floors, span.low), (*self.ceilings, span.high))

    def crossed(self, span: Span) -> Sql:
        """Whether a span crosses the inside."""
        lows = list(dict.fromkeys((span.low, *self.floors)))
        highs = list(dict.fromkeys((span.high, *self.ceilings)))
        low = "{}" if len(lows) == 1 else f"greatest({', '.join('{}' for _ in lows)})"
        high = "{}" if len(highs) == 1 else f"least({', '.join('{}' for _ in highs)})"
        return call(f"{low} < {high}", *lows, *highs)


@dataclass(frozen=True)
class Need:
    """One way in which a named fact, open question or event can matter: where ``when`` is true."""

    name: str
    when: Sql
    waits: bool = False


def both(*tests: Sql) -> Sql:
    """Every test holds."""
    kept = [test for test in dict.fromkeys(tests) if test.text != "TRUE"]
    return call(" AND ".join(["({})"] * len(kept)), *kept) if kept else Sql("TRUE")


class Needs:
    """Walks one rule's tree for the rows of a scope, naming what could still move its answer."""

    def __init__(self, compiler: Compiler, scope: str) -> None:
        """Take the compiled columns of one law on one day."""
        self.compiler = compiler
        self.scope = scope

    def rule(self, rule: Rule, window: Window = Window()) -> Iterator[Need]:
        """Every need of a rule, its gate's first."""
        if rule.gate is not None:
            yield from self.claim(rule.gate, self.scope, Sql("TRUE"))
        yield from self.when(rule.tree, self.scope, window, _same, Sql("TRUE"))

    # --- dates --------------------------------------------------------------------

    def when(
        self, node: Node, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        """The needs of a date or an answer, where ``here`` is true."""
        span: Span = self.compiler.value(node, scope)
        if span.low == span.high:
            return
        seen = image(span)
        here = both(here, call("{} < {}", span.low, span.high), window.crossed(seen))
        yield from self._below(node, scope, window.inside(seen), image, here)

    def _below(
        self, node: Node, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        if isinstance(node, fact.FactRef):
            yield self.named(node, scope, here)
        elif isinstance(node, dates.HoldsIf):
            yield from self.claim(node.claim, scope, here)
        elif isinstance(node, dates.WaitsWhile):
            yield from self._waits(node, scope, here)
        elif isinstance(node, dates.AllOf | dates.AnyOf):
            for item in in_force(node.items, self.compiler.engine.law.day):
                yield from self.when(item, scope, window, image, here)
        elif isinstance(node, dates.Since):
            yield from self.number(node.amount, scope, here)
            yield from self.when(node.event, scope, window, self._moved(node, scope, image), here)
        elif isinstance(node, dates.Served):
            yield from self._served(node, scope, window, image, here)
        elif isinstance(node, dates.Latest | dates.Earliest):
            yield from self._related(node, scope, window, image, here)
        elif isinstance(node, dates.NextAfter | dates.PreviousBefore):
            yield from self._neighbors(node, scope, window, image, here)
        elif isinstance(node, conditions.Condition):
            yield from self.when(node.tree, scope, window, image, here)
        elif isinstance(node, dates.AnswerOf):
            yield from self._answer(node, scope, window, image, here)
        elif isinstance(node, limit.Budget):
            yield from self._budget(node, scope, here)
        elif isinstance(node, amounts.Parameter):
            yield from self.number(node, scope, here)
        elif isinstance(node, choice.Choose | choice.FirstMatch | choice.Reading | choice.Recorded):
            yield from self._choice(node, scope, window, image, here)
        else:
            for part in node.parts:
                yield from self.any(part, scope, window, image, here)

    def _waits(self, node: dates.WaitsWhile, scope: str, here: Sql) -> Iterator[Need]:
        claim: Sql = self.compiler.value(node.claim, scope)
        yield Need(node.event, both(here, call("{} = 2", claim)), waits=True)
        yield from self.claim(node.claim, scope, here)

    def _moved(self, node: dates.Since, scope: str, image: Image) -> Image:
        waits: Span = self.compiler.value(node.amount, scope)
        return lambda span: image(self.compiler.later(node, span, waits, scope))

    def _served(
        self, node: dates.Served, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        yield from self.number(node.months, scope, here)
        yield from self.number(node.percent, scope, here)
        months = self.compiler.value(node.months, scope)
        percent = self.compiler.value(node.percent, scope)
        share = self.compiler.share
        yield from self.when(
            node.start, scope, window,
            lambda span: image(Span(*(share(span[i], months[i], percent[i], scope) for i in (0, 1)))),
            here,
        )  # fmt: skip

    def _answer(
        self, node: dates.AnswerOf, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        for _, rule in self.compiler.engine.answers(node.question):
            seen = image(self.compiler.answer(rule, scope))
            below = both(here, window.crossed(seen))
            if rule.gate is not None:
                yield from self.claim(rule.gate, scope, below)
            yield from self.when(rule.tree, scope, window, image, below)

    def _budget(self, node: limit.Budget, scope: str, here: Sql) -> Iterator[Need]:
        for need in self._counted(node):
            yield from self._of_others(need, Rows(), scope, here)
        for kind in node.kinds:
            yield from self.number(kind.at_most, scope, here)
            yield from self.number(kind.used, scope, here)

    def _counted(self, node: limit.Budget) -> Iterator[Need]:
        """What is not known of the charges that may take a place: which, and with whom."""
        answer: Span = self.compiler.answers(node.question, "charge")
        is_open = call("{} < {}", answer.low, LAST_DAY)
        claims = [self.compiler.value(kind.where, "charge") for kind in node.kinds]
        takes = call(" OR ".join("{} >= 1" for _ in claims), *claims)
        here = both(is_open, takes)
        alone = call("{} IS NULL", self.compiler.value(node.grouped_by, "charge"))
        yield self.named(node.grouped_by, "charge", both(here, alone))
        for kind in node.kinds:
            yield from self.claim(kind.where, "charge", here)
        unsure = both(here, call("{} = {}", answer.high, LAST_DAY))
        whole = dates.AnswerOf(node.question)
        yield from self._answer(whole, "charge", Window(), _same, unsure)

    # --- choices, of any sort -------------------------------------------------------

    def any(
        self, node: Node, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        """The needs of a node of whatever sort its value has."""
        value = self.compiler.value(node, scope)
        if not isinstance(value, Span):
            yield from self.claim(node, scope, here)
        elif self._is_number(node):
            yield from self.number(node, scope, here)
        else:
            yield from self.when(node, scope, window, image, here)

    def _is_number(self, node: Node) -> bool:
        if isinstance(node, fact.FactRef):
            return self.compiler.engine.vocabulary[node.name].kind == "number"
        if isinstance(node, amounts.Parameter):
            return self.compiler.engine.law.body.parameters[node.name].unit != "date"
        if isinstance(node, choice.Choose | choice.FirstMatch | choice.Reading | choice.Recorded):
            return self._is_number(node.parts[-1])
        return node.sort == "number"

    def _choice(
        self, node: Any, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        """A choice of dates: what decides matters where the possible branches differ."""
        if isinstance(node, choice.Recorded):
            unknown = self._unsettled(node.fact, scope)
            yield self.named(node.fact, scope, both(here, unknown))
            yield from self.any(node.otherwise, scope, window, image, both(here, unknown))
            return
        open_ = Sql("TRUE")
        for decider, branch, possible, is_open in self._branches(node, scope):
            del decider
            yield from self.any(branch, scope, window, image, both(here, possible))
            open_ = is_open
        yield from self._deciders(node, scope, both(here, open_))

    def _branches(self, node: Any, scope: str) -> Iterator[tuple[Node | None, Node, Sql, Sql]]:
        """Each branch, where it is possible, and where more than one is."""
        if isinstance(node, choice.Choose):
            code: Sql = self.compiler.value(node.fact, scope)
            missing = call("{} IS NULL", code)
            named = ", ".join(f"'{value}'" for value, _ in node.branches)
            for value, branch in node.branches:
                yield (
                    node.fact,
                    branch,
                    call(f"({{0}} IS NULL OR {{0}} = '{value}')", code),
                    missing,
                )
            if node.otherwise is not None:
                rest = call(f"({{0}} IS NULL OR {{0}} NOT IN ({named}))", code)
                yield node.fact, node.otherwise, rest, missing
        elif isinstance(node, choice.FirstMatch):
            before = Sql("TRUE")
            open_ = Sql("FALSE")
            for claim_node, branch in node.branches:
                claim: Sql = self.compiler.value(claim_node, scope)
                open_ = call("({} OR ({} AND {} = 1))", open_, before, claim)
                yield claim_node, branch, both(before, call("{} >= 1", claim)), open_
                before = both(before, call("{} < 2", claim))
            yield None, node.otherwise, before, open_
        else:
            readings = self.compiler.engine.readings(node)
            for _, branch in readings:
                yield None, branch, Sql("TRUE"), Sql("TRUE" if len(readings) > 1 else "FALSE")

    def _deciders(self, node: Any, scope: str, here: Sql) -> Iterator[Need]:
        if isinstance(node, choice.Choose):
            yield self.named(node.fact, scope, here)
        elif isinstance(node, choice.FirstMatch):
            before = Sql("TRUE")
            for claim_node, _ in node.branches:
                claim: Sql = self.compiler.value(claim_node, scope)
                yield from self.claim(claim_node, scope, both(here, before))
                before = both(before, call("{} < 2", claim))
        elif len(self.compiler.engine.readings(node)) > 1:
            yield Need(self.compiler.engine.law.open_question(node.question), here)

    # --- truths and numbers ---------------------------------------------------------

    def claim(self, node: Node, scope: str, here: Sql) -> Iterator[Need]:
        """The needs of an unsettled truth."""
        value: Sql = self.compiler.value(node, scope)
        if value.is_constant and value.text != "1":
            return
        here = both(here, call("{} = 1", value)) if not isinstance(node, fact.FactRef) else here
        if isinstance(node, fact.Tagged):
            yield from self._tagged(node, scope, here)
        elif isinstance(node, truth.Compare):
            yield from self._compared(node, scope, here)
        elif isinstance(node, truth.Exists | truth.Every):
            yield from self._quantified(node, scope, here)
        elif isinstance(node, truth.LawSays):
            yield from self.number(node.parameter, scope, here)
        elif isinstance(node, truth.OpenLaw):
            yield Need(self.compiler.engine.law.open_question(node.question), here)
        elif isinstance(node, choice.Choose | choice.FirstMatch | choice.Reading | choice.Recorded):
            yield from self._choice(node, scope, Window(), _same, here)
        elif isinstance(node, fact.FactRef):
            yield self.named(node, scope, both(here, self._unsettled(node, scope)))
        else:
            for part in node.parts:
                yield from self.claim(part, scope, here)

    def _unsettled(self, node: fact.FactRef, scope: str) -> Sql:
        value = self.compiler.value(node, scope)
        if isinstance(value, Span):
            return call("{} < {}", value.low, value.high)
        kind = self.compiler.engine.vocabulary[node.name].kind
        return call("{} = 1", value) if kind == "truth" else call("{} IS NULL", value)

    def _tagged(self, node: fact.Tagged, scope: str, here: Sql) -> Iterator[Need]:
        law, offenses = self.compiler.engine.law, self.compiler.offenses
        name = self.compiler.engine.vocabulary[node.fact.name].name
        if node.at is None:
            for need, test in offenses.needs(law, name, node.tag, law.day):
                yield Need(need, both(here, test))
            return
        span: Span = self.compiler.value(node.at, scope)
        for first, last in offenses.stretches(law, node.tag):
            overlap = call("{} < {} AND {} <= {}", span.low, Sql(f"DATE '{last}'"),
                           Sql(f"DATE '{first}'"), span.high)  # fmt: skip
            for need, test in offenses.needs(law, name, node.tag, first):
                yield Need(need, both(here, overlap, test))
        yield from self.when(node.at, scope, Window(), _same, both(here, call("{} < {}", *span)))

    def _compared(self, node: truth.Compare, scope: str, here: Sql) -> Iterator[Need]:
        left, right = self.compiler.value(node.left, scope), self.compiler.value(node.right, scope)
        if self._is_number(node.left) or self._is_number(node.right):
            yield from self.number(node.left, scope, here)
            yield from self.number(node.right, scope, here)
            return
        for side, other in ((node.left, right), (node.right, left)):
            window = Window((call("{} - 1", other.low),), (call("{} + 1", other.high),))
            yield from self.when(side, scope, window, _same, here)

    def number(self, node: Node, scope: str, here: Sql) -> Iterator[Need]:
        """The needs of an unsettled number."""
        span: Span = self.compiler.value(node, scope)
        if span.low == span.high:
            return
        here = both(here, call("{} < {}", span.low, span.high))
        if isinstance(node, fact.FactRef):
            yield self.named(node, scope, here)
        elif isinstance(node, amounts.Parameter):
            if node.at is None:
                yield Need(self.compiler.engine.law.open_question(node.name), here)
            else:
                yield from self.when(node.at, scope, Window(), _same, here)
        elif isinstance(node, amounts.Count):
            yield from self._members(node.rows, scope, Sql("TRUE"), here)
        elif isinstance(node, choice.Choose | choice.FirstMatch | choice.Reading | choice.Recorded):
            yield from self._choice(node, scope, Window(), _same, here)
        else:
            for part in node.parts:
                yield from self.number(part, scope, here)

    # --- other rows -----------------------------------------------------------------

    def _quantified(
        self, node: truth.Exists | truth.Every, scope: str, here: Sql
    ) -> Iterator[Need]:
        mark = Sql("TRUE")
        if isinstance(node, truth.Every):
            held: Sql = self.compiler.value(node.claim, "charge")
            mark = call("{} < 2", held)
            member = Member(self.compiler, self.compiler.relations, node.rows, scope)
            inside = call("{} >= 1", member.inside)
            for need in self.claim(node.claim, "charge", both(inside, mark)):
                yield from self._of_others(need, node.rows, scope, here)
        yield from self._members(node.rows, scope, mark, here)

    def _members(self, rows: Any, scope: str, mark: Sql, here: Sql) -> Iterator[Need]:
        member = Member(self.compiler, self.compiler.relations, rows, scope)
        beyond = member.beyond_record()
        if beyond != Sql("FALSE"):
            yield Need("person.record_complete", both(here, beyond))
        if rows.where is not None:
            unsure = both(call("{} = 1", member.inside), mark)
            for need in self.claim(rows.where, "charge", unsure):
                yield from self._of_others(need, rows, scope, here)

    def _of_others(self, need: Need, rows: Any, scope: str, here: Sql) -> Iterator[Need]:
        """A need of some row of a relation, as it is named from here."""
        table = need.name.partition(".")[0]
        if need.waits or need.name.startswith("law:") or table == "person":
            some = self._others(rows.within, rows.leaving_out, need.when, scope)
            yield Need(need.name, both(here, some), waits=need.waits)
            return
        if need.name.endswith(OTHER):
            some = self._others(rows.within, "none", need.when, scope)
            yield Need(need.name, both(here, some))
            return
        if table == "case" and scope != "person":
            mine = self._others("case", rows.leaving_out, need.when, scope)
            if rows.leaving_out != "case":
                yield Need(need.name, both(here, mine))
            if rows.within == "person":
                yield Need(need.name + OTHER,
                           both(here, self._others("person", "case", need.when, scope)))  # fmt: skip
            return
        if rows.leaving_out == "none" and scope == "charge":
            own = self.compiler.layers["charge"].column(call("({})", need.when))
            yield Need(need.name, both(here, own))
            leaving = "self"
        else:
            leaving = rows.leaving_out
        yield Need(
            need.name + OTHER, both(here, self._others(rows.within, leaving, need.when, scope))
        )

    def _others(self, within: str, leaving_out: str, mark: Sql, scope: str) -> Sql:
        """Whether some row of a group carries a mark, as seen from here."""
        relations, charges = self.compiler.relations, self.compiler.layers["charge"]
        marked = charges.column(call("coalesce({}, FALSE)::INTEGER", mark))
        total = call("sum({})", marked)
        counted = call("coalesce({}, 0)", relations.groups[within].aggregate(total))
        if leaving_out == "none" or scope != "charge":
            return call("{} > 0", counted)
        own = marked if leaving_out == "self" else call(
            "coalesce({}, 0)", relations.groups["case"].aggregate(total))  # fmt: skip
        return call("{} - {} > 0", counted, own)

    def _related(
        self,
        node: dates.Latest | dates.Earliest,
        scope: str,
        window: Window,
        image: Image,
        here: Sql,
    ) -> Iterator[Need]:
        """The rows that could still move the latest or earliest day, kept as short lists of spans."""
        member = Member(self.compiler, self.compiler.relations, node.rows, scope)
        beyond = member.beyond_record()
        if beyond != Sql("FALSE"):
            yield Need("person.record_complete", both(here, beyond))
        event: Span = self.compiler.value(node.event, "charge")
        absent = "FIRST" if isinstance(node, dates.Latest) else "LAST"
        span = member.as_part(event, absent)
        inside = call("{} >= 1", member.inside)
        for need in (*self._filter_needs(node, member),
                     *self.when(node.event, "charge", Window(), _same, inside)):  # fmt: skip
            yield from self._listed(need, node, span, scope, window, image, here)

    def _neighbors(
        self, node: Relative, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        """The rows that could still be the next or the previous one, and the day they stand by."""
        near = Neighbors(self.compiler, node, scope)
        beyond = near.member.beyond_record()
        if beyond != Sql("FALSE"):
            yield Need("person.record_complete", both(here, beyond))
        inside = call("{} >= 1", near.member.inside)
        members = [(need, near.part()) for need in self._filter_needs(node, near.member)]
        days = [(need, near.part(sure="TRUE"))
                for need in self.when(node.event, "charge", Window(), _same, inside)]  # fmt: skip
        for need, part in (*members, *days):
            listed = near.listed(need.when)
            crossed = window.crossed(image(part))
            for name, whose in _whose(need, node.rows, scope):
                test = call(f"len(list_filter(coalesce({{}}, []), lambda x: {whose} AND {{}})) > 0",
                            listed, crossed)  # fmt: skip
                yield Need(name, both(here, test), waits=need.waits)
        yield from self.when(day_of(node), scope, Window(), _same, here)

    def _filter_needs(self, node: Any, member: Member) -> Iterator[Need]:
        if node.rows.where is not None:
            yield from self.claim(node.rows.where, "charge", call("{} = 1", member.inside))

    def _listed(
        self, need: Need, node: Any, span: Span, scope: str, window: Window, image: Image, here: Sql
    ) -> Iterator[Need]:
        rows = node.rows
        part = call('CASE WHEN {} THEN struct_pack(low := {}, high := {}, id := "row_id",'
                    ' home := "case_key") END', need.when, span.low, span.high)  # fmt: skip
        packed = self.compiler.layers["charge"].column(part)
        group = self.compiler.relations.groups[rows.within]
        listed = group.aggregate(call("list({0}) FILTER ({0} IS NOT NULL)", packed))
        seen = image(Span(Sql("x.low", listed.place), Sql("x.high", listed.place)))
        crossed = window.crossed(seen)
        for name, whose in _whose(need, rows, scope):
            test = call(f"len(list_filter(coalesce({{}}, []), lambda x: {whose} AND {{}})) > 0",
                        listed, crossed)  # fmt: skip
            yield Need(name, both(here, test), waits=need.waits)

    # --- names ----------------------------------------------------------------------

    def named(self, node: fact.FactRef, scope: str, when: Sql) -> Need:
        """The need of a fact of these rows."""
        del scope
        return Need(self.compiler.engine.vocabulary[node.name].name, when)


def _whose(need: Need, rows: Any, scope: str) -> Iterator[tuple[str, str]]:
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
        if rows.leaving_out == "none" and scope == "charge":
            yield name, 'x.id = "row_id"'
        yield name + OTHER, (out if rows.leaving_out != "none" or scope != "charge"
                             else 'x.id <> "row_id"')  # fmt: skip


def _same(span: Span) -> Span:
    return span
