"""California: 1203.43, 1203.45, 17(b), Proposition 47 and the certificate of rehabilitation."""

import pytest

from tests.law.us.ca.records import answer, arrest, ask, convicted, custody, probation

ENTRY, MINOR = "clear.1203_43", "clear.1203_45"
WOBBLER, PROP_47, CERTIFICATE = "reduce.17_b", "reduce.1170_18", "certificate.4852_01"


def entered(granted, how="dismissed", on="2004-03-03", **facts):
    """A drug charge with deferred entry of judgment."""
    return arrest("felony", how, on, statute="HS 11350", offense_date="1996-01-01",
                  arrest_date="1996-01-01", deferred_entry_on=granted, **facts)  # fmt: skip


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(entered("1997-01-01"), "now 2004-03-03", id="granted on the first day"),
        pytest.param(entered("1996-12-31"), "never", id="the day before"),
        pytest.param(entered("2002-03-03", "diverted"), "now 2004-03-03", id="written as diverted"),
        pytest.param(entered("2002-03-03", "deferred_dismissed"), "now 2004-03-03",
                     id="written as deferred and dismissed"),
        pytest.param(entered("2002-03-03", charge_dismissed_on="2004-05-05"), "now 2004-05-05",
                     id="the day of the dismissal is told"),
        pytest.param(entered("2002-03-03", "convicted"), "never", id="it ended in a conviction"),
        pytest.param(entered(None), "not_applicable", id="no deferred entry is told"),
        pytest.param(entered("2002-03-03", on=None),
                     "unknown always..never: charge.charge_dismissed_on, charge.disposition_date",
                     id="the day of the dismissal is not known"),
    ],
)  # fmt: skip
def test_deferred_entry_of_judgment(charge, expected):
    assert ask(ENTRY, charge) == expected


def young(offense="2003-03-02", statute="PC 484(a)", **facts):
    """A misdemeanor with probation, of a person born on 3 March 1985."""
    return probation("2005-06-01", "misdemeanor", on="2003-06-01", statute=statute,
                     **{"offense_date": offense, **facts})  # fmt: skip


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param(young(), {}, "now 2005-06-01", id="the day before the birthday"),
        pytest.param(young("2003-03-03"), {}, "never", id="on the birthday"),
        pytest.param(young("2002-02-28"), {"birth_date": "1984-02-29"}, "now 2005-06-01",
                     id="born on a leap day: 18 on 1 March"),
        pytest.param(young("2002-03-01"), {"birth_date": "1984-02-29"}, "never",
                     id="and not later"),
        pytest.param(young(severity="felony"), {}, "not_applicable", id="a felony"),
        pytest.param(young(registrable=True), {}, "never", id="a duty to register"),
        pytest.param(young(statute="PC 314(1)", registrable=...), {}, "never",
                     id="a duty to register, by the list"),
        pytest.param(
            young(statute="PC 288.2", registrable=...), {}, "now 2005-06-01",
            id="of harmful matter the felony alone makes one register",
        ),
        pytest.param(young(relief_granted_on="2004-01-01"), {}, "now 2004-01-01",
                     id="relief was given already"),
        pytest.param(custody("jail", "2003-08-01", kind="misdemeanor", on="2003-06-01",
                             offense_date="2003-01-01", statute="PC 484(a)"), {}, "now 2004-06-01",
                     id="without probation: with 1203.4a"),
        pytest.param(custody("jail", "2003-08-01", kind="misdemeanor", on="2003-06-01",
                             offense_date="2003-01-01", statute="PC 484(a)",
                             new_conviction_since=False), {},
                     "now 2004-06-01", id="the record tells of an upright life"),
        pytest.param(young(sentence={"revoked_and_reinstated": True}), {}, "now 2005-06-01",
                     id="probation taken back and given again"),
        pytest.param(young(statute="VC 42002.1"), {}, "never", id="where 1203.4 never comes"),
        pytest.param(young(), {"birth_date": None}, "not_applicable", id="no birth date"),
    ],
)  # fmt: skip
def test_a_misdemeanor_from_before_18(charge, person, expected):
    assert ask(MINOR, charge, **person) == expected


DRUGS_1203_45 = [
    "HS 11350", "11357", "HS 11357(b)", "11358", "11359", "11360", "HS 11364", "HS 11364.7",
    "HS 11365", "HS 11366", "HS 11375", "HS 11377", "HS 11391", "HS 11532", "HS 11550", "HS 11590",
]  # fmt: skip
"""PC 1203.45(c): Division 10 of the Health and Safety Code."""

DRIVING_1203_45 = [
    "VC 12500", "VC 14601", "VC 14601.1", "VC 14601.2", "VC 14601.5", "VC 2800.1", "VC 2800.2",
    "VC 23103", "VC 23104", "VC 23109", "VC 23140", "VC 23152", "VC 23153",
]  # fmt: skip
"""PC 1203.45(c): misdemeanors of the Vehicle Code about operating a vehicle."""


@pytest.mark.parametrize("section", DRUGS_1203_45 + DRIVING_1203_45)
def test_drugs_and_driving_are_left_out(section):
    assert ask(MINOR, young(statute=section)) == "never"


@pytest.mark.parametrize("section", ["VC 20002", "VC 10852", "VC 31", "HS 11368", "11173 HS"])
def test_of_the_rest_of_these_codes_it_is_open(section):
    found = ask(MINOR, young(statute=section))
    assert found == "unknown 2005-06-01..never: law:us-ca/under_eighteen.left_out"


def test_with_another_conviction_it_is_open():
    found = ask(
        MINOR, young(), convicted("misdemeanor", on="2004-01-01", sentence={"type": "fine"})
    )
    assert found == "unknown 2005-06-01..never: law:us-ca/under_eighteen.one_offense"


def test_supervision_of_its_own_without_a_known_end():
    parole = {"type": "jail", "released_on": "2003-08-01", "supervision": "parole"}
    judged = convicted(
        "misdemeanor",
        on="2003-06-01",
        offense_date="2003-01-01",
        statute="PC 484(a)",
        sentence=parole,
    )
    found = ask(MINOR, judged)
    assert found.startswith("unknown 2004-06-01..never: charge.disposition_completed_on, ")
    assert found.endswith("charge.sentence.supervision_ends_on")


def test_another_arrest_without_a_conviction_does_not_matter():
    assert ask(MINOR, young(), arrest("misdemeanor", "acquitted", "2021-01-01")) == "now 2005-06-01"


def wobbler(how, released="2015-01-01", **facts):
    return custody(how, released, **{"wobbler": True, **facts})


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        pytest.param(probation("2030-01-01", wobbler=True), "now 2010-04-02",
                     id="probation, also while it runs"),
        pytest.param(probation("2015-01-01", wobbler=False), "never", id="a felony only"),
        pytest.param(probation("2015-01-01", wobbler=None), "not_applicable", id="not told"),
        pytest.param(wobbler("fine"), "now 2010-04-02", id="a fine"),
        pytest.param(wobbler("jail"), "unknown 2010-04-02..never: law:us-ca/reduce.jail",
                     id="a felony term in jail is open law"),
        pytest.param(wobbler("split"), "unknown 2010-04-02..never: law:us-ca/reduce.jail",
                     id="so is a split sentence"),
        pytest.param(wobbler("prison"), "never", id="prison"),
        pytest.param(wobbler("jail", kind="misdemeanor"), "not_applicable", id="a misdemeanor"),
        pytest.param(wobbler("fine", disposition="dismissed"), "not_applicable",
                     id="no conviction"),
        pytest.param(probation("2030-01-01", wobbler=True, disposition_date=None),
                     "unknown always..never: charge.disposition_date",
                     id="the day of the conviction is not known"),
    ],
)  # fmt: skip
def test_a_felony_that_may_be_a_misdemeanor(charge, expected):
    assert ask(WOBBLER, charge) == expected


def theft(value=950, statute="PC 487", on="2014-11-04", **facts):
    return convicted(statute=statute, on=on, value=value, **facts)


DRUGS = theft(..., "HS 11377")
MURDER = convicted(statute="PC 187", on="2000-01-01")


@pytest.mark.parametrize(
    ("charges", "person", "expected"),
    [
        pytest.param([theft()], {}, "now 2014-11-05", id="$950, the day before the act"),
        pytest.param([theft(951)], {}, "never", id="$951"),
        pytest.param([theft(on="2014-11-05")], {}, "never", id="the day of the act"),
        pytest.param([theft(None)], {}, "unknown 2014-11-05..never: charge.value",
                     id="the value is not known"),
        pytest.param([DRUGS], {}, "now 2014-11-05", id="having drugs"),
        pytest.param([theft(on=None)], {}, "unknown 2014-11-05..never: charge.disposition_date",
                     id="the day of the conviction is not known"),
        pytest.param([DRUGS, MURDER], {}, "never", id="a murder"),
        pytest.param([DRUGS, {**MURDER, "disposition_date": "2020-01-01"}], {}, "never",
                     id="a later murder"),
        pytest.param([DRUGS, {**MURDER, "severity": "misdemeanor"}], {}, "now 2014-11-05",
                     id="only a felony is of the gravest"),
        pytest.param([{**DRUGS, "prior_superstrike": True}], {}, "never",
                     id="the record tells of a grave felony"),
        pytest.param([{**DRUGS, "prior_superstrike": False}, MURDER], {}, "now 2014-11-05",
                     id="the record says that there is none"),
        pytest.param([DRUGS], {"registered_290": True}, "never", id="has to register"),
        pytest.param([DRUGS], {"registered_290": None},
                     "unknown 2014-11-05..never: person.registered_290", id="not known"),
        pytest.param([DRUGS, convicted(registrable=True)], {}, "never",
                     id="a conviction that makes one register"),
        pytest.param([DRUGS, convicted(statute="PC 314(1)", registrable=...)], {}, "never",
                     id="by the list"),
        pytest.param([DRUGS], {"record_complete": False},
                     "unknown 2014-11-05..never: charge.prior_superstrike, "
                     "person.record_complete", id="the record may not be whole"),
        pytest.param([{**DRUGS, "severity": "misdemeanor"}], {}, "not_applicable",
                     id="a misdemeanor"),
        pytest.param([{**DRUGS, "disposition": "dismissed"}], {}, "not_applicable",
                     id="no conviction"),
        pytest.param([theft(statute="PC 211")], {}, "not_applicable", id="robbery"),
    ],
)  # fmt: skip
def test_proposition_47(charges, person, expected):
    assert ask(PROP_47, *charges, **person) == expected


@pytest.mark.parametrize("section", ["HS 11350", "HS 11357(a)", "HS 11377"])
def test_having_drugs_needs_no_value(section):
    assert ask(PROP_47, theft(5000, section)) == "now 2014-11-05"


@pytest.mark.parametrize(
    "section",
    ["PC 459", "PC 470", "PC 473", "PC 475", "PC 476", "PC 476a", "PC 484", "PC 487", "PC 496",
     "PC 666"],
)  # fmt: skip
def test_what_turns_on_the_value(section):
    assert ask(PROP_47, theft(950, section)) == "now 2014-11-05"
    assert ask(PROP_47, theft(951, section)) == "never"


HERE = {"california_resident_since": "2000-01-01"}


def after_prison(released, **facts):
    return custody("prison", released, **{"max_years": 8, **facts})


@pytest.mark.parametrize(
    ("charge", "person", "expected"),
    [
        pytest.param(after_prison("2019-11-23"), HERE, "now 2026-11-23", id="seven years"),
        pytest.param(after_prison("2019-11-24"), HERE, "later 2026-11-24", id="a day short"),
        pytest.param(after_prison("2016-02-29"), HERE, "now 2023-03-01", id="from a leap day"),
        pytest.param(after_prison("2017-11-23", statute="PC 187"), HERE, "now 2026-11-23",
                     id="murder: nine"),
        pytest.param(after_prison("2017-11-24", statute="PC 187"), HERE, "later 2026-11-24",
                     id="a day short of nine"),
        pytest.param(after_prison("2017-11-24", max_years=99), HERE, "later 2026-11-24",
                     id="what carries life"),
        pytest.param(after_prison("2017-11-24", max_years=98), HERE, "now 2024-11-24",
                     id="what does not"),
        pytest.param(after_prison("2018-11-23", max_years=None), HERE,
                     "unknown 2025-11-23..2027-11-23: charge.max_years",
                     id="the longest term is not known"),
        pytest.param(after_prison("2016-11-23", registrable=True), HERE, "now 2026-11-23",
                     id="a duty to register: ten"),
        pytest.param(after_prison("2016-11-24", registrable=True), HERE, "later 2026-11-24",
                     id="a day short of ten"),
        pytest.param(after_prison("2016-11-24", statute="PC 243.4", registrable=...), HERE,
                     "later 2026-11-24", id="by the list"),
        pytest.param(after_prison("2012-01-01"), {"california_resident_since": "2021-11-23"},
                     "now 2026-11-23", id="five years of living here"),
        pytest.param(after_prison("2012-01-01"), {"california_resident_since": "2021-11-24"},
                     "later 2026-11-24", id="a day short of five"),
        pytest.param(after_prison("2012-01-01"), {}, "not_applicable",
                     id="where the person lives is not told"),
        pytest.param(convicted(max_years=8, sentence={
                         "type": "prison", "released_on": "2012-01-01", "life_parole": True}),
                     HERE, "never", id="parole for life"),
        pytest.param(convicted(on="2020-05-05", max_years=8, sentence={"type": "prison"}), HERE,
                     "unknown 2027-05-05..never: charge.sentence.released_on",
                     id="the release is not before the judgment"),
        pytest.param(convicted(on="2020-05-05", max_years=8, sentence={
                         "type": "prison", "sentenced_on": "2020-06-06"}), HERE,
                     "unknown 2027-06-06..never: charge.sentence.released_on",
                     id="nor before the sentence"),
        pytest.param(probation("2012-01-01"), HERE, "not_applicable", id="probation"),
        pytest.param(custody("jail", "2012-01-01", kind="misdemeanor"), HERE, "not_applicable",
                     id="a misdemeanor"),
        pytest.param(after_prison("2012-01-01", disposition="dismissed"), HERE, "not_applicable",
                     id="no conviction"),
    ],
)  # fmt: skip
def test_the_certificate(charge, person, expected):
    assert ask(CERTIFICATE, charge, **person) == expected


@pytest.mark.parametrize("section", ["PC 187", "PC 209", "PC 219", "PC 4500", "PC 18755"])
def test_nine_years(section):
    charge = after_prison("2012-01-01", statute=section)
    assert ask(CERTIFICATE, charge, **HERE) == "now 2021-01-01"


@pytest.mark.parametrize(
    "section",
    ["PC 286(c)", "PC 287(c)", "PC 288", "PC 288a(c)", "PC 288.5", "PC 288.7", "PC 289(j)"],
)  # fmt: skip
def test_what_has_no_certificate(section):
    assert ask(CERTIFICATE, after_prison("2012-01-01", statute=section), **HERE) == "never"


def test_who_decides():
    assert answer(ENTRY, entered("2002-03-03")).brings.standard == "shall"
    assert answer(MINOR, young()).brings.standard == "may"
    assert answer(WOBBLER, wobbler("fine")).brings.standard == "may"
    assert answer(PROP_47, DRUGS).brings.standard == "shall"


@pytest.mark.parametrize(
    ("question", "charge", "person", "eve", "start", "expected"),
    [
        pytest.param(ENTRY, entered("2002-03-03"), {}, "2015-12-31", "2016-01-01",
                     "now 2004-03-03", id="1203.43"),
        pytest.param(ENTRY, entered("1996-12-31"), {}, "2015-12-31", "2016-01-01",
                     "never", id="its first grants"),
        pytest.param(MINOR,
                     probation("1960-01-01", "misdemeanor", on="1958-01-01",
                               offense_date="1957-01-01", statute="PC 484(a)"),
                     {"birth_date": "1940-01-01"},
                     "1961-09-14", "1961-09-15", "now 1960-01-01", id="1203.45"),
        pytest.param(WOBBLER, wobbler("fine", on="1871-01-01"), {}, "1871-12-31", "1872-01-01",
                     "now 1871-01-01", id="17(b)"),
        pytest.param(PROP_47, theft(), {}, "2014-11-04", "2014-11-05", "now 2014-11-05",
                     id="proposition 47"),
        pytest.param(PROP_47, theft(951), {}, "2014-11-04", "2014-11-05", "never",
                     id="its amount"),
        pytest.param(CERTIFICATE, after_prison("1936-01-01", on="1934-01-01"),
                     {"california_resident_since": "1930-01-01"}, "1943-08-03", "1943-08-04",
                     "now 1943-01-01", id="the certificate"),
        pytest.param(CERTIFICATE,
                     after_prison("1936-01-01", on="1934-01-01", max_years=99),
                     {"california_resident_since": "1930-01-01"}, "1943-08-03", "1943-08-04",
                     "later 1945-01-01", id="its nine years"),
        pytest.param(CERTIFICATE,
                     after_prison("1936-01-01", on="1934-01-01", registrable=True),
                     {"california_resident_since": "1930-01-01"}, "1943-08-03", "1943-08-04",
                     "later 1946-01-01", id="its ten years"),
        pytest.param(CERTIFICATE, after_prison("1930-01-01", on="1929-01-01"),
                     {"california_resident_since": "1940-01-01"}, "1943-08-03", "1943-08-04",
                     "later 1945-01-01", id="its years of living here"),
    ],
)  # fmt: skip
def test_the_first_day(question, charge, person, eve, start, expected):
    assert ask(question, charge, as_of=eve, **person) == "not_applicable"
    assert ask(question, charge, as_of=start, **person) == expected
