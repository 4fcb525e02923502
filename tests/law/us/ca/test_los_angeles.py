"""California: what a pilot in Los Angeles drafted for Proposition 64, laid over the law."""

import pytest

from homeward.explain.engines import Engines
from homeward.law.overlays import overlays_named
from tests.law.us.ca.records import ask, convicted, probation

PILOT = Engines(patches=overlays_named(["prop64-bulk-la"]))
REVIEW = "charge.prop64_review"
OVER, RUNS = "2019-11-11", "2019-11-12"


def pilot(*charges, **person):
    """What the pilot answers for the first charge on 11 November 2019."""
    facts = {"birth_date": "1989-03-14", **person}
    return ask("clear.prop64", *charges, as_of="2019-11-11", engines=PILOT, **facts)


def cannabis(statute="11359 HS", kind="felony", *, on="2014-05-12", until="2019-01-01", **facts):
    """A felony of selling cannabis, its sentence until a day; a person looked, and left it."""
    sentence = {"until": until} if until else {}
    return convicted(kind, statute=statute, on=on,
                     **{"sentence": sentence, "prop64_review": "leave", **facts})  # fmt: skip


def other(on, statute="PC 242", kind="misdemeanor", **facts):
    """Another conviction, of which no sentence runs any more."""
    return cannabis(statute, kind, on=on, until=on, **facts)


HELD_BACK = cannabis(until=RUNS)
THEFT = other("2013-01-01")


@pytest.mark.parametrize(
    ("charges", "person", "expected"),
    [
        pytest.param([cannabis(until=OVER)], {}, "now 2019-11-11", id="only cannabis, and over"),
        pytest.param([cannabis(until=RUNS)], {}, "later 2019-11-12",
                     id="over tomorrow"),
        pytest.param([cannabis(), THEFT], {}, "later 2024-05-13",
                     id="another conviction"),
        pytest.param([cannabis("11359 HS", "misdemeanor"), THEFT], {},
                     "never", id="a misdemeanor is for the city"),
        pytest.param([cannabis("HS 11357(a)")], {}, "now always", id="11357(a)"),
        pytest.param([cannabis("HS 11357(b)")], {}, "now always", id="11357(b)"),
        pytest.param([cannabis("HS 11357(b)"), other("2010-01-01", "PC 187", "felony")], {},
                     "now always", id="11357(b) after a murder"),
        pytest.param([cannabis("HS 11357(b)")], {"registered_290": True}, "now always",
                     id="11357(b) of who has to register"),
        pytest.param([cannabis("HS 11357(c)")], {}, "never",
                     id="11357(c)"),
        pytest.param([cannabis("HS 11357(a)", "misdemeanor")], {},
                     "never", id="a misdemeanor of 11357(a)"),
        pytest.param([cannabis(on="2016-11-08", until="2017-01-01")], {}, "now 2017-01-01",
                     id="the day before the act"),
        pytest.param([cannabis(on="2016-11-09", until="2017-01-01")], {}, "never",
                     id="the day of the act"),
        pytest.param([cannabis(on="2016-11-09", kind="misdemeanor")], {},
                     "never", id="a misdemeanor from after the act"),
        pytest.param([cannabis(), other("2014-05-11", "PC 187", "felony")], {}, "never",
                     id="a murder the day before"),
        pytest.param([cannabis(), other("2014-05-12", "PC 187", "felony")], {},
                     "later 2024-05-13", id="a murder the same day"),
        pytest.param([cannabis(), other("2010-01-01", "PC 187", "misdemeanor")], {},
                     "later 2024-05-13", id="no felony"),
        pytest.param([cannabis(), other("2010-01-01", "PC 136.1", "felony")], {}, "never",
                     id="threatening a witness, which the draft counts"),
        pytest.param([cannabis()], {"registered_290": True}, "never", id="has to register"),
        pytest.param([cannabis(), other("2010-01-01", registrable=True)], {}, "never",
                     id="an earlier offense that made the person register"),
        pytest.param([cannabis(), other("2010-01-01", "PC 314(1)", registrable=...)], {},
                     "never", id="by the list"),
        pytest.param([cannabis(), other("2015-01-01", "PC 314(1)", registrable=...)], {},
                     "later 2025-01-02", id="a later one"),
        pytest.param([cannabis(), cannabis(on="2012-01-01"), cannabis(on="2013-01-01")], {},
                     "never", id="two earlier ones of the section"),
        pytest.param([cannabis(), cannabis(on="2012-01-01"), cannabis(on="2014-05-12")], {},
                     "now 2019-01-01", id="one earlier and one of the day"),
        pytest.param([cannabis("HS 11358"), cannabis("HS 11358", on="2012-01-01"),
                      cannabis("HS 11358", on="2013-01-01")], {}, "never",
                     id="of growing too"),
        pytest.param([cannabis("HS 11360"), cannabis("HS 11360", on="2012-01-01"),
                      cannabis("HS 11360", on="2013-01-01")], {}, "never",
                     id="of moving too"),
        pytest.param([HELD_BACK], {"birth_date": "1969-11-11"}, "now 2019-11-11",
                     id="fifty today"),
        pytest.param([HELD_BACK, THEFT], {"birth_date": "1969-11-12"},
                     "later 2019-11-12", id="fifty tomorrow"),
        pytest.param([HELD_BACK, THEFT], {"birth_date": "1997-11-12",
                                          "recorded_on": "2019-11-11"}, "now always",
                     id="twenty-one on the day of the record"),
        pytest.param([HELD_BACK, THEFT], {"birth_date": "1997-11-11",
                                          "recorded_on": "2019-11-11"},
                     "later 2024-05-13", id="twenty-two that day"),
        pytest.param([cannabis(on="2009-11-10", until=RUNS), other("2009-01-01")], {},
                     "now 2019-11-11", id="no conviction for ten years and a day"),
        pytest.param([cannabis(on="2009-11-11", until=RUNS), other("2009-01-01")], {},
                     "later 2019-11-12", id="for ten years to the day"),
        pytest.param([cannabis(on="2009-11-10"), other("2010-01-01")], {},
                     "later 2020-01-02", id="a newer one of another kind"),
        pytest.param([cannabis(until=OVER), THEFT], {"deceased": True}, "now 2019-11-11",
                     id="has died, and the sentence is over"),
        pytest.param([cannabis(until=RUNS), THEFT], {"deceased": True},
                     "later 2019-11-12", id="has died, and it is not"),
        pytest.param([HELD_BACK, THEFT], {"deceased": None},
                     "unknown 2019-11-12..2024-05-13: person.deceased",
                     id="not known if the person lives"),
        pytest.param([cannabis(prop64_review="dismiss"), THEFT], {}, "now always",
                     id="looked at by hand, and dismissed"),
        pytest.param([cannabis(prop64_review=None), THEFT], {},
                     f"unknown always..2024-05-13: {REVIEW}", id="nobody is known to have looked"),
        pytest.param([cannabis(kind="misdemeanor", prop64_review=None)], {},
                     f"unknown always..never: {REVIEW}", id="nobody of the city either"),
    ],
)  # fmt: skip
def test_the_pilot_by_its_list(charges, person, expected):
    assert pilot(*charges, **{"deceased": False, **person}) == expected


def taken_back(into, released, over=None):
    """Probation that was taken back, and the custody that followed."""
    back = {"type": into, "released_on": released, "supervision_ends_on": over}
    known = {key: value for key, value in back.items() if value}
    return probation("2015-01-01", statute="11359 HS", on="2014-05-12", outcome="revoked",
                     sentence={"revoked_into": known})  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param({"type": "jail", "released_on": "2019-01-01"}, id="jail"),
        pytest.param({"type": "jail", "released_on": "2018-01-01", "supervision": "parole",
                      "supervision_ends_on": "2019-01-01"}, id="jail and supervision"),
        pytest.param({"type": "prison", "released_on": "2018-01-01",
                      "supervision_ends_on": "2019-01-01"}, id="prison and parole"),
        pytest.param({"type": "split", "mandatory_supervision_ends_on": "2019-01-01"},
                     id="mandatory supervision"),
        pytest.param({"type": "probation", "probation_ends_on": "2019-01-01",
                      "probation_outcome": "completed"}, id="probation"),
        pytest.param(taken_back("jail", "2019-01-01")["sentence"],
                     id="probation taken back, and jail"),
        pytest.param(taken_back("prison", "2018-01-01", "2019-01-01")["sentence"],
                     id="probation taken back, and parole"),
        pytest.param({"type": "fine", "sentenced_on": "2019-01-01"}, id="a fine"),
    ],
)  # fmt: skip
def test_when_the_sentence_is_over_by_its_kind(sentence):
    assert pilot(cannabis(sentence=sentence), deceased=False) == "now 2019-01-01"


def test_the_end_of_the_whole_sentence_is_told():
    told = {"until": None, "disposition_completed_on": "2019-01-01"}
    assert pilot(cannabis(**told), deceased=False) == "now 2019-01-01"


def test_supervision_after_jail_without_a_known_end():
    parole = {"type": "jail", "released_on": "2019-01-01", "supervision": "parole"}
    found = pilot(cannabis(sentence=parole), deceased=False)
    assert found.startswith("unknown 2019-01-01..2024-05-13: charge.sentence.until, ")


def test_a_sentence_without_a_known_end_runs_from_the_judgment():
    told = cannabis(sentence={"type": "jail", "sentenced_on": "2019-01-01"})
    found = pilot(told, deceased=False)
    assert found.startswith("unknown 2019-01-01..2024-05-13: charge.sentence.until, ")
