"""California: what a county chose for Proposition 64 in bulk, option by option, both sides of each.

Each option stands alone over a law in which nothing else was chosen, and is asked on 11 November
2019 of a felony of 11359 that the person was convicted of on 12 May 2014.
"""

import pytest

from homeward.explain.engines import Engines
from homeward.law.overlays import overlay
from tests.law.us.ca.records import answer, ask, convicted

DAY = "2019-11-11"
DISMISS, REDUCE = "baselineEligibility.dismiss", "baselineEligibility.reduce"
YOUNG = "additionalRelief.subjectUnder21AtConviction"
AGE = "additionalRelief.subjectAgeThreshold"
LONG_AGO = "additionalRelief.yearsSinceConvictionThreshold"
FREE = "additionalRelief.yearsCrimeFreeThreshold"
ONLY = "additionalRelief.subjectHasOnlyProp64Charges"
DECEASED = "additionalRelief.subjectIsDeceased"
SECTIONS = ["11357", "11358", "11359", "11360"]


def chosen(**options):
    """The law of a county that chose this and nothing else."""
    nested = {}
    for name, value in options.items():
        group, _, option = name.partition(".")
        nested.setdefault(group, {})[option] = value
    return Engines(patches=(overlay({"program": "prop64-bulk", "options": nested}),))


def cannabis(statute="11359 HS", kind="felony", *, on="2014-05-12", **facts):
    return convicted(kind, statute=statute, on=on, **facts)


def county(options, *charges, question="clear.prop64", **person):
    """What the county's choices answer for the first charge."""
    facts = {"birth_date": "1985-03-14", "deceased": False, **person}
    return ask(question, *charges, as_of=DAY, engines=chosen(**options), **facts)


THEFT = convicted("misdemeanor", statute="PC 484(a)", on="2000-01-01")


@pytest.mark.parametrize("kind", ["misdemeanor", "infraction"])
@pytest.mark.parametrize("statute", SECTIONS)
def test_what_is_no_felony_is_dismissed_whatever_was_chosen(statute, kind):
    assert county({}, cannabis(statute, kind)) == "now always"


@pytest.mark.parametrize("statute", SECTIONS)
def test_a_felony_stays_where_nothing_was_chosen(statute):
    alone = cannabis(statute, on="1990-01-01")
    assert county({}, alone, birth_date="1940-01-01", deceased=True) == "never"


@pytest.mark.parametrize("option", [DISMISS, REDUCE])
@pytest.mark.parametrize("listed", SECTIONS)
@pytest.mark.parametrize("statute", SECTIONS)
def test_a_section_that_was_chosen(option, listed, statute):
    expected = "now always" if statute == listed else "never"
    assert county({option: [listed]}, cannabis(f"HS {statute}(a)"), THEFT) == expected


@pytest.mark.parametrize(
    ("options", "effect"),
    [
        pytest.param({DISMISS: ["11359"]}, "dismissed", id="dismissed"),
        pytest.param({REDUCE: ["11359"]}, "reduced", id="made less"),
        pytest.param({DISMISS: ["11359"], REDUCE: ["11359"]}, "dismissed",
                     id="both: dismissal comes first"),
        pytest.param({REDUCE: ["11359"], ONLY: True}, "dismissed",
                     id="made less, and dismissed for another reason"),
    ],
)  # fmt: skip
def test_what_the_county_does(options, effect):
    found = answer("clear.prop64", cannabis(), as_of=DAY, engines=chosen(**options))
    assert found.brings.effect == effect


def test_a_section_that_only_looks_alike_is_not_asked():
    assert county({DISMISS: SECTIONS}, cannabis("HS 11357.5")) == "not_applicable"
    assert county({DISMISS: SECTIONS}, cannabis("HS 11361")) == "not_applicable"


@pytest.mark.parametrize(
    ("options", "charges", "person", "expected"),
    [
        pytest.param({YOUNG: True}, [cannabis()], {"birth_date": "1993-05-13"}, "now always",
                     id="twenty-one the day after the conviction"),
        pytest.param({YOUNG: True}, [cannabis()], {"birth_date": "1993-05-12"}, "never",
                     id="twenty-one on the day itself"),
        pytest.param({YOUNG: False}, [cannabis()], {"birth_date": "1993-05-13"}, "never",
                     id="youth was not chosen"),
        pytest.param({YOUNG: True}, [cannabis(on="2017-02-28")], {"birth_date": "1996-02-29"},
                     "now always", id="of a leap day the birthday is 1 March"),
        pytest.param({YOUNG: True}, [cannabis(on="2017-03-01")], {"birth_date": "1996-02-29"},
                     "never", id="and on 1 March twenty-one is reached"),
        pytest.param({YOUNG: True}, [cannabis()], {"birth_date": None},
                     "unknown always..never: person.birth_date", id="no birth date"),
        pytest.param({YOUNG: True}, [cannabis(disposition_date=None)], {},
                     "unknown always..never: charge.disposition_date", id="no day of conviction"),
        pytest.param({AGE: 40}, [cannabis()], {"birth_date": "1979-11-11"}, "now 2019-11-11",
                     id="forty today"),
        pytest.param({AGE: 40}, [cannabis()], {"birth_date": "1979-11-12"}, "later 2019-11-12",
                     id="forty tomorrow"),
        pytest.param({AGE: 65}, [cannabis()], {"birth_date": "1954-11-11"}, "now 2019-11-11",
                     id="sixty-five today"),
        pytest.param({AGE: 65}, [cannabis()], {"birth_date": "1954-11-12"}, "later 2019-11-12",
                     id="sixty-five tomorrow"),
        pytest.param({AGE: 0}, [cannabis()], {"birth_date": "1930-01-01"}, "never",
                     id="zero: no age was chosen"),
        pytest.param({AGE: 40}, [cannabis()], {"birth_date": None},
                     "unknown always..never: person.birth_date", id="age, and no birth date"),
        pytest.param({LONG_AGO: 5}, [cannabis(on="2014-11-11")], {}, "now 2019-11-11",
                     id="five years to the day"),
        pytest.param({LONG_AGO: 5}, [cannabis(on="2014-11-12")], {}, "later 2019-11-12",
                     id="a day short"),
        pytest.param({LONG_AGO: 15}, [cannabis(on="2004-11-11")], {}, "now 2019-11-11",
                     id="fifteen years to the day"),
        pytest.param({LONG_AGO: 5}, [cannabis(on="2014-11-11"), cannabis(on="2019-01-01")], {},
                     "now 2019-11-11", id="a newer conviction does not count here"),
        pytest.param({LONG_AGO: 3}, [cannabis(on="2016-02-29")], {}, "now 2019-03-01",
                     id="from a leap day"),
        pytest.param({LONG_AGO: 0}, [cannabis(on="1980-01-01")], {}, "never",
                     id="zero: no years were chosen"),
        pytest.param({LONG_AGO: 5}, [cannabis(disposition_date=None)], {},
                     "unknown always..never: charge.disposition_date",
                     id="years, and no day of conviction"),
        pytest.param({FREE: 5}, [cannabis(on="2014-11-10")], {}, "now 2019-11-11",
                     id="no conviction for five years and a day"),
        pytest.param({FREE: 5}, [cannabis(on="2014-11-11")], {}, "later 2019-11-12",
                     id="for five years to the day"),
        pytest.param({FREE: 1}, [cannabis(on="2010-01-01"),
                                 {**THEFT, "disposition_date": "2018-11-11"}], {},
                     "later 2019-11-12", id="a newer conviction of another kind"),
        pytest.param({FREE: 1}, [cannabis(on="2010-01-01"),
                                 {**THEFT, "disposition_date": "2018-11-10"}], {},
                     "now 2019-11-11", id="a day older"),
        pytest.param({FREE: 1}, [cannabis(on="2010-01-01"),
                                 {**THEFT, "disposition": "dismissed",
                                  "disposition_date": "2019-01-01"}], {},
                     "now 2011-01-02", id="a dismissal is no conviction"),
        pytest.param({FREE: 1}, [cannabis(on="2010-01-01"), {**THEFT, "jurisdiction": "us-or",
                                                             "disposition_date": "2019-01-01"}],
                     {}, "later 2020-01-02", id="a conviction elsewhere"),
        pytest.param({FREE: 0}, [cannabis(on="1980-01-01")], {}, "never",
                     id="zero: no years without a conviction were chosen"),
        pytest.param({FREE: 5}, [cannabis(), {**THEFT, "disposition_date": None}], {},
                     "unknown 2019-05-13..never: charge.disposition_date@c2/1",
                     id="the day of the other one is not known"),
        pytest.param({ONLY: True}, [cannabis(), cannabis("HS 11358", on="2010-01-01")], {},
                     "now always", id="only cannabis"),
        pytest.param({ONLY: True}, [cannabis(), THEFT], {}, "never", id="and a theft"),
        pytest.param({ONLY: True}, [cannabis(), {**THEFT, "disposition": "dismissed"}], {},
                     "now always", id="and a theft that was dismissed"),
        pytest.param({ONLY: False}, [cannabis()], {}, "never", id="only cannabis, not chosen"),
        pytest.param({ONLY: True}, [cannabis()], {"record_complete": False},
                     "unknown always..never: person.record_complete",
                     id="only cannabis, as far as is known"),
        pytest.param({DECEASED: True}, [cannabis()], {"deceased": True}, "now always",
                     id="has died"),
        pytest.param({DECEASED: True}, [cannabis()], {"deceased": False}, "never", id="lives"),
        pytest.param({DECEASED: False}, [cannabis()], {"deceased": True}, "never",
                     id="has died, not chosen"),
        pytest.param({DECEASED: True}, [cannabis()], {"deceased": None},
                     "unknown always..never: person.deceased", id="not known"),
    ],
)  # fmt: skip
def test_an_option_alone(options, charges, person, expected):
    assert county(options, *charges, **person) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        pytest.param({}, "later 2024-05-12", id="years since the conviction come first"),
        pytest.param({"birth_date": "1970-01-01"}, "later 2020-01-01", id="the age comes first"),
        pytest.param({"birth_date": "1969-11-11"}, "now 2019-11-11", id="today"),
        pytest.param({"deceased": True}, "now always", id="has died"),
    ],
)
def test_the_earliest_of_several_options(person, expected):
    options = {AGE: 50, LONG_AGO: 10, FREE: 15, DECEASED: True, YOUNG: True, ONLY: True}
    assert county(options, cannabis(), THEFT, **person) == expected


def test_without_a_countys_choice_the_statute_is_asked():
    for question in ("clear.prop64_dismissal", "clear.prop64_reduction"):
        assert ask(question, cannabis()) == "not_applicable"
    assert county({DISMISS: SECTIONS}, cannabis(), question="clear.11361_8") == "not_applicable"


@pytest.mark.parametrize("question", ["clear.prop64_dismissal", "clear.prop64_reduction"])
def test_the_choices_begin_with_the_act(question):
    engines = chosen(**{DISMISS: SECTIONS, REDUCE: SECTIONS})
    assert ask(question, cannabis(), as_of="2016-11-08", engines=engines) == "not_applicable"
    assert ask(question, cannabis(), as_of="2016-11-09", engines=engines) == "now always"
