"""What is known of a change although facts are missing: which way it goes, and where it stops."""

import json
from datetime import date

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from tests.screen.stores import charge, person, write_store

from homeward import law
from homeward.cli import main
from homeward.law.overlays import overlays_named
from homeward.reform.movement import movement
from homeward.rules.patch import Patch, lay
from homeward.rules.patch.change import Drop, Listed, Setting
from homeward.rules.patch.direction import Direction
from homeward.rules.patch.moves import Moves
from homeward.when import FIRST

WAIT, DAY = "expunge.wait.felony_years", date(2026, 11, 23)
SB_1421 = tuple(overlays_named(["before-sb-1421"]))


def changes(**told):
    return (Patch("A change", "us-mo", **told),)


@pytest.mark.parametrize(
    ("patches", "rule", "expected"),
    [
        pytest.param(changes(), "expungement", Moves.NOT, id="nothing"),
        pytest.param(changes(settings=(Setting(WAIT, 2, FIRST),)), "expungement", Moves.DOWN,
                     id="a shorter wait"),
        pytest.param(changes(settings=(Setting(WAIT, 9, FIRST),)), "expungement", Moves.UP,
                     id="a longer wait"),
        pytest.param(changes(settings=(Setting(WAIT, 3, FIRST),)), "expungement", Moves.NOT,
                     id="the wait as it is: its history decides no answer of today"),
        pytest.param(changes(settings=(Setting(WAIT, 2, FIRST),)), "marijuana", Moves.NOT,
                     id="a wait of another rule"),
        pytest.param(changes(drops=(Drop("expungement/wait_since_completion", FIRST),)),
                     "expungement", Moves.DOWN, id="a condition that falls"),
        pytest.param(changes(listings=(Listed("listed-610-140-3-6", "570.030", FIRST),)),
                     "expungement", Moves.UP, id="one more offense that is barred"),
        pytest.param(changes(listings=(Listed("listed-610-140-3-6", "568.030", FIRST, on=False),)),
                     "expungement", Moves.DOWN, id="one barred offense less"),
        pytest.param(SB_1421, "automatic", Moves.UP, id="automatic closure that never operates"),
        pytest.param(SB_1421, "expungement", Moves.NOT, id="which a petition does not ask for"),
    ],
)  # fmt: skip
def test_which_way_a_change_moves_a_rule(patches, rule, expected):
    before = law.body("us-mo")
    assert Direction(before, lay(before, patches), DAY).of_rule(f"us-mo/{rule}") is expected


def test_a_shorter_wait_and_one_more_bar_together_move_both_ways():
    before = law.body("us-mo")
    both = (*changes(settings=(Setting(WAIT, 2, FIRST),)),
            *changes(listings=(Listed("listed-610-140-3-6", "570.030", FIRST),)))  # fmt: skip
    assert Direction(before, lay(before, both), DAY).of_rule("us-mo/expungement") is Moves.BOTH


def test_of_a_family_every_rule_counts_and_another_question_does_not():
    shorter = changes(settings=(Setting(WAIT, 2, FIRST),))
    of_family = movement("clear", (), shorter, laws=["us-mo"])
    assert (of_family.sooner, of_family.later) == (True, False)
    of_another = movement("clear.610_141", (), shorter, laws=["us-mo"])
    assert (of_another.sooner, of_another.later) == (False, False)


PEOPLE = [
    # whether the rest of the sentence was done is not known: open under both laws
    person("open", charge(statute="579.015", disposition_completed_on=None)),
    # cleared by petition for years, whatever happens to the automatic way
    person("by petition", charge(statute="579.015")),
    # no way of clearing that the reform touches
    person("other", charge(statute="574.010", disposition_completed_on=None)),
]


def test_missing_facts_do_not_widen_what_the_rules_rule_out(tmp_path):
    store = write_store(tmp_path / "store", PEOPLE, partitions=1)
    done = CliRunner().invoke(main, [
        "reform", "before-sb-1421", "--data", str(store), "--out", str(tmp_path / "out"),
        "--as-of", "2027-11-23", "--small", "1", "--quiet",
    ])  # fmt: skip
    assert done.exit_code == 0, done.output
    folder = tmp_path / "out" / "before-sb-1421"
    found = pq.read_table(folder / "differences.charge.parquet").to_pylist()
    moved = {row["person_id"]: (row["sooner_perhaps"], row["later_perhaps"]) for row in found}
    assert moved == {"open": (False, True)}  # the two others have no row: nothing moves
    told = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    (reform,) = told["reforms"]
    assert reform["sooner"]["at_most"]["charges"] == 0
    assert reform["later"]["at_most"]["charges"] == 1
    assert {point["gain"]["at_most"] for point in reform["curve"]} == {0}
    people = pq.read_table(folder / "differences.person.parquet").to_pylist()
    assert {row["person_id"] for row in people if row["later_perhaps"]} == {"open"}
