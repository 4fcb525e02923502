"""RSMo 556.061(19) on the day of the offense, as conditional release asks for it."""

import pytest

from tests.law.us.mo.records import a_charge, ask

DANGEROUS = "never: not_dangerous"
OPEN = "unknown 2032-01-15..never"


def release(statute, offended, offense_class="B", **facts):
    charge = a_charge(
        statute=statute, offense_date=offended, disposition_date="2026-01-15",
        sentence={"type": "prison", "years": 9, "effective_start": "2026-01-15"},
        **{"class": offense_class, **facts},
    )  # fmt: skip
    return ask("release.conditional", charge, prior_doc_commitments=0)


@pytest.mark.parametrize(
    ("statute", "first_day", "facts"),
    [
        ("566.067", "2017-01-01", {}),
        ("566.068", "2017-01-01", {}),
        ("565.052", "2017-01-01", {"special_victim": True}),
        ("577.010", "2017-01-01", {"habitual_offender": True}),
        ("577.012", "2017-01-01", {"habitual_offender": True}),
        ("577.013", "2017-01-01", {"habitual_offender": True}),
        ("577.014", "2017-01-01", {"habitual_offender": True}),
        ("570.027", "2020-08-28", {"class": "A"}),
        ("562.014", "2020-08-28", {"offense_aimed_at": "570.023"}),
        ("564.016", "2020-08-28", {"offense_aimed_at": "570.023"}),
        ("568.045", "2025-08-28", {"fentanyl": True}),
    ],
)
def test_an_offense_is_dangerous_from_a_day(statute, first_day, facts):
    day_before = {
        "2017-01-01": "2016-12-31", "2020-08-28": "2020-08-27", "2025-08-28": "2025-08-27",
    }[first_day]  # fmt: skip
    assert release(statute, first_day, **facts) == DANGEROUS
    assert release(statute, day_before, **facts) == "later 2032-01-15"


@pytest.mark.parametrize(
    ("offended", "expected"),
    [
        ("2025-08-27", "later 2032-01-15"),
        ("2025-08-28", f"{OPEN}: law:us-mo/dangerous_568_045"),
    ],
)  # fmt: skip
def test_endangering_a_child_without_fentanyl_is_open_law(offended, expected):
    assert release("568.045", offended, fentanyl=False) == expected


def test_a_lesser_hijacking_is_not_dangerous():
    assert release("570.027", "2021-01-01") == "later 2032-01-15"


@pytest.mark.parametrize(
    ("statute", "facts", "missing"),
    [
        ("565.052", {}, "charge.special_victim"),
        ("566.032", {}, "charge.victim_under_12"),
        ("565.153", {}, "charge.concealed_days"),
        ("568.060", {"death_element": None}, "charge.death_element"),
        ("577.010", {}, "charge.habitual_offender"),
        ("562.012", {"offense_aimed_at": "566.030"}, "charge.physical_injury"),
        ("570.027", {"class": None}, "charge.class"),
    ],
)
def test_what_the_definition_asks_and_the_record_lacks(statute, facts, missing):
    found = release(statute, "2021-01-01", **facts)
    assert found.startswith(f"{OPEN}: ")
    assert missing in found
