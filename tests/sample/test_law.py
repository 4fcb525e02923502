"""The sample meets the law: each fact that a Missouri rule reads, each list, each rule."""

from collections import defaultdict
from datetime import date

import numpy as np
import pytest

from homeward import law
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.rules.fact import FactRef
from homeward.rules.node import walk
from homeward.sample import read_distributions
from homeward.sample.block import BlockMaker
from homeward.sample.records import as_json

# A new fact in a rule stops nobody today; it must be drawn before a release.
pytestmark = pytest.mark.slow

MISSOURI = law.body("us-mo")
FILES = {"person": "people", "case": "cases", "charge": "charges"}
READ = sorted({
    node.name for rule in MISSOURI.rules.values() for node in walk(rule.tree)
    if isinstance(node, FactRef) and node.table in FILES
})  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_each_fact_that_a_rule_reads_is_drawn(state, name):
    table, _, field = name.partition(".")
    rows = state.view(FILES[table])
    assert field in rows.columns, f"add [facts.{name}] to src/homeward/law/us/mo/sample.toml"
    counts = rows.aggregate(f'count(DISTINCT "{field}"), count("{field}")').fetchall()
    values, told = counts[0]
    assert told >= 10
    assert values >= 2


@pytest.mark.parametrize("tag", sorted(MISSOURI.offenses.tags))
def test_each_list_of_offenses_is_met_by_some_charge(state, tag):
    statutes = [row[0] for row in state.execute(
        "SELECT DISTINCT statute FROM charges WHERE statute IS NOT NULL").fetchall()]  # fmt: skip
    met = [statute for statute in statutes if tag in (MISSOURI.offenses.listed(statute) or {})]
    assert met, "add an offense of this list to src/homeward/law/us/mo/sample.toml"


RARE = "\"sentence.life\" OR \"sentence.type\" LIKE 'life%' OR statute = '567.020'"


@pytest.fixture(scope="module")
def answers(state):
    """The statuses of each rule's answers: for 400 people, and for those of the rare rules."""
    rare = state.view("charges").filter(RARE).select("person_id").distinct().fetchall()
    rare += state.view("people").filter("dismissed_petition_filed_on IS NOT NULL").limit(20).select(
        "person_id").fetchall()  # fmt: skip
    chosen = np.array([*range(400), *(int(id_[-8:]) - 1 for (id_,) in rare)])
    tables = BlockMaker(read_distributions("us-mo"), law.vocabulary(), seed=20).tables(chosen)
    session = Session(date(2026, 11, 23))
    found = defaultdict(set)
    for person in as_json(tables):
        record = read_record(person, law.vocabulary())
        for answer in session.answers(record, laws=["us-mo"]):
            found[answer.rule].add(answer.status)
    return found


CLOSED_TO_ALL = {"us-mo/kansas-city-screening"}
"""Since 28 August 2025 no city may keep such a limit, so the answer is never for everyone."""

ABOUT_A_HOME = {"us-mo/landlords", "us-mo/questions"}
"""No made-up person looks for a home."""


@pytest.mark.parametrize("rule", sorted(set(MISSOURI.rules) - CLOSED_TO_ALL - ABOUT_A_HOME))
def test_each_rule_has_something_to_decide(answers, rule):
    assert answers[rule] - {"not_applicable", "never"}
