"""Reforms that are shipped: each says what it is, changes what it says, and nothing else."""

import tomllib
from datetime import date

import pytest
from click.testing import CliRunner

from homeward import law
from homeward.cli import main
from homeward.explain.engines import Engines
from homeward.explain.explainer import explain
from homeward.explain.session import Session
from homeward.facts import read_record
from homeward.law.overlays import overlays_named, shipped
from homeward.rules.patch import lay
from homeward.rules.patch.direction import Direction
from homeward.rules.patch.moves import Moves
from homeward.when import When

DAY = date(2026, 11, 25)
OPTIONS = {"prop64-bulk", "prop64-bulk-la"}  # a county's choices: tests/law/us/ca


class Preset:
    """What one shipped file does: the rules that it moves, and one charge before and after."""

    def __init__(self, rules, status, charge, before, after, **more):
        self.rules, self.status, self.charge = rules, status, charge
        self.before, self.after = before, after
        self.rule = more.pop("rule", None) or next(iter(rules))
        self.day = more.pop("day", DAY)
        self.others = more.pop("others", [])
        self.person = more


CONVICTED = {"disposition": "convicted", "disposition_date": "2020-01-15"}
MISDEMEANOR = {"severity": "misdemeanor", **CONVICTED}
SURVIVOR = {  # life without parole, a trial after 1990, and the abuse was told of there
    "severity": "felony", "disposition": "convicted", "disposition_date": "1992-06-10",
    "offense_date": "1991-09-09", "trial_began": "1992-05-11", "victim_relation": "spouse",
    "sentence": {"type": "life_without_parole", "began_on": "1992-06-10"},
    "abuse_presented_as_defense": True, "legal_claims_remaining": False,
}  # fmt: skip
LAJC = date(2020, 12, 31)


def hearing(day, severity="misdemeanor", **facts):
    return {"statute": "18.2-137", "severity": severity, "disposition": "convicted",
            "disposition_date": day, **facts}  # fmt: skip


PRESETS = {
    # 610.141 operates from 1 January 2027 at the latest; before SB 1421 there was none
    "before-sb-1421": Preset(
        {"us-mo/automatic": Moves.UP}, "the law that SB 1421 replaced",
        {"statute": "579.015", **MISDEMEANOR, "offense_date": "2019-06-01",
         "disposition_completed_on": "2021-01-15", "obligations_satisfied_on": "2021-01-15"},
        "from 2027-01-01", "never",
    ),
    # peace disturbance is none of the four drug offenses, and no petition is barred for it
    "clean-slate": Preset(
        {"us-mo/automatic": Moves.BOTH}, "not enacted",
        {"statute": "574.010", **MISDEMEANOR, "offense_date": "2019-06-01", "class": "B",
         "disposition_completed_on": "2021-01-15", "obligations_satisfied_on": "2021-01-15",
         "requires_sex_registration": False, "death_element": False, "cdl_at_offense": False},
        "never", "from 2027-08-28", birth_date="1980-02-29", cdl_holder=False,
    ),
    "hb-3527": Preset(
        {"us-mo/survivor-parole": Moves.DOWN}, "its outcome was not found", SURVIVOR,
        "never", "from 2027-08-28", birth_date="1965-02-14", confined=True,
        abuse={"claimed": True, "at_time_of_offense": True, "abuser": "intimate_partner"},
        evidence=[{"kind": "hospital_record"}], prior_violent_felony=False,
    ),
    # a felony charge that was filed and dismissed fits none of the ways of 851.93(a)(2) today
    "sb-834": Preset(
        {"us-ca/arrest-automatic": Moves.DOWN}, "not enacted when last seen",
        {"statute": "PC 459", "severity": "felony", "arrest_date": "2020-03-01",
         "offense_date": "2020-03-01", "disposition": "dismissed",
         "disposition_date": "2024-02-29"},
        "never", "from 2024-02-29",
    ),
    # three years by mail (100A(1)), two in the sweep
    "shorter-waits": Preset(
        {"us-ma/sealing-by-mail": Moves.DOWN}, "not enacted: a sweep",
        {"statute": "266-30", **MISDEMEANOR, "sentence": {"type": "fine"}},
        "from 2023-01-15", "from 2022-01-15",
    ),
    # a conviction is never sealed by itself today; by mail it is after three years
    "ma-clean-slate": Preset(
        {"us-ma/sealed-by-itself": Moves.DOWN}, "not enacted: pending when last seen",
        {"statute": "266-30", **MISDEMEANOR, "sentence": {"type": "fine"}},
        "never", "from 2023-01-15",
    ),
    # a judge decides on what was dismissed today; a record check looks back 5 years, then 3
    "ma-presumption-of-innocence": Preset(
        {"us-ma/sealed-by-itself": Moves.DOWN, "us-ma/standard-access": Moves.DOWN},
        "not enacted: filed in 2025",
        {"statute": "266-30", "severity": "misdemeanor", "disposition": "nolle_prosequi",
         "disposition_date": "2024-02-29"},
        "never", "from 2024-02-29",
    ),
    # the person was 23
    "expunge-before-26": Preset(
        {"us-ma/expungement-before-21": Moves.DOWN}, "not enacted",
        {"statute": "266-30", **MISDEMEANOR, "offense_date": "2019-06-01",
         "sentence": {"type": "fine"}},
        "never", "from 2023-01-15", birth_date="1996-02-29", under_investigation=False,
    ),
    # section 4 of how the team labels charges: a later conviction within 7 years, or 5, or 3. Their
    # years have 365.2425 days: five are 1826.2, and the day is over after 1827
    "short-waits": Preset(
        {"us-va@va-lajc/sealing": Moves.BOTH}, "not law: a parameter set",
        hearing("2010-01-04"), "never", "from 2015-01-05", day=LAJC, others=[hearing("2016-03-01")],
    ),
    "va-lajc-misdemeanors-3-years": Preset(
        {"us-va@va-lajc/sealing": Moves.BOTH}, "not law: a scenario",
        hearing("2010-01-04"), "never", "from 2013-01-04", day=LAJC, others=[hearing("2014-03-01")],
    ),
    "va-lajc-3-and-5-years": Preset(
        {"us-va@va-lajc/sealing": Moves.BOTH}, "not law: a scenario",
        hearing("2004-01-05", "felony", **{"class": "6"}), "never", "from 2009-01-05", day=LAJC,
        others=[hearing("2010-03-01")],
    ),
    # the third conviction is one more than a lifetime allows
    "va-lajc-no-lifetime-limit": Preset(
        {"us-va@va-lajc/sealing": Moves.DOWN}, "not law: a scenario",
        hearing("2010-01-04"), "never", "from 2017-01-04", day=LAJC,
        others=[hearing("1990-01-04"), hearing("2000-01-04")],
    ),
    "va-lajc-more-offenses": Preset(
        {"us-va@va-lajc/sealing": Moves.BOTH}, "not law: a scenario",
        hearing("2010-01-04", statute="46.2-300"), "from 2017-01-04", "from 2017-01-04", day=LAJC,
    ),
}  # fmt: skip


def answer(one, patches=()):
    place, _, _ = one.rule.partition("/")
    about = {"jurisdiction": place.partition("@")[0], "court": "circuit"}
    cases = [
        {"case_id": f"c{number}", **about, "charges": [{"charge_id": "1", **charge}]}
        for number, charge in enumerate((*one.others, one.charge))
    ]
    record = read_record({"person": one.person, "cases": cases}, law.vocabulary())
    session = Session(one.day, engines=Engines(patches=tuple(patches)))
    (found,) = [
        said for said in session.answers(record, laws=[place])
        if said.rule == one.rule and said.subject.key == f"c{len(one.others)}/1"
    ]  # fmt: skip
    return found


def test_every_one_that_is_shipped_is_tried_here():
    assert set(shipped()) == {*PRESETS, *OPTIONS}


@pytest.mark.parametrize("name", shipped())
def test_it_fits_its_law_and_says_its_status_and_its_citation(name):
    (patch,) = overlays_named([name])
    lay(law.body(patch.law), [patch])
    text = shipped()[name].read_text(encoding="utf-8")
    assert text.startswith("#"), "the first line says what it is"
    assert tomllib.loads(text)["title"]
    assert patch.status
    assert patch.cite or name in OPTIONS
    if name in PRESETS:
        assert patch.status.startswith(PRESETS[name].status) or PRESETS[name].status in patch.status


@pytest.mark.parametrize("name", PRESETS)
def test_it_moves_the_rules_that_it_says_and_no_other(name):
    (patch,) = overlays_named([name])
    before = law.body(patch.law)
    direction = Direction(before, lay(before, [patch]), date(2028, 1, 1))
    moved = {rule: direction.of_rule(rule) for rule in before.rules if direction.of_rule(rule)}
    assert moved == PRESETS[name].rules


@pytest.mark.parametrize("name", PRESETS)
def test_it_changes_the_answer_as_it_says(name):
    one, patches = PRESETS[name], overlays_named([name])
    said = [str(When(*answer(one, some).when)) for some in ((), patches)]
    assert said == [one.before, one.after]


def test_the_record_check_of_massachusetts_looks_back_less_far():
    convicted = Preset(
        {}, "", {"statute": "266-30", **MISDEMEANOR, "sentence": {"type": "fine"}}, "", "",
        rule="us-ma/standard-access",
    )  # fmt: skip
    patches = overlays_named(["ma-presumption-of-innocence"])
    said = [str(When(*answer(convicted, some).when)) for some in ((), patches)]
    assert said == ["from 2025-01-15", "from 2023-01-15"]


def test_what_is_put_on_the_list_is_sealed_without_asking():
    one = PRESETS["va-lajc-more-offenses"]
    patches = overlays_named(["va-lajc-more-offenses"])
    assert [answer(one, some).brings.how for some in ((), patches)] == ["petition", "automatic"]


def test_they_are_listed_with_their_status():
    done = CliRunner().invoke(main, ["reform", "--shipped"])
    assert done.exit_code == 0, done.output
    for name in shipped():
        (patch,) = overlays_named([name])
        for said in (f"{name}  ({patch.law})", patch.title, patch.status[1:]):
            assert said in done.stdout


def test_an_answer_under_one_says_its_status():
    case = {"case_id": "c", "jurisdiction": "us-ca", "charges": [
        {"charge_id": "1", **PRESETS["sb-834"].charge}
    ]}  # fmt: skip
    told = explain({"person": {}, "cases": [case]}, changes=overlays_named(["sb-834"]))
    assert any("Status: not enacted" in note for note in told.notes)
