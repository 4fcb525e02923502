"""RSMo 610.140.13: whether everything that can be cleared fits the lifetime limits."""

import pytest

from tests.law.us.mo.records import a_charge, ask, in_one_case


def felony(**facts):
    return a_charge(**{"same_course_id": None, **facts})


def misdemeanor(**facts):
    return a_charge(
        **{
            "statute": "574.010",
            "severity": "misdemeanor",
            "class": "B",
            "same_course_id": None,
            **facts,
        }
    )


def apart(*charges):
    """Each in a course of its own."""
    return [{**one, "same_course_id": f"S{n}"} for n, one in enumerate(charges)]


def together(*charges):
    return [{**one, "same_course_id": "S"} for one in charges]


def courses(*numbers):
    return ", ".join(f"charge.same_course_id@c{n}/1" for n in numbers)


USED = {"prior_expungements": {"felony": 1, "misdemeanor": 2}}


@pytest.mark.parametrize(
    ("charges", "person", "expected"),
    [
        pytest.param([], {}, "now always", id="nothing to clear fits"),
        pytest.param([felony()] * 2 + [misdemeanor()] * 3, {}, "now always",
                     id="two felonies and three misdemeanors fit"),
        pytest.param([felony()] * 3, {}, f"unknown always..never: {courses(1, 2, 3)}",
                     id="a third felony fits only if two are of one course"),
        pytest.param([misdemeanor()] * 4, {}, f"unknown always..never: {courses(1, 2, 3, 4)}",
                     id="so does a fourth misdemeanor"),
        pytest.param(apart(felony(), felony(), felony()), {}, "never: places_for_all",
                     id="three felonies of three courses do not fit"),
        pytest.param(together(felony(), felony(), felony()), {}, "now always",
                     id="three of one course do"),
        pytest.param(apart(*[misdemeanor()] * 4), {}, "never: places_for_all",
                     id="four misdemeanors of four courses do not fit"),
        pytest.param([*apart(*[misdemeanor()] * 3), misdemeanor()], {},
                     f"unknown always..never: {courses(4)}",
                     id="the fourth may belong to one of the three"),
        pytest.param([*together(felony(), felony()), felony()], {}, "now always",
                     id="two of one course and one of an unknown course fit"),
        pytest.param(together(felony(), *[misdemeanor()] * 9), {}, "now always",
                     id="a course counts once, as its felony"),
        pytest.param([*apart(*[misdemeanor()] * 4), felony()], {},
                     f"unknown always..never: {courses(5)}",
                     id="a felony of an unknown course may lift one of four misdemeanors"),
        pytest.param([misdemeanor(severity="infraction")] * 9, {}, "now always",
                     id="infractions are not counted"),
        pytest.param(apart(*[misdemeanor(severity="ordinance", ordinance_jailable=True)] * 4), {},
                     "never: places_for_all", id="ordinances that allow jail are"),
        pytest.param(apart(*[misdemeanor(severity="ordinance", ordinance_jailable=False)] * 4), {},
                     "now always", id="ordinances that do not allow jail are not"),
        pytest.param(apart(*[misdemeanor(severity="ordinance")] * 4), {},
                     "unknown always..never: " + ", ".join(
                         f"charge.ordinance_jailable@c{n}/1" for n in (1, 2, 3, 4)),
                     id="whether they allow jail is not known"),
        pytest.param([felony(**{"class": "A"})] * 9, {}, "now always",
                     id="what can never be cleared takes no place"),
        pytest.param(apart(*[felony(disposition="pending", disposition_date=None,
                                    disposition_completed_on=None)] * 3), {},
                     "later always..never: waits on the end of this open charge, "
                     "waits on the end of another open charge",
                     id="charges that are still open may take none"),
        pytest.param([*apart(*[felony()] * 3), felony(disposition="dismissed",
                                                      disposition_date=None)], {},
                     "never: places_for_all", id="a charge dropped on an unknown day is over"),
        pytest.param([felony(), misdemeanor()], USED, "now always",
                     id="one place of each kind is left"),
        pytest.param(apart(felony(), felony()), USED, "never: places_for_all",
                     id="two felonies do not fit one place"),
        pytest.param([felony(), felony()], {"prior_expungements": {"felony": 2}}, "now always",
                     id="with no place left no felony can be asked for at all"),
        pytest.param(apart(*[felony(severity=None)] * 3), {},
                     "unknown always..never: " + ", ".join(
                         f"charge.severity@c{n}/1, charge.ordinance_jailable@c{n}/1"
                         for n in (1, 2, 3)),
                     id="what they are is not known"),
    ],
)  # fmt: skip
def test_everything_fits(charges, person, expected):
    assert ask("limit.610_140", *charges, **person) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2018-01-01", "now always"),
        ("2021-08-27", "now always"),
        ("2021-08-28", "now always"),
        ("2024-12-31", "now always"),
        ("2025-01-01", "never: places_for_all"),
    ],
    ids=["counts of one indictment counted once from 2018", "under the law of 2016",
         "under the law of 2021", "until the end of 2024", "and no longer"],
)  # fmt: skip
def test_counts_of_one_case(as_of, expected):
    counts = [felony(statute="569.170", offense_date="2010-01-01", disposition_date="2010-06-01",
                     disposition_completed_on="2010-06-01")] * 3  # fmt: skip
    case = in_one_case(*apart(*counts))
    assert ask("limit.610_140", case, as_of=as_of) == expected


EXCLUDED_BY = [
    {"sentence": {"dangerous": True}},
    {"statute": "562.012", "offense_aimed_at": "566.030", "physical_injury": True},
    {"statute": "566.030", "attempted": True, "physical_injury": True},
    {"statute": "569.160", "attempted": False},
    {"statute": "562.014", "offense_aimed_at": "570.023"},
    {"statute": "565.052", "special_victim": True},
    {"statute": "566.032", "victim_under_12": True},
    {"statute": "565.153", "concealed_days": 150},
    {"statute": "577.010", "habitual_offender": True},
    {"statute": "568.045", "fentanyl": True},
    {"requires_sex_registration_unknown": True, "registration_ordered": True},
    {"statute": "571.030", "weapon_exhibited": False, "disposition_date": "2017-01-01",
     "disposition_completed_on": "2018-01-01"},
    {"statute": "571.030", "weapon_exhibited": False, "weapon_concealed": False,
     "disposition_date": "2016-12-31", "disposition_completed_on": "2018-01-01"},
    {"death_element": True},
    {"requires_sex_registration": True},
    {"jurisdiction": "us-il"},
    {"disposition": "dismissed"},
    {"expunged_on": "2023-05-05"},
]  # fmt: skip


@pytest.mark.parametrize("facts", EXCLUDED_BY, ids=str)
def test_a_third_felony_that_cannot_be_cleared_takes_no_place(facts):
    charges = apart(felony(), felony(), felony(**facts))
    assert ask("limit.610_140", *charges) == "now always"


ORDINANCE = {"statute": "City 3", "severity": "ordinance", "ordinance_jailable": True}


@pytest.mark.parametrize(
    ("facts", "person"),
    [
        ({**ORDINANCE, "ordinance_equivalent_of": "565.076"}, {}),
        ({**ORDINANCE, "traffic_ordinance": True, "cdl_at_offense": True}, {"cdl_holder": True}),
        ({"statute": "302.321", "cdl_at_offense": True}, {"cdl_holder": True}),
    ],
    ids=["an excluded ordinance", "a traffic ordinance", "a traffic offense"],
)
def test_a_fourth_lesser_charge_that_cannot_be_cleared_takes_no_place(facts, person):
    charges = apart(*[misdemeanor()] * 3, misdemeanor(**facts))
    assert ask("limit.610_140", *charges, **person) == "now always"


def test_a_third_felony_that_may_be_cleared_takes_a_place():
    known = {"obligations_outstanding": False, "requires_sex_registration_unknown": False}
    fined = {"disposition_completed_on": None,
             "sentence": {"type": "fine", "fine_paid_on": "2016-06-01"}}  # fmt: skip
    two = apart(felony(), felony(**known))
    assert ask("limit.610_140", *two) == "now always"
    three = apart(felony(), felony(**known), felony(**fined))
    assert ask("limit.610_140", *three) == "never: places_for_all"
