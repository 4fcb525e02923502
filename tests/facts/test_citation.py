"""Citations in one normal form, and lists that cover whole parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.facts import CitationForm

FORM = CitationForm(r"\b(?P<chapter>\d{1,3}[A-Z]?)\.(?P<section>\d{3,4})")


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("570.030", ("570", "030")),
        ("RSMo 570.030", ("570", "030")),
        ("§ 570.030.1(4)", ("570", "030", "1", "4")),
        ("570.030 subd. 1", ("570", "030", "SUBD", "1")),
        ("610.140.3(6)(a)", ("610", "140", "3", "6", "A")),
        ("566", ("566",)),
        ("Ord. 15-32", None),
        ("", None),
        ("theft", ("THEFT",)),
    ],
)
def test_a_citation_has_parts(written, parts):
    assert FORM.parts(written) == parts


@pytest.mark.parametrize(
    ("listed", "charged", "covered"),
    [
        pytest.param("571.030", "571.030", True, id="itself"),
        pytest.param("571.030", "571.030.1(4)", True, id="what stands under it"),
        pytest.param("571", "571.030", True, id="its chapter"),
        pytest.param("571.030.1(4)", "571.030", False, id="not what stands above"),
        pytest.param("571.030.1(4)", "571.030.1(5)", False, id="not its neighbor"),
        pytest.param("57", "571.030", False, id="no half of a number"),
        pytest.param("571.03", "571.030", False, id="no half of a section"),
        pytest.param("571.030", "Ord. 15-32", False, id="nothing unreadable"),
    ],
)
def test_a_list_covers_whole_parts(listed, charged, covered):
    assert FORM.covers(listed, charged) is covered


@given(st.text(max_size=40))
def test_any_text_can_be_asked_about(text):
    parts = FORM.parts(text)
    assert parts is None or all(parts)
