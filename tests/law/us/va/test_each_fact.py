"""Virginia: for each fact a record in which it is known and settles the answer.

tests/law/test_missing_facts.py takes each away in turn and looks at what is left.
"""

import pytest

from tests.law.us.va.records import a_charge, convicted, dismissed, plain, since, whole

EXPUNGE, PETITION, MINOR = "clear.19_2_392_2", "clear.19_2_392_12", "clear.19_2_392_12_1"
AT_END, CLEAN, REPORT = "clear.19_2_392_8", "clear.19_2_392_11", "state_report_barred"
OPEN = "unknown 2026-07-01..never"

ACQUITTED = a_charge("M1", "acquitted", "2012-03-10", arrest_date="2012-01-10")
NEW = {"offense_date": "2026-05-02", "disposition_date": "2026-08-03"}
RECENT = dismissed(on="2024-06-01", offense_date="2024-01-05", arrest_date="2024-03-01",
                   filed_on="2024-03-02")  # fmt: skip
SEALED_PROBATION = {
    "ancillary": True, "main_matter_sealed_under": "19.2-392.7",
    "main_matter_sealed_on": "2026-09-01", "offense_date": None,
}  # fmt: skip
SMALL = {"statute": "18.2-57.2"}  # never asked for itself


@pytest.mark.parametrize(
    ("question", "charges", "expected"),
    [
        pytest.param("clear.19_2_392_12_1_B", [convicted(on="1985-06-01", **SEALED_PROBATION)],
                     "never", id="a matter that ended before 1986"),
        pytest.param(EXPUNGE, [ACQUITTED | {"not_guilty_by_insanity": False}], "now 2012-03-10",
                     id="not by reason of insanity"),
        pytest.param(EXPUNGE, [dismissed(lesser_charge=False)], "now 2012-03-10",
                     id="no lesser charge"),
        pytest.param(REPORT, [convicted("I", statute="46.2-862", kept_by_federal_rule=False)],
                     "now 2026-07-01", id="no federal rule, for reports"),
        pytest.param("ask.19_2_392_15",
                     [convicted("I", statute="46.2-862", kept_by_federal_rule=False)],
                     "now 2026-07-01", id="no federal rule, for asking"),
        pytest.param(AT_END, [ACQUITTED | NEW | {"not_guilty_by_insanity": False}],
                     "now 2026-08-03", id="acquitted just now"),
        pytest.param(AT_END, [dismissed(dismissed_with_prejudice=True, plea="Guilty") | NEW],
                     "unknown 2026-08-03..never", id="with prejudice, after a plea of guilty"),
        pytest.param(CLEAN, [ACQUITTED | {"not_guilty_by_insanity": False}], "now 2026-07-01",
                     id="an acquittal on a clean record"),
        pytest.param(CLEAN, [ACQUITTED | {"disposition": "dismissed", "plea": "Guilty"}], OPEN,
                     id="dismissed after a plea of guilty"),
        pytest.param(CLEAN, [ACQUITTED, convicted("M", on="2001-03-10", reportable=False)],
                     "now 2026-07-01", id="a conviction that is not reported"),
        pytest.param(CLEAN, [RECENT], "later 2027-03-02", id="three years since the charge"),
        pytest.param(MINOR, [convicted(), convicted("M", on="2020-05-04", reportable=True)],
                     "later 2027-05-04", id="a conviction that is reported"),
        pytest.param(MINOR, [dismissed(plea="Guilty")], OPEN, id="perhaps a deferral"),
        pytest.param(PETITION, [plain(), convicted("M", on="2020-05-04", reportable=True)],
                     "later 2027-05-04", id="reported, for a petition"),
        pytest.param(PETITION, [plain(restitution_owed=False)], "now 2026-07-01", id="none owed"),
        pytest.param(PETITION, [plain(restitution_ordered=False)], "now 2026-07-01",
                     id="none ordered"),
        pytest.param(PETITION, [dismissed(statute="18.2-181", plea="Alford")], OPEN,
                     id="perhaps a deferral, for a petition"),
    ],
)  # fmt: skip
def test_one_charge(question, charges, expected):
    assert since(*charges, question=question) == expected


TIME = {"sentence": {"imprisoned": True, "released_on": "2013-01-02"}}
VIOLATION = a_charge("O", "adjudicated", None, ancillary=True)
NO_DAY = {"on": None, **SMALL}


def events(*others, **facts):
    """Two events that can be asked for, and a third with these facts."""
    third = plain(**{"same_course_id": "c", **facts})
    return [plain(same_course_id="a"), plain(same_course_id="b"), third, *others]


@pytest.mark.parametrize(
    ("charges", "expected"),
    [
        pytest.param(events(level="F4"), "now", id="the third is of class 4"),
        pytest.param(events(level="FU", punished_as_larceny=False, punishable_by_life=False),
                     "now", id="it is no larceny"),
        pytest.param(events(level="FU", punished_as_larceny=True, punishable_by_life=True),
                     "now", id="a felony for life bars all"),
        pytest.param(events(statute="18.2-57.3", victim_family_or_household=True), "now",
                     id="against the family"),
        pytest.param(events(statute="18.2-121", punished_as_hate_crime=True), "now", id="hate"),
        pytest.param(events(statute="18.2-387", requires_sex_registration=True), "now",
                     id="one must register for it"),
        pytest.param(events(level="F5", violent_felony_listed=True), "now", id="violent"),
        pytest.param(events(level="F5", firearm_used=True), "now", id="with a firearm"),
        pytest.param(events(level="F5", firearm_used=True,
                            firearm_rights_restored_on="2027-02-03"),
                     "never", id="until firearm rights are given back"),
        pytest.param(events(**TIME), "never", id="released"),
        pytest.param(events(probation_revoked_on="2013-01-02"), "never", id="revoked"),
        pytest.param(events(violation_found_on="2013-01-02"), "never", id="a violation"),
        pytest.param(events(violation_released_on="2013-01-02"), "never", id="time for it"),
        pytest.param(events(VIOLATION | {"ancillary": False}), "never", id="no violation"),
        pytest.param([{**one, "violation_was_of_this_charge": False} for one in events()]
                     + [VIOLATION], "never", id="a violation that was about none of these"),
        pytest.param(events(convicted("M", **NO_DAY, reportable=False)), "never",
                     id="a conviction that is not reported"),
        pytest.param(events(restitution_owed=False), "never", id="no restitution owed"),
        pytest.param(events(restitution_ordered=False), "never", id="none ordered"),
        pytest.param(events(restitution_ordered=True, restitution_paid=True), "never", id="paid"),
        pytest.param(events(disposition="dismissed", plea="Guilty"), "unknown",
                     id="perhaps a deferral"),
    ],
)  # fmt: skip
def test_everything_of_a_person(charges, expected):
    assert whole(*charges, question="limit.19_2_392_12").status == expected
