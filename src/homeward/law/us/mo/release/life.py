"""Life terms, and those without parole: RSMo 565.020, 558.047, 217.692."""

from homeward.rules import (
    at_least,
    before,
    birthday,
    both,
    charge,
    claim,
    either,
    param,
    recorded,
)

_type = charge("sentence.type")

is_life = either(
    claim(charge("sentence.life")), _type.is_in("life", "life_without_parole", "life_no_parole_50")
)
is_murder_1 = charge("statute").tagged("murder-1", at=charge("offense_date"))
was_under_18 = before(charge("offense_date"), birthday(param("murder1.juvenile.under_age")))
sentenced_on = recorded(charge("sentence.sentenced_on"), charge("disposition_date"))
sentenced_since_2016 = at_least(sentenced_on, param("murder1.juvenile.parolable_from"))

may_be_parolable = both(is_murder_1, was_under_18, sentenced_since_2016)
"""565.033: a child's term for murder 1 since 2016 may be one with parole, or of 30 to 40 years."""

no_parole_for_fifty_years = _type.is_in("life_no_parole_50")
has_no_parole = either(
    _type.is_in("life_without_parole"),
    claim(charge("sentence.without_parole")),
    both(is_murder_1, ~no_parole_for_fifty_years, ~may_be_parolable),
)
"""565.020: murder in the first degree is life without parole; some other terms are too."""
