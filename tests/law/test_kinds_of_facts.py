"""Each fact is asked for what it is: a yes or no, a code, a text, a citation, a date."""

import pytest

from homeward import law
from homeward.rules.fact import CodeIn, Happened, Mentions, Tagged
from homeward.rules.node import walk
from homeward.rules.truth import Claim

# Words are looked for in whatever is written: in a place's code, and behind a citation too.
ASKED_OF = {
    Claim: {"truth"},
    CodeIn: {"code"},
    Mentions: {"text", "code", "citation"},
    Tagged: {"citation"},
    Happened: {"date"},
}


def misread(body):
    """The rules that ask a fact for what it is not."""
    known = law.vocabulary()
    for rule in body.rules.values():
        for tree in rule.trees:
            for node in walk(tree):
                fact = getattr(node, "fact", None)
                if type(node) in ASKED_OF and known[fact.name].kind not in ASKED_OF[type(node)]:
                    yield f"{rule.name}: {type(node).__name__} of {fact.name}"


@pytest.mark.parametrize("body_id", law.body_ids())
def test_each_fact_is_asked_for_what_it_is(body_id):
    assert list(misread(law.body(body_id))) == []
