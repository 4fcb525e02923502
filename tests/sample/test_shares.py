"""What 50,000 people show is what the distributions say, within chance.

The expected shares are those of us/mo/sample.toml. A share may be off by five standard
errors, which by chance alone happens to one in a million.
"""

import pytest

from homeward import law
from homeward.sample import read_distributions
from homeward.sample.offenses import LEVELS

MISSOURI = read_distributions("us-mo")
FACTS = {name.removeprefix("facts."): entry for name, entry in MISSOURI.entries.items()
         if name.startswith("facts.")}  # fmt: skip
FILES = {"person": "people", "case": "cases", "charge": "charges"}


def near(found, of, share):
    """Whether a count out of so many is a share of them, within chance."""
    error = (share * (1 - share) / max(of, 1)) ** 0.5
    return abs(found / of - share) <= 5 * error + 1e-9


def counted(state, column, table, where="true"):
    """How often each value of a column comes."""
    rows = state.view(table).filter(where)
    return dict(rows.aggregate(f'"{column}", count(*)', f'"{column}"').fetchall())


def figures(state, table, *what):
    """A few figures over a table."""
    found = state.view(table).aggregate(", ".join(what)).fetchall()[0]
    return found if len(what) > 1 else found[0]


def expected(weights, *, without=()):
    kept = {word: weight for word, weight in weights.items() if word not in without}
    return {word: weight / sum(kept.values()) for word, weight in kept.items()}


def check(found, shares):
    total = sum(found.values())
    off = {word: (found.get(word, 0) / total, share) for word, share in shares.items()
           if not near(found.get(word, 0), total, share)}  # fmt: skip
    assert not off
    assert set(found) <= set(shares)


@pytest.mark.parametrize("name", [name for name, entry in FACTS.items() if "shares" in entry])
def test_the_values_of_a_fact_have_its_shares(state, name):
    table, _, field = name.partition(".")
    found = counted(state, field, FILES[table], f'"{field}" IS NOT NULL')
    kind = law.vocabulary()[name].kind
    weights = expected(FACTS[name]["shares"], without=["unknown"])
    written = {"truth": lambda word: word == "yes", "number": float}.get(kind, str)
    check(found, {written(word): share for word, share in weights.items()})


NUMBERS = [
    name
    for name, entry in FACTS.items()
    # Days after a charge was decided are cut off by the last day, so they have other shares.
    if "bands" in entry and (law.vocabulary()[name].kind, name[:7]) != ("date", "charge.")
]


@pytest.mark.parametrize("name", NUMBERS)
def test_the_numbers_of_a_fact_have_its_bands(state, name):
    table, _, field = name.partition(".")
    number = f'"{field}"'
    if law.vocabulary()[name].kind == "date":
        number = f"DATE '{MISSOURI.drawn_through}' - {number}"
    bands = FACTS[name]["bands"]
    sides = [band.partition("-") for band in bands]
    counts = [f"count(*) FILTER ({number} BETWEEN {low} AND {high or low})"
              for low, _, high in sides]  # fmt: skip
    found = figures(state, FILES[table], *counts)
    check(dict(zip(bands, found, strict=True)), expected(bands))


FIRST, FURTHER = "charge_id = '001'", "charge_id > '001'"
ENDED = "filed_on IS NOT NULL AND disposition <> 'pending'"


@pytest.mark.parametrize(
    ("column", "table", "where", "entry"),
    [
        pytest.param("county", "cases", "county IS NOT NULL", "cases.county", id="counties"),
        *(pytest.param("disposition", "tried", f"severity = '{level}' AND {which} AND {ENDED}",
                       f"dispositions.{place}.{level}", id=f"endings of a {place} {level}")
          for level in LEVELS for place, which in (("first", FIRST), ("further", FURTHER))),
        pytest.param("disposition", "tried", "filed_on IS NULL AND disposition IS NOT NULL",
                     "dispositions.arrest", id="arrests without a charge"),
    ],
)  # fmt: skip
def test_words_have_the_shares_of_their_entry(state, column, table, where, entry):
    check(counted(state, column, table, where), expected(MISSOURI.entries[entry]["shares"]))


ALWAYS_THERE = {
    "person.birth_date", "charge.statute", "charge.description", "charge.severity",
    "charge.offense_date", "charge.arrest_date", "charge.disposition",
    "charge.requires_sex_registration", "charge.death_element",
}  # fmt: skip


@pytest.mark.parametrize("field", sorted(ALWAYS_THERE))
def test_values_are_left_out_at_the_stated_rate(state, field):
    rate = {row["field"]: row["rate"] for row in MISSOURI.rows("missing")}[field]
    table, _, column = field.partition(".")
    rows, known = figures(state, FILES[table], "count(*)", f'count("{column}")')
    assert near(rows - known, rows, rate)


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        pytest.param("jurisdiction = 'us-ks'", "us-ks", id="Kansas"),
        pytest.param("jurisdiction = 'us'", "us", id="federal"),
        pytest.param("filed_on IS NULL", "arrest", id="arrests"),
        pytest.param("court = 'municipal'", "ordinance", id="ordinances"),
    ],
)
def test_cases_are_of_the_stated_kinds(state, where, kind):
    found, rows = figures(state, "cases", f"count(*) FILTER ({where})", "count(*)")
    assert near(found, rows, expected(MISSOURI.entries["cases.kind"]["shares"])[kind])


FELONY = f"severity = 'felony' AND {FIRST}"


@pytest.mark.parametrize(
    ("table", "figure", "low", "high"),
    [
        # Suffolk County (Massachusetts), 2013-2018: one person in a hundred has 21 or more, the
        # mean is 3.34, 36.2 percent have one charge and 6.0 percent ten or more, in six years.
        pytest.param("each_person", "quantile_disc(n, 0.99)", 18, 22, id="the busiest hundredth"),
        pytest.param("each_person", "avg(n)", 3.3, 3.8, id="the mean of charges"),
        pytest.param("each_person", "avg((n = 1)::INT)", 0.33, 0.38, id="just one charge"),
        pytest.param("each_person", "avg((n >= 10)::INT)", 0.05, 0.08, id="ten charges or more"),
        # Court Operating Rule 17.21: half of the felonies within 4 months, 95 percent within 14.
        pytest.param("tried", f"avg((disposition_date - filed_on <= 122)::INT) FILTER ({FELONY})",
                     0.48, 0.54, id="felonies decided in four months"),
        pytest.param("tried", f"avg((disposition_date - filed_on <= 426)::INT) FILTER ({FELONY})",
                     0.93, 0.97, id="felonies decided in fourteen months"),
    ],
)  # fmt: skip
def test_the_whole_looks_like_the_figures_that_are_published(state, table, figure, low, high):
    assert low <= figures(state, table, figure) <= high


def test_days_come_in_the_order_of_a_life_but_for_the_stated_wrong_ones(state):
    rows, offense, completed, arrest = figures(
        state, "charges", "count(*)",
        "count(*) FILTER (offense_date > arrest_date OR offense_date > disposition_date)",
        "count(*) FILTER (disposition_completed_on < disposition_date)",
        "count(*) FILTER (arrest_date > disposition_date)",
    )  # fmt: skip
    assert 0 < offense <= 1.2 * MISSOURI.rate("wrong.offense_year") * rows
    assert 0 < completed <= 1.2 * MISSOURI.rate("wrong.completed_early") * rows
    assert arrest == 0


@pytest.mark.parametrize("table", ["people", "cases", "charges"])
def test_no_day_lies_after_the_last_day_of_the_record_but_projected_ones(state, table):
    rows = state.view(table)
    days = [name for name, kind in zip(rows.columns, rows.types, strict=True) if kind == "DATE"]
    for day in days:
        real = rows.filter(
            "NOT disposition_completion_projected" if day == "disposition_completed_on" else "true"
        )
        assert real.aggregate(f'max("{day}")').fetchall()[0][0] <= MISSOURI.drawn_through


def test_month_ends_and_leap_days_are_met(state):
    rows, ends, leaps = figures(
        state, "charges", "count(*)",
        "count(*) FILTER (offense_date = last_day(offense_date))",
        "count(*) FILTER (strftime(offense_date, '%m-%d') = '02-29')",
    )  # fmt: skip
    # By chance alone a month ends on one day in 30.4, and 29 February comes every 1,461 days.
    assert ends / rows > 1 / 30.4 + 0.02
    assert leaps / rows > 1 / 1461 + 0.002
