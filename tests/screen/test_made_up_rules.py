"""Rules made up at random mean the same one by one and all at once, for people made up too."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.rules import amounts, dates
from tests.screen.both_ways import differences, read
from tests.screen.made_up_people import people
from tests.screen.made_up_rules import CODES, DAYS, law_of, laws

_DAYS = [day.isoformat() for day in DAYS]
PERSON = {
    "birth_date": ["1990-02-28", "2004-02-29"], "cdl_holder": [True, False],
    "prior_expungements.felony": [0, 1, 2], "prior_doc_commitments": [0, 1],
    "alcohol_enforcement_contacts": [[], ["2019-08-31"], ["2016-02-29", "2024-02-29"]],
    "record_complete": [True, True, True, False],
}  # fmt: skip
CASE = {
    "jurisdiction": ["us-zz", "us-zz", "us-mo"], "court": list(CODES["case.court"]),
    "county": ["Cole", "Clay"], "filed_on": _DAYS, "open": [True, False],
}  # fmt: skip
CHARGE = {
    "statute": ["10.010", "20.010", "20.020", "30.010", "no such law"],
    "severity": [*CODES["charge.severity"], "infraction"], "class": ["A", "C"],
    "disposition": [*CODES["charge.disposition"], "acquitted"],
    "offense_date": _DAYS, "arrest_date": _DAYS, "disposition_date": _DAYS,
    "disposition_completed_on": _DAYS, "sealed_on": [None, *_DAYS[:3]],
    "death_element": [True, False], "requires_sex_registration": [True, False],
    "obligations_outstanding": [True, False, None], "same_course_id": ["S1", "S2"],
    "sentence.years": [0, 1, 2.5, 10], "sentence.consecutive_terms_years": [[], [1], [2, 3.5]],
}  # fmt: skip
AS_OF = date(2026, 11, 23)
CROWD = st.lists(people(PERSON, CASE, CHARGE), min_size=1, max_size=4)
SLOW_TO_MAKE = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@given(laws(deep=2), CROWD)
@settings(max_examples=60, suppress_health_check=SLOW_TO_MAKE)
def test_a_rule_means_the_same_one_by_one_and_all_at_once(body, crowd):
    assert differences(read(crowd), AS_OF, [body]) == []


SOON = dates.Since(dates.On(date(2010, 1, 1)), amounts.Parameter("open_months"), "months")
LATE = amounts.Parameter("turning_day")
ONE_CHARGE = {
    "person": {},
    "cases": [{"case_id": "c1", "jurisdiction": "us-zz", "charges": [{"charge_id": "1"}]}],
}


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(dates.Bounded(SOON, None, LATE), id="a later day bounds nothing from above"),
        pytest.param(dates.Bounded(SOON, LATE, None), id="a later day bounds it from below"),
        pytest.param(dates.Bounded(LATE, SOON, None), id="a sooner day bounds nothing from below"),
        pytest.param(dates.Bounded(LATE, None, SOON), id="a sooner day bounds it from above"),
    ],
)
def test_what_bounds_a_day_matters_only_where_it_can_move_it(tree):
    assert differences(read([ONE_CHARGE]), AS_OF, [law_of(tree)]) == []


@pytest.mark.slow
@given(laws(deep=4), CROWD)
@settings(max_examples=1_500, suppress_health_check=SLOW_TO_MAKE)
def test_a_deep_rule_means_the_same_one_by_one_and_all_at_once(body, crowd):
    assert differences(read(crowd), AS_OF, [body]) == []
