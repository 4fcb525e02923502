"""The page of open questions: nothing that an answer may name is missing from it."""

import pytest

from homeward import law
from homeward.rules.choice import Reading
from homeward.rules.node import walk
from homeward.rules.truth import OpenLaw

BODY = law.body("us-mo")
PAGE = (BODY.folder / "open-questions.md").read_text(encoding="utf-8")


def named_in_rules():
    for rule in BODY.rules.values():
        for node in walk(rule.tree):
            if isinstance(node, OpenLaw | Reading):
                yield node.question


def with_readings():
    for parameter in BODY.parameters.values():
        if any(entry.readings for entry in parameter.history):
            yield parameter.name


OPEN = {*named_in_rules(), *with_readings(), *(r.reading for r in BODY.offenses.listings)} - {""}


@pytest.mark.parametrize("name", sorted(OPEN))
def test_an_open_question_is_on_the_page(name):
    assert f"`{name}`" in PAGE
