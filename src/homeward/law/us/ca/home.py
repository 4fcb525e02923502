"""Whether a question about renting is asked here: a home in California, or none told of."""

from homeward.law.us.renting.place import asked_in
from homeward.rules import both, case, either, tenancy
from homeward.rules.logic import Or

_none_told = both(~tenancy("jurisdiction").is_stated, case("jurisdiction").stated("us-ca"))


def here_or_untold() -> Or:
    """The home is in California; or the record tells of no home, and the case is of California."""
    return either(asked_in("us-ca"), _none_told)
