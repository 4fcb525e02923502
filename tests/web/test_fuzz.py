"""The interface tried with input that nobody would think of, made from its own description."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from homeward.web import create_site

FEW, MANY = 15, 200
# A schema cannot say that two cases have two numbers, or which names are shipped.
BEYOND_A_SCHEMA = [positive_data_acceptance]

described = schemathesis.openapi.from_dict(create_site().app.openapi())
OPERATIONS = {one.ok().label: one.ok() for one in described.get_all_operations()}


def tried(operation, site_url, mode, examples):
    """Send what fits the description, or what does not, and look at what comes back."""

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def send(case):
        case.call_and_validate(base_url=site_url, excluded_checks=BEYOND_A_SCHEMA)

    send()


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_as_described(site_url, name, mode):
    tried(OPERATIONS[name], site_url, mode, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_to_many_more_is_as_described(site_url, name, mode):
    tried(OPERATIONS[name], site_url, mode, MANY)
