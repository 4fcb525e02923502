"""The Suffolk format: each value has its stated meaning, and one never seen is set aside."""

import csv
import gzip
import json

import pytest
from click.testing import CliRunner

from homeward import law
from homeward.cli import main
from homeward.facts.checking import MISSING, typed
from homeward.sources.formats.converting import RowByRow, convert_file
from homeward.sources.formats.suffolk import charges
from homeward.sources.formats.suffolk.charges import SuffolkCharges
from homeward.sources.problem import SourceError

HEADER = list(SuffolkCharges.columns)
ROW = {
    "Person ID": "7", "Offense Date": "2014-02-28", "Filed": "2014-03-01", "Status": "CL",
    "Count": "1", "Charge": "TRESPASS c266 §120", "Type Crime": "TRES", "Code Ucc Ctgry": "M-",
    "Disposition": "Plea", "Description Disposition Reason": "Guilty - Fine",
    "Dispo Date": "2014-06-30",
}  # fmt: skip
REASON = "Description Disposition Reason"


def write(path, *rows):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "wt", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, HEADER, lineterminator="\n")
        table.writeheader()
        table.writerows({**ROW, **row} for row in rows)
    return path


def converted(tmp_path, *rows):
    done = convert_file(
        RowByRow(SuffolkCharges), write(tmp_path / "in.csv", *rows), tmp_path / "out"
    )
    with (tmp_path / "out" / "charges.csv").open(encoding="utf-8", newline="") as file:
        return done, list(csv.DictReader(file))


def ended(disposition="", reason="", status="CL", **more):
    return {"Disposition": disposition, REASON: reason, "Status": status, **more}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({}, ("convicted", "fine", "misdemeanor"), id="a plea that ended in a fine"),
        pytest.param(ended("Plea", "CWF (ASF)"),
                     ("continued_without_finding", "cwof", "misdemeanor"),
                     id="a plea is no conviction where the reason says that it was continued"),
        pytest.param(ended("Plea", "Pretrial Probation"),
                     ("pretrial_probation", "probation", "misdemeanor"),
                     id="nor where it says probation before trial"),
        pytest.param(ended("Plea"), ("convicted", "", "misdemeanor"),
                     id="a plea without a reason, of which the sentence is not known"),
        pytest.param(ended("Plea", "Guilty - Lesser Offense"), ("convicted", "", ""),
                     id="guilty of a lesser offense, and nobody knows which"),
        pytest.param(ended("Plea", "Delinquent - Committed"),
                     ("adjudicated_delinquent", "dys_commitment", "misdemeanor"),
                     id="a child"),
        pytest.param(ended("Verdict - Jury Trial", "Not Guilty"), ("acquitted", "", "misdemeanor"),
                     id="not guilty"),
        pytest.param(ended("Verdict - Jury Trial"), ("unrecognized", "", "misdemeanor"),
                     id="a verdict, and nobody says which"),
        pytest.param(ended("Dismissed", "No Probable Cause"),
                     ("no_probable_cause", "", "misdemeanor"), id="no probable cause"),
        pytest.param(ended("Nole Prosequi"), ("nolle_prosequi", "", "misdemeanor"),
                     id="nolle prosequi"),
        pytest.param(ended("Convert to Civil", "Responsible - Fine C277S70"),
                     ("unrecognized", "", "civil"), id="responsible is no conviction"),
        pytest.param(ended("Filed w/o Change of Plea"), ("unrecognized", "", "misdemeanor"),
                     id="filed without a change of plea"),
        pytest.param(ended(status="OP"), ("pending", "", "misdemeanor"), id="open"),
        pytest.param(ended(status="DF"), ("pending", "", "misdemeanor"), id="in default"),
        pytest.param(ended(status="CL"), ("unrecognized", "", "misdemeanor"),
                     id="closed, and nobody says how"),
        pytest.param({"Charge": "SPEEDING * c90 §17"}, ("convicted", "fine", "civil"),
                     id="a civil infraction, though it says guilty"),
    ],
)  # fmt: skip
def test_how_it_ended(tmp_path, row, expected):
    _, (charge,) = converted(tmp_path, row)
    assert (charge["disposition"], charge["sentence.type"], charge["severity"]) == expected


@pytest.mark.parametrize(
    ("row", "offended", "decided"),
    [
        ({"Dispo Date": "2005-01-01"}, "2014-02-28", "2005-01-01"),
        ({"Dispo Date": "2004-12-31"}, "2014-02-28", ""),
        ({"Dispo Date": "2019-12-31"}, "2014-02-28", "2019-12-31"),
        ({"Dispo Date": "2020-01-01"}, "2014-02-28", ""),
        ({"Dispo Date": "1712-03-04"}, "2014-02-28", ""),
        ({"Dispo Date": ""}, "2014-02-28", ""),
        ({"Offense Date": "1930-01-01"}, "1930-01-01", "2014-06-30"),
        ({"Offense Date": "1929-12-31"}, "", "2014-06-30"),
        ({"Offense Date": "2014-02-29"}, "", "2014-06-30"),
    ],
)
def test_a_day_that_cannot_be_true_is_not_known(tmp_path, row, offended, decided):
    _, (charge,) = converted(tmp_path, row)
    assert (charge["offense_date"], charge["disposition_date"]) == (offended, decided)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"Charge": "WITCHCRAFT c1 §1"}, "Charge: is a text that was never seen"),
        ({"Charge": "FUGITIVE FROM JUSTICE ON COURT WARRANT c276 §20A"}, "Charge: is "),
        (ended("Exile"), "Disposition: is a value that was never seen"),
        (ended("Plea", "Guilty - Banished"), f"{REASON}: is a value that was never seen"),
        ({"Status": "XX"}, "Status: is a value that was never seen"),
        ({"Person ID": " "}, "Person ID: is empty"),
    ],
)
def test_a_value_never_seen_is_set_aside_and_counted(tmp_path, row, reason):
    done, kept = converted(tmp_path, {"Person ID": "8"}, row)
    assert [found for found in done.set_aside if found.startswith(reason)]
    assert (done.read, done.kept, done.set_aside.total()) == (2, 1, 1)
    assert [charge["person_id"] for charge in kept] == ["8"]
    aside = (tmp_path / "out" / "set_aside.csv").read_text(encoding="utf-8").splitlines()
    assert aside[1].startswith("in.csv,3,")
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert (report["rows_read"], report["rows_kept"]) == (2, 1)


def test_a_person_of_whom_a_row_is_set_aside_has_no_complete_record(tmp_path):
    _, kept = converted(tmp_path, {}, {"Charge": "WITCHCRAFT"}, {"Person ID": "8"})
    assert [charge["person.record_complete"] for charge in kept] == ["false", ""]


def test_a_repeated_row_is_kept_and_counted(tmp_path):
    done, kept = converted(tmp_path, {}, {}, {"Count": "2"})
    assert len(kept) == 3
    assert done.noted["the row repeats an earlier one in every cell: kept"] == 1


def test_what_was_filed_on_one_day_about_one_day_is_a_case(tmp_path):
    _, kept = converted(tmp_path, {}, {"Count": "2"}, {"Filed": "2014-03-02"})
    cases = [charge["case_id"] for charge in kept]
    assert cases[0] == cases[1] != cases[2]


def test_every_mapped_value_is_one_that_the_vocabulary_knows():
    known = law.vocabulary()
    for row in charges._table("outcomes.csv", ("column", "value")).values():
        disposition = known["charge.disposition"]
        if row["disposition"] not in disposition.unknown_values:
            assert typed(disposition, row["disposition"]) is not MISSING
        if row["sentence"]:
            assert typed(known["charge.sentence.type"], row["sentence"]) is not MISSING


def test_every_section_of_the_table_is_written_as_the_state_cites():
    form = law.body("us-ma").citation
    told = charges._table("charges.csv", ("charge",)).values()
    assert [
        row["charge"] for row in told if row["statute"] and not form.parts(row["statute"])
    ] == []


def test_another_file_is_refused_with_the_column_that_it_lacks(tmp_path):
    (tmp_path / "in.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(SourceError, match="lacks the column Person ID"):
        convert_file(RowByRow(SuffolkCharges), tmp_path / "in.csv", tmp_path / "out")


def test_it_is_answered_from_the_command_line(tmp_path):
    data = write(tmp_path / "in.csv.gz", {}, ended("Dismissed"), {"Charge": "WITCHCRAFT"})
    steps = (
        ["convert", "suffolk", str(data), str(tmp_path / "tables")],
        ["load", str(tmp_path / "tables" / "charges.csv"), "--out", str(tmp_path / "store")],
        ["screen", str(tmp_path / "store"), "--out", str(tmp_path / "answers"),
         "--question", "clear.100A", "--as-of", "2026-11-23"],
        ["summary", str(tmp_path / "answers")],
    )  # fmt: skip
    done = [CliRunner().invoke(main, step) for step in steps]
    assert [one.exit_code for one in done] == [1, 0, 0, 0]
    assert "3 rows read = 2 kept + 1 set aside" in done[0].stdout
    assert "clear.100A" in done[3].stdout


def test_an_unknown_format_names_those_that_are_known(tmp_path):
    done = CliRunner().invoke(main, ["convert", "norfolk", "x.csv", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert "suffolk" in done.stderr
