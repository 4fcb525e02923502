"""Oregon: what an entry of the register is, civil matters and juvenile records among them."""

import pytest

from tests.law.us.or_.records import against, ask, convicted, dismissed, since


@pytest.mark.parametrize("ended", [convicted, dismissed], ids=["convicted", "dismissed"])
@pytest.mark.parametrize(
    ("level", "statute", "words"),
    [
        pytest.param("O", "131.582", "Criminal Forfeiture", id="forfeiture"),
        pytest.param("O", "133.743", "Fugitive/CA", id="a fugitive"),
        pytest.param("FU", "133.743", "Fugitive", id="a fugitive, with a level"),
        pytest.param("FU", "0", "Fugitive Complaint", id="a fugitive, with no section"),
        pytest.param("O", "164.045", "Fugitive", id="a fugitive, with no level"),
        pytest.param("O", "99", "N/A", id="chapter 99, with no level"),
        pytest.param("O", "1.010", "N/A", id="chapter 1, with no level"),
        pytest.param("O", "164.045", "N/A", id="civil by its level"),
    ],
)
def test_a_civil_matter_is_never_set_aside(ended, level, statute, words):
    more = {"severity": "civil"} if (statute, words) == ("164.045", "N/A") else {}
    charge = ended(level, statute=statute, description=words, **more)
    assert against(charge)[0] == "an_offense"


@pytest.mark.parametrize(
    ("level", "statute", "words", "offense", "expected"),
    [
        pytest.param("O", "00", "Theft", None, "unknown 2021-03-10..never", id="no level at all"),
        pytest.param("O", "00", "Theft", True, "unknown 2021-03-10..2027-03-10",
                     id="an offense of a level not known"),
        pytest.param("O", "00", "Theft", False, "never", id="not an offense"),
        pytest.param("O", "100", "Theft", None, "unknown 2021-03-10..never",
                     id="chapter 100 is no civil chapter"),
        pytest.param("FC", "97.981", "Sale of a body part", None, "now 2025-03-10",
                     id="a felony of chapter 97 is a felony"),
        pytest.param("FU", "00", "Theft", None, "unknown 2025-03-10..never",
                     id="a felony with no section, and no fugitive"),
        pytest.param("O", "33.015", "Other", None, "now 2021-03-10..2025-03-10",
                     id="chapter 33 is contempt"),
        pytest.param("O", "164.045", None, None, "unknown 2021-03-10..never",
                     id="neither level nor words"),
    ],
)  # fmt: skip
def test_what_is_asked_where_no_level_is_shown(level, statute, words, offense, expected):
    charge = convicted(level, statute=statute, description=words, is_offense=offense)
    assert since(charge) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        (convicted(case_type="Juvenile Delinquency: Felony"),
         "unknown always..never: law:us-or/juvenile_record"),
        (convicted(disposition="adjudicated"),
         "unknown always..never: law:us-or/juvenile_record"),
        (convicted("FA", case_type="Juvenile Delinquency: Felony"),
         "unknown always..never: law:us-or/juvenile_record"),
        (convicted(case_type="Offense Misdemeanor"), "now 2023-03-10"),
        (convicted("MA", "2025-03-10", case_type=None),
         "unknown always..never: case.case_type, law:us-or/juvenile_record"),
    ],
    ids=["juvenile by its kind of case", "by how it ended", "of any level", "not juvenile",
         "not known"],
)  # fmt: skip
def test_a_juvenile_record(charge, expected):
    assert ask(charge) == expected
