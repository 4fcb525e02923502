"""Virginia's court files: three layouts of columns, each value with its stated meaning.

No file of the data was at hand: these are made up in the form that is described.
"""

import csv
import json
import zipfile

import pyarrow.parquet as pq
import pytest

from homeward import law
from homeward.facts.checking import MISSING, typed
from homeward.sources.formats import FORMATS, convert_files
from homeward.sources.formats.va_courts.charges import meanings
from homeward.sources.problem import SourceError
from tests.cli.commands import homeward

SAME = {
    "person_id": "41020000000007", "fips": "1", "Locality": "Accomack", "Charge": "TRESPASS",
    "CodeSection": "18.2-119", "Class": "1", "OffenseDate": "2012-01-10",
    "ArrestDate": "2012-01-12",
}  # fmt: skip
CIRCUIT = {
    **SAME, "Filed": "2012-01-20", "Commencedby": "Indictment", "ChargeType": "Misdemeanor",
    "AmendedCharge": "", "AmendedCodeSection": "", "AmendedChargeType": "",
    "DispositionCode": "Guilty", "DispositionDate": "2012-03-10", "HearingPlea": "Not Guilty",
    "HearingDate": "2012-03-12", "SentenceTime": "", "SentenceSuspended": "",
    "RestitutionAmount": "", "Sex": "Male", "Race": "White",
}  # fmt: skip
DISTRICT = {
    **SAME, "FiledDate": "01/20/2012", "CaseType": "Misdemeanor", "AmendedCharge": "",
    "AmendedCode": "", "AmendedCaseType": "", "FinalDisposition": "Guilty", "HearingPlea": "",
    "HearingDate": "03/12/2012", "SentenceTime": "30", "SentenceSuspendedTime": "30",
    "Gender": "Male", "Race": "White",
}  # fmt: skip
PEOPLE = {
    **SAME, "FiledDate": "2012-01-20", "CaseType": "Misdemeanor", "AmendedCharge": "",
    "AmendedCodeSection": "", "AmendedCaseType": "", "FinalDisposition": "Guilty",
    "DispositionDate": "2012-03-10", "SentenceTime": "30", "SentenceSuspendedTime": "10",
}  # fmt: skip
LAYOUTS = {"circuit": CIRCUIT, "district": DISTRICT, "people": PEOPLE}


def write(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    return path


def converted(tmp_path, *rows):
    done = convert_files(FORMATS["va-courts"], [write(tmp_path / "in.csv", *rows)],
                         tmp_path / "out")  # fmt: skip
    with (tmp_path / "out" / "charges.csv").open(encoding="utf-8", newline="") as file:
        return done, list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("circuit", ("circuit", "2012-01-20", "2012-03-10", "Not Guilty", "")),
        ("district", ("district", "2012-01-20", "2012-03-12", "", "false")),
        ("people", ("", "2012-01-20", "2012-03-10", "", "true")),
    ],
)
def test_each_layout_is_read_by_its_own_names(tmp_path, layout, expected):
    done, (charge,) = converted(tmp_path, LAYOUTS[layout])
    asked = ("case.court", "case.filed_on", "disposition_date", "plea", "sentence.imprisoned")
    assert tuple(charge[name] for name in asked) == expected
    same = ("statute", "severity", "class", "disposition", "offense_date", "arrest_date",
            "case.county", "case.jurisdiction")  # fmt: skip
    assert [charge[name] for name in same] == [
        "18.2-119", "misdemeanor", "1", "convicted", "2012-01-10", "2012-01-12", "Accomack",
        "us-va",
    ]  # fmt: skip
    assert (done.read, done.kept) == (1, 1)


OUTCOMES = {
    "Guilty": "convicted", "Guilty In Absentia": "convicted", "Prepaid": "convicted",
    "Nolle Prosequi": "nolle_prosequi", "Dismissed": "dismissed", "Not Guilty": "acquitted",
    "Not Guilty/Acquitted": "acquitted", "Not Guilty By Reason Of Insanity": "acquitted",
    "No Indictment Presented": "no_true_bill", "Not True Bill": "no_true_bill",
    "Sentence/Probation Revoked": "adjudicated",
}  # fmt: skip
NOT_FINAL = ("Certified To Grand Jury", "Certified Misdemeanor", "Transferred", "Remanded",
             "Mistrial", "Appeal Withdrawn", "Fugitive File", "Resolved", "Complied With Law",
             "Other")  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), OUTCOMES.items())
def test_how_it_ended(tmp_path, written, meant):
    _, (charge,) = converted(tmp_path, {**CIRCUIT, "DispositionCode": written})
    assert (charge["disposition"], charge["disposition_code"]) == (meant, written)
    assert (charge["ancillary"] == "true") == (written == "Sentence/Probation Revoked")
    assert (charge["not_guilty_by_insanity"] == "true") == written.endswith("Insanity")


@pytest.mark.parametrize("written", [*NOT_FINAL, ""])
def test_what_is_not_final_stays_open(tmp_path, written):
    done, (charge,) = converted(tmp_path, {**DISTRICT, "FinalDisposition": written})
    assert charge["disposition"] == ("unrecognized" if written else "missing")
    assert charge["disposition_date"] == ""
    assert done.noted["the outcome is not final, or not told: the answer stays open"] == 1


@pytest.mark.parametrize(
    ("written", "meant", "ancillary"),
    [("Felony", "felony", ""), ("Infraction", "infraction", ""), ("Civil Violation", "civil", ""),
     ("Show Cause", "other", "true"), ("Capias", "other", "true"), ("Other", "", "")],
)  # fmt: skip
def test_which_level_it_has(tmp_path, written, meant, ancillary):
    _, (charge,) = converted(tmp_path, {**DISTRICT, "CaseType": written})
    assert (charge["severity"], charge["ancillary"]) == (meant, ancillary)


AMENDED = {"AmendedCharge": "DISORDERLY", "AmendedCodeSection": "18.2-415",
           "AmendedChargeType": "Misdemeanor"}  # fmt: skip


def test_a_conviction_is_for_what_the_charge_was_amended_to(tmp_path):
    felony = {**CIRCUIT, **AMENDED, "ChargeType": "Felony", "Class": "5", "CodeSection": "18.2-51"}
    _, kept = converted(tmp_path, felony, {**felony, "DispositionCode": "Dismissed"})
    asked = [tuple(one[name] for name in ("statute", "severity", "class")) for one in kept]
    assert asked == [("18.2-415", "misdemeanor", ""), ("18.2-51", "felony", "5")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2012-03-10", "2012-03-10"), ("2012-03-10 00:00:00", "2012-03-10"),
     ("3/1/2012", "2012-03-01"), ("02/29/2013", ""), ("1012-03-10", ""), ("soon", "")],
)  # fmt: skip
def test_a_day_that_cannot_be_read_is_not_known(tmp_path, written, meant):
    done, (charge,) = converted(tmp_path, {**CIRCUIT, "OffenseDate": written})
    assert charge["offense_date"] == meant
    assert bool([one for one in done.noted if one.startswith("OffenseDate")]) == (not meant)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"DispositionCode": "Exiled"}, "DispositionCode: is a value that was never seen"),
        ({"ChargeType": "Tort"}, "ChargeType: is a value that was never seen"),
        ({"ChargeType": "Non Case"}, "ChargeType: is no charge"),
        ({"Class": "9"}, "Class: is a value that was never seen"),
        ({"HearingPlea": "Silent"}, "HearingPlea: is a value that was never seen"),
        ({"RestitutionAmount": "much"}, "RestitutionAmount: is no number"),
        ({"SentenceTime": "x"}, "SentenceTime: is no number"),
        ({"person_id": " "}, "person_id: is empty"),
    ],
)
def test_a_value_never_seen_is_set_aside_and_counted(tmp_path, changed, reason):
    done, kept = converted(tmp_path, {**CIRCUIT, "person_id": "8"}, {**CIRCUIT, **changed})
    assert (done.read, done.kept, dict(done.set_aside)) == (2, 1, {reason: 1})
    assert [charge["person_id"] for charge in kept] == ["8"]


def test_a_person_of_whom_a_row_is_set_aside_has_no_complete_record(tmp_path):
    rows = [CIRCUIT, {**CIRCUIT, "Class": "9"}, {**CIRCUIT, "person_id": "8"}]
    _, kept = converted(tmp_path, *rows)
    assert [charge["person.record_complete"] for charge in kept] == ["false", ""]


@pytest.mark.parametrize(
    ("given", "suspended", "meant"),
    [("30", "30", "false"), ("30", "10", "true"), ("0", "", "false"), ("", "", ""),
     ("30", "", "true")],
)  # fmt: skip
def test_whether_time_was_to_be_served(tmp_path, given, suspended, meant):
    _, (charge,) = converted(tmp_path, {**CIRCUIT, "SentenceTime": given,
                                        "SentenceSuspended": suspended})  # fmt: skip
    assert charge["sentence.imprisoned"] == meant


@pytest.mark.parametrize(("amount", "meant"), [("$1,250.00", "true"), ("0", ""), ("", "")])
def test_whether_restitution_was_ordered(tmp_path, amount, meant):
    _, (charge,) = converted(tmp_path, {**CIRCUIT, "RestitutionAmount": amount})
    assert charge["restitution_ordered"] == meant


def test_every_stated_meaning_is_one_that_the_vocabulary_knows():
    known = law.vocabulary()
    facts = {"outcome": "charge.disposition", "level": "charge.severity", "class": "charge.class",
             "plea": "charge.plea"}  # fmt: skip
    for (idea, _), meaning in meanings().items():
        fact = known[facts[idea]]
        if meaning.value and meaning.value not in fact.unknown_values:
            assert typed(fact, meaning.value) is not MISSING


def test_another_file_is_refused_with_the_columns_that_it_lacks(tmp_path):
    path = write(tmp_path / "in.csv", {**SAME, "CaseType": ""})
    with pytest.raises(SourceError, match="lacks the column DispositionCode or FinalDisposition"):
        convert_files(FORMATS["va-courts"], [path], tmp_path / "out")


def test_a_packed_file_is_read_and_an_archive_of_several_is_not(tmp_path):
    path = write(tmp_path / "in.csv", CIRCUIT)
    for name, members in (("one.zip", 1), ("two.zip", 2)):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for number in range(members):
                archive.write(path, f"{number}.csv")
    assert convert_files(FORMATS["va-courts"], [tmp_path / "one.zip"], tmp_path / "a").kept == 1
    with pytest.raises(SourceError, match="holds 2 files"):
        convert_files(FORMATS["va-courts"], [tmp_path / "two.zip"], tmp_path / "b")


def test_the_files_of_both_courts_are_answered_from_the_command_line(tmp_path):
    first = write(tmp_path / "circuit.csv", CIRCUIT, {**CIRCUIT, "Class": "9", "person_id": "8"})
    second = write(tmp_path / "district.csv", {**DISTRICT, "CodeSection": "A.18.2-266"})
    done = homeward("convert", "va-courts", first, second, "--out", tmp_path / "tables")
    assert done.exit_code == 1, done.stderr
    assert "3 rows read = 2 kept + 1 set aside" in done.stdout
    homeward("load", tmp_path / "tables" / "charges.csv", "--out", tmp_path / "store", "--quiet")
    for place in ("us-va", "us-va@va-lajc"):
        out = tmp_path / place
        done = homeward("screen", tmp_path / "store", "--out", out, "--law", place,
                        "--question", "clear", "--as-of", "2026-11-23")  # fmt: skip
        assert done.exit_code in (0, 1), done.stderr
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
        assert place in report["law"]
        assert ("us-va@va-lajc" in report["law"]) == (place == "us-va@va-lajc")


def test_files_of_every_layout_are_screened_as_they_are(tmp_path):
    files = [write(tmp_path / f"{name}.csv", row) for name, row in LAYOUTS.items()]
    out = tmp_path / "answers"
    done = homeward("screen", *files, "--out", out, "--law", "us-va@va-lajc",
                    "--as-of", "2020-12-31", "--with", "va-lajc-no-lifetime-limit")  # fmt: skip
    assert done.exit_code == 0, done.stderr
    parts = sorted((out / "answers.charge.parquet").glob("*.parquet"))
    rows = [row for part in parts for row in pq.read_table(part).to_pylist()]
    # two of the three convictions have another two days later; the last is sealed in seven years
    assert sorted(str(row["clear:soonest"]) for row in rows) == [
        "2019-03-13", "2200-12-31", "2200-12-31",
    ]  # fmt: skip


def test_a_call_without_files_says_what_it_needs(tmp_path):
    done = homeward("convert", "va-courts", tmp_path / "tables")
    assert done.exit_code == 2
    assert "name a file to convert" in done.stderr
