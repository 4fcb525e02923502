"""California: another sentence that still runs holds every petition back, whatever its kind."""

import pytest

from tests.law.us.ca.records import ask, convicted, custody, probation

OVER = "2027-05-05"
DONE = custody("jail", "2002-01-01", on="2001-01-01")
FINED = convicted("misdemeanor", sentence={"type": "fine"})
WITHOUT_PROBATION = [
    pytest.param("clear.petition", FINED, id="a misdemeanor without probation"),
]
YOUNG = custody(
    "jail", "2003-08-01", kind="misdemeanor", on="2003-06-01", offense_date="2003-01-01",
    statute="PC 484(a)",
)  # fmt: skip
ON_PROBATION = probation(OVER, outcome="ongoing")
OUTCOME = (
    "charge.sentence.probation_outcome@c2/1, charge.disposition_completed_on@c2/1, "
    "charge.sentence.revoked_into.released_on@c2/1, charge.sentence.revoked_into.type@c2/1, "
    "charge.sentence.revoked_into.supervision_ends_on@c2/1"
)
ROUTES = [
    pytest.param("clear.petition", DONE, id="a felony with jail"),
    pytest.param("clear.petition", probation("2018-04-02"), id="probation"),
    *WITHOUT_PROBATION,
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


@pytest.mark.parametrize("other", RUNNING)
def test_another_sentence_runs_beside_a_misdemeanor_from_before_18(other):
    """1203.45(d) leaves out most people with a second conviction, so it may also be never."""
    found = ask("clear.1203_45", YOUNG, other)
    assert found == f"unknown {OVER}..never: law:us-ca/under_eighteen.one_offense"


@pytest.mark.parametrize(("question", "done"), [r for r in ROUTES if r not in WITHOUT_PROBATION])
def test_probation_for_something_else_runs(question, done):
    assert ask(question, done, ON_PROBATION) == f"later {OVER}"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(ON_PROBATION, "now 2011-04-02", id="probation"),
        pytest.param({**ON_PROBATION, "disposition_completed_on": OVER}, "now 2011-04-02",
                     id="probation, its end told otherwise"),
        pytest.param(probation(OVER, outcome="ongoing", sentence={"type": "suspended"}),
                     "now 2011-04-02", id="a suspended sentence"),
        pytest.param(revoked("jail"), f"later {OVER}", id="probation taken back"),
        pytest.param(probation(OVER, outcome=None),
                     f"unknown 2011-04-02..never: {OUTCOME}", id="not known if it was"),
    ],
)  # fmt: skip
def test_probation_alone_does_not_hold_back_what_had_none(other, expected):
    """PC 1203.4a(a) speaks of serving a sentence and of a charge, and not of probation."""
    assert ask("clear.petition", FINED, other) == expected


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
