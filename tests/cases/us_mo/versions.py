"""By hand: the law of the day asked, and the lifetime limits, RSMo 610.140.13."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, answers
from tests.cases.us_mo.charges import Q, felony, found, misdemeanor

VERSIONS = [
    a_case(
        "seven years on the last day of the law of 2016",
        [felony("2018-06-15", "569.170", offense_date="2016-06-01", disposition_date="2016-12-01")],
        answers(Q, "later", "2025-06-15"),
        as_of="2021-08-27",
        cite="610.140.5(1) (2018)",
    ),
    a_case(
        "three years on the first day of the law of 2021",
        [felony("2018-06-15", "569.170", offense_date="2016-06-01", disposition_date="2016-12-01")],
        answers(Q, "now", "2021-06-15", accept_from=["2021-06-15", "2021-08-28"]),
        as_of="2021-08-28",
        cite="610.140.5(1) (2021)",
    ),
    a_case(
        "three years for a misdemeanor under the law of 2016",
        [misdemeanor("2019-05-05", offense_date="2019-01-01", disposition_date="2019-05-05")],
        answers(Q, "later", "2022-05-05"),
        as_of="2021-08-27",
        cite="610.140.5(1) (2018)",
    ),
    a_case(
        "one year for it under the law of 2021",
        [misdemeanor("2019-05-05", offense_date="2019-01-01", disposition_date="2019-05-05")],
        answers(Q, "now", "2020-05-05", accept_from=["2020-05-05", "2021-08-28"]),
        as_of="2021-08-28",
        cite="610.140.5(1) (2021)",
    ),
    a_case(
        "stealing was not eligible until 28 August 2019",
        [felony("2010-05-01", offense_date="2008-01-01", disposition_date="2008-06-01")],
        answers(Q, "never"),
        as_of="2019-08-27",
        cite="610.140.2(6) (2018)",
    ),
    a_case(
        "and is from that day",
        [felony("2010-05-01", offense_date="2008-01-01", disposition_date="2008-06-01")],
        answers(Q, "now", "2017-05-01", accept_from=["2017-05-01", "2019-08-28"]),
        as_of="2019-08-28",
        cite="SB 1 (2019)",
    ),
    a_case(
        "under the law of 2012 the short list is not held here",
        [felony("1990-05-01", offense_date="1985-01-01", disposition_date="1985-06-01")],
        answers(Q, "unknown"),
        as_of="2013-06-01",
        cite="610.140 (2012)",
    ),
    a_case(
        "the law of 2012 does not reach Illinois either",
        [
            felony("1990-05-01", offense_date="1985-01-01", disposition_date="1985-06-01"),
            found("720 ILCS 5/16-1", "felony", "1990-05-05", "3", jurisdiction="us-il"),
        ],
        answers(Q, "never", None, "b"),
        as_of="2013-06-01",
        cite="610.140 (2012)",
    ),
    a_case(
        "one felony was the limit of a lifetime in 2023",
        [felony("2019-05-10")],
        answers(Q, "never"),
        as_of="2023-06-01",
        cite="610.140.12 (2021)",
        prior_expungements={"felony": 1, "misdemeanor": 0},
    ),
    a_case(
        "two misdemeanors were, on the last day of 2024",
        [misdemeanor("2020-05-10", offense_date="2020-01-01", disposition_date="2020-05-10")],
        answers(Q, "never"),
        as_of="2024-12-31",
        cite="610.140.12 (2021)",
        prior_expungements={"felony": 0, "misdemeanor": 2},
    ),
    a_case(
        "the third misdemeanor fits from 2025",
        [misdemeanor("2020-05-10", offense_date="2020-01-01", disposition_date="2020-05-10")],
        answers(Q, "now", "2021-05-10"),
        as_of="2025-01-01",
        cite="610.140.13(1)",
        prior_expungements={"felony": 0, "misdemeanor": 2},
    ),
    a_case(
        "the fourth does not",
        [misdemeanor()],
        answers(Q, "never"),
        cite="610.140.13(1)",
        prior_expungements={"felony": 0, "misdemeanor": 3},
    ),
    a_case(
        "the third felony does not",
        [felony()],
        answers(Q, "never"),
        cite="610.140.13(2)",
        prior_expungements={"felony": 2, "misdemeanor": 0},
    ),
    a_case(
        "used misdemeanor places do not touch a felony",
        [felony()],
        answers(Q, "now", "2025-06-30"),
        cite="610.140.13",
        prior_expungements={"felony": 1, "misdemeanor": 3},
    ),
    a_case(
        "infractions are without limit",
        [found("304.010", "infraction", "2025-10-01", None)],
        answers(Q, "now", "2026-10-01"),
        cite="610.140.13(1)",
        prior_expungements={"felony": 2, "misdemeanor": 3},
    ),
    a_case(
        "an ordinance that allows no jail is without limit",
        [found("210.020", "ordinance", "2025-06-15", None, ordinance_jailable=False)],
        answers(Q, "now", "2026-06-15"),
        cite="610.140.13(1)",
        prior_expungements={"felony": 2, "misdemeanor": 3},
    ),
    a_case(
        "one that allows jail is not",
        [found("210.020", "ordinance", "2025-06-15", None, ordinance_jailable=True)],
        answers(Q, "never"),
        cite="610.140.13(1)",
        prior_expungements={"felony": 2, "misdemeanor": 3},
    ),
]

LIMITS = [
    a_case(
        "three felonies whose courses are not known",
        [felony(same_course_id=None), felony(same_course_id=None), felony(same_course_id=None)],
        answers("limit.610_140", "unknown", charge="*"),
        answers(Q, "now", "2025-06-30"),
        cite="610.140.13(2)",
    ),
    a_case(
        "three felonies of one course",
        [felony(same_course_id="S1"), felony(same_course_id="S1"), felony(same_course_id="S1")],
        answers("limit.610_140", "now", charge="*"),
        answers(Q, "now", "2025-06-30", "c"),
        cite="610.140.2(3), .13",
    ),
    a_case(
        "a new petition a year after the dismissed one",
        [felony()],
        answers("refile.610_140", "later", "2027-02-14", "*"),
        cite="610.140.12",
        dismissed_petition_filed_on="2026-02-14",
    ),
]

ALL: list[Expectation] = [one for table in (VERSIONS, LIMITS) for rows in table for one in rows]
