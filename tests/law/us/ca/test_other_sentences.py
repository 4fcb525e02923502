"""California: another sentence that still runs holds every petition back, whatever its kind."""

import pytest

from tests.law.us.ca.records import ask, convicted, custody, probation

OVER = "2027-05-05"
DONE = custody("jail", "2002-01-01", on="2001-01-01")
ROUTES = [
    pytest.param("clear.petition", DONE, id="a felony with jail"),
    pytest.param("clear.petition", probation("2018-04-02"), id="probation"),
    pytest.param("clear.petition", convicted("misdemeanor", sentence={"type": "fine"}),
                 id="a misdemeanor without probation"),
    pytest.param("clear.1203_42", custody("prison", "2011-02-01", "2012-01-01", on="2009-01-01",
                                          would_be_1170h_today=True), id="1203.42"),
    pytest.param("clear.auto", DONE, id="relief without asking"),
]  # fmt: skip


def revoked(into, released=OVER, over=None, **facts):
    """A felony whose probation was taken back, and the custody that followed."""
    back = {"type": into, "released_on": released, "supervision_ends_on": over}
    known = {key: value for key, value in back.items() if value}
    return probation("2025-01-01", outcome="revoked", sentence={"revoked_into": known}, **facts)


RUNNING = [
    pytest.param(probation(OVER, outcome="ongoing"), id="probation"),
    pytest.param(custody("jail", OVER), id="jail"),
    pytest.param(custody("jail", "2026-01-01", OVER), id="jail, and supervision all the same"),
    pytest.param(convicted(sentence={"type": "jail", "released_on": "2026-01-01",
                                     "supervision_ends_on": OVER}),
                 id="of whatever kind it is"),
    pytest.param(custody("split", "2026-01-01", OVER), id="mandatory supervision"),
    pytest.param(convicted(sentence={"type": "split", "supervision_ends_on": OVER}),
                 id="mandatory supervision by its general name"),
    pytest.param(custody("prison", "2026-01-01", OVER), id="parole"),
    pytest.param(revoked("jail"), id="probation taken back, and jail"),
    pytest.param(revoked("prison", "2026-01-01", OVER), id="probation taken back, and parole"),
    pytest.param(convicted(on="2026-05-05", sentence={"type": "fine", "sentenced_on": OVER}),
                 id="a fine, sentenced later"),
    pytest.param(convicted(disposition_completed_on=OVER, sentence={"type": "prison"}),
                 id="the end of the whole sentence is told"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "done"), ROUTES)
@pytest.mark.parametrize("other", RUNNING)
def test_another_sentence_runs(question, done, other):
    assert ask(question, done, other) == f"later {OVER}"


OPEN = "charge.disposition_completed_on@c2/1, charge.sentence.released_on@c2/1"


@pytest.mark.parametrize(("question", "done"), ROUTES)
def test_of_a_sentence_without_a_known_end_the_judgment_is_the_least(question, done):
    judged = {"sentence": {"type": "jail", "sentenced_on": "2026-05-05"}}
    found = ask(question, done, convicted("misdemeanor", on="2026-04-04", **judged))
    assert found == f"unknown 2026-05-05..never: {OPEN}"
    unsaid = convicted("misdemeanor", on="2026-04-04", sentence={"type": "jail"})
    assert ask(question, done, unsaid) == f"unknown 2026-04-04..never: {OPEN}"


@pytest.mark.parametrize(("question", "done"), ROUTES)
def test_supervision_after_jail_without_a_known_end(question, done):
    parole = {"type": "jail", "released_on": "2026-05-05", "supervision": "parole"}
    found = ask(question, done, convicted(sentence=parole))
    assert found.startswith("unknown 2026-05-05..never: charge.disposition_completed_on@c2/1, ")
    assert found.endswith("charge.sentence.supervision_ends_on@c2/1")
