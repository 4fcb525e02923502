"""The kind of a charge is a number over its traits, so they stand in one order."""

from datetime import date

import pytest

from homeward import law
from homeward.explain.session import Session
from homeward.sample import records
from homeward.screen.duckdb_engine import Steps, connect
from homeward.screen.loading import tables_of
from homeward.screen.plans import make_plans
from homeward.screen.views import make_views, plan_facts, registered

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("place", law.body_ids())
def test_the_traits_of_charges_stand_in_one_order(place):
    for plan in make_plans(Session(DAY), [law.body(place)]):
        traits = list(plan.start.traits)
        assert traits == sorted(traits)


def test_a_charge_whose_kind_is_not_known_is_not_left_out_without_a_word():
    plan = make_plans(Session(DAY), [law.body("us-mo")], ["clear.610_140"])[0]
    facts = plan_facts(plan.facts, law.vocabulary())
    with connect("1GB") as database:
        tables = tables_of(list(records("us-mo", 5, seed=1)), facts)
        for table, name in registered(tables).items():
            database.register(name, tables[table])
        make_views(database, registered(tables), facts, {fact.name for fact in facts})
        steps = Steps(plan)
        steps.know_kinds(database)
        database.execute("DELETE FROM kinds WHERE kind = (SELECT min(kind) FROM kinds)")
        with pytest.raises(RuntimeError, match="of no known kind"):
            list(steps.answer(database))
