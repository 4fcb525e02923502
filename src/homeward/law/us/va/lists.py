"""The two lists of minor offenses: what is sealed by itself, and what must be sealed when asked."""

from homeward.law.us.va.terms import is_misdemeanor, since_floor, statute
from homeward.rules import both, either, law_says, open_law, param

# From 1 July 2027 a second text of the list is law; its words were not found.
_distribution = both(statute.tagged("marijuana-distribution"), is_misdemeanor)

on_automatic_list = either(
    statute.tagged("minor-offense"),
    both(_distribution, law_says(param("automatic.marijuana_distribution"))),
)

# s. 18.2-265.3(A) alone is listed; a record that names only the section may mean it
_paraphernalia = both(
    statute.tagged("paraphernalia"),
    ~statute.tagged("paraphernalia-otherwise"),
    either(statute.tagged("paraphernalia-to-use"), open_law("paraphernalia_without_subsection")),
)
_on_minor_list = either(
    statute.tagged("minor-offense"),
    statute.tagged("alcohol-under-age"),
    both(_distribution, law_says(param("minor.marijuana_distribution"))),
    _paraphernalia,
)
eligible_as_minor = both(_on_minor_list, since_floor())
