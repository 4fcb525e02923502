"""By hand: alcohol and marijuana."""

from __future__ import annotations

from tests.cases.agreement import Expectation
from tests.cases.building import a_case, a_charge, answers, convicted


def found(statute, severity, decided, offense_class="B", **more):
    return convicted(statute, severity, offense_class, decided, decided, decided, **more)


D = "clear.610_130"


def dwi(on="2012-05-05", severity="misdemeanor", offense_class="B", **more):
    return convicted("577.010", severity, offense_class, "2012-01-01", on, "2014-05-05", **more)


ALCOHOL = [
    a_case(
        "ten years after the plea",
        [dwi()],
        answers(D, "now", "2022-05-05"),
        answers("clear.610_140", "never"),
        cite="610.130; 610.140.3(7)",
    ),
    a_case(
        "ten years on the day asked",
        [dwi("2016-11-23", offense_date="2016-01-01", disposition_completed_on="2018-11-23")],
        answers(D, "now", "2026-11-23"),
        cite="610.130",
    ),
    a_case(
        "a day short of ten years",
        [dwi("2016-11-24", offense_date="2016-01-01", disposition_completed_on="2018-11-24")],
        answers(D, "later", "2026-11-24"),
        cite="610.130",
    ),
    a_case(
        "a plea with suspended imposition",
        [a_charge("577.010", "misdemeanor", "B", "2012-01-01", "sis", "2012-05-05", "2014-05-05")],
        answers(D, "now", "2022-05-05"),
        answers("closed", "now", "2014-05-05"),
        cite="610.130; 610.105",
    ),
    a_case(
        "a felony drunk driving",
        [dwi(severity="felony", offense_class="E")],
        answers(D, "never"),
        cite="610.130: misdemeanor or ordinance",
    ),
    a_case(
        "a city's drunk driving ordinance",
        [
            convicted(
                "210.020",
                "ordinance",
                None,
                "2012-01-01",
                "2012-05-05",
                "2014-05-05",
                ordinance_equivalent_of="577.010",
                ordinance_jailable=True,
            )
        ],
        answers(D, "now", "2022-05-05"),
        cite="610.130: ordinance violation",
    ),
    a_case(
        "boating while intoxicated, ten years on",
        [convicted("577.013", "misdemeanor", "B", "2012-01-01", "2012-05-05", "2014-05-05")],
        answers(D, "now", "2022-05-05"),
        cite="610.130",
    ),
    a_case("a commercial driver", [dwi()], answers(D, "never"), cdl_holder=True, cite="610.130(6)"),
    a_case(
        "whether a commercial driver is not known",
        [dwi()],
        answers(D, "unknown"),
        cdl_holder=None,
        cite="610.130(6)",
    ),
    a_case(
        "a license action in 2020",
        [dwi()],
        answers(D, "never"),
        alcohol_enforcement_contacts=["2020-03-03"],
        cite="610.130(5), 302.525.3",
    ),
    a_case(
        "a second drunk driving in 2019",
        [dwi(), convicted("577.010", "misdemeanor", "A", "2019-01-01", "2019-05-05", "2020-05-05")],
        answers(D, "never"),
        answers(D, "never", None, "b"),
        cite="610.130(1), (5)",
    ),
    a_case(
        "a pending drunk driving charge",
        [dwi(), a_charge("577.010", "misdemeanor", "B", "2026-08-01", "pending")],
        answers(D, "later", None),
        cite="610.130(5): none pending",
    ),
    a_case(
        "used once already",
        [dwi()],
        answers(D, "never"),
        dwi_expungement_used=True,
        cite="610.130(7)",
    ),
    a_case(
        "another offense altogether",
        [found("574.010", "misdemeanor", "2012-05-05")],
        answers(D, "never"),
        cite="610.130",
    ),
    a_case(
        "minor in possession, from the 22nd birthday",
        [convicted("311.325", "misdemeanor", "D", "2019-01-01", "2019-05-05", "2019-05-05")],
        answers("clear.311_326", "now", "2022-04-10"),
        birth_date="2000-04-10",
        cite="311.326",
    ),
    a_case(
        "minor in possession, before the 22nd birthday",
        [convicted("311.325", "misdemeanor", "D", "2024-01-01", "2024-05-05", "2024-05-05")],
        answers("clear.311_326", "later", "2027-04-10"),
        birth_date="2005-04-10",
        cite="311.326",
    ),
    a_case(
        "minor in possession, pleaded at twenty-three",
        [convicted("311.325", "misdemeanor", "D", "2020-01-01", "2023-05-05", "2023-05-05")],
        answers("clear.311_326", "now", "2023-05-05"),
        birth_date="2000-04-10",
        cite="311.326: or the plea, if later",
    ),
]

G = "clear.marijuana"


def marijuana(statute="579.015", severity="misdemeanor", offense_class="A", completed="2018-06-03",
              **more):  # fmt: skip
    return convicted(statute, severity, offense_class, "2017-01-01", "2017-06-03", completed,
                     **{"substance": "marijuana", **more})  # fmt: skip


MARIJUANA = [
    a_case(
        "a marijuana misdemeanor",
        [marijuana()],
        answers(G, "now", "2023-06-08", accept_from=["2022-12-08", "2023-06-08"]),
        cite="art. XIV 2.10",
    ),
    a_case(
        "a marijuana felony, done before the amendment",
        [marijuana(severity="felony", offense_class="D", completed="2021-06-03")],
        answers(G, "now", "2023-12-08", accept_from=["2022-12-08", "2023-12-08"]),
        cite="art. XIV 2.10",
    ),
    a_case(
        "an old number",
        [marijuana("195.202", offense_date="2011-01-01", disposition_date="2011-06-03")],
        answers(G, "now", "2023-06-08", accept_from=["2022-12-08", "2023-06-08"]),
        cite="art. XIV 2.10",
    ),
    a_case(
        "a weapon together with marijuana",
        [marijuana("571.030.1(11)", "felony", "E")],
        answers(G, "never"),
        cite="C.S. v. MSHP, SC100944",
    ),
    a_case(
        "driving on marijuana",
        [marijuana("577.010", offense_class="B")],
        answers(G, "never"),
        cite="art. XIV 2.10",
    ),
    a_case(
        "delivery to a minor",
        [marijuana("579.020", "felony", "B", "2021-06-03")],
        answers(G, "never"),
        cite="art. XIV 2.10",
    ),
    a_case(
        "another drug",
        [
            convicted(
                "579.015",
                "felony",
                "D",
                "2017-01-01",
                "2017-06-03",
                "2021-06-03",
                substance="other",
            )
        ],
        answers(G, "never"),
        cite="art. XIV 2.10",
    ),
    a_case(
        "which drug is not known",
        [convicted("579.015", "felony", "D", "2017-01-01", "2017-06-03", "2021-06-03")],
        answers(G, "unknown"),
        cite="art. XIV 2.10",
    ),
    a_case(
        "theft",
        [found("570.030", "felony", "2017-06-03", "D")],
        answers(G, "never"),
        cite="art. XIV 2.10",
    ),
]

ALL: list[Expectation] = [one for table in (ALCOHOL, MARIJUANA) for rows in table for one in rows]
