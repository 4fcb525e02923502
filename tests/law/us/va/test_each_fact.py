"""Virginia: for each fact a record in which it is known and settles the answer.

tests/law/test_missing_facts.py takes each away in turn and looks at what is left.
"""

import pytest

from tests.law.us.va.records import a_charge, convicted, dismissed, plain, since

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
