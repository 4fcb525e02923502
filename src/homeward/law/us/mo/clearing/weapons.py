"""Unlawful use of a weapon, 571.030, as RSMo 610.140.3(11) leaves it out, two forms apart."""

from homeward.law.us.mo.terms import found_guilty, is_felony
from homeward.rules import before, both, charge, claim, either, law_says, param
from homeward.rules.fact import FactRef
from homeward.rules.logic import And


def weapons_use(section: FactRef) -> And:
    """The claim that a section is 571.030, other than its two excepted forms.

    Which of the eleven forms it was stands in the subdivision, 571.030.1(1) to (11);
    where the citation stops before it, the record has to say.
    """
    form_is_told = section.tagged("weapons-use-form")
    exhibiting = either(
        section.tagged("weapons-use-exhibiting"),
        both(~form_is_told, claim(charge("weapon_exhibited"))),
    )
    concealed = either(
        section.tagged("weapons-use-concealed"),
        both(~form_is_told, claim(charge("weapon_concealed"))),
    )
    found_guilty_early = both(
        found_guilty, before(charge("disposition_date"), param("expunge.concealed_guilty_before"))
    )
    return both(
        section.tagged("weapons-use"),
        ~exhibiting,
        ~both(concealed, found_guilty_early),
        either(is_felony, law_says(param("expunge.weapons_misdemeanor_excluded"))),
    )
