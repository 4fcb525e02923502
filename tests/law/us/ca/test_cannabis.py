"""California: cannabis convictions from before Proposition 64, HS 11361.8 and 11361.9."""

import pytest

from tests.law.us.ca.records import ask, convicted

ASKED, ITSELF = "clear.11361_8", "clear.11361_9"
BOTH = pytest.mark.parametrize(
    ("question", "since"), [(ASKED, "2016-11-09"), (ITSELF, "2023-03-01")],
    ids=["on petition", "by itself"],
)  # fmt: skip


def cannabis(statute="HS 11359", *, on="2014-05-12", **facts):
    """A felony of selling cannabis that no prosecutor challenged."""
    return convicted(statute=statute, on=on, **{"prop64_challenged": False, **facts})


def earlier(statute, on, **facts):
    """A conviction from before it, of an offense that makes nobody register."""
    return convicted(statute=statute, on=on, **facts)


@BOTH
@pytest.mark.parametrize(
    ("charges", "person", "expected"),
    [
        pytest.param([cannabis()], {}, "now {since}", id="from before the act"),
        pytest.param([cannabis(on="2016-11-08")], {}, "now {since}", id="the day before the act"),
        pytest.param([cannabis(on="2016-11-09")], {}, "never", id="the day of the act"),
        pytest.param([cannabis("HS 11357")], {}, "now {since}", id="possession"),
        pytest.param([cannabis("HS 11358(a)")], {}, "now {since}", id="growing"),
        pytest.param([cannabis("HS 11359(c)(3)")], {}, "never", id="knowing sale to a minor"),
        pytest.param([cannabis("HS 11359(d)")], {}, "never", id="employing a young person"),
        pytest.param([cannabis("HS 11360(a)(3)(C)")], {}, "never", id="giving to a minor"),
        pytest.param([cannabis("HS 11360(a)(3)(D)")], {}, "never", id="import or export"),
        pytest.param([cannabis("HS 11360(a)(2)")], {}, "now {since}", id="moving"),
        pytest.param([cannabis(), earlier("PC 187", "2000-01-01")], {}, "never",
                     id="an earlier murder"),
        pytest.param([cannabis(), earlier("PC 187", "2014-05-11")], {}, "never",
                     id="the day before"),
        pytest.param([cannabis(), earlier("PC 187", "2014-05-12")], {}, "now {since}",
                     id="on the same day it is no earlier one"),
        pytest.param([cannabis(), earlier("PC 187", "2014-05-13")], {}, "now {since}",
                     id="a later murder"),
        pytest.param([cannabis(), earlier("PC 187", "2000-01-01", disposition="dismissed")], {},
                     "now {since}", id="a murder charge that was dismissed"),
        pytest.param([cannabis(prior_superstrike=True)], {}, "never",
                     id="the record tells of a grave felony"),
        pytest.param([cannabis(prior_superstrike=False), earlier("PC 187", "2000-01-01")], {},
                     "now {since}", id="the record says that there is none"),
        pytest.param([cannabis(), earlier("PC 314(1)", "2000-01-01", registrable=...)], {},
                     "never", id="an earlier offense that makes one register"),
        pytest.param([cannabis(), earlier("PC 314(1)", "2000-01-01")], {}, "now {since}",
                     id="a court spared the duty"),
        pytest.param([cannabis(), earlier("HS 11351", "2000-01-01", registrable=True)], {},
                     "never", id="an earlier one that did, off the list"),
        pytest.param([cannabis()], {"registered_290": True}, "never", id="has to register now"),
        pytest.param([cannabis("HS 11357(a)")], {"registered_290": True}, "now {since}",
                     id="having it is no felony today, whoever had it"),
        pytest.param([cannabis("HS 11357(a)"), earlier("PC 187", "2000-01-01")], {},
                     "now {since}", id="nor after a murder"),
        pytest.param([cannabis(), earlier("PC 187", "2000-01-01", severity="misdemeanor")], {},
                     "now {since}", id="only a felony is of the gravest"),
        pytest.param([cannabis()], {"registered_290": ...},
                     "unknown {since}..never: person.registered_290", id="not known"),
        pytest.param([cannabis(), earlier("HS 11359", "2001-01-01"),
                      earlier("HS 11359(a)", "2002-01-01")], {}, "never",
                     id="two earlier ones of the same section"),
        pytest.param([cannabis(), earlier("HS 11359", "2001-01-01")], {}, "now {since}",
                     id="one earlier one"),
        pytest.param([cannabis(), earlier("HS 11359", "2001-01-01"),
                      earlier("HS 11360", "2002-01-01")], {}, "now {since}",
                     id="of two sections"),
        pytest.param([cannabis("HS 11357"), earlier("HS 11357", "2001-01-01"),
                      earlier("HS 11357", "2002-01-01")], {}, "now {since}",
                     id="possession is never counted"),
        pytest.param([cannabis("HS 11358"), earlier("HS 11358", "2001-01-01"),
                      earlier("HS 11358", "2002-01-01")], {}, "never", id="growing is"),
        pytest.param([cannabis("HS 11360"), earlier("HS 11360", "2001-01-01"),
                      earlier("HS 11360", "2002-01-01")], {}, "never", id="moving is"),
    ],
)  # fmt: skip
def test_a_conviction_from_before_the_act(question, since, charges, person, expected):
    assert ask(question, *charges, **person) == expected.format(since=since)


@BOTH
@pytest.mark.parametrize(
    ("charge", "person", "missing"),
    [
        pytest.param(cannabis(disposition_date=None), {}, "charge.disposition_date",
                     id="the day of the conviction"),
        pytest.param(cannabis(), {"record_complete": False},
                     "charge.prior_superstrike, person.record_complete", id="the whole record"),
        pytest.param(cannabis("HS 11358(d)"), {}, "law:us-ca/environmental_crimes",
                     id="harm to the land"),
    ],
)  # fmt: skip
def test_what_is_asked_for(question, since, charge, person, missing):
    assert ask(question, charge, **person) == f"unknown {since}..never: {missing}"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"prop64_challenged": False}, "now 2023-03-01", id="not challenged"),
        pytest.param({"prop64_challenged": True}, "never", id="challenged"),
        pytest.param(
            {"prop64_challenged": None},
            "unknown 2023-03-01..never: charge.prop64_challenged",
            id="not known",
        ),
    ],
)
def test_a_challenge_by_july_2020(facts, expected):
    assert ask(ITSELF, cannabis(**facts)) == expected
    assert ask(ASKED, cannabis(**facts)) == "now 2016-11-09"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2016-11-08", "not_applicable"), ("2016-11-09", "now 2016-11-09")],
)
def test_the_act_begins(as_of, expected):
    assert ask(ASKED, cannabis(), as_of=as_of) == expected


def test_the_courts_orders_were_due_in_march_2023():
    assert ask(ITSELF, cannabis(), as_of="2023-02-28") == "later 2023-03-01"
    assert ask(ITSELF, cannabis(), as_of="2023-03-01") == "now 2023-03-01"


@pytest.mark.parametrize(
    "charge",
    [
        pytest.param(cannabis(disposition="dismissed"), id="no conviction"),
        pytest.param(convicted(statute="HS 11351"), id="another drug"),
        pytest.param(convicted(statute="HS 11357.5"), id="a section that only looks alike"),
    ],
)
def test_of_what_it_is_not_asked(charge):
    assert ask(ASKED, charge) == "not_applicable"
