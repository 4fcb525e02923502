"""What is written is FHIR in both releases, and says no more than the score does."""

import json

import pytest
from fhir.resources.bundle import Bundle
from fhir.resources.observation import Observation
from fhir.resources.R4B.bundle import Bundle as BundleR4
from fhir.resources.R4B.observation import Observation as ObservationR4

from homeward.therapy import instruments
from tests.cli.commands import homeward, lines_of, written
from tests.fhir.forms import all_at, ndjson, questionnaire, response

NAMES = [form.id for form in instruments()]


def observed(folder, *found, more=(), code=0):
    file = written(folder, "in.ndjson", ndjson(*found))
    result = homeward("therapy", "observe", file, *more)
    assert result.exit_code == code, result.output
    return lines_of(result)


@pytest.mark.parametrize("panel", [(), ("--panel",)], ids=["result", "panel"])
@pytest.mark.parametrize("name", NAMES)
def test_every_result_is_an_observation_of_both_releases(tmp_path, name, panel):
    given = response(name, all_at(name, 1))
    found = observed(tmp_path, questionnaire(name), given, more=panel)
    for one in found:
        Observation.model_validate(one)
        ObservationR4.model_validate(one)
        assert one["derivedFrom"] == [{"reference": f"QuestionnaireResponse/{name}-1"}]
        assert one["subject"] == {"reference": "Patient/p1"}
    assert len({one["id"] for one in found}) == len(found)


def test_a_bundle_of_them_is_a_bundle(tmp_path):
    file = written(
        tmp_path, "in.ndjson", ndjson(questionnaire("phq-2"), response("phq-2", {"1": 1, "2": 2}))
    )
    whole = json.loads(homeward("therapy", "observe", file, "--format", "bundle").stdout)
    Bundle.model_validate(whole)
    BundleR4.model_validate(whole)
    assert whole["entry"][0]["resource"]["valueQuantity"]["value"] == 3


def test_a_total_with_gaps_is_a_range_and_an_open_rule_is_absent(tmp_path):
    (one,) = observed(tmp_path, questionnaire("phq-2"), response("phq-2", {"1": 1, "2": None}))
    assert "valueQuantity" not in one
    ends = (one["valueRange"]["low"]["value"], one["valueRange"]["high"]["value"])
    assert ends == (1, 4)
    open_ = [part for part in one["component"] if "dataAbsentReason" in part]
    assert open_
    assert "Not answered: 2." in [note["text"] for note in one["note"]]


def test_it_says_that_it_is_a_screen_and_what_must_be_acted_on(tmp_path):
    values = all_at("phq-9", 0) | {"9": 1}
    (one,) = observed(tmp_path, questionnaire("phq-9"), response("phq-9", values))
    said = [note["text"] for note in one["note"]]
    assert said[0].startswith("ACT NOW")
    assert "not a diagnosis" in said[-1]


def test_an_amended_response_gives_an_amended_observation(tmp_path):
    given = response("phq-2", {"1": 1, "2": 1}, status="amended")
    assert observed(tmp_path, questionnaire("phq-2"), given)[0]["status"] == "amended"


def test_what_is_set_aside_gives_no_observation(tmp_path):
    given = response("phq-2", {"1": 1, "2": 1}, status="entered-in-error")
    assert observed(tmp_path, questionnaire("phq-2"), given, code=1) == []
