"""A page of law says all that its rule does: every kind of node, every number, every list."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date

import pytest

from homeward import law, rules
from homeward.law.index import law_index
from homeward.law.pages import bodies, law_page, pages
from homeward.rules import (
    all_of,
    before,
    both,
    bounded,
    budget,
    case,
    charge,
    choose,
    claim,
    count,
    either,
    every,
    exists,
    first_match,
    holds_if,
    kind,
    latest,
    number,
    opposite,
    other_charges,
    param,
    person,
    reading,
    recorded,
    served,
    since,
    this,
)
from homeward.rules.node import Node
from homeward.rules.printing import SAY, Voice, page, text
from homeward.rules.printing.line import drawn, lettered
from homeward.rules.problem import LawError

DAY = date(2026, 11, 23)
MISSOURI = next(body for body in bodies() if body.id == "us-mo")
EXPUNGEMENT = MISSOURI.rules["us-mo/expungement"]
RULES = [(body, rule) for body in bodies() for rule in body.rules.values()]


def said(node: Node, day: date = DAY) -> list[str]:
    return drawn(lettered(Voice.of(MISSOURI, day, law.vocabulary()).say(node)))


def kinds_of_node() -> list[type[Node]]:
    for module in pkgutil.iter_modules(rules.__path__):
        importlib.import_module(f"{rules.__name__}.{module.name}")
    waiting, kinds = [Node], []
    while waiting:
        below = (kind_ := waiting.pop()).__subclasses__()
        waiting += below
        kinds += [] if below else [kind_]
    return [one for one in kinds if one.__module__.startswith("homeward.")]


@pytest.mark.parametrize("kind_", kinds_of_node(), ids=lambda one: one.__name__)
def test_every_kind_of_node_has_a_printed_form(kind_):
    assert kind_ in SAY, f"add a printed form for {kind_.__name__} in homeward/rules/printing"


felony = charge("severity").is_in("felony")
listed = charge("statute").tagged("dangerous-felony")
pending = charge("disposition").is_in("pending")
wait = choose(
    charge("severity"),
    {"felony": param("expunge.wait.felony_years")},
    otherwise=param("expunge.wait.misdemeanor_years"),
)

_BEFORE = "until 2021-08-27"
FELONY_YEARS = f"`felony`: **3** years (RSMo 610.140.6(1); 7 {_BEFORE}, 20 until 2017-12-31)"
OTHER_YEARS = f"anything else: **1** year (RSMo 610.140.6(1); 3 {_BEFORE}, 10 until 2017-12-31)"

SENTENCES = [
    pytest.param(
        since(charge("arrest_date"), param("expunge.wait.arrest_months"), "months"),
        ["**18** months (RSMo 610.140.7; 36 until 2024-12-31) after the day of the arrest"],
        id="a wait has its number, its law and what it was before",
    ),
    pytest.param(
        since(charge("arrest_date"), number(1), "years", "day_after"),
        ["more than 1 year after the day of the arrest"],
        id="more than a year is told from a year",
    ),
    pytest.param(
        since(charge("arrest_date"), number(-1), "days"),
        ["the day before the day of the arrest"],
        id="one day less is the day before",
    ),
    pytest.param(
        since(person("birth_date"), number(70), "years"),
        ["the day the person is 70 years old"],
        id="years since birth are an age",
    ),
    pytest.param(
        since(charge("arrest_date"), wait, "years"),
        [
            "(a) after the day of the arrest, where",
            "  (a): by the charge's severity:",
            f"    {FELONY_YEARS}",
            f"    {OTHER_YEARS}",
        ],
        id="a wait with branches gets a letter",
    ),
    pytest.param(
        before(
            since(charge("arrest_date"), wait, "years"),
            since(charge("offense_date"), wait, "years"),
        ),
        [
            "(a) is before (b), where",
            "  (a): (c) after the day of the arrest, where",
            "    (c): by the charge's severity:",
            f"      {FELONY_YEARS}",
            f"      {OTHER_YEARS}",
            "  (b): (c) after the day of the conduct, where",
            "    (c): by the charge's severity:",
            f"      {FELONY_YEARS}",
            f"      {OTHER_YEARS}",
        ],
        id="a letter inside a letter is another letter",
    ),
    pytest.param(
        holds_if(~both(felony, listed)),
        [
            "only if not all of these are true:",
            "  the charge's severity is `felony`",
            "  the charge is on the list `dangerous-felony` (17 entries)",
        ],
        id="not both is never said as not the one and the other",
    ),
    pytest.param(
        both(~either(felony, pending), ~listed),
        [
            "all of these are true:",
            "  the charge's severity is not `felony`",
            "  the charge's disposition is not `pending`",
            "  the charge is not on the list `dangerous-felony` (17 entries)",
        ],
        id="neither of two stands in one row with the rest",
    ),
    pytest.param(
        both(either(felony, pending), claim(charge("death_element"))),
        [
            "all of these are true:",
            "  the charge's severity is `felony`, or the charge's disposition is `pending`",
            "  someone's death is part of what the offense is",
        ],
        id="and is never mixed with or in one line",
    ),
    pytest.param(
        opposite(opposite(claim(charge("death_element")))),
        ["someone's death is part of what the offense is"],
        id="not not is plain",
    ),
    pytest.param(
        ~exists(other_charges.that(pending)),
        ["there is none among the person's other charges for which its disposition is `pending`"],
        id="no row is none",
    ),
    pytest.param(
        latest(
            other_charges.that(before(charge("arrest_date"), this(charge("arrest_date")))),
            charge("disposition_date"),
        ),
        [
            (
                "the latest of these days (at once where there is none): the day of the "
                "finding, plea, dismissal or other end of the charge, over the person's other "
                "charges for which the day of the arrest is before the day of the arrest (of "
                "this charge)"
            )
        ],
        id="inside a relation this charge is told from the others",
    ),
    pytest.param(
        before(count(other_charges), number(2)),
        ["the number of the person's other charges is less than 2"],
        id="numbers are compared as numbers",
    ),
    pytest.param(
        before(charge("offense_date"), param("marijuana.adopted_on")),
        ["the day of the conduct is before **2022-12-08** (Mo. Const. art. XIV s. 2.10)"],
        id="days are compared as days",
    ),
    pytest.param(
        bounded(charge("arrest_date"), no_earlier=charge("offense_date")),
        ["the day of the arrest (if unknown: not before the day of the conduct)"],
        id="a bounded day says its bounds",
    ),
    pytest.param(
        recorded(charge("cdl_at_offense"), claim(person("cdl_holder"))),
        [
            (
                "a commercial driver's license was held or needed at the time of the offense "
                "(where the record is silent: the person held, or had to hold, a commercial "
                "driver's license)"
            )
        ],
        id="what the record says stands before what the law makes of its silence",
    ),
    pytest.param(
        served(charge("sentence.effective_start"), number(120), param("release.dangerous_pct")),
        [
            (
                "**85** percent (RSMo 558.019.3) of a term of 120 months is served, counted "
                "from the day the term counts from, credit for time in jail already taken off"
            )
        ],
        id="a share of a term",
    ),
    pytest.param(
        reading("arrest.clean_spell", "may later months do", a=number(1), b=number(2)),
        [
            (
                "an open question of law, "
                "[`law:us-mo/arrest.clean_spell`](open-questions.md#arrest.clean_spell): may "
                "later months do. Its readings:"
            ),
            "  “a”: 1",
            "  “b”: 2",
        ],
        id="an open question shows its readings and where it is explained",
    ),
    pytest.param(
        first_match((pending, holds_if(rules.NO)), otherwise=holds_if(rules.YES)),
        [
            "the first of these that fits:",
            "  if the charge's disposition is `pending`: never",
            "  otherwise: at once",
        ],
        id="branches in the order of the statute",
    ),
    pytest.param(
        budget(
            "clear",
            kind("felony", felony, at_most=number(2), used=person("prior_expungements.felony")),
            grouped_by=case("case_id"),
        ),
        [
            (
                "everything that `clear` could clear fits the places that are left; charges "
                "with the same value of the case's case id take one place together, the highest"
                " among these kinds:"
            ),
            "  `felony`:",
            "    is taken where the charge's severity is `felony`",
            "    places in a lifetime: 2",
            "    used already: felonies already expunged",
        ],
        id="a lifetime limit shows each kind of place",
    ),
    pytest.param(
        every(other_charges, listed),
        [
            (
                "for each of the person's other charges, it is true that it is on the list "
                "`dangerous-felony` (17 entries)"
            )
        ],
        id="a claim about each row",
    ),
    pytest.param(
        all_of(charge("arrest_date"), charge("offense_date")),
        ["the day of the arrest, and also the day of the conduct"],
        id="two days",
    ),
    pytest.param(
        holds_if(charge("statute").tagged("dangerous-felony", at=charge("offense_date"))),
        [
            (
                "only if the charge is on the list `dangerous-felony` (17 entries) as that list"
                " stood on the day of the conduct"
            )
        ],
        id="the list of another day",
    ),
]


@pytest.mark.parametrize(("node", "lines"), SENTENCES)
def test_a_tree_in_plain_words(node, lines):
    assert said(node) == lines


@pytest.mark.parametrize(
    ("day", "line"),
    [
        pytest.param(
            date(2024, 12, 31),
            "**36** months (RSMo 610.140.7; 18 from 2025-01-01) after the day of the arrest",
            id="the day before a change",
        ),
        pytest.param(
            date(2025, 1, 1),
            "**18** months (RSMo 610.140.7; 36 until 2024-12-31) after the day of the arrest",
            id="the day of a change",
        ),
        pytest.param(
            date(2017, 12, 31),
            "**not law then** (RSMo 610.140.7; 36 from 2018-01-01, "
            "18 from 2025-01-01; [`law:us-mo/expunge.wait.arrest_months`](open-questions.md)) "
            "after the day of the arrest",
            id="the day before there was such a law",
        ),
    ],
)
def test_a_number_is_that_of_the_day(day, line):
    assert said(
        since(charge("arrest_date"), param("expunge.wait.arrest_months"), "months"), day
    ) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "# Expungement on petition",
        "| Law | RSMo 610.140 (Missouri) |",
        "| In force | since 2012-08-28 |",
        "| Question | `clear.610_140`, one way of `clear` |",
        "| When it holds | you can ask the court to clear this charge |",
        "| How | on a petition, which someone must file |",
        "| Standard | “shall”: who meets every condition must be given it |",
        "| Effect | closed |",
        "**The court weighs this; it is never computed.**",
        "**Certainty: medium.** See [open questions](open-questions.md).",
        "When it fails for good: “the lifetime limit of expungements is used up”.",
        "It is not law on 2026-11-23.",
        "|  | **3** | 2021-08-28 |  | RSMo 610.140.6(1), SB 26 (2021) | high |",
        "|  | 7 | 2018-01-01 | 2021-08-27 | RSMo 610.140.6(1), SB 588 (2016) | high |",
        "<summary>listed-610-140-3-6: 91 on 2026-11-23, 200 with those of other times</summary>",
        "[`law:us-mo/listed_570_090`](open-questions.md#listed_570_090)",
        "| `charge.arrest_date` | the day of the arrest | the answer stays open |",
        "the order within 6 months of filing",
    ],
)
def test_the_page_of_expungement_shows(line):
    shown = page(EXPUNGEMENT, MISSOURI, day=DAY, vocabulary=law.vocabulary())
    if "arrest_date" in line:
        arrest = MISSOURI.rules["us-mo/arrest"]
        shown = page(arrest, MISSOURI, day=DAY, vocabulary=law.vocabulary())
    assert line in shown


@pytest.mark.parametrize(("body", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_every_rule_prints_whole(body, rule):
    shown = page(rule, body, day=DAY, vocabulary=law.vocabulary())
    places = [shown.index(f"### {part.cite}: {part.name.replace('_', ' ')}") for part in rule.named]
    assert places == sorted(places), "the conditions stand in the statute's order"
    assert not {"\N{LEFT ANGLE BRACKET}", "{0}", "None"} & set(shown.split())
    assert "Node" not in shown
    assert all(step.cite in shown for step in rule.steps)
    plain = text(rule, body, day=DAY, vocabulary=law.vocabulary())
    assert "**" not in plain
    assert "`" not in plain
    assert max(map(len, plain.splitlines())) <= 96


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("us-mo/expungment", "did you mean us-mo/expungement?", id="a rule misspelled"),
        pytest.param("us-mo-", "did you mean us-mo?", id="a place misspelled"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name, hint):
    with pytest.raises(LawError, match="there is no") as problem:
        law_page(name, DAY)
    assert hint in str(problem.value)


def test_the_index_tells_what_is_covered_and_how_sure_it_is():
    shown = law_index(DAY)
    assert "us-mo — Missouri" in shown
    assert "clear.610_140" in shown
    assert "last checked on 2026-11-23" in shown
    assert "medium" in shown
    assert "open" in shown


def test_a_body_of_law_lists_its_rules():
    shown = law_page("us-mo", DAY)
    assert all(rule.name in shown for rule in MISSOURI.rules.values())


def test_no_two_pages_share_a_path():
    paths = [path for path, _ in pages()]
    assert len(paths) == len(set(paths))
