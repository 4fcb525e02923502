"""Plans that are ready to be run: one or several for each group of people, and their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from homeward.rules.rule import Rule
from homeward.screen.asked import Group
from homeward.screen.beside import OWN, Asking, Beside, SeveralReadings, own_answers
from homeward.screen.duckdb_engine import Steps
from homeward.screen.outputs import outputs
from homeward.screen.people import main_question
from homeward.screen.plan import KEYS, Plan
from homeward.screen.plans import make_plans, rules_asked
from homeward.screen.reading import Reading, bare_reading, readings
from homeward.screen.status import questions_in
from homeward.screen.wish import Wish


class Ready(NamedTuple):
    """The steps of a plan, how its answers are read, and those under other laws."""

    steps: Steps
    reading: Mapping[str, Reading]
    others: SeveralReadings | None


class Readied:
    """The plans of a screening.

    Attributes:
        plans: those of each group of people.
        columns: the columns of the answers, by table.
        own_facts: the facts that the answers to what is asked rest on.
        facts: these, and those that answers under other laws rest on.
    """

    def __init__(self, wish: Wish, groups: Sequence[Group], beside: Beside | None) -> None:
        """Compile a plan, or several, for each group of people."""
        self.wish, self.beside = wish, beside
        bodies = [body for group in groups for body in group.bodies(wish.changes)]
        rules = [rule for _, rule in rules_asked(bodies, wish.questions)]
        self._rules = _by_question(rules)
        self._bare = beside is not None and beside.counts_only
        self._question = _of_charges(rules, wish)
        made = [(group, self._plans(group)) for group in groups]
        self.own_facts = _facts(made)
        read = [(group, [(plan, self._reading(plan)) for plan in plans]) for group, plans in made]
        self.columns = {
            table: outputs(reading[table].sources for _, some in read for _, reading in some)
            for table in KEYS
        }
        found = [one.name for one in self.columns["charge"]]
        self._question = main_question(questions_in(found), wish.questions)
        self.plans = [
            (group, [Ready(Steps(plan), reading, others) for plan, reading, others in
                     [(plan, reading, self._others(group, plan)) for plan, reading in some]])
            for group, some in read
        ]  # fmt: skip
        self.facts = _facts(made)

    @property
    def asking(self) -> Asking | None:
        """What is asked under several laws, and in which columns the answers stand."""
        if self.beside is None or self._question is None:
            return None
        every = [one.others for _, some in self.plans for one in some if one.others]
        columns = {
            name: outputs(some.readings[name].sources for some in every)
            for name in (OWN, *(law.name for law in self.beside.laws))
        }
        return Asking(self._question, columns.pop(OWN), columns)

    def _plans(self, group: Group) -> list[Plan]:
        bodies = group.bodies(self.wish.changes)
        if not self._bare:
            return make_plans(self.wish.session(), bodies, self.wish.questions)
        plan = Plan(self.wish.as_of)
        self._add(plan, OWN, group, self.wish)
        return [plan]

    def _add(self, plan: Plan, name: str, group: Group, wish: Wish) -> None:
        """Add the answers under a law to a plan."""
        if self._question is not None:
            asked = rules_asked(group.bodies(wish.changes), (self._question,))
            plan.add_beside(name, wish.session(), self._question, asked)

    def _reading(self, plan: Plan) -> dict[str, Reading]:
        if not self._bare:
            return readings(plan, self.wish, self._rules)  # with reasons the plan answers more
        found = {table: Reading(table) for table in KEYS}
        if OWN in plan.beside:
            together, *ways = plan.beside[OWN]
            found["charge"] = bare_reading(together, ways, self._rules, {})
        return found

    def _others(self, group: Group, plan: Plan) -> SeveralReadings | None:
        """How the answers under all laws are read, where the plan answers the question."""
        if self.beside is None or not self._question or not own_answers(plan, self._question):
            return None
        for law in self.beside.laws:
            self._add(plan, law.name, group, self.wish.under(law.changes))
        names = [law.name for law in self.beside.laws]
        return SeveralReadings(plan, self._question, names, self._rules)


def _facts(made: Iterable[tuple[Group, Sequence[Plan]]]) -> set[str]:
    return {name for _, plans in made for plan in plans for name in plan.facts}


def _by_question(rules: Iterable[Rule]) -> dict[tuple[str, str], set[str]]:
    """The rules that answer each question of each table."""
    found: dict[tuple[str, str], set[str]] = {}
    for rule in rules:
        found.setdefault((rule.subject, rule.question), set()).add(rule.name)
    return found


def _of_charges(rules: Iterable[Rule], wish: Wish) -> str | None:
    """The question about charges that is asked before all others."""
    named = [
        question
        for rule in rules
        if rule.subject == "charge"
        for question in (rule.question, rule.family)
        if question and wish.wants(question, own=question == rule.question)
    ]
    return main_question(list(dict.fromkeys(named)), wish.questions)
