"""Background reports in Pennsylvania: there is no limit of the state's own."""

from homeward.law.us.pa.body import BODY
from homeward.law.us.renting.report_limit import enter_no_report_limit

RULE = enter_no_report_limit(BODY, "Pennsylvania statutes: no limit found")
