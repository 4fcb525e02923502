"""The SQL of the research file: what its rows say, the people, the counts, the charges."""

from __future__ import annotations

from homeward.sources.formats.ca_doj.values import MEANT, TORN, meanings
from homeward.sources.reading_sql import quoted, text
from homeward.sources.scan import LINE

_SHIFT = 40
LINE_OF = f"(n & {2**_SHIFT - 1})"
"""A row has its line in so many bits of its number ``n``, and above them that of its file."""

COURT = "STP_TYPE_DESCR = 'COURT ACTION'"

_FACTS = {
    "person_id": "SUBJECT_ID",
    "case_id": "CASE WHEN starts_with(count_of, 'row') THEN count_of ELSE left(count_of, 6) END",
    "charge_id": f"'r' || {LINE_OF}",
    "case.jurisdiction": "'us-ca'",
    "case.county": "STP_ORI_CNTY_NAME",
    "charge.county": "STP_ORI_CNTY_NAME",
    "charge.step": "STP_TYPE_DESCR::VARCHAR",
    "statute": "section",
    "description": "offense",
    "severity": "coalesce(nullif(convicted_of, ''), charged_with)::VARCHAR",
    "arrest_date": "arrested_on",
    "disposition": "CASE ended WHEN 'relief' THEN 'convicted' ELSE ended::VARCHAR END",
    "disposition_date": "CASE WHEN in_court OR ended <> '' THEN event_on END",
    "charge.disposition_as_written": "DISP_DESCR",
    "charge.severity_as_written.CONV_STAT_DESCR": "CONV_STAT_DESCR::VARCHAR",
    "charge.severity_as_written.OFFENSE_TOC": "OFFENSE_TOC::VARCHAR",
    "charge.relief_granted_on": "CASE WHEN ended = 'relief' THEN event_on END",
    "sentence.type": "['prison', 'probation', 'jail', 'fine'][place_of]",
    "sentence.until": "CASE WHEN ended = 'convicted' AND NOT unclear THEN"
    " (event_on + to_months(months) + to_days(coalesce(days, 0)))::DATE END",
    "person.birth_date": "birth_date",
    "person.deceased": "deceased",
    "person.registered_290": "registered",
    "person.record_complete": "CASE WHEN is_torn THEN false END",
}
"""Each fact that is written, and where it comes from."""


def said(place: int, rows: str, buckets: int) -> str:
    """SQL for what the rows of a file say; ``wrong`` names a column never seen so, if any.

    Args:
        place: the number of the file.
        rows: its rows, as :class:`ResearchRows` gives them.
        buckets: among how many parts the people are shared out.
    """
    never_seen = " ".join(
        f"WHEN {'kind' if column == MEANT[0] else f'm_{column}'} IS NULL"
        f"{'' if column == MEANT[0] else _OF_CHARGES} THEN '{column}'"
        for column in MEANT
    )
    values = " ".join(
        f"WHEN '{column}' THEN {column}" for column in (*MEANT, "STP_EVENT_DATE", "SUBJECT_ID")
    )
    short = ", ".join(f"try_cast({of} AS term) AS {name}" for name, of in _SHORT.items())
    return f"""
        WITH meant AS (SELECT * REPLACE (coalesce(SUBJECT_ID, '') AS SUBJECT_ID),
            m_STP_TYPE_DESCR AS kind, {_day("STP_EVENT_DATE")} AS event_on,
            regexp_full_match(CNT_ORDER, '[0-9]{{9,}}') AS is_counted,
            CASE WHEN torn_text IS NOT NULL THEN '{TORN}' WHEN SUBJECT_ID = '' THEN 'SUBJECT_ID'
            {never_seen} WHEN STP_EVENT_DATE <> '' AND event_on IS NULL THEN 'STP_EVENT_DATE'
            END AS wrong FROM {rows} WHERE SUBJECT_ID IS DISTINCT FROM 'SUBJECT_ID')
        SELECT {place}::BIGINT << {_SHIFT} | line AS n, SUBJECT_ID,
            (hash(SUBJECT_ID) % {buckets})::INTEGER AS bucket, {_day("PRI_DOB")} AS born,
            event_on, {_day("CYC_DATE")} AS arrested_on,
            CASE WHEN is_counted THEN left(CNT_ORDER, 9) ELSE 'row' || line END AS count_of,
            STP_ORI_CNTY_NAME, DISP_DESCR, offense, section, {short},
            try_cast(SENT_LENGTH AS INTEGER) AS so_many, wrong::term AS wrong,
            CASE WHEN wrong IS NOT NULL THEN CASE wrong {values} ELSE torn_text END END AS written
        FROM meant"""


_SHORT = {
    "STP_TYPE_DESCR": "STP_TYPE_DESCR", "CONV_STAT_DESCR": "CONV_STAT_DESCR::VARCHAR",
    "OFFENSE_TOC": "OFFENSE_TOC::VARCHAR", "kind": "kind", "ended": "m_DISP_DESCR",
    "convicted_of": "m_CONV_STAT_DESCR", "charged_with": "m_OFFENSE_TOC",
    "sentenced_to": "m_SENT_LOC_DESCR", "unit": "m_SENT_TIME_CODE",
}  # fmt: skip
"""Columns that say one of the terms of the format, or nothing that was ever seen."""


def terms() -> str:
    """SQL for the type of all terms: as one of a list a term takes a byte."""
    held = [*MEANT, TORN, "SUBJECT_ID", "STP_EVENT_DATE"]
    held += [word for (_, value), (_, meant) in meanings().items() for word in (value, meant)]
    return f"CREATE TYPE term AS ENUM ({', '.join(map(text, dict.fromkeys(held)))})"


_OF_CHARGES = " AND kind = 'charge'"
"""A row that is no charge says nothing in the other columns."""


def _day(written: str) -> str:
    return f"try_strptime({written}, '%Y%m%d')::DATE"


def people(rows: str) -> str:
    """SQL for what all rows tell of each person; the first row has the birth date."""
    return f"""
        SELECT SUBJECT_ID, arg_min_null(born, n) FILTER (wrong IS DISTINCT FROM '{TORN}')
                AS birth_date,
            bool_or(kind = 'deceased') AS deceased,
            bool_or(kind = 'registration' AND starts_with(offense, '290')) AS registered,
            bool_or(wrong IS NOT NULL) AS is_torn
        FROM {rows} GROUP BY SUBJECT_ID"""


def courts(rows: str) -> str:
    """SQL for the cycles of each person of which a court tells."""
    return f"SELECT DISTINCT SUBJECT_ID, {_CYCLE} AS cycle FROM {rows} WHERE {COURT}"


_CYCLE = "CASE WHEN starts_with(count_of, 'row') THEN count_of ELSE left(count_of, 3) END"


def counts(rows: str) -> str:
    """SQL for the counts of a file's steps, each with its sentence put together.

    The row ``n`` stands for the count. It is a charge where a court decides, and where no
    court follows an arrest.
    """
    return f"""
        WITH parts AS (SELECT SUBJECT_ID, STP_TYPE_DESCR, count_of, min(n) AS n, count(*) AS parts,
            min(CASE sentenced_to WHEN 'prison' THEN 1 WHEN 'probation' THEN 2
                WHEN 'jail' THEN 3 WHEN 'fine' THEN 4 END) AS place_of,
            sum(CASE unit WHEN 'year' THEN 12 WHEN 'month' THEN 1 ELSE 0 END
                * so_many)::INTEGER AS months,
            sum(so_many) FILTER (unit = 'day')::INTEGER AS days,
            bool_or(so_many IS NULL OR unit = '') AS unclear
            FROM {rows} WHERE wrong IS NULL AND kind = 'charge'
            GROUP BY SUBJECT_ID, STP_TYPE_DESCR, count_of)
        SELECT p.* EXCLUDE (SUBJECT_ID, STP_TYPE_DESCR, count_of), {COURT} AS in_court,
            in_court OR c.cycle IS NULL AS is_charge
        FROM parts AS p LEFT JOIN courts AS c
        ON NOT {COURT} AND c.SUBJECT_ID = p.SUBJECT_ID AND c.cycle = {_CYCLE}"""


def charges(rows: str) -> str:
    """SQL for the charges among the counts, each with the line that stands for it."""
    made = ", ".join(f"{source} AS {quoted(fact)}" for fact, source in _FACTS.items())
    return f"""
        SELECT {made}, {LINE_OF} AS {LINE}
        FROM counts JOIN {rows} USING (n) JOIN people USING (SUBJECT_ID)
        WHERE is_charge ORDER BY n"""
