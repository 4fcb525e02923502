"""Questionnaires and responses of both releases, whatever their nesting, linkIds and wording."""

import pytest
from fhir.resources.questionnaire import Questionnaire
from fhir.resources.questionnaireresponse import QuestionnaireResponse
from fhir.resources.R4B.questionnaire import Questionnaire as QuestionnaireR4
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse as ResponseR4

from homeward.therapy import instrument, instruments
from tests.cli.commands import homeward, lines_of, written
from tests.fhir.forms import (
    ORDINAL,
    URL,
    WEIGHT,
    all_at,
    bundle,
    coding,
    ndjson,
    questionnaire,
    response,
)

NAMES = [form.id for form in instruments()]


def scores(folder, *found, also=(), code=0):
    file = written(folder, "in.ndjson", ndjson(*found))
    result = homeward("therapy", "score", file, "--format", "json", *also)
    assert result.exit_code == code, result.output
    return lines_of(result)


@pytest.mark.parametrize("extension", [ORDINAL, WEIGHT], ids=["ordinalValue", "itemWeight"])
@pytest.mark.parametrize("release", ["R4", "R5"])
@pytest.mark.parametrize("name", NAMES)
def test_every_instrument_is_read_in_both_releases_by_both_scores(
    tmp_path, name, release, extension
):
    asked = questionnaire(name, release=release, extension=extension)
    given = response(name, all_at(name, 1))
    checks = (
        (QuestionnaireR4, ResponseR4) if release == "R4" else (Questionnaire, QuestionnaireResponse)
    )
    for kind, one in zip(checks, (asked, given), strict=True):
        kind.model_validate(one)
    (answer,) = scores(tmp_path, given, asked)
    plain = {item: own.allowed[1] for item, own in instrument(name).items.items()}
    file = written(
        tmp_path, "plain.jsonl", {"id": f"{name}-1", "instrument": name, "answers": plain}
    )
    (same,) = lines_of(homeward("therapy", "score", file, "--format", "json"))
    assert {key: answer[key] for key in same} == same


def test_the_score_on_the_coding_counts_like_the_score_on_the_option(tmp_path):
    asked = questionnaire("phq-2")
    for item in asked["item"][0]["item"]:
        for option in item["answerOption"]:
            option["valueCoding"]["extension"] = option.pop("extension")
    assert scores(tmp_path, asked, response("phq-2", {"1": 3, "2": 2}))[0]["total"] == 5


def test_a_score_that_the_response_brings_along_counts(tmp_path):
    given = response("phq-2", {"1": 3, "2": 2})
    asked = questionnaire("phq-2")
    for item, value in zip(given["item"][0]["item"], (3, 2), strict=True):
        item["answer"][0]["valueCoding"]["extension"] = [{"url": WEIGHT, "valueDecimal": value}]
    for item in asked["item"][0]["item"]:
        del item["answerOption"]
    assert scores(tmp_path, asked, given)[0]["total"] == 5


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            {"valueCoding": {"system": "http://loinc.org", "code": "LA6570-1"}}, id="LOINC"
        ),
        pytest.param({"valueInteger": 2}, id="a number"),
        pytest.param({"valueDecimal": 2.0}, id="a decimal that is whole"),
    ],
)
def test_an_answer_is_told_by_its_code_or_number(tmp_path, answer):
    given = response("phq-2", {"1": answer, "2": 0})
    assert scores(tmp_path, questionnaire("phq-2"), given)[0]["total"] == 2


@pytest.mark.parametrize(("said", "total"), [(True, 10), (False, 0)])
def test_yes_or_no_is_an_answer_to_a_question_that_takes_it(tmp_path, said, total):
    given = response("ace-10", all_at("ace-10", {"valueBoolean": said}))
    assert scores(tmp_path, questionnaire("ace-10"), given)[0]["total"] == total


def test_the_wording_decides_nothing(tmp_path):
    asked = questionnaire("phq-2")
    first, second = asked["item"][0]["item"]
    first["text"], second["text"] = (instrument("phq-2").items[item].text for item in ("2", "1"))
    given = response("phq-2", {"1": 3, "2": None})
    assert scores(tmp_path, asked, given)[0]["missing"] == ["2"]


def test_text_without_a_code_is_no_question_that_is_known(tmp_path):
    asked = questionnaire("phq-2", code=[])
    for item, own in zip(asked["item"][0]["item"], instrument("phq-2").items.values(), strict=True):
        item["text"] = own.text
        del item["code"]
    del asked["item"][1]
    (bad,) = scores(tmp_path, asked, response("phq-2", {"1": 0, "2": 0}), code=1)
    assert "--map" in bad["error"]["message"]


def test_questions_under_an_answer_are_found(tmp_path):
    given = response("phq-2", {"1": 3, "2": 2})
    first, second = given["item"][0]["item"]
    first["answer"][0]["item"] = [second]
    given["item"][0]["item"] = [first]
    ResponseR4.model_validate(given)
    assert scores(tmp_path, questionnaire("phq-2"), given)[0]["total"] == 5


def test_one_response_may_hold_several_instruments(tmp_path):
    both = questionnaire("phq-9", link="p{}")
    both["item"] += questionnaire("gad-7", link="g{}")["item"][:1]
    given = response("phq-9", all_at("phq-9", 1), link="p{}")
    given["item"] += response("gad-7", all_at("gad-7", 2), link="g{}")["item"]
    found = scores(tmp_path, both, given)
    assert {one["instrument"]: one["total"] for one in found} == {"phq-9": 9, "gad-7": 14}


def test_the_sex_of_the_patient_chooses_the_line(tmp_path):
    asked, given = questionnaire("audit-c"), response("audit-c", all_at("audit-c", 1))
    for sex, verdict in (("female", "yes"), ("male", "no"), ("unknown", "unknown")):
        patient = {"resourceType": "Patient", "id": "p1", "gender": sex}
        (answer,) = scores(tmp_path, asked, patient, given)
        assert answer["positive"]["hazardous"] == verdict


def test_a_bundle_is_read_in_any_order(tmp_path):
    found = bundle(response("k6", all_at("k6", 1)), questionnaire("k6"))
    file = written(tmp_path, "in.json", found)
    (answer,) = lines_of(homeward("therapy", "score", file, "--format", "json"))
    assert (answer["instrument"], answer["total"]) == ("k6", 6)


def test_a_questionnaire_inside_the_response_comes_first(tmp_path):
    given = response("phq-2", {"1": 1, "2": 1}, questionnaire="#inside")
    given["contained"] = [questionnaire("phq-2", weights={"1": [3, 2, 1, 0]}, id="inside")]
    # The first answer offered counts 3 here, so the second one counts 2.
    assert scores(tmp_path, given)[0]["total"] == 3


def test_the_questionnaire_may_stand_in_another_file(tmp_path):
    other = written(tmp_path, "asked.json", questionnaire("phq-2"))
    given = response("phq-2", {"1": 1, "2": 1}, questionnaire=f"{URL.format('phq-2')}|1.0")
    assert scores(tmp_path, given, also=("--questionnaire", other))[0]["total"] == 2


def test_an_answer_that_says_there_is_none_is_missing_and_not_wrong(tmp_path):
    system = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
    given = response("phq-2", {"1": 1, "2": {"valueCoding": coding((system, "asked-declined"))}})
    (answer,) = scores(tmp_path, questionnaire("phq-2"), given)
    assert (answer["valid"], answer["missing"]) == (True, ["2"])


@pytest.mark.parametrize(
    ("weights", "version", "total"),
    [([1, 0], "plain-3", 1), ([0, 1], "reversed-3", 0)],
    ids=["yes scores", "no scores"],
)
def test_the_scores_of_the_third_question_show_the_form_of_a_dast_10(
    tmp_path, weights, version, total
):
    asked = questionnaire("dast-10")
    yes, no = (("http://loinc.org", code) for code in ("LA33-6", "LA32-8"))
    third = asked["item"][0]["item"][2]
    for option, code, weight in zip(third["answerOption"], (yes, no), weights, strict=True):
        option["valueCoding"] = coding(code)
        option["extension"][0]["valueDecimal"] = weight
    values = all_at("dast-10", 0) | {"3": {"valueCoding": coding(yes)}}
    (answer,) = scores(tmp_path, asked, response("dast-10", values))
    assert (answer["version"], answer["total"]) == (version, total)
