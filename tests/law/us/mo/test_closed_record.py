"""RSMo 610.100 and 610.105: from when a record is closed without a petition."""

import pytest

from tests.law.us.mo.records import a_charge, ask, in_one_case


def an_arrest(**facts):
    return a_charge(disposition="no_charge_filed", disposition_date=None, **facts)


def ended(how="dismissed", on="2024-07-09", **facts):
    return a_charge(disposition=how, disposition_date=on, disposition_completed_on=None, **facts)


def suspended(done="2020-05-10", **facts):
    return a_charge(
        disposition="sis", disposition_date="2018-05-10", disposition_completed_on=done, **facts
    )


NOW, PENDING = "2026-11-23", {"disposition": "pending", "disposition_date": None, "open": True}


@pytest.mark.parametrize(
    ("cases", "as_of", "expected"),
    [
        pytest.param([ended()], NOW, "now 2024-07-09", id="a dismissed charge closes that day"),
        pytest.param([ended()], "2024-07-08", "later 2024-07-09", id="and not the day before"),
        pytest.param([ended("nolle_prosequi")], NOW, "now 2024-07-09",
                     id="so does one not pursued"),
        pytest.param([ended("acquitted", statute="565.050")], NOW, "now 2024-07-09",
                     id="not guilty closes whatever the offense was"),
        pytest.param([a_charge()], NOW, "never: no_conviction", id="a conviction stays open"),
        pytest.param([a_charge(**PENDING)], NOW,
                     "later always..never: waits on the end of this open charge",
                     id="an open charge waits for its end"),
        pytest.param([suspended()], NOW, "now 2020-05-10",
                     id="a suspended sentence closes when probation is done"),
        pytest.param([suspended("2027-05-10")], NOW, "later 2027-05-10",
                     id="probation that is expected to end closes then"),
        pytest.param([suspended(None)], NOW,
                     "unknown 2018-05-10..never: charge.disposition_completed_on",
                     id="probation of which nothing is known is unknown"),
        pytest.param([suspended(probation_revoked_on="2019-02-10")], NOW, "never: probation_kept",
                     id="probation taken back is no end without a sentence"),
        pytest.param([an_arrest(arrest_date="2026-10-24")], NOW, "now 2026-11-23",
                     id="an arrest closes on the thirtieth day without a charge"),
        pytest.param([an_arrest(arrest_date="2026-10-25")], NOW, "later 2026-11-24",
                     id="and not on the twenty-ninth"),
        pytest.param([an_arrest(arrest_date="2024-01-31")], NOW, "now 2024-03-01",
                     id="thirty days from 31 January run over the leap day"),
        pytest.param([an_arrest(arrest_date=None)], NOW,
                     "unknown 2015-01-31..never: charge.arrest_date",
                     id="an arrest on an unknown day came no sooner than the offense"),
        pytest.param([ended(on=None)], NOW, "unknown always..never: charge.disposition_date",
                     id="a dismissal on an unknown day is unknown"),
        pytest.param([ended(jurisdiction="us-il")], NOW, "never: missouri_record",
                     id="another state's record is not Missouri's to close"),
        pytest.param([a_charge(disposition=None)], NOW,
                     "unknown always..never: charge.disposition, law:us-mo/closed.diverted",
                     id="an unknown ending is unknown"),
        pytest.param([ended("diverted")], NOW,
                     "unknown 2024-07-09..never: law:us-mo/closed.diverted",
                     id="a program outside court is open law"),
        *(pytest.param([ended(how)], NOW, "now 2024-07-09", id=f"{how} closes")
          for how in ("quashed", "deferred_dismissed", "no_true_bill", "no_probable_cause")),
        pytest.param([in_one_case(ended(), a_charge(**{**PENDING, "open": ...}))], NOW,
                     "later 2024-07-09..never: waits on the end of another charge of this case",
                     id="a dismissed count waits for the open one beside it"),
        pytest.param([in_one_case(ended(), a_charge(disposition_date="2025-02-03"))], NOW,
                     "now 2025-02-03", id="a dismissed count closes when the whole case is over"),
        pytest.param([ended(), a_charge(**PENDING)], NOW, "now 2024-07-09",
                     id="another case is another matter"),
    ],
)  # fmt: skip
def test_a_record_closes(cases, as_of, expected):
    assert ask("closed", *cases, as_of=as_of) == expected
