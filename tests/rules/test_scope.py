"""A reform that is about some charges only: those of which a day lies on one side of a line."""

import json
import re
from datetime import date

import pytest
from click.testing import CliRunner

from homeward import law
from homeward.cli import main
from homeward.rules.patch import lay, read_patch
from homeward.rules.patch.direction import Direction
from homeward.rules.patch.moves import Moves
from homeward.rules.problem import LawError
from tests.screen.stores import charge, person, rows_of, write_store

DAY, QUESTION = "2026-11-23", "clear.610_140"
FROM = 'applies_to = { date = "charge.disposition_date", from = 2024-03-01 }\n'
BEFORE = 'applies_to = { date = "charge.disposition_date", before = 2024-03-01 }\n'
BETWEEN = FROM.replace("from", "from = 2024-02-29, before", 1)
SHORTER = '[set]\n"expunge.wait.felony_years" = 2\n'
DROPPED = 'drop = ["expungement/wait_since_completion"]\n'
BARRED = '[list]\nlisted-610-140-3-6 = ["570.030"]\n'
ADDED = """[[add]]
rule = "expungement"
name = "only_misdemeanors"
says = "it is a misdemeanor"
asks = "charge.severity is in misdemeanor"
"""
WAY = """[[way]]
beside = "expungement/wait_since_completion"
name = "a_year"
says = "or: a year has passed since the end of the case"
asks = "1 years after charge.disposition_date"
"""
ON, THE_DAY_BEFORE, NOT_KNOWN = "2024-03-01", "2024-02-29", None

# A felony whose sentence was done on 28 February 2026 waits three years (RSMo 610.140.6(1)): until
# 28 February 2029.
OLD = ("2029-02-28", "2029-02-28")
TWO_YEARS = ("2028-02-28", "2028-02-28")
AT_ONCE = ("2026-02-28", "2026-02-28")  # the other conditions go by the day when all was paid
NEVER = ("never", "never")
CASES = [
    # what changes, for which charges, the day of the disposition, the answer
    (SHORTER, FROM, ON, TWO_YEARS),
    (SHORTER, FROM, THE_DAY_BEFORE, OLD),
    (SHORTER, FROM, NOT_KNOWN, ("2028-02-28", "2029-02-28")),
    (SHORTER, BEFORE, ON, OLD),
    (SHORTER, BEFORE, THE_DAY_BEFORE, TWO_YEARS),
    (SHORTER, BEFORE, NOT_KNOWN, ("2028-02-28", "2029-02-28")),
    (SHORTER, BETWEEN, "2024-02-28", OLD),
    (SHORTER, BETWEEN, THE_DAY_BEFORE, TWO_YEARS),
    (SHORTER, BETWEEN, ON, OLD),
    (DROPPED, FROM, ON, AT_ONCE),
    (DROPPED, FROM, THE_DAY_BEFORE, OLD),
    (DROPPED, FROM, NOT_KNOWN, ("2026-02-28", "2029-02-28")),
    (BARRED, FROM, ON, NEVER),
    (BARRED, FROM, THE_DAY_BEFORE, OLD),
    (BARRED, FROM, NOT_KNOWN, ("2029-02-28", "never")),
    (ADDED, FROM, ON, NEVER),
    (ADDED, FROM, THE_DAY_BEFORE, OLD),
    (ADDED, FROM, NOT_KNOWN, ("2029-02-28", "never")),
    (WAY, FROM, ON, AT_ONCE),
    (WAY, FROM, THE_DAY_BEFORE, OLD),
    (WAY, BEFORE, THE_DAY_BEFORE, AT_ONCE),
    (WAY, BEFORE, ON, OLD),
    # a reform that starts on 1 June 2027 gives no day before that
    (f"from = 2027-06-01\n{DROPPED}", FROM, ON, ("2027-06-01", "2027-06-01")),
    (f"from = 2027-06-01\n{DROPPED}", FROM, THE_DAY_BEFORE, OLD),
    (f"from = 2027-06-01\n{WAY}", FROM, ON, ("2027-06-01", "2027-06-01")),
    (f"from = 2028-06-01\n{SHORTER}", FROM, ON, ("2028-06-01", "2028-06-01")),
]


def ordered(what, which):
    """A file: what is not a table stands before the tables."""
    plain = "".join(line for line in what.splitlines(keepends=True) if re.match(r"from|drop", line))
    return f'title = "A bill"\nlaw = "us-mo"\n{which}{plain}{what.replace(plain, "")}'


def thief(name, decided):
    return person(name, charge(
        severity="felony", **{"class": "D"}, statute="570.030", disposition_date=decided,
        disposition_completed_on="2026-02-28", obligations_satisfied_on="2026-02-28",
    ), birth_date="1985-04-12")  # fmt: skip


def call(*arguments):
    done = CliRunner().invoke(main, [*map(str, arguments), "--as-of", DAY, "--question", QUESTION])
    assert done.exit_code == 0, done.output
    return done


@pytest.mark.parametrize(("what", "which", "decided", "expected"), CASES)
def test_it_is_changed_for_those_and_for_no_others(tmp_path, what, which, decided, expected):
    bill = tmp_path / "bill.toml"
    bill.write_text(ordered(what, which), encoding="utf-8")
    record = tmp_path / "record.json"
    record.write_text(json.dumps(thief("p", decided)), encoding="utf-8")
    told = json.loads(call("explain", record, "--with", bill, "--format", "json").stdout)
    (answer,) = [one for one in told["answers"] if one["rule"] == "*"]
    assert (answer["soonest"], answer["latest"]) == expected
    if expected[0] != expected[1]:
        assert "charge.disposition_date" in answer["missing"]


def test_screening_agrees_with_explaining(tmp_path):
    words = {"1800-01-01": "always", "2200-12-31": "never"}
    for number, (what, which) in enumerate({(what, which) for what, which, *_ in CASES}):
        rows = [(decided, expected) for *bill, decided, expected in CASES if bill == [what, which]]
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "bill.toml").write_text(ordered(what, which), encoding="utf-8")
        people = [thief(f"p{place}", decided) for place, (decided, _) in enumerate(rows)]
        write_store(folder / "store", people, partitions=1)
        call("screen", folder / "store", "--out", folder / "out", "--with", folder / "bill.toml")
        found = {row["person_id"]: tuple(words.get(str(row[f"{QUESTION}:{end}"]),
                                                   str(row[f"{QUESTION}:{end}"]))
                                         for end in ("soonest", "latest"))
                 for row in rows_of(folder / "out")}  # fmt: skip
        assert found == {f"p{place}": expected for place, (_, expected) in enumerate(rows)}


def patch(**parts):
    return read_patch({"title": "A bill", "law": "us-mo", **parts})


def scope(name, **line):
    return {"date": name, **(line or {"from": date(2024, 3, 1)})}


WAIT = {"expunge.wait.felony_years": 2}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"applies_to": scope("charge.dispositon_date")}, "did you mean charge.disposition_date?"),
        ({"applies_to": scope("charge.severity")}, "there is no day charge.severity"),
        ({"applies_to": scope("tenancy.started_on")}, "there is no day tenancy.started_on"),
        ({"applies_to": {"date": "charge.offense_date"}}, "has a date, and from, before or both"),
        ({"applies_to": "charge.offense_date"}, "has a date, and from, before or both"),
        ({"applies_to": {"from": date(2024, 3, 1)}}, "date is missing"),
        ({"applies_to": scope("charge.offense_date", **{"from": date(2024, 3, 1), "til": 1})},
         "there is no 'til'"),
        ({"applies_to": scope("charge.offense_date", **{"from": date(2024, 3, 1),
                                                        "before": date(2024, 3, 1)})},
         "is about no day"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_drawn_is_an_error_with_the_nearest(parts, said):
    with pytest.raises(LawError) as problem:
        lay(law.body("us-mo"), [patch(set=WAIT, **parts)])
    assert said in str(problem.value)


def test_a_rule_about_people_cannot_go_by_a_day_of_a_charge():
    limit = {"drop": ["lifetime-limit/places_for_all"]}
    rule = law.body("us-mo").rules["us-mo/lifetime-limit"]
    assert rule.subject == "person"
    with pytest.raises(LawError, match="is about a person, which has none: name a day of a person"):
        lay(law.body("us-mo"), [patch(applies_to=scope("charge.offense_date"), **limit)])


@pytest.mark.parametrize(
    ("parts", "moves"),
    [({"set": WAIT}, Moves.DOWN), ({"set": {"expunge.wait.felony_years": 9}}, Moves.UP),
     ({"drop": ["expungement/wait_since_completion"]}, Moves.DOWN),
     ({"list": {"listed-610-140-3-6": ["570.030"]}}, Moves.UP), ({}, Moves.NOT)],
)  # fmt: skip
def test_which_way_it_moves_stays_known(parts, moves):
    before = law.body("us-mo")
    after = lay(before, [patch(applies_to=scope("charge.offense_date"), **parts)])
    assert Direction(before, after, date(2026, 11, 23)).of_rule("us-mo/expungement") is moves


def test_a_list_changed_for_some_charges_is_one_thing():
    some = patch(applies_to=scope("charge.offense_date"), list={"listed-610-140-3-6": ["570.030"]})
    other = patch(list={"listed-610-140-3-6": ["570.090"]})
    for two in ((some, other), (other, some)):
        with pytest.raises(LawError, match="both change"):
            lay(law.body("us-mo"), two)


def test_two_lines_for_two_things_stack():
    two = [patch(applies_to=scope("charge.offense_date"), set=WAIT),
           patch(applies_to=scope("charge.disposition_date"),
                 set={"expunge.wait.misdemeanor_years": 0})]  # fmt: skip
    assert (
        Direction(law.body("us-mo"), lay(law.body("us-mo"), two)).of_rule("us-mo/expungement")
        is Moves.DOWN
    )
