"""Marijuana that is no longer a crime to have: the numbered rule 2 of 100A, and 100K."""

from homeward.law.us.ma.terms import statute
from homeward.rules import at_least, birthday, both, by, charge, param

# marijuana is a class D substance: a charge that names another class is about something else
_names_another = charge("description").mentions("class a", "class b", "class c", "class e")
about_marijuana = both(
    statute.tagged("drug-possession"), ~_names_another, charge("substance").is_in("marijuana")
)
no_longer_a_crime = both(about_marijuana, by(charge("weight_oz"), param("marijuana.legal_oz")))
"""What was done is no crime now; the age of the person does not matter (Ambrose A., 2024)."""

of_legal_age = at_least(charge("offense_date"), birthday(param("marijuana.legal_age")))
