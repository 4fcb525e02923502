"""The SQL of the research file: its rows with their meaning, the people, the charges."""

from __future__ import annotations

from homeward.sources.formats.ca_doj.values import READ, TORN, meaning, names
from homeward.sources.reading_sql import quoted

_READ = ("STP_TYPE_DESCR", "DISP_DESCR", "CONV_STAT_DESCR", "OFFENSE_TOC", "SENT_LOC_DESCR",
         "SENT_TIME_CODE")  # fmt: skip
"""The columns whose values have a stated meaning."""

_FACTS = {
    "person_id": "SUBJECT_ID",
    "case_id": "case_of",
    "charge_id": "'r' || line",
    "case.jurisdiction": "'us-ca'",
    "case.county": "STP_ORI_CNTY_NAME",
    "charge.county": "STP_ORI_CNTY_NAME",
    "charge.step": "STP_TYPE_DESCR",
    "statute": "section",
    "description": "offense",
    "severity": "coalesce(nullif(convicted_of, ''), charged_with)",
    "arrest_date": "arrested_on",
    "disposition": "CASE ended WHEN 'relief' THEN 'convicted' ELSE ended END",
    "disposition_date": "CASE WHEN in_court OR ended <> '' THEN event_on END",
    "charge.disposition_as_written": "DISP_DESCR",
    "charge.severity_as_written.CONV_STAT_DESCR": "CONV_STAT_DESCR",
    "charge.severity_as_written.OFFENSE_TOC": "OFFENSE_TOC",
    "charge.relief_granted_on": "CASE WHEN ended = 'relief' THEN event_on END",
    "sentence.type": "sentence",
    "sentence.until": "until",
    "person.birth_date": "birth_date",
    "person.deceased": "deceased",
    "person.registered_290": "registered",
    "person.record_complete": "CASE WHEN is_torn THEN false END",
}
"""Each fact that is written, and where it comes from."""


def facts() -> tuple[str, ...]:
    """The columns of a plain table."""
    return tuple(_FACTS)


def rows(lines: str) -> str:
    """SQL for the rows of a file, each with its ``line``: of a torn one, only whose it may be.

    Args:
        lines: SQL for its lines, each a ``text`` and its ``line``.
    """
    plain = r'(?:[^,"]*|"[^"]*")'
    quoted_line = (  # a comma between quotes is hidden while the line is split
        "list_aggregate(list_transform(string_split(text, '\"'), lambda part, place:"
        " CASE WHEN place % 2 = 0 THEN replace(part, ',', chr(2)) ELSE part END),"
        " 'string_agg', '')"
    )
    unlike = 'regexp_extract_all(\',\' || text, \',("(?:[^"]|"")*"|[^,]*)\', 1)'
    cells = (
        f"CASE WHEN NOT contains(text, '\"') THEN string_split(text, ',')"
        f" WHEN regexp_full_match(text, '{plain}(?:,{plain})*')"
        f" THEN string_split({quoted_line}, ',') ELSE {unlike} END"
    )
    wide = len(names())
    made = ", ".join(
        f"CASE WHEN whole OR {name == 'SUBJECT_ID'}"
        f" THEN {_unquoted(f'cells[{names().index(name) + 1}]')} END AS {name}"
        for name in READ
    )
    return f"""
        SELECT {made}, line, CASE WHEN NOT whole THEN text END AS torn_text FROM (
            SELECT *, len(cells) = {wide} OR (len(cells) = {wide + 1} AND cells[-1] = '') AS whole
            FROM (SELECT *, {cells} AS cells
                FROM ({lines}) WHERE trim(text) <> ''))"""


def _unquoted(cell: str) -> str:
    within = f"CASE WHEN {cell} LIKE '\"%\"' THEN {cell}[2:-2] ELSE {cell} END"
    return f"replace(replace({within}, chr(2), ','), '\"\"', '\"')"


def layer(place: int, raw: str, buckets: int) -> str:
    """SQL for the rows of a file with their meaning; ``wrong`` names a column never seen so.

    Args:
        place: the number of the file.
        raw: SQL for its rows as they are, each with its ``line``.
        buckets: among how many parts the people are shared out.
    """
    cleaned = ", ".join(
        f"CASE WHEN trim({name}, ' ') IN ('-', '') OR {name} IS NULL THEN ''"
        f" ELSE trim({name}, ' ') END AS {quoted(name)}"
        for name in READ
    )
    meant = ", ".join(f"{meaning(column)} AS m_{column}" for column in _READ)
    never_seen = " ".join(
        f"WHEN m_{column} IS NULL THEN '{column}'" for column in _READ if column not in _UNREAD
    )
    unread = " ".join(
        f"WHEN kind = 'charge' AND m_{column} IS NULL THEN '{column}'" for column in _UNREAD
    )
    offense = (
        "CASE WHEN OFFENSE_DESCR IN ('', 'SEE COMMENT FOR CHARGE') THEN COMMENT_TEXT"
        " ELSE OFFENSE_DESCR END"
    )
    return f"""
        WITH cleaned AS (SELECT line, torn_text, {cleaned} FROM ({raw})),
        meant AS (SELECT *, {meant}, {offense} AS offense,
            try_strptime(STP_EVENT_DATE, '%Y%m%d')::DATE AS event_on,
            try_strptime(CYC_DATE, '%Y%m%d')::DATE AS arrested_on,
            STP_TYPE_DESCR = 'COURT ACTION' AS in_court
            FROM cleaned WHERE RECORD_ID <> 'RECORD_ID'),
        kinds AS (SELECT *, m_STP_TYPE_DESCR AS kind, m_DISP_DESCR AS ended,
            m_CONV_STAT_DESCR AS convicted_of, m_OFFENSE_TOC AS charged_with,
            trim(regexp_extract(offense, '^((?:664[-./ ]*)?[^-]*)', 1)) AS section,
            CASE WHEN regexp_full_match(CNT_ORDER, '[0-9]{{9,}}')
                THEN left(CNT_ORDER, 6) ELSE 'row' || line END AS case_of,
            CASE WHEN regexp_full_match(CNT_ORDER, '[0-9]{{9,}}')
                THEN left(CNT_ORDER, 9) ELSE 'row' || line END AS count_of,
            CASE WHEN regexp_full_match(CNT_ORDER, '[0-9]{{9,}}')
                THEN left(CNT_ORDER, 3) ELSE 'row' || line END AS cycle FROM meant)
        SELECT {place} AS place, * EXCLUDE ({", ".join(_DONE_WITH)}),
            CASE WHEN torn_text IS NOT NULL THEN '{TORN}'
            WHEN SUBJECT_ID = '' THEN 'SUBJECT_ID' {never_seen}
            {unread} WHEN STP_EVENT_DATE <> '' AND event_on IS NULL THEN 'STP_EVENT_DATE'
            ELSE '' END AS wrong, (hash(SUBJECT_ID) % {buckets})::INTEGER AS bucket
        FROM kinds"""


_UNREAD = ("DISP_DESCR", "CONV_STAT_DESCR", "OFFENSE_TOC", "SENT_LOC_DESCR", "SENT_TIME_CODE")
"""Columns that say nothing of a row that is no charge."""


_DONE_WITH = ("RECORD_ID", "COMMENT_TEXT", "CYC_DATE", "CNT_ORDER", "m_STP_TYPE_DESCR",
              "m_DISP_DESCR", "m_CONV_STAT_DESCR", "m_OFFENSE_TOC")  # fmt: skip
"""What is not needed any more, once it is read."""


def counts(place: int, bucket: int, files: int) -> str:
    """SQL for the counts of a file's steps, of the people in one bucket.

    ``first`` is the row of a count that stands for it, ``is_charge`` whether it is a charge: a
    count of a court, or of an arrest that no court follows. What all files tell of a person
    stands beside it; the first row has the birth date.
    """
    everyone = " UNION ALL BY NAME ".join(f"FROM rows_{number}" for number in range(files))
    return f"""
        WITH mine AS (SELECT * FROM ({everyone}) WHERE bucket = {bucket}),
        people AS (SELECT SUBJECT_ID AS whose,
            try_strptime(arg_min(PRI_DOB, (place, line)) FILTER (wrong <> '{TORN}'),
                '%Y%m%d')::DATE AS birth_date,
            bool_or(kind = 'deceased') AS deceased,
            bool_or(kind = 'registration' AND starts_with(offense, '290')) AS registered,
            bool_or(wrong <> '') AS is_torn FROM mine GROUP BY SUBJECT_ID),
        courts AS (SELECT DISTINCT SUBJECT_ID, cycle FROM mine WHERE in_court),
        parts AS (SELECT *, try_cast(SENT_LENGTH AS INTEGER) AS so_many,
            row_number() OVER (PARTITION BY SUBJECT_ID, STP_TYPE_DESCR, count_of ORDER BY line) = 1
                AS first
            FROM mine WHERE place = {place} AND wrong = '' AND kind = 'charge')
        SELECT p.*, people.* EXCLUDE (whose), in_court OR c.cycle IS NULL AS is_charge
        FROM parts AS p JOIN people ON whose = p.SUBJECT_ID
        LEFT JOIN courts AS c ON c.SUBJECT_ID = p.SUBJECT_ID AND c.cycle = p.cycle"""


def charges(table: str) -> str:
    """SQL for the charges of a table of counts, each with its sentence put together."""
    made = ", ".join(f"{source} AS {quoted(fact)}" for fact, source in _FACTS.items())
    return f"""
        WITH sentences AS (SELECT SUBJECT_ID, STP_TYPE_DESCR, count_of,
            min(CASE m_SENT_LOC_DESCR WHEN 'prison' THEN 1 WHEN 'probation' THEN 2
                WHEN 'jail' THEN 3 WHEN 'fine' THEN 4 END) AS place_of,
            sum(CASE m_SENT_TIME_CODE WHEN 'year' THEN 12 WHEN 'month' THEN 1 ELSE 0 END
                * so_many)::INTEGER AS months,
            sum(so_many) FILTER (m_SENT_TIME_CODE = 'day')::INTEGER AS days,
            bool_or(so_many IS NULL OR m_SENT_TIME_CODE = '') AS unclear
            FROM {table} GROUP BY ALL)
        SELECT {made} FROM (
            SELECT p.*, ['prison', 'probation', 'jail', 'fine'][place_of] AS sentence,
                CASE WHEN ended = 'convicted' AND NOT unclear THEN (event_on
                    + to_months(months) + to_days(coalesce(days, 0)))::DATE END AS until
            FROM {table} AS p JOIN sentences USING (SUBJECT_ID, STP_TYPE_DESCR, count_of)
            WHERE first AND is_charge) ORDER BY line"""
