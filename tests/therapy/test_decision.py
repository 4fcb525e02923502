"""Decisions under a written policy: both sides of each line, each fact missing, and kept apart."""

import itertools
import json
from datetime import date

import pytest

from homeward.facts import RecordError
from homeward.rules.patch import read_patch
from homeward.therapy.decision import decide, read_request, reasons
from homeward.therapy.decision.as_text import as_text
from homeward.therapy.policies import policies, policy, vocabulary
from tests.cli.commands import homeward, lines_of, written

DAY = date(2026, 11, 23)
NEEDS = ("inpatient", "enhanced_outpatient", "residential_program", "routine_outpatient",
         "crisis_care")  # fmt: skip
NO_NEED = {f"needs_{need}": False for need in NEEDS}
WELL = NO_NEED | {"impaired_now": False, "past_serious_impairment": False}
NINE = [{"instrument": "phq-9", "answers": {str(n): 1 for n in range(1, 10)}}]
TEN = [{"instrument": "phq-9", "answers": {str(n): 1 for n in range(2, 10)} | {"1": 2}}]
FITS = {
    "qualifying_diagnosis": True,
    "needs_routine_outpatient": True,
    "housing_bar": False,
    "release_on": "2027-02-15",  # 23 November and 84 days
    "course_days": 84,
    "last_write_up_on": "never",
}


def without(care, fact):
    return {name: value for name, value in care.items() if name != fact}


def decided(policy_name, care=None, *, patches=(), **more):
    line = {"policy": policy_name, "care": care or {}, **more}
    return decide(read_request(line, "test", as_of=DAY), patches)


def codes(found):
    return [reason.code for reason in found.reasons]


# --- levels -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "care", "level"),
    [
        pytest.param("us-bop", WELL, "care1_mh", id="no need and no bad past"),
        pytest.param("us-bop", WELL | {"past_serious_impairment": True, "steady_help_since": True},
                     "care1_mh", id="a bad past, and help asked for since"),
        pytest.param("us-bop", WELL | {"needs_crisis_care": True}, "care2_mh", id="a crisis"),
        pytest.param("us-bop", WELL | {"needs_routine_outpatient": True}, "care2_mh", id="routine"),
        pytest.param("us-bop", WELL | {"needs_residential_program": True}, "care3_mh", id="unit"),
        pytest.param("us-bop", WELL | {"needs_routine_outpatient": True, "needs_inpatient": True},
                     "care4_mh", id="the highest that holds"),
        pytest.param("us-ca", NO_NEED | {"needs_routine_outpatient": True}, "cccms", id="cccms"),
        pytest.param("us-ca", NO_NEED | {"needs_enhanced_outpatient": True}, "eop", id="eop"),
        pytest.param("us-ca", NO_NEED | {"needs_crisis_care": True,
                     "needs_enhanced_outpatient": True}, "mhcb", id="a crisis bed above eop"),
        pytest.param("sample", NO_NEED | {"needs_enhanced_outpatient": True}, "level_3", id="3"),
    ],
)  # fmt: skip
def test_a_person_has_the_highest_level_that_holds(name, care, level):
    found = decided(name, care)
    assert found.level.id == level
    assert [one.id for one in found.possible_levels] == [level]


def test_a_higher_level_that_is_not_known_leaves_the_level_open():
    found = decided("us-bop", WELL | {"needs_routine_outpatient": True, "needs_inpatient": None})
    assert found.level is None
    assert [one.id for one in found.possible_levels] == ["care4_mh", "care2_mh"]
    assert found.qualifies == "yes"


def test_who_fits_no_level_is_not_denied_and_a_person_has_to_choose():
    found = decided("us-bop", WELL | {"impaired_now": True})
    assert (found.outcome, found.possible_levels) == ("not_known_yet", ())
    assert found.missing == ("person.care.steady_level_chosen",)
    assert "has to choose" in found.notes[0]


@pytest.mark.parametrize(("chosen", "outcome"), [(True, "qualifies"), (False, "does_not_qualify")])
def test_the_level_that_a_person_chose_then_decides(chosen, outcome):
    care = WELL | {"impaired_now": True, "steady_level_chosen": chosen}
    assert decided("us-bop", care).outcome == outcome


# --- who qualifies ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("care", "screens", "outcome", "reasons_"),
    [
        pytest.param(FITS, TEN, "qualifies", [], id="every test is met"),
        pytest.param(FITS, NINE, "does_not_qualify", ["score_under_cut"], id="one under the line"),
        pytest.param(FITS | {"release_on": "2027-02-14"}, TEN, "does_not_qualify",
                     ["too_little_time_left"], id="home the day before the end"),
        pytest.param(FITS | {"release_on": "never"}, TEN, "qualifies", [], id="no day to go home"),
        pytest.param(FITS | {"last_write_up_on": "2026-08-25"}, TEN, "qualifies", [],
                     id="ninety days since the write-up"),
        pytest.param(FITS | {"last_write_up_on": "2026-08-26"}, TEN, "does_not_qualify",
                     ["conduct_bar"], id="and not a day less"),
        pytest.param(FITS | {"housing_bar": True, "qualifying_diagnosis": False}, TEN,
                     "does_not_qualify", ["no_qualifying_diagnosis", "security_or_housing_bar"],
                     id="two things in the way, in the policy's order"),
        pytest.param(FITS | NO_NEED, TEN, "does_not_qualify", ["level_too_low"], id="no need"),
        pytest.param(FITS | {"open_places": 0}, TEN, "waits_for_a_place", ["list_full"],
                     id="a full list"),
        pytest.param(FITS | {"open_places": 1}, TEN, "qualifies", [], id="a free place"),
        pytest.param(FITS | {"held_here": False, "open_places": 0}, TEN, "not_held_here",
                     ["not_held_here"], id="not held here"),
        pytest.param(FITS | {"declined": True}, TEN, "declined", ["declined"], id="said no"),
    ],
)  # fmt: skip
def test_the_sample_policy(care, screens, outcome, reasons_):
    found = decided("sample", care, screens=screens)
    assert (found.outcome, codes(found)) == (outcome, reasons_)


def test_a_write_up_says_from_when_it_no_longer_bars():
    found = decided("sample", FITS | {"last_write_up_on": "2026-08-26"}, screens=TEN)
    assert (found.qualifies, found.from_on) == ("no", date(2026, 11, 24))


@pytest.mark.parametrize("lost", sorted(set(FITS) - {"needs_routine_outpatient"}))
def test_each_fact_missing_in_turn_leaves_it_open_and_is_named(lost):
    found = decided("sample", without(FITS, lost), screens=TEN)
    assert (found.outcome, codes(found)) == ("not_known_yet", ["facts_missing"])
    assert found.missing == (f"person.care.{lost}",)
    assert f"[care.{lost}]" in as_text(found)


@pytest.mark.parametrize("lost", sorted(set(FITS) - {"needs_routine_outpatient",
                                                     "last_write_up_on"}))  # fmt: skip
def test_a_fact_that_is_null_is_as_open_as_one_that_is_left_out(lost):
    found = decided("sample", FITS | {lost: None}, screens=TEN)
    assert (found.outcome, found.missing) == ("not_known_yet", (f"person.care.{lost}",))


@pytest.mark.parametrize("never", [None, "never"])
def test_no_write_up_bars_nobody_where_it_is_stated(never):
    assert decided("sample", FITS | {"last_write_up_on": never}, screens=TEN).qualifies == "yes"


def test_no_form_and_no_word_of_one_is_not_a_low_score():
    found = decided("sample", FITS)
    assert found.missing == ("person.care.screen_positive",)


def test_a_form_with_a_gap_that_could_reach_the_line_leaves_it_open():
    gap = [{"instrument": "phq-9", "answers": {str(n): 1 for n in range(2, 10)} | {"1": None}}]
    assert decided("sample", FITS, screens=gap).outcome == "not_known_yet"


def test_one_form_over_its_line_is_enough():
    k6 = {"instrument": "k6", "answers": dict.fromkeys("123456", 3)}
    assert decided("sample", FITS, screens=[*NINE, k6]).outcome == "qualifies"


def test_forms_are_counted_where_the_record_says_otherwise():
    found = decided("sample", FITS | {"screen_positive": True}, screens=NINE)
    assert codes(found) == ["score_under_cut"]
    assert "do not agree" in found.notes[0]


def test_how_near_the_facts_are_to_the_line_is_said():
    found = decided("sample", FITS | {"release_on": "2027-01-01"}, screens=NINE)
    near = {test.code: test.near for test in found.tests if test.met == "no"}
    assert near == {"score_under_cut": "PHQ-9: 9 of 10", "too_little_time_left": "2027-02-15"}


@pytest.mark.parametrize(
    ("needs", "places"), list(itertools.product([True, False, None], [0, 1, None]))
)
def test_a_full_list_is_never_told_as_not_qualifying(needs, places):
    care = WELL | {"needs_routine_outpatient": needs, "open_places": places}
    found = decided("us-bop", care)
    if found.outcome == "does_not_qualify":
        assert {reason.kind for reason in found.reasons} == {"rule"}
    if "list_full" in codes(found):
        assert (found.qualifies, found.outcome) == ("yes", "waits_for_a_place")


def test_every_test_of_every_policy_has_its_reason_in_the_closed_list():
    kinds = {code: reason.kind for code, reason in reasons().items()}
    for own in policies():
        for rule in own.body.questions.get("qualifies", ()):
            assert {kinds[one.name] for one in rule.conditions} == {"rule"}


# --- days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "care", "duty", "by"),
    [
        ("us-ca", {"arrived_on": "2026-11-02"}, "screen", "2026-11-09"),
        ("us-ca", {"arrived_on": "2026-11-02"}, "evaluation", "2026-11-20"),
        ("us-ca", {"referred_on": "2026-11-20", "referral": "emergent"}, "answer", "2026-11-20"),
        ("us-ca", {"referred_on": "2026-11-20", "referral": "urgent"}, "answer", "2026-11-21"),
        ("us-ca", NO_NEED | {"needs_routine_outpatient": True, "last_contact_on": "2026-11-02"},
         "contact", "2027-01-31"),
        ("us-ca", NO_NEED | {"needs_enhanced_outpatient": True, "last_contact_on": "2026-11-02"},
         "contact", "2026-11-16"),
        ("us-ca", NO_NEED | {"needs_routine_outpatient": True, "last_plan_on": "2028-02-29"},
         "review", "2029-03-01"),
        ("us-ca", NO_NEED | {"needs_enhanced_outpatient": True, "last_plan_on": "2026-11-02"},
         "review", "2027-01-31"),
        ("us-ca", NO_NEED | {"needs_crisis_care": True, "level_changed_on": "2026-11-02"},
         "move", "2026-11-03"),
        ("us-ca", NO_NEED | {"needs_enhanced_outpatient": True, "level_changed_on": "2026-11-02",
                             "move_is_urgent": False}, "move", "2027-01-01"),
        ("us-ca", NO_NEED | {"needs_enhanced_outpatient": True, "level_changed_on": "2026-11-02",
                             "move_is_urgent": True}, "move", "2026-12-02"),
        ("us-ca", NO_NEED | {"needs_routine_outpatient": True, "move_paused_days": 0,
                             "in_restricted_housing_on": "2026-11-02"}, "housing", "2026-12-02"),
        ("us-ca", NO_NEED | {"needs_routine_outpatient": True, "move_paused_days": 10,
                             "in_restricted_housing_on": "2026-11-02"}, "housing", "2026-12-12"),
        ("us-bop", WELL | {"needs_residential_program": True, "last_contact_on": "2026-11-02"},
         "contact", "2026-11-09"),
        ("us-bop", WELL | {"needs_inpatient": True, "last_contact_on": "2026-11-02"},
         "contact", "2026-11-03"),
        ("ncchc", {"arrived_on": "2028-02-20"}, "assessment", "2028-02-27"),
        ("ncchc", {"arrived_on": "2028-02-20"}, "screen", "2028-03-05"),
        ("ncchc", {"screened_positive_on": "2026-11-01"}, "evaluation", "2026-12-01"),
        ("ncchc", {"asked_on": "2026-11-01"}, "answer", "2026-11-02"),
    ],
)  # fmt: skip
def test_days_by_which_staff_have_to_act(name, care, duty, by):
    days = {one.name: one.by for one in decided(name, care).duties}
    assert days[duty] == date.fromisoformat(by)


@pytest.mark.parametrize(
    ("need", "done", "duty", "number"),
    [
        ("needs_routine_outpatient", "last_contact_on", "contact", "contact.care2_days"),
        ("needs_routine_outpatient", "last_plan_on", "review", "review.care2_months"),
        ("needs_residential_program", "last_plan_on", "review", "review.care3_months"),
        ("needs_inpatient", "last_plan_on", "review", "review.care4_months"),
    ],
)
def test_no_day_is_counted_with_a_number_that_is_only_recalled(need, done, duty, number):
    found = decided("us-bop", WELL | {need: True, done: "2026-11-02"})
    told = next(one for one in found.duties if one.name == duty)
    assert (told.by, told.state) == (None, "unknown")
    assert told.missing == (f"law:policy-us-bop/{number}",)
    assert f"nobody found again in its text [{number}]" in as_text(found)


def test_a_recalled_number_is_listed_as_not_known():
    line = "Most days between two meetings at level 2: not known, perhaps 30 (recalled)"
    assert line in homeward("therapy", "policies").stdout


STARTS = [  # a duty, the day that starts its clock, and the facts that say to whom it is owed
    ("ncchc", "answer", "asked_on", {}),
    ("ncchc", "assessment", "arrived_on", {}),
    ("ncchc", "screen", "arrived_on", {}),
    ("ncchc", "evaluation", "screened_positive_on", {}),
    ("sample", "screen", "arrived_on", {}),
    ("sample", "evaluation", "screened_positive_on", {}),
    ("us-bop", "contact", "last_contact_on", WELL | {"needs_residential_program": True}),
    ("us-ca", "screen", "arrived_on", {}),
    ("us-ca", "evaluation", "arrived_on", {}),
    ("us-ca", "answer", "referred_on", {"referral": "routine"}),
    ("us-ca", "contact", "last_contact_on", NO_NEED | {"needs_enhanced_outpatient": True}),
    ("us-ca", "review", "last_plan_on", NO_NEED | {"needs_enhanced_outpatient": True}),
    ("us-ca", "move", "level_changed_on", NO_NEED | {"needs_crisis_care": True}),
    ("us-ca", "move", "level_changed_on",
     NO_NEED | {"needs_enhanced_outpatient": True, "move_is_urgent": False}),
    ("us-ca", "housing", "in_restricted_housing_on",
     NO_NEED | {"needs_routine_outpatient": True, "move_paused_days": 0}),
]  # fmt: skip
MAY_NEVER_HAPPEN = {"asked_on", "screened_positive_on", "referred_on", "level_changed_on",
                    "in_restricted_housing_on"}  # fmt: skip


@pytest.mark.parametrize(("name", "duty", "start", "care"), STARTS)
def test_a_duty_whose_start_is_left_out_is_told_with_the_day_it_counts_from(
    name, duty, start, care
):
    found = decided(name, care)
    told = next(one for one in found.duties if one.name == duty)
    assert (told.by, told.state) == (None, "unknown")
    assert told.counts_from == (f"person.care.{start}",)
    assert set(told.missing) == {*told.counts_from, *told.working_days}
    says = vocabulary()[f"person.care.{start}"].says
    assert f"counts from {says} [care.{start}], which is not given" in as_text(found)


@pytest.mark.parametrize("never", [None, "never"])
@pytest.mark.parametrize(
    ("name", "duty", "start", "care"), [one for one in STARTS if one[2] in MAY_NEVER_HAPPEN]
)
def test_a_duty_is_not_owed_where_it_is_stated_that_nothing_started_it(
    name, duty, start, care, never
):
    found = decided(name, care | {start: never})
    assert duty not in {one.name for one in found.duties}


@pytest.mark.parametrize(
    ("name", "duty", "start", "care"), [one for one in STARTS if one[2] not in MAY_NEVER_HAPPEN]
)
def test_a_duty_owed_to_all_stays_where_its_start_is_null(name, duty, start, care):
    told = next(one for one in decided(name, care | {start: None}).duties if one.name == duty)
    assert told.counts_from == (f"person.care.{start}",)


def test_days_that_may_not_count_are_not_taken_as_none():
    """Thirty days from 2 November are 2 December; what is not known can only make it later."""
    care = NO_NEED | {"needs_routine_outpatient": True, "in_restricted_housing_on": "2026-11-02"}
    move = next(one for one in decided("us-ca", care).duties if one.name == "housing")
    assert (move.by, move.not_before) == (None, date(2026, 12, 2))
    assert move.missing == ("person.care.move_paused_days",)


@pytest.mark.parametrize(
    ("arrived", "screened", "state"),
    [
        pytest.param("2026-11-16", None, "open", id="the last day itself"),
        pytest.param("2026-11-15", None, "late", id="the day after, and it was not done"),
        pytest.param("2026-11-16", ..., "open", id="the last day itself, and nothing is told"),
        pytest.param("2026-11-15", ..., "passed", id="the day after, and nothing is told"),
        pytest.param("2026-11-15", "2026-11-24", "late", id="done tomorrow is not done"),
        pytest.param("2026-11-10", "2026-11-17", "done", id="done on the last day"),
        pytest.param("2026-11-10", "2026-11-18", "done_late", id="done a day late"),
        pytest.param(None, None, "unknown", id="the clock's start is not known"),
    ],
)
def test_a_duty_is_open_done_late_or_not_known_to_be_done(arrived, screened, state):
    care = {"arrived_on": arrived} | ({} if screened is ... else {"screened_on": screened})
    found = decided("us-ca", care)
    assert {one.name: one.state for one in found.duties}["screen"] == state
    unsure = "whether it was done is not known: the day you were screened [care.screened_on]"
    assert (unsure in as_text(found)) == (state == "passed")


def test_who_says_nothing_has_not_said_no():
    """The only fact that is taken for granted: a request stands until the person takes it back."""
    known = vocabulary()
    care = [known[name] for name in known if name.startswith("person.care.")]
    assert {one.field for one in care if one.when_absent != "unknown"} == {"care.declined"}
    for declined in (..., None, False):
        own = FITS if declined is ... else FITS | {"declined": declined}
        assert decided("sample", own, screens=TEN).outcome == "qualifies"


def test_a_move_whose_urgency_is_not_known_has_its_soonest_day():
    care = NO_NEED | {"needs_enhanced_outpatient": True, "level_changed_on": "2026-11-02"}
    move = next(one for one in decided("us-ca", care).duties if one.name == "move")
    assert (move.by, move.not_before) == (None, date(2026, 12, 2))
    assert move.missing == ("person.care.move_is_urgent",)


ROUTINE = {"referred_on": "2026-11-20", "referral": "routine"}  # a Friday; Thanksgiving is the 26th


def answer_duty(care, **more):
    found = decided("us-ca", care, **more)
    return next(one for one in found.duties if one.name == "answer"), as_text(found)


def test_working_days_without_the_holidays_are_told_from_the_soonest_to_the_latest():
    """Five weekdays from Friday the 20th end on the 27th; with two holidays, on Tuesday the 1st."""
    duty, said = answer_duty(ROUTINE)
    assert (duty.by, duty.not_before, duty.not_after) == (
        None, date(2026, 11, 27), date(2026, 12, 1))  # fmt: skip
    assert duty.working_days == duty.missing == ("law:policy-us-ca/answer.routine_days",)
    assert ("day not known, not before 27 November 2026, not after 1 December 2026;"
            " needs the holidays among the working days [holidays]") in said  # fmt: skip


@pytest.mark.parametrize(
    ("referred", "holidays", "by"),
    [
        pytest.param("2026-11-20", [], "2026-11-27", id="no holiday"),
        pytest.param("2026-11-20", ["2026-11-26"], "2026-11-30", id="one, and then a weekend"),
        pytest.param("2026-11-20", ["2026-11-26", "2026-11-27"], "2026-12-01", id="two"),
        pytest.param("2026-11-20", ["2026-11-20", "2026-12-25"], "2026-11-27", id="none within"),
        pytest.param("2026-11-21", ["2026-11-26"], "2026-11-30", id="sent on a Saturday"),
        pytest.param("2026-12-24", ["2026-12-25", "2027-01-01"], "2027-01-04", id="at new year"),
    ],
)
def test_working_days_leave_out_the_holidays_that_are_given(referred, holidays, by):
    duty, _ = answer_duty(ROUTINE | {"referred_on": referred}, holidays=holidays)
    assert (duty.by, duty.missing) == (date.fromisoformat(by), ())


@pytest.mark.parametrize(
    ("as_of", "seen", "state"),
    [
        pytest.param("2026-11-27", None, "open", id="the soonest that it can be"),
        pytest.param("2026-11-28", None, "unknown", id="between the two"),
        pytest.param("2026-12-01", None, "unknown", id="the latest that it can be"),
        pytest.param("2026-12-02", None, "late", id="the day after, and it was not done"),
        pytest.param("2026-12-02", ..., "passed", id="the day after, and nothing is told"),
        pytest.param("2026-12-02", "2026-11-27", "done", id="done in time, whatever the holidays"),
        pytest.param("2026-12-03", "2026-12-02", "done_late", id="done late, whatever they are"),
        pytest.param("2026-12-02", "2026-11-30", "unknown", id="in time only with a holiday"),
    ],
)
def test_a_day_between_two_is_late_only_after_the_latest(as_of, seen, state):
    care = ROUTINE | ({} if seen is ... else {"seen_on": seen})
    assert answer_duty(care, as_of=as_of)[0].state == state


def test_holidays_that_are_given_and_a_start_that_is_not_ask_only_for_the_start():
    duty, _ = answer_duty({"referral": "routine"}, holidays=[])
    assert (duty.by, duty.missing) == (None, ("person.care.referred_on",))


def test_standards_of_time_decide_nothing():
    found = decided("ncchc", {"arrived_on": "2026-11-02"})
    assert (found.qualifies, found.outcome) == (None, "time_limits_only")


# --- appeal -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "received", "due_on"),
    [
        ("us-bop", "2026-11-25", "2026-12-15"),
        ("us-bop", None, "2026-12-13"),
        ("us-ca", "2026-11-25", "2026-12-25"),
        ("sample", "2028-02-10", "2028-03-11"),
    ],
)
def test_the_last_day_to_appeal_counts_from_the_notice(name, received, due_on):
    found = decided(name, received_on=received).appeal
    assert (found.due_on, found.from_receipt) == (due_on, received is not None)


def test_a_day_that_passed_while_the_way_was_not_open_is_not_the_end():
    why = "in a coma until 1 November"
    found = decided("us-bop", received_on="2026-10-01", unavailable_because=why).appeal
    assert found.passed
    assert why in found.says
    assert "Perry v. Precythe" in found.says


@pytest.mark.parametrize("own", policies(), ids=lambda own: own.name)
def test_every_policy_that_decides_says_how_to_appeal(own):
    assert own.appeal is not None or not own.decides


# --- changes, bad input, the command line -----------------------------------------------------


def test_a_reform_changes_the_line_and_drops_the_time_left_rule():
    change = read_patch({
        "title": "more people", "law": "policy-sample",
        "set": {"screen.positive": {"value": "phq-2.cut_2", "from": "2026-01-01"}},
        "drop": ["qualifies/too_little_time_left"],
    })  # fmt: skip
    care = FITS | {"release_on": "2026-12-01"}
    assert codes(decided("sample", care, screens=NINE)) == [
        "score_under_cut", "too_little_time_left"]  # fmt: skip
    assert decided("sample", care, screens=NINE, patches=[change]).outcome == "qualifies"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ([], ""),
        ({}, "policy"),
        ({"policy": "us-mo"}, "policy"),
        ({"policy": "sample", "as_of": "23 Nov"}, "as_of"),
        ({"policy": "sample", "screens": {}}, "screens"),
        ({"policy": "sample", "screens": [{"instrument": "x"}]}, "screens.1.instrument"),
        ({"policy": "sample", "care": {"release_on": "soon"}}, "person.care.release_on"),
        ({"policy": "sample", "care": {"course_days": 0}}, "person.care.course_days"),
        ({"policy": "sample", "sources": {"release": {}}}, "sources.release"),
        ({"policy": "sample", "list": {"plaec": 3}}, "list.plaec"),
    ],
)
def test_a_request_that_cannot_be_read_names_the_field(line, field):
    with pytest.raises(RecordError) as refused:
        read_request(line, "test", as_of=DAY)
    assert refused.value.problems[0].field == field


def test_a_misspelled_key_is_said_with_the_nearest():
    found = decided("sample", {"relaese_on": "2027-01-01"}, carre={})
    assert "Did you mean care?" in found.notes[0]
    assert any("relaese_on" in note for note in found.notes)


def test_the_command_line_answers_in_place_and_goes_on(tmp_path):
    rows = [{"id": "a", "policy": "us-bop", "care": WELL}, {"id": "b", "policy": "x"}, {"id": "c"}]
    file = written(tmp_path, "in.jsonl", "\n".join(map(json.dumps, rows)))
    result = homeward("therapy", "decide", file, "--policy", "ncchc", "--as-of", "2026-11-23",
                      "--format", "json")  # fmt: skip
    first, second, third = lines_of(result)
    assert (result.exit_code, second["id"], third["policy"]["name"]) == (1, "b", "ncchc")
    assert (first["outcome"], first["level"]["id"]) == ("does_not_qualify", "care1_mh")
    assert second["error"]["problems"][0]["field"] == "policy"


def test_one_request_in_a_file_of_its_own_reads_as_text(tmp_path):
    care = FITS | {"release_on": "2027-01-01"}
    file = written(tmp_path, "in.json", {"id": "a", "care": care, "screens": TEN})
    said = homeward("therapy", "decide", file, "--policy", "sample", "--as-of", "2026-11-23").stdout
    assert said.startswith("a: DOES NOT QUALIFY\n")
    assert "reason too_little_time_left" in said
    assert "met if you go home on 2027-02-15 or later" in said
    assert "appeal: to the head of mental health, in writing, by 2026-12-23" in said


def test_a_change_is_read_from_a_file(tmp_path):
    line = written(tmp_path, "in.json", {"id": "a", "care": FITS, "screens": NINE})
    change = written(tmp_path, "change.toml", 'title = "more"\nlaw = "policy-sample"\n'
                     'drop = ["qualifies/score_under_cut"]\n')  # fmt: skip
    said = homeward("therapy", "decide", line, "--policy", "sample", "--as-of", "2026-11-23",
                    "--with", change).stdout  # fmt: skip
    assert said.startswith("a: QUALIFIES\n")


@pytest.mark.parametrize(("option", "value"), [("--as-of", "soon"), ("--with", "nothing.toml")])
def test_bad_use_says_so(tmp_path, option, value):
    file = written(tmp_path, "in.json", {})
    assert homeward("therapy", "decide", file, option, value).exit_code == 2


def test_policies_are_listed_with_editions_and_citations():
    said = homeward("therapy", "policies", "--as-of", "2026-11-23").stdout
    listed = lines_of(homeward("therapy", "policies", "--format", "json"))[0]["policies"]
    assert [one["name"] for one in listed] == ["ncchc", "sample", "us-bop", "us-ca"]
    assert "SAMPLE POLICY, made up" in said
    for one in listed:
        assert all(number["cite"] for number in one["numbers"])
    assert [one["is_sample"] for one in listed] == [False, True, False, False]


def test_every_fact_and_number_of_a_policy_is_declared_and_used():
    read = {fact for own in policies() for rule in own.body.rules.values()
            for tree in rule.trees for fact in _facts(tree)}  # fmt: skip
    declared = {name for name in vocabulary() if name.startswith("person.care.")}
    by_hand = {"declined", "held_here", "open_places", "screened_on", "assessed_on",
               "evaluated_on", "seen_on", "moved_on"}  # fmt: skip
    assert declared - read == {f"person.care.{name}" for name in by_hand}
    assert policy("sample").is_sample


def _facts(tree):
    from homeward.explain.reasons import reads

    return reads(tree).names
