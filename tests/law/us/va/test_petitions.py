"""Virginia: sealing that has to be asked for, on both sides of every line."""

import pytest

from tests.law.us.va.records import (
    HARMLESS,
    a_charge,
    against,
    answers,
    ask,
    convicted,
    deferred,
    dismissed,
    plain,
    since,
)

MINOR, PETITION, ANCILLARY = "clear.19_2_392_12_1", "clear.19_2_392_12", "clear.19_2_392_12_1_B"
LATER = {"offense_date": "2020-01-05"}


# --- s. 19.2-392.12:1 ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([convicted()], "now 2026-07-01", id="a conviction"),
        pytest.param([deferred()], "now 2026-07-01", id="a deferral"),
        pytest.param([dismissed()], "not asked", id="a dismissal"),
        pytest.param([deferred(on="2019-11-24", **LATER)], "later 2026-11-24",
                     id="seven years, and a day less"),
        pytest.param([deferred(on="2019-11-23", **LATER)], "now 2026-11-23",
                     id="seven years since the dismissal"),
        *(pytest.param([deferred(statute=one)], "now 2026-07-01", id=one) for one in
          ("4.1-305", "18.2-96", "18.2-103", "18.2-119", "18.2-120", "18.2-134", "18.2-415",
           "18.2-248.1", "18.2-265.3(A)", "A.18.2-265.3")),
        pytest.param([deferred(statute="18.2-265.3")], "unknown 2026-07-01..never",
                     id="paraphernalia, subsection not told"),
        *(pytest.param([deferred(statute=one)], "never", id=f"not {one}") for one in
          ("18.2-265.3(B)", "18.2-265.3(C)", "18.2-57", "18.2-266")),
        pytest.param([deferred("F6", statute="18.2-96")], "never", id="a felony of the section"),
        pytest.param([deferred(offense_date="1985-12-31")], "never", id="an offense of 1985"),
        pytest.param([deferred(offense_date="1986-01-01")], "now 2026-07-01", id="of 1986"),
        pytest.param([convicted(), convicted(on="2020-05-04", statute="18.2-57")],
                     "later 2027-05-04", id="a later conviction starts the years again"),
        pytest.param([convicted(), convicted(on="2010-05-04", statute="18.2-57")],
                     "now 2026-07-01", id="an earlier one does not"),
        pytest.param([convicted(), convicted("F1", on="2005-05-04", statute="18.2-31")],
                     "now 2026-07-01", id="an old felony is not asked about"),
        pytest.param([convicted(), convicted(statute="18.2-57")], "never",
                     id="another conviction of the day"),
        pytest.param([convicted(), convicted(statute="18.2-96")], "now 2026-07-01",
                     id="one that is on the list too"),
        pytest.param([convicted(), convicted(statute="18.2-96", offense_date="1985-05-05")],
                     "never", id="on the list, but of before 1986"),
        pytest.param([convicted(), convicted("I", statute="46.2-862")], "now 2026-07-01",
                     id="a traffic infraction of the day"),
    ],
)  # fmt: skip
def test_a_minor_offense(charges, expected):
    assert since(*charges, question=MINOR) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, "now 2026-09-01", id="sealed by itself"),
        pytest.param({"main_matter_sealed_under": "19.2-392.11"}, "now 2026-09-01", id="by review"),
        pytest.param({"main_matter_sealed_under": "19.2-392.12"}, "never", id="by petition"),
        pytest.param({"offense_date": "1985-12-31"}, "never", id="of before 1986"),
        pytest.param(
            {"offense_date": "1985-12-31", "main_matter_sealed_under": "19.2-392.6:1"},
            "now 2026-09-01",
            id="for marijuana that is not asked",
        ),
        pytest.param({"main_matter_sealed_on": None}, "unknown 2026-07-01..never", id="no day"),
        pytest.param(
            {"main_matter_sealed_under": None}, "unknown 2026-09-01..never", id="no section"
        ),
        pytest.param({"ancillary": False}, "not asked", id="no ancillary matter"),
    ],
)
def test_an_ancillary_matter(facts, expected):
    known = {"ancillary": True, "main_matter_sealed_under": "19.2-392.7",
             "main_matter_sealed_on": "2026-09-01", "statute": "18.2-456", **facts}  # fmt: skip
    assert since(convicted(**known), question=ANCILLARY) == expected


# --- s. 19.2-392.12(A): which offenses -----------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(plain(), "now 2026-07-01", id="a misdemeanor"),
        pytest.param(deferred(statute="18.2-181"), "now 2026-07-01", id="a deferral"),
        pytest.param(dismissed(statute="18.2-181"), "not asked", id="a dismissal"),
        pytest.param(plain("F5"), "now 2026-07-01", id="a class 5 felony"),
        pytest.param(plain("F6"), "now 2026-07-01", id="a class 6 felony"),
        *(pytest.param(plain(level), "never", id=level) for level in ("F1", "F2", "F3", "F4")),
        pytest.param(plain("FU", statute="18.2-95"), "now 2026-07-01", id="grand larceny"),
        pytest.param(plain("FU", punished_as_larceny=True, punishable_by_life=False),
                     "now 2026-07-01", id="punished as grand larceny"),
        pytest.param(plain("FU", punished_as_larceny=False), "never", id="unclassified"),
        pytest.param(plain("FU", punishable_by_life=False), "unknown 2026-07-01..never",
                     id="unclassified, not told"),
        pytest.param(plain(offense_date="1985-12-31"), "never", id="of 1985"),
        pytest.param(plain(offense_date="1986-01-01"), "now 2026-07-01", id="of 1986"),
        pytest.param(plain("I", statute="46.2-862"), "not asked", id="a traffic infraction"),
    ],
)  # fmt: skip
def test_which_offenses_can_be_asked_for(charge, expected):
    assert since(charge, question=PETITION) == expected


# --- s. 19.2-392.12(L) ---------------------------------------------------------------------------

LEFT_OUT = {
    "not_under_the_influence": ["18.2-266", "A.18.2-266", "18.2-268.3", "18.2-51.4", "18.2-51.5",
                                "18.2-36.1", "18.2-36.2", "46.2-341.24"],
    "no_family_victim": ["18.2-57.2"],
    "not_a_sex_offense": ["18.2-61", "18.2-67.4", "18.2-67.10"],
}  # fmt: skip
OPEN = {
    "left_out_driving": ["29.1-738", "46.2-341.26:3"],
    "left_out_protective_order": ["16.1-253.2", "18.2-60.4"],
    "left_out_drugs": ["18.2-251.2"],
    "left_out_elections": ["24.2-1004"],
    "left_out_animals": ["3.2-6570"],
    "left_out_dogs": ["3.2-6540", "3.2-6540.04"],
}
NO_VICTIM = {"victim_family_or_household": False, "requires_sex_registration": False}


@pytest.mark.parametrize(
    ("name", "section"), [(name, one) for name, some in LEFT_OUT.items() for one in some]
)
def test_a_section_that_is_left_out(name, section):
    assert against(plain(statute=section, **NO_VICTIM), question=PETITION) == [name]


@pytest.mark.parametrize(
    ("name", "section"), [(name, one) for name, some in OPEN.items() for one in some]
)
def test_a_section_that_may_be_left_out(name, section):
    told = ask(plain(statute=section, **NO_VICTIM), question=PETITION)
    assert told == f"unknown 2026-07-01..never: law:us-va/{name}"


@pytest.mark.parametrize(
    ("level", "facts", "expected"),
    [
        pytest.param("M1", {"statute": "18.2-57.3"}, "unknown", id="a person: the victim counts"),
        pytest.param("M1", {"statute": "18.2-57.3", "victim_family_or_household": False}, "now",
                     id="nobody of the family"),
        pytest.param("M1", {"victim_family_or_household": True}, "never",
                     id="any offense, if the victim was"),
        pytest.param("M1", {"statute": "18.2-121"}, "unknown", id="may be a hate crime"),
        pytest.param("M1", {"statute": "18.2-121", "punished_as_hate_crime": False}, "now",
                     id="it was none"),
        pytest.param("M1", {"punished_as_hate_crime": True}, "never", id="any offense, if it was"),
        pytest.param("M1", {"statute": "18.2-387"}, "unknown", id="may make one register"),
        pytest.param("M1", {"statute": "18.2-387", "requires_sex_registration": False}, "now",
                     id="it did not"),
        pytest.param("M1", {"requires_sex_registration": True}, "never", id="it did"),
        pytest.param("F5", {"violent_felony_listed": None}, "unknown", id="may be violent"),
        pytest.param("F5", {"violent_felony_listed": True}, "never", id="a violent felony"),
        pytest.param("F5", {"firearm_used": None}, "unknown", id="a firearm, not told"),
        pytest.param("F5", {"firearm_used": True}, "never", id="with a firearm"),
        pytest.param("M1", {"firearm_used": True}, "now", id="asked of felonies only"),
        pytest.param("F5", {"firearm_used": True, "firearm_rights_restored_on": "2027-02-03"},
                     "later", id="until the rights are given back"),
        pytest.param("FU", {"statute": "18.2-95", "violent_felony_listed": None}, "now",
                     id="grand larceny is not violent"),
    ],
)  # fmt: skip
def test_what_turns_on_a_fact(level, facts, expected):
    assert since(plain(level, **facts), question=PETITION).split()[0] == expected


# --- s. 19.2-392.12(F)(1): earlier felonies ------------------------------------------------------


@pytest.mark.parametrize(
    ("felony", "expected"),
    [
        *(pytest.param(plain(level, on="1990-05-06"), "never", id=level) for level in ("F1", "F2")),
        *(pytest.param(plain(level, on="2006-11-23"), "now 2026-11-23", id=f"{level}, 20 years")
          for level in ("F3", "F4")),
        pytest.param(plain("F3", on="2006-11-24"), "later 2026-11-24", id="and a day less"),
        pytest.param(plain("F5", on="2016-11-23"), "now 2026-11-23", id="class 5, 10 years"),
        pytest.param(plain("F6", on="2016-11-24"), "later 2026-11-24", id="and a day less again"),
        pytest.param(plain("FU", on="2000-01-01", punishable_by_life=True), "never", id="for life"),
        pytest.param(plain("FU", on="2000-01-01", punishable_by_life=False), "now 2026-07-01",
                     id="not for life"),
        pytest.param(plain("FU", on="2000-01-01"), "unknown 2026-07-01..never",
                     id="unclassified, not told"),
        pytest.param(plain("F", on="2000-01-01", punishable_by_life=False), "unknown "
                     "2026-07-01..never", id="no class"),
        pytest.param(plain("F2", on="2000-01-01", jurisdiction="us-mo", punishable_by_life=False),
                     "now 2026-07-01", id="a class of another state is not Virginia's"),
        pytest.param(dismissed("F1", on="2020-01-01"), "now 2026-07-01", id="no conviction"),
    ],
)  # fmt: skip
def test_earlier_felonies(felony, expected):
    assert since(plain(on="2012-01-01"), felony, question=PETITION) == expected


# --- s. 19.2-392.12(F)(2): the clean years -------------------------------------------------------


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param([plain(on="2019-11-23", **LATER)], "now 2026-11-23", id="7 years"),
        pytest.param([plain(on="2019-11-24", **LATER)], "later 2026-11-24", id="and a day less"),
        pytest.param([plain("F5", on="2016-11-23")], "now 2026-11-23", id="10 for a felony"),
        pytest.param([plain("F5", on="2016-11-24")], "later 2026-11-24", id="a day less again"),
        pytest.param([deferred("F5", on="2016-11-24", statute="18.2-181", **HARMLESS)],
                     "later 2026-11-24", id="10 for a deferred felony"),
        pytest.param([plain(sentence={"imprisoned": True, "released_on": "2020-02-29"})],
                     "later 2027-03-01", id="from the release"),
        pytest.param([plain(sentence={"imprisoned": True})], "unknown 2026-07-01..never",
                     id="a release that is not told"),
        pytest.param([plain(sentence={})], "unknown 2026-07-01..never", id="jail, not told"),
        pytest.param([plain(violation_found_on="2020-01-02")], "later 2027-01-02",
                     id="from a finding of violation"),
        pytest.param([plain(probation_revoked_on="2020-01-02")], "later 2027-01-02",
                     id="from a revocation"),
        pytest.param([plain(violation_released_on="2020-03-04")], "later 2027-03-04",
                     id="from the release from its time"),
        pytest.param([plain(violation_found_on=None)], "unknown 2026-07-01..never",
                     id="a violation without a day"),
        pytest.param([plain(), convicted("M2", on="2020-01-02", statute="18.2-57")],
                     "later 2027-01-02", id="a conviction starts them again"),
        pytest.param([plain(), convicted("M3", on="2020-01-02", statute="18.2-57")],
                     "now 2026-07-01", id="one that is not reported does not"),
        pytest.param([plain(), convicted("I", on="2020-01-02", statute="46.2-862")],
                     "now 2026-07-01", id="nor a traffic infraction"),
        pytest.param([plain(), convicted("M2", on="2012-03-10", statute="18.2-57")],
                     "now 2026-07-01", id="there is no rule for the same day here"),
    ],
)  # fmt: skip
def test_the_clean_years(charges, expected):
    assert since(*charges, question=PETITION) == expected


@pytest.mark.parametrize(
    ("granted", "expected"),
    [(1, "now 2026-07-01"), (2, "never"), (None, "unknown 2026-07-01..never")],
)
def test_two_petitions_can_be_granted(granted, expected):
    told = since(plain(), question=PETITION, sealing_petitions_granted=granted)
    assert told == expected


@pytest.mark.parametrize(
    ("finding", "known", "expected"),
    [
        pytest.param({}, {}, "unknown 2026-07-01..2027-01-02", id="about which charge, not told"),
        pytest.param({}, {"violation_was_of_this_charge": True}, "later 2027-01-02", id="this one"),
        pytest.param({}, {"violation_was_of_this_charge": False}, "now 2026-07-01", id="another"),
        pytest.param({"disposition": "dismissed"}, {}, "now 2026-07-01", id="nothing was found"),
        pytest.param({"disposition_date": "2012-03-10"}, {}, "now 2026-07-01", id="not later"),
        pytest.param({"ancillary": False}, {}, "now 2026-07-01", id="no violation"),
    ],
)
def test_a_finding_of_violation_with_a_row_of_its_own(finding, known, expected):
    row = a_charge("O", "adjudicated", "2020-01-02", **{"ancillary": True, **finding})
    assert since(plain(**known), row, question=PETITION) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"restitution_ordered": True}, "unknown", id="ordered, and paid or not"),
        pytest.param({"restitution_ordered": True, "restitution_paid": True}, "now", id="paid"),
        pytest.param(
            {"restitution_ordered": True, "restitution_paid": False}, "later", id="not paid"
        ),
    ],
)
def test_restitution_that_was_ordered(facts, expected):
    assert since(plain(**facts), question=PETITION).split()[0] == expected


def test_restitution_has_to_be_paid():
    found = answers(PETITION, plain(restitution_owed=True))[-1]
    assert (found.status, found.waits_on) == ("later", ["payment of restitution"])


def test_earlier_sealing_by_another_way_takes_no_petition():
    two = [convicted(sealed_on="2026-08-01"), convicted(statute="18.2-96", sealed_on="2026-09-01")]
    assert since(plain(), *two, question=PETITION) == "now 2026-07-01"


# --- which of two petitions leads ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("charge", "leads"),
    [
        pytest.param(deferred(statute="18.2-415"), "shall", id="both on one day: it must"),
        pytest.param(plain(), "may", id="only s. 19.2-392.12 reaches it: it may"),
        pytest.param(plain("F4"), "may", id="neither ever: the general petition speaks of it"),
    ],
)
def test_of_petitions_that_open_together_the_one_that_must_be_granted_leads(charge, leads):
    found = answers("clear", charge)
    assert found[-1].brings.standard == leads
    rule = {"shall": "us-va/minor-petition", "may": "us-va/petition"}[leads]
    assert found[-1].when == next(one.when for one in found if one.rule == rule)
