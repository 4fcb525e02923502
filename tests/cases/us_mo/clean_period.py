"""By hand: no other finding of guilt in the last years, RSMo 610.140.6(2)."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, a_charge, answers, convicted
from tests.cases.us_mo.charges import Q, felony, found, misdemeanor

CLEAN_PERIOD = [
    a_case(
        "R.G.: a second plea within three years, long past at the petition",
        [
            found("574.010", "misdemeanor", "2010-06-01"),
            found("574.010", "misdemeanor", "2012-03-01"),
        ],
        answers(Q, "now", "2015-03-01", accept_from=["2015-03-01", "2018-01-01"]),
        as_of="2018-05-10",
        cite="610.140.5(2) (2018), R.G. v. MSHP",
    ),
    a_case(
        "S.Y.: a plea eleven weeks after the first was complete",
        [
            found("574.010", "misdemeanor", "2013-02-05"),
            found("574.010", "misdemeanor", "2013-04-23"),
        ],
        answers(Q, "now", "2016-04-23", accept_from=["2016-04-23", "2018-01-01"]),
        as_of="2018-01-23",
        cite="610.140.5(2) (2018), S.Y. v. Askren",
    ),
    a_case(
        "a later misdemeanor holds a felony back three years",
        [felony("2021-03-01"), found("574.010", "misdemeanor", "2024-12-01")],
        answers(Q, "later", "2027-12-01"),
        answers(Q, "now", "2025-12-01", "b"),
        cite="610.140.6(2)",
    ),
    a_case(
        "a later felony holds a misdemeanor back one year only",
        [
            misdemeanor("2024-01-10", offense_date="2023-01-01", disposition_date="2024-01-10"),
            found("570.030", "felony", "2026-01-31", "D"),
        ],
        answers(Q, "later", "2027-01-31"),
        cite="610.140.6(2)",
    ),
    a_case(
        "another finding on the very anniversary",
        [felony("2020-01-01"), found("574.010", "misdemeanor", "2023-11-23")],
        answers(
            Q,
            "now",
            "2026-11-23",
            accept_from=["2026-11-23", "2026-11-24"],
            accept_status=["now", "later"],
        ),
        cite="610.140.6(2)",
    ),
    a_case(
        "a suspended imposition counts as a finding of guilt",
        [
            felony("2021-03-01"),
            a_charge(
                "574.010", "misdemeanor", "B", "2025-04-01", "sis", "2025-06-01", "2026-06-01"
            ),
        ],
        answers(Q, "later", "2028-06-01"),
        answers("closed", "now", "2026-06-01", "b"),
        cite="610.140.6(2), S.Y.",
    ),
    a_case(
        "a traffic misdemeanor does not count",
        [
            felony("2021-03-01"),
            convicted("302.020", "misdemeanor", "A", "2024-12-01", "2025-02-01", "2025-02-01"),
        ],
        answers(Q, "now", "2024-03-01", accept_from=["2024-03-01", "2025-02-01"]),
        cite="610.140.6(2)",
    ),
    a_case(
        "an infraction does not count",
        [
            felony("2021-03-01"),
            convicted("577.070", "infraction", None, "2025-01-02", "2025-02-01", "2025-02-01"),
        ],
        answers(Q, "now", "2024-03-01", accept_from=["2024-03-01", "2025-02-01"]),
        cite="610.140.6(2)",
    ),
    a_case(
        "a city ordinance is neither a misdemeanor nor a felony",
        [
            felony("2021-03-01"),
            convicted(
                "210.020",
                "ordinance",
                None,
                "2025-01-02",
                "2025-02-01",
                "2025-02-01",
                ordinance_jailable=True,
            ),
        ],
        answers(Q, "now", "2024-03-01", accept_from=["2024-03-01", "2025-02-01"]),
        cite="610.140.6(2)",
    ),
    a_case(
        "an Illinois felony counts",
        [
            felony("2021-03-01"),
            found("720 ILCS 5/16-1", "felony", "2025-05-05", "3", jurisdiction="us-il"),
        ],
        answers(Q, "later", "2028-05-05"),
        answers(Q, "never", None, "b"),
        cite="610.140.6(2), .2(2)",
    ),
    a_case(
        "a federal felony counts, and is not Missouri's to clear",
        [
            misdemeanor("2024-01-10", offense_date="2023-01-01", disposition_date="2024-01-10"),
            found(
                "18 USC 1343",
                "felony",
                "2026-02-28",
                None,
                jurisdiction="us",
                court="federal district",
            ),
        ],
        answers(Q, "later", "2027-02-28"),
        answers(Q, "never", None, "b"),
        cite="610.140.6(2), .2(2)",
    ),
    a_case(
        "a charge that was lost does not count",
        [
            felony("2021-03-01"),
            a_charge("574.010", "misdemeanor", "B", "2024-04-01", "acquitted", "2025-06-01"),
        ],
        answers(Q, "now", "2024-03-01", accept_from=["2024-03-01", "2025-06-01"]),
        answers("closed", "now", "2025-06-01", "b"),
        cite="610.140.6(2); 610.105",
    ),
    a_case(
        "a second count of the same case does not hold the first back",
        [[felony("2023-01-15"), felony("2023-01-15", "569.100", "E")]],
        answers(Q, "now", "2026-01-15"),
        answers(Q, "now", "2026-01-15", "b"),
        cite="610.140.6(1), (2)",
    ),
]

ALL: list[Expectation] = [one for rows in CLEAN_PERIOD for one in rows]
