"""The pages of open questions: nothing that an answer may name is missing from its place's page."""

import pytest

from homeward import law
from homeward.rules.choice import Reading
from homeward.rules.node import walk
from homeward.rules.truth import OpenLaw


def named_in_rules(body):
    for rule in body.rules.values():
        for tree in rule.trees:
            for node in walk(tree):
                if isinstance(node, OpenLaw | Reading):
                    yield node.question


def with_readings(body):
    for parameter in body.parameters.values():
        if any(entry.readings for entry in parameter.history):
            yield parameter.name


def open_in(body):
    return {*named_in_rules(body), *with_readings(body),
            *(row.reading for row in body.offenses.listings)} - {""}  # fmt: skip


NAMES = [
    (body_id, name) for body_id in law.body_ids() for name in sorted(open_in(law.body(body_id)))
]


@pytest.mark.parametrize(("body_id", "name"), NAMES, ids=lambda part: part)
def test_an_open_question_is_on_the_page(body_id, name):
    page = (law.body(body_id).folder / "open-questions.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page
