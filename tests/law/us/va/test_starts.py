"""Virginia: the first day of each rule of the sealing chapter, and the day it was known."""

import pytest

from tests.law.us.va.records import a_charge, answers, convicted, dismissed, plain

OLD = {"arrest_date": "2012-01-10", "filed_on": "2012-01-10"}
PROBATION = {"ancillary": True, "main_matter_sealed_under": "19.2-392.7",
             "main_matter_sealed_on": "2012-05-06"}  # fmt: skip
MARIJUANA = convicted(statute="18.2-250.1")
RULES = {
    "us-va/automatic": ("clear", convicted()),
    "us-va/former-marijuana": ("clear", MARIJUANA),
    "us-va/at-conclusion": ("clear", a_charge("M1", "acquitted", "2026-07-01",
                                              offense_date="2026-05-02")),
    "us-va/clean-record": ("clear", dismissed(**OLD)),
    "us-va/traffic": ("clear", convicted("I", on="2010-01-01", statute="46.2-862")),
    "us-va/minor-petition": ("clear", convicted()),
    "us-va/petition": ("clear", plain()),
    "us-va/ancillary": ("clear", convicted(**PROBATION)),
    "us-va/background-check": ("state_report_barred", MARIJUANA),
    "us-va/no-asking": ("ask.19_2_392_15", MARIJUANA),
}  # fmt: skip


def asked(rule, as_of):
    question, charge = RULES[rule]
    return next(one for one in answers(question, charge, as_of=as_of) if one.rule == rule)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_known_from_the_end_of_2025_and_law_from_july_2026(rule):
    assert not asked(rule, "2025-12-30").applies
    for as_of, status in (("2025-12-31", "later"), ("2026-06-30", "later"), ("2026-07-01", "now")):
        found = asked(rule, as_of)
        assert (found.status, str(found.when[0])) == (status, "2026-07-01")
