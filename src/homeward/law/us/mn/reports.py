"""What a background report may show in Minnesota: Minn. Stat. 332.70."""

from homeward.law.us.mn.body import BODY
from homeward.law.us.renting.endings import sealed_on
from homeward.law.us.renting.report_limit import enter_report_limit, if_not_preempted
from homeward.rules import any_of, charge, condition

_CITE = "Minn. Stat. 332.70"

RULE = enter_report_limit(
    BODY,
    _CITE,
    condition(
        "cleared",
        _CITE,
        "it was sealed, expunged or pardoned, and the seller was told",
        if_not_preempted(any_of(sealed_on, charge("pardoned_on"))),
        unmet="it was not sealed, expunged or pardoned, and the state sets no limit in years",
        certainty="low",
    ),
    since="2010-07-01",
    about="A seller of records has to drop what was sealed, expunged or pardoned soon after it is "
    "told.",
    kept="newer",
    certainty="low",
)
