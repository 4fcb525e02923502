"""HL7's own examples: read, scored, and their stored totals counted again."""

import json
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from tests.cli.commands import homeward, lines_of

FOLDER = Path(__file__).parent / "published"
SDC = FOLDER / "sdc-questionnaireresponse-phq9.json"


def scored(file, *more):
    result = homeward("therapy", "score", FOLDER / file, "--format", "json", *more)
    assert result.exit_code == 0
    (answer,) = lines_of(result)
    return answer


@pytest.mark.parametrize(
    ("file", "total", "reported"),
    [
        pytest.param("sdc-questionnaireresponse-phq9.json", 10, 13, id="13 stored, they sum to 10"),
        pytest.param("sdc-questionnaireresponse-phq9-older.json", 11, 13, id="13 stored, sum 11"),
        pytest.param(
            "us-core-questionnaireresponse-phq9.json", 12, 12, id="the stored 12 is right"
        ),
    ],
)
def test_a_published_phq_9_is_counted_again(file, total, reported):
    answer = scored(file)
    assert (answer["instrument"], answer["total"]) == ("phq-9", total)
    assert (answer["reported_total"], answer["agrees_with_reported"]) == (
        reported,
        total == reported,
    )


def test_a_wrong_stored_total_is_said_in_words():
    said = homeward("therapy", "score", SDC).stdout
    assert "The total that came with the answers is 13; they add up to 10." in said


def test_the_published_questionnaire_gives_the_same_as_the_map():
    more = ("--questionnaire", FOLDER / "sdc-questionnaire-phq9.json")
    assert scored(SDC.name, *more) == scored(SDC.name)


def test_thoughts_of_self_harm_in_the_published_example_are_not_hidden():
    assert scored(SDC.name)["flags"] == ["self-harm thoughts: same-day safety check"]


@pytest.mark.parametrize(
    "also", [(), ("--questionnaire", FOLDER / "us-core-questionnaire-audit-c.json")]
)
def test_another_question_is_not_scored_as_the_first_of_audit_c(also):
    answer = scored("us-core-questionnaireresponse-audit-c.json", *also)
    assert (answer["missing"], answer["total_min"], answer["total_max"]) == (["1"], 0, 4)
    assert any("68517-2" in note for note in answer["notes"])


def test_the_score_of_the_tenth_question_of_phq_9_is_left_out():
    answer = scored("us-core-questionnaireresponse-phq9.json")
    assert (answer["valid"], answer["missing"]) == (True, [])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_the_copies_are_fhir(path):
    data = json.loads(path.read_text("utf-8"))
    data.pop("url", None)  # the older draft has an element that a response does not have
    kind = Questionnaire if data["resourceType"] == "Questionnaire" else QuestionnaireResponse
    kind.model_validate(data)
