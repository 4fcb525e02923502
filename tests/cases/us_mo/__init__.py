"""Missouri's cases written by hand: each file a part of the law, each case a sentence."""

from tests.cases.us_mo import (
    arrests,
    automatic,
    clean_period,
    excluded_kinds,
    excluded_sections,
    housing,
    leaving_prison,
    minimum_term,
    special_routes,
    survivors,
    versions,
    waits,
)

ALL = [
    *waits.ALL,
    *clean_period.ALL,
    *versions.ALL,
    *excluded_kinds.ALL,
    *excluded_sections.ALL,
    *arrests.ALL,
    *special_routes.ALL,
    *automatic.ALL,
    *housing.ALL,
    *minimum_term.ALL,
    *leaving_prison.ALL,
    *survivors.ALL,
]
