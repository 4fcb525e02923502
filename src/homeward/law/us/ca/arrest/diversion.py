"""What a completed program of diversion brings: Penal Code 851.87, 851.90, 1001.36, 1001.95."""

from homeward.law.us.ca.arrest.automatic import program_done_on
from homeward.law.us.ca.body import BODY
from homeward.law.us.ca.terms import diverted
from homeward.rules import all_of, both, charge, condition, discretion, holds_if
from homeward.rules.fact import Tagged
from homeward.rules.node import Node
from homeward.rules.rule import Step

_program = charge("diversion")
_of_drugs = _program.tagged("drug-diversion")
_before_charges = _program.tagged("diversion-before-charges")


def _done(cite: str, says: str, program: Tagged) -> Node:
    return condition(
        "program_completed", cite, says,
        all_of(holds_if(both(diverted, program)), program_done_on), certainty="medium",
        unmet="no such program was completed",
    )  # fmt: skip


@BODY.rule(
    "arrest-after-diversion",
    question="clear.851_87",
    family="clear",
    subject="charge",
    cite="PC 851.87",
    since="2014-01-01",
    title="Asking to seal an arrest after diversion before charges",
    holds="you can ask the court to seal this arrest",
    how="petition",
    standard="may",
    effect="sealed",
    certainty="medium",
    applies=lambda: both(_program.is_stated, _before_charges),
    steps=(
        Step("File it in the court of the county of the arrest; the police and the prosecutor are "
             "told", "PC 851.87(a)"),
    ),
)  # fmt: skip
def before_charges() -> Node:
    """The prosecutor ran the program, and filed nothing: from its completion on."""
    return all_of(
        _done("PC 851.87(a)", "a program before charges was completed", _before_charges),
        discretion("just", "PC 851.87(b)", "it is in the interest of justice"),
    )


@BODY.rule(
    "arrest-after-drug-diversion",
    question="clear.851_90",
    family="clear",
    subject="charge",
    cite="PC 851.90",
    since="2004-01-01",
    title="Asking to seal an arrest after drug diversion",
    holds="you can ask the court to seal this arrest",
    how="petition",
    standard="may",
    effect="sealed",
    certainty="medium",
    applies=lambda: both(_program.is_stated, _of_drugs),
)
def of_drugs() -> Node:
    """A drug program under PC 1000 and what follows it: from its completion on."""
    return all_of(
        _done("PC 851.90", "a drug program was completed", _of_drugs),
        discretion("good_for_justice", "PC 851.90", "it serves justice"),
    )


@BODY.rule(
    "arrest-never-occurred",
    question="arrest.never_occurred",
    subject="charge",
    cite="PC 1001.36, 1001.97",
    since="2018-06-27",
    title="An arrest that counts as never having happened",
    holds="after the program the arrest counts as never having happened, and you may say so",
    how="automatic",
    effect="deemed never to have occurred",
    certainty="medium",
    applies=lambda: both(diverted, _program.is_stated),
    steps=(
        Step("You still have to tell of it when you ask to become a peace officer",
             "PC 1001.36, 1001.97"),
    ),
)  # fmt: skip
def never_occurred() -> Node:
    """Mental health diversion and diversion by a judge, done in full."""
    erases = _program.tagged("diversion-erases")
    return all_of(
        _done("PC 1001.36, 1001.97", "mental health diversion, or diversion by a judge", erases),
    )
