"""California's research file: rows into charges, each value with its stated meaning.

No file of the data was at hand: these are made up in the form that is described.
"""

import csv

import pytest

from homeward.sources import LoadWish, load
from homeward.sources.formats import FORMATS, convert_files
from homeward.sources.formats.ca_doj.values import meanings, names
from tests.cli.commands import homeward

FORMAT = FORMATS["ca-doj"]
ROW = {
    "RECORD_ID": "1", "SUBJECT_ID": "7", "PRI_NAME": "SÁNCHEZ,ANA", "PRI_DOB": "19600314",
    "CYC_DATE": "19810301", "STP_EVENT_DATE": "19810411", "STP_TYPE_DESCR": "COURT ACTION",
    "STP_ORI_CNTY_NAME": "SACRAMENTO", "CNT_ORDER": "101002001000",
    "OFFENSE_DESCR": "11358 HS-CULTIVATE CANNABIS", "OFFENSE_TOC": "F",
    "DISP_DESCR": "CONVICTED-PROB/JAIL", "CONV_STAT_DESCR": "FELONY",
    "SENT_LOC_DESCR": "PROBATION", "SENT_LENGTH": "6", "SENT_TIME_CODE": "M",
    "OFFENSE_CODE": "  -  ",
}  # fmt: skip
ARREST = {"STP_TYPE_DESCR": "ARREST/DETAINED/CITED", "DISP_DESCR": "", "CONV_STAT_DESCR": "",
          "STP_EVENT_DATE": "19810301", "CNT_ORDER": "101001001000", "SENT_LOC_DESCR": "",
          "SENT_LENGTH": "", "SENT_TIME_CODE": ""}  # fmt: skip
WIDTH = 95


def write(path, *rows, header=True, end="\n"):
    lines = [",".join(names())] if header else []
    lines += [",".join(_cell({**ROW, **row}.get(name, "")) for name in names()) for row in rows]
    path.write_bytes((end.join(lines) + end).encode("latin-1"))
    return path


def _cell(text):
    return f'"{text}"' if "," in text else text


def converted(tmp_path, *rows, **form):
    out = tmp_path / "out"
    done = convert_files(FORMAT, [write(tmp_path / "in.csv", *rows, **form)], out)
    with (out / "charges.csv").open(encoding="utf-8", newline="") as file:
        return done, list(csv.DictReader(file))


def aside(tmp_path):
    with (tmp_path / "out" / "set_aside.csv").open(encoding="utf-8", newline="") as file:
        return [(row["row"], row["field"], row["value"]) for row in csv.DictReader(file)]


# --- the form of the file ---------------------------------------------------------------


def test_there_are_95_columns_and_none_twice():
    assert len(set(names())) == len(names()) == WIDTH


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_with_and_without_a_header_on_any_system(tmp_path, header, end):
    done, (charge,) = converted(tmp_path, {}, header=header, end=end)
    assert (done.read, done.kept, done.set_aside.total()) == (1, 1, 0)
    told = {
        name: charge[name] for name in ("person_id", "statute", "charge.county", "disposition_date")
    }
    assert told == {"person_id": "7", "statute": "11358 HS", "charge.county": "SACRAMENTO",
                    "disposition_date": "1981-04-11"}  # fmt: skip


def test_a_comma_at_the_end_of_the_header_does_no_harm(tmp_path):
    path = write(tmp_path / "in.csv", {})
    path.write_bytes(path.read_bytes().replace(b"END_OF_REC\n", b"END_OF_REC,\n", 1))
    assert convert_files(FORMAT, [path], tmp_path / "out").kept == 1


def test_a_bare_quote_and_old_letters_are_read(tmp_path):
    _, (charge,) = converted(tmp_path, {"OFFENSE_DESCR": '11358 HS-CULTIVATE "POT" PLANTS'})
    assert charge["description"] == '11358 HS-CULTIVATE "POT" PLANTS'


def test_no_name_is_carried_along(tmp_path):
    converted(tmp_path, {})
    assert "NCHEZ" not in (tmp_path / "out" / "charges.csv").read_text(encoding="utf-8")


def test_a_line_that_is_no_row_is_set_aside_alone(tmp_path):
    path = write(tmp_path / "in.csv", {}, {"CNT_ORDER": "101002002000"})
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], b"1,2,3\n", *lines[2:]]))
    done = convert_files(FORMAT, [path], tmp_path / "out")
    assert (done.read, done.kept, done.set_aside.total()) == (3, 2, 1)
    assert aside(tmp_path) == [("3", "row", "1,2,3")]


@pytest.mark.parametrize("places", [(1,), (0, 2), (3,), (0, 1, 2, 3)])
def test_a_quote_that_is_never_closed_swallows_no_other_row(tmp_path, places):
    path = write(tmp_path / "in.csv", *({"SUBJECT_ID": str(one), "PRI_NAME": ""}
                                        for one in range(4)), header=False)  # fmt: skip
    lines = path.read_bytes().splitlines(keepends=True)
    name = names().index("PRI_NAME")
    for place in places:
        cells = lines[place].split(b",")
        cells[name] = b'"ONEIL'
        lines[place] = b",".join(cells)
    path.write_bytes(b"".join(lines))
    done = convert_files(FORMAT, [path], tmp_path / "out")
    assert (done.read, done.kept, done.set_aside.total()) == (4, 4, 0)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"11358 HS-GROW, AND SELL"', "11358 HS-GROW, AND SELL"),
        ('"11358 HS-GROW ""POT"", AND SELL"', '11358 HS-GROW "POT", AND SELL'),
        ('"11358 HS-GROW"', "11358 HS-GROW"),
        ('11358 HS-GROW 6" PLANTS', '11358 HS-GROW 6" PLANTS'),
    ],
)
def test_a_comma_or_a_quote_in_a_cell(tmp_path, written, read):
    path = write(tmp_path / "in.csv", {"OFFENSE_DESCR": "11358"})
    path.write_bytes(path.read_bytes().replace(b",11358,", f",{written},".encode()))
    convert_files(FORMAT, [path], tmp_path / "out")
    with (tmp_path / "out" / "charges.csv").open(encoding="utf-8", newline="") as file:
        assert [row["description"] for row in csv.DictReader(file)] == [read]


@pytest.mark.parametrize(
    ("more", "kept"), [(b",x", 0), (b",", 1), (b",,", 0)],
    ids=["a cell too many", "a comma at the end does no harm", "two cells too many"],
)  # fmt: skip
def test_a_row_of_too_many_cells_is_set_aside_and_leaves_the_record_incomplete(
    tmp_path, more, kept
):
    path = write(tmp_path / "in.csv", {"CNT_ORDER": "101002002000"}, {}, header=False)
    path.write_bytes(path.read_bytes().removesuffix(b"\n") + more + b"\n")
    done = convert_files(FORMAT, [path], tmp_path / "out")
    assert (done.read, done.kept) == (2, 1 + kept)
    with (tmp_path / "out" / "charges.csv").open(encoding="utf-8", newline="") as file:
        told = [row["person.record_complete"] for row in csv.DictReader(file)]
    assert told == (["", ""] if kept else ["false"])


# --- rows into charges ----------------------------------------------------------------------


def test_a_sentence_of_several_parts_is_one_charge(tmp_path):
    part = {"SENT_LOC_DESCR": "JAIL", "SENT_LENGTH": "90", "SENT_TIME_CODE": "D"}
    done, (charge,) = converted(tmp_path, {}, {**part, "CNT_ORDER": "101002001001"})
    assert (charge["sentence.type"], charge["sentence.until"]) == ("probation", "1982-01-09")
    assert done.folded == {"a further part of a sentence": 1}


def test_a_part_counts_also_where_other_rows_stand_between(tmp_path):
    part = {"SENT_LOC_DESCR": "PRISON", "SENT_LENGTH": "1", "SENT_TIME_CODE": "Y"}
    _, charges = converted(tmp_path, {}, {"SUBJECT_ID": "8"}, part)
    ends = {charge["person_id"]: charge["sentence.until"] for charge in charges}
    assert ends == {"7": "1982-10-11", "8": "1981-10-11"}


def test_the_counts_of_an_arrest_give_way_to_those_of_its_court(tmp_path):
    later = {**ARREST, "CNT_ORDER": "102001001000", "CYC_DATE": "19900101"}
    done, charges = converted(tmp_path, ARREST, {}, later)
    told = [(one["charge.step"], one["disposition"], one["disposition_date"], one["arrest_date"])
            for one in charges]  # fmt: skip
    assert told == [
        ("COURT ACTION", "convicted", "1981-04-11", "1981-03-01"),
        ("ARREST/DETAINED/CITED", "", "", "1990-01-01"),
    ]
    assert done.folded == {"a count of an arrest that a court's counts follow": 1}
    assert done.read == done.kept + done.folded.total() + done.set_aside.total() == 3


def test_what_rows_tell_of_the_person(tmp_path):
    registration = {"STP_TYPE_DESCR": "REGISTRATION", "OFFENSE_DESCR": "290(A) PC-REGISTRATION"}
    done, charges = converted(
        tmp_path, {}, registration, {"STP_TYPE_DESCR": "DECEASED"}, {"SUBJECT_ID": "8"},
        {"PRI_DOB": "19990101"},
    )  # fmt: skip
    told = {(one["person_id"], one["person.registered_290"], one["person.deceased"],
             one["person.birth_date"]) for one in charges}  # fmt: skip
    assert told == {("7", "true", "true", "1960-03-14"), ("8", "false", "false", "1960-03-14")}
    assert done.folded["tells of the person"] == 2


@pytest.mark.parametrize(
    ("row", "section"),
    [
        ({"OFFENSE_DESCR": "11357(C)HS-POSSESS MARIJUANA"}, "11357(C)HS"),
        ({"OFFENSE_DESCR": "664-11359 HS-ATTEMPT TO SELL"}, "664-11359 HS"),
        (
            {"OFFENSE_DESCR": "SEE COMMENT FOR CHARGE", "COMMENT_TEXT": "11360A HS-GIVE"},
            "11360A HS",
        ),
        ({"OFFENSE_DESCR": "", "COMMENT_TEXT": "187 PC-MURDER"}, "187 PC"),
        ({"OFFENSE_DESCR": "", "COMMENT_TEXT": ""}, ""),
    ],
)
def test_the_section_stands_before_the_hyphen(tmp_path, row, section):
    _, (charge,) = converted(tmp_path, row)
    assert charge["statute"] == section


@pytest.mark.parametrize(
    ("row", "ended"),
    [
        ({"DISP_DESCR": "CONVICTED"}, ("convicted", "felony", "")),
        ({"CONV_STAT_DESCR": "MISDEMEANOR"}, ("convicted", "misdemeanor", "")),
        ({"CONV_STAT_DESCR": ""}, ("convicted", "felony", "")),
        ({"CONV_STAT_DESCR": "", "OFFENSE_TOC": ""}, ("convicted", "", "")),
        ({"DISP_DESCR": "DISMISSED/CHARGE DROPPED"}, ("dismissed", "felony", "")),
        ({"DISP_DESCR": "ACQUITTED"}, ("acquitted", "felony", "")),
        ({"DISP_DESCR": "PROS REL-DET ONLY"}, ("no_charge_filed", "felony", "")),
        ({"DISP_DESCR": "REL/TOT OTHER JURIS/AUTH"}, ("", "felony", "")),
        ({"DISP_DESCR": ""}, ("", "felony", "")),
        ({"DISP_DESCR": "CONV SET ASIDE & DISM PER 1203.4 PC"},
         ("convicted", "felony", "1981-04-11")),
    ],
)  # fmt: skip
def test_how_it_ended(tmp_path, row, ended):
    _, (charge,) = converted(tmp_path, row)
    asked = ("disposition", "severity", "charge.relief_granted_on")
    assert tuple(charge[name] for name in asked) == ended


# --- what was never seen ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ({"STP_TYPE_DESCR": "SIGHTING"}, "STP_TYPE_DESCR", "SIGHTING"),
        ({"DISP_DESCR": "BANISHED"}, "DISP_DESCR", "BANISHED"),
        ({"CONV_STAT_DESCR": "SIN"}, "CONV_STAT_DESCR", "SIN"),
        ({"OFFENSE_TOC": "X"}, "OFFENSE_TOC", "X"),
        ({"SENT_LOC_DESCR": "TOWER"}, "SENT_LOC_DESCR", "TOWER"),
        ({"SENT_TIME_CODE": "E"}, "SENT_TIME_CODE", "E"),
        ({"STP_EVENT_DATE": "19810231"}, "STP_EVENT_DATE", "19810231"),
        ({"SUBJECT_ID": ""}, "SUBJECT_ID", ""),
    ],
)
def test_a_value_never_seen_sets_its_row_aside_and_leaves_the_record_incomplete(
    tmp_path, row, field, value
):
    done, charges = converted(tmp_path, {}, {"CNT_ORDER": "101002002000", **row})
    assert (done.read, done.kept, done.set_aside.total()) == (2, 1, 1)
    assert aside(tmp_path) == [("3", field, value)]
    complete = "" if field == "SUBJECT_ID" else "false"
    assert [one["person.record_complete"] for one in charges] == [complete]


def test_a_day_that_is_not_told_is_not_known(tmp_path):
    _, (charge,) = converted(tmp_path, {"STP_EVENT_DATE": ""})
    assert (charge["disposition_date"], charge["sentence.until"]) == ("", "")


def test_every_value_has_a_meaning_that_the_facts_can_hold():
    kinds = {meant for (column, _), (_, meant) in meanings().items() if column == "STP_TYPE_DESCR"}
    assert kinds == {"charge", "registration", "deceased", "other"}


# --- the whole way ---------------------------------------------------------------------------


@pytest.mark.parametrize("header", [True, False])
def test_it_is_read_as_it_is(tmp_path, header):
    source = write(tmp_path / "in.csv", {}, {"SUBJECT_ID": "8", "DISP_DESCR": "BANISHED"}, ARREST,
                   header=header)  # fmt: skip
    loaded = load([source], LoadWish(tmp_path / "store"))
    total = loaded.totals["charges"]
    assert (total.read, total.kept, total.set_aside) == (2, 1, 1)
    assert any("1 rows are no charge of their own: a count of an arrest" in note
               for note in loaded.notes)  # fmt: skip


def test_it_is_converted_from_the_command_line(tmp_path):
    source = write(tmp_path / "in.csv", {}, ARREST)
    done = homeward("convert", "ca-doj", source, tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert "2 rows read = 1 kept + 1 that tell more of these + 0 set aside" in done.stdout
