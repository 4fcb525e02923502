"""Background reports in New Jersey: there is no limit of the state's own."""

from homeward.law.us.nj.body import BODY
from homeward.law.us.renting.report_limit import enter_no_report_limit

RULE = enter_no_report_limit(BODY, "N.J. statutes: no limit found", "high")
