"""Virginia: expungement, before and after the text of 1 December 2026, and of the innocent."""

import pytest

from tests.law.us.va.records import a_charge, answers, ask, convicted, deferred, dismissed, since

ASKED, INNOCENT = "clear.19_2_392_2", "clear.19_2_392_2_innocence"
LAST_DAY, FIRST_DAY = "2026-11-30", "2026-12-01"
GATEWAY = "law:us-va/expungement_gateway"


@pytest.mark.parametrize(
    ("charge", "before", "after"),
    [
        pytest.param(dismissed(), "now 2012-03-10", "now 2012-03-10", id="dismissed"),
        pytest.param(a_charge("M1", "acquitted", "2012-03-10"), "now 2012-03-10",
                     "now 2012-03-10", id="acquitted"),
        pytest.param(a_charge("F4", "nolle_prosequi", "2012-03-10"), "now 2012-03-10",
                     "now 2012-03-10", id="nolle prosequi of a felony"),
        pytest.param(a_charge("C", "dismissed", "2012-03-10"), "now 2012-03-10",
                     "now 2012-03-10", id="a civil offense"),
        pytest.param(convicted(), "not asked", "not asked", id="a conviction"),
        pytest.param(dismissed("I"), "not asked", "not asked", id="a traffic infraction"),
        pytest.param(dismissed(facts_sufficient=False), "now 2012-03-10", "now 2012-03-10",
                     id="facts not sufficient"),
        pytest.param(dismissed(jurisdiction="us-mo"), "not asked", "not asked", id="another state"),
        pytest.param(a_charge("M1", "pending", None), "later always..never",
                     "later always..never", id="still open"),
        pytest.param(a_charge("M1", "acquitted", "2012-03-10", not_guilty_by_insanity=True),
                     "unknown 2012-03-10..never", "unknown 2012-03-10..never", id="insanity"),
        pytest.param(dismissed(lesser_charge=True), "unknown 2012-03-10..never",
                     "unknown 2012-03-10..never", id="it gave way to a lesser one"),
        pytest.param(dismissed(plea="Alford"), "unknown 2012-03-10..never",
                     "unknown 2012-03-10..never", id="dismissed after a plea of guilt"),
        pytest.param(dismissed(plea="Not Guilty"), "now 2012-03-10", "now 2012-03-10",
                     id="after a plea of not guilty"),
        pytest.param(deferred(), "unknown 2026-12-01..never", "unknown 2012-03-10..never",
                     id="a deferral: no now, and open from December"),
        pytest.param(dismissed(facts_sufficient=True), "unknown 2026-12-01..never",
                     "unknown 2012-03-10..never", id="after stipulated facts: the same"),
    ],
)  # fmt: skip
def test_expungement(charge, before, after):
    assert since(charge, question=ASKED, as_of=LAST_DAY) == before
    assert since(charge, question=ASKED, as_of=FIRST_DAY) == after


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-07-17", "never"),
        ("2026-07-18", "unknown 2026-12-01..never"),
        (LAST_DAY, "unknown 2026-12-01..never"),
        (FIRST_DAY, "unknown 2012-03-10..never"),
    ],
)
def test_the_new_text_is_told_from_the_day_it_was_seen(as_of, expected):
    assert since(deferred(), question=ASKED, as_of=as_of) == expected


def test_a_deferral_is_told_what_it_turns_on():
    assert ask(deferred(), question=ASKED).endswith(GATEWAY)


def test_the_right_does_not_end_with_the_old_text():
    assert answers("clear", dismissed(), as_of=LAST_DAY)[-1].closes is None


@pytest.mark.parametrize(
    ("charges", "standard"),
    [
        pytest.param([dismissed()], "shall", id="a misdemeanor, no prior record"),
        pytest.param([dismissed("C")], "shall", id="a civil offense"),
        pytest.param([dismissed("F5")], "may", id="a felony"),
        pytest.param([dismissed(), convicted(on="2001-01-01")], "may", id="a prior record"),
        pytest.param(
            [dismissed(), convicted("I", on="2001-01-01")],
            "shall",
            id="a traffic infraction is none",
        ),
    ],
)
def test_whether_the_court_must(charges, standard):
    assert answers(ASKED, *charges, as_of=LAST_DAY)[0].brings.standard == standard
    assert answers(ASKED, *charges, as_of=FIRST_DAY)[0].brings.standard == "may"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, "not asked", id="nothing of it"),
        pytest.param({"identity_used_by_another": True}, "now 2012-03-10", id="another's name"),
        pytest.param({"dismissed_as_wrong_person": True}, "now 2012-03-10", id="wrong person"),
        pytest.param({"absolute_pardon_on": "2020-01-02"}, "now 2020-01-02", id="a pardon"),
        pytest.param({"innocence_writ_on": "2021-03-04"}, "now 2021-03-04", id="a writ"),
        pytest.param({"innocence_writ_on": "2027-03-04"}, "later 2027-03-04", id="to come"),
    ],
)
def test_the_innocent(facts, expected):
    assert since(convicted(**facts), question=INNOCENT) == expected
