"""What no landlord in Illinois may use: the Human Rights Act, 775 ILCS 5/3-102.5."""

from homeward.law.us.il.body import BODY
from homeward.law.us.renting.landlord import enter_use, never_convicted, of_a_child, only_sealed
from homeward.rules import any_of
from homeward.rules.rule import Step

_CITE = "775 ILCS 5/1-103(B-5), 5/3-102.5"

RULE = enter_use(
    BODY,
    _CITE,
    any_of(never_convicted(_CITE), only_sealed(_CITE), of_a_child(_CITE)),
    since="2020-01-01",
    about="No arrest that did not lead to a conviction, no juvenile record, and nothing that was "
    "ordered sealed, expunged or impounded. Convictions have no limit.",
    steps=(
        Step(
            "If it was used all the same, complain to the Department of Human Rights",
            "775 ILCS 5/7A-102",
        ),
    ),
)
