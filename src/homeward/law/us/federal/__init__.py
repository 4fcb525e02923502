"""Federal law that is asked about every charge: reports, assisted housing, survivors."""

from homeward.law.us.federal import (
    arrest_entry,
    assisted,
    assisted_notice,
    good_conduct,
    report_duties,
    reports,
    time_credits,
    trafficking,
    vawa,
)

__all__ = [
    "arrest_entry",
    "assisted",
    "assisted_notice",
    "good_conduct",
    "report_duties",
    "reports",
    "time_credits",
    "trafficking",
    "vawa",
]
