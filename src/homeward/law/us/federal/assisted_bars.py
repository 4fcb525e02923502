"""Records for which federal law makes an assisted landlord refuse: 24 CFR 5.854, 960.204, 982.553.

What it only lets a landlord refuse for (24 CFR 5.855) follows from the landlord's own
written policy, and nothing is computed about it.
"""

from homeward.law.us.renting.endings import convicted, registered_for_life
from homeward.rules import both, charge, claim, either, tenancy

in_assisted_home = tenancy("kind").stated("voucher", "public_housing", "project_based")
"""A gate: the record tells of an assisted home."""

is_assisted = tenancy("kind").is_in("voucher", "public_housing", "project_based")
public_or_voucher = tenancy("kind").is_in("voucher", "public_housing")

_words = charge("description")
made_meth_on_premises = both(
    convicted,
    _words.mentions("meth*"),
    _words.mentions("manufactur*", "making", "made", "produc*"),
    claim(charge("on_assisted_premises")),
)
"""42 USC 1437n(f): a conviction of making methamphetamine in assisted housing."""

must_refuse_for_good = either(registered_for_life, both(public_or_voucher, made_meth_on_premises))
landlord_must_refuse = both(is_assisted, must_refuse_for_good)
