"""RSMo 610.131 and 568.040.6: routes that are named, and whose texts were not read."""

import pytest

from tests.law.us.mo.records import a_charge, ask


def prostitution(on="2017-04-11", **facts):
    return a_charge(
        **{"statute": "567.020", "severity": "misdemeanor", "offense_date": on, **facts}
    )


BORN = {"birth_date": "1999-04-12"}
UNREAD = "unknown always..never: law:us-mo/"


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param(prostitution(), BORN, UNREAD + "610_131", id="a day before eighteen"),
        pytest.param(prostitution("2017-04-12"), BORN, "not_applicable", id="at eighteen"),
        pytest.param(prostitution(), {"birth_date": None},
                     "unknown always..never: person.birth_date, law:us-mo/610_131",
                     id="at an unknown age"),
        pytest.param(prostitution(None), BORN,
                     "unknown always..never: charge.offense_date, law:us-mo/610_131",
                     id="on an unknown day"),
        pytest.param(a_charge(), BORN, "not_applicable", id="another offense"),
        pytest.param(prostitution(jurisdiction="us-il"), BORN, "not_applicable",
                     id="another state"),
        pytest.param(prostitution(statute=None), BORN,
                     "unknown always..never: charge.statute, law:us-mo/610_131",
                     id="an unknown section"),
    ],
)  # fmt: skip
def test_prostitution_of_a_child(charge, person, expected):
    assert ask("clear.610_131", charge, **person) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(a_charge(statute="568.040"), UNREAD + "568_040_6", id="nonsupport"),
        pytest.param(a_charge(), "not_applicable", id="another offense"),
        pytest.param(a_charge(statute="568.040", disposition="dismissed"), "not_applicable",
                     id="nonsupport that was dismissed"),
        pytest.param(a_charge(statute="568.040", jurisdiction="us-il"), "not_applicable",
                     id="nonsupport elsewhere"),
        pytest.param(a_charge(statute="568.040", disposition=None),
                     "unknown always..never: charge.disposition, law:us-mo/568_040_6",
                     id="nonsupport of unknown ending"),
    ],
)  # fmt: skip
def test_nonsupport(charge, expected):
    assert ask("clear.568_040", charge) == expected
