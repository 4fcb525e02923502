"""FHIR in and out: QuestionnaireResponses are scored, and the scores written as Observations.

Plain dictionaries throughout, the same for R4 and R5.
"""

from homeward.therapy.fhir.given_map import GivenMap, read_maps
from homeward.therapy.fhir.library import Library
from homeward.therapy.fhir.observation import observations
from homeward.therapy.fhir.resources import Resource, is_fhir, resources
from homeward.therapy.fhir.scored import (
    Scored,
    SetAside,
    answer,
    as_dict,
    as_text,
    score_file,
    take_in,
)

__all__ = [
    "GivenMap",
    "Library",
    "Resource",
    "Scored",
    "SetAside",
    "answer",
    "as_dict",
    "as_text",
    "is_fhir",
    "observations",
    "read_maps",
    "resources",
    "score_file",
    "take_in",
]
