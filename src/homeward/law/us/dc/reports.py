"""Background reports in the District of Columbia: there is no limit of the state's own."""

from homeward.law.us.dc.body import BODY
from homeward.law.us.renting.report_limit import enter_no_report_limit

RULE = enter_no_report_limit(BODY, "D.C. Code: no limit found")
