"""A mapping proposed from the header and a look at the values, for a person to check and edit.

What is certain is written plainly; what is a guess says so beside it; what nobody can
guess stays behind a ``#``. Values are shown only of columns that have a few different ones.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from homeward import law
from homeward.facts import Fact, Vocabulary
from homeward.facts.checking import BadValue
from homeward.screen.store import FOLDERS
from homeward.sources.date_form import DateForm
from homeward.sources.inputs import JsonFile, sources
from homeward.sources.likeness import likely
from homeward.sources.matching import IDS, POSITION, names_of, plain
from homeward.sources.reading import Reading
from homeward.sources.reading_sql import quoted
from homeward.sources.scan import Database, Scan

_LOOKED_AT = 20_000
_FEW = 40
_FORMS = ("%m/%d/%Y", "%d/%m/%Y", "%Y%m%d", "%m-%d-%Y", "%d.%m.%Y", "%Y/%m/%d", "%m/%d/%Y %H:%M",
          "%m/%d/%Y %H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S.%f",
          "%d-%b-%Y", "%b %d, %Y", "%B %d, %Y")  # fmt: skip
_YES, _NO = ("y", "yes", "1", "t", "x"), ("n", "no", "0", "f")
_TRUTHS = dict.fromkeys(_YES, "true") | dict.fromkeys(_NO, "false")
_NOTHING = ("n/a", "na", "none", "null", "unknown", "unk", "-", "?", "not available")
_HEAD = """\
# A mapping that homeward proposes from the names of columns and a look at the first values.
# Check every line: a wrong one gives wrong answers about people. "guess" stands where a name or
# a word only resembles the fact's. Lines behind # are not used. docs/data.md says what can be
# written.

# Whose law the cases were brought under, where no column says it:
# jurisdiction = "us-mo"
"""


def propose_mapping(data: Sequence[str], encodings: Sequence[str] = ("utf-8",)) -> str:
    """A mapping for some files, as TOML with comments.

    Raises:
        LoadError: when a file cannot be read.
    """
    with duckdb.connect() as database:
        database.execute("SET enable_progress_bar = false")
        found = list(sources(data, database, encodings))
        scans = {scan.table: scan for scan in reversed(found) if not isinstance(scan, JsonFile)}
        parts = [
            "\n".join(_Proposal(scan, database, law.vocabulary()).lines())
            for scan in sorted(scans.values(), key=lambda scan: list(FOLDERS).index(scan.table))
        ]
    return "\n".join([_HEAD, *parts, ""])


@dataclass
class _Proposal:
    """The proposal for one source."""

    scan: Scan
    database: Database
    vocabulary: Vocabulary

    def lines(self) -> Iterator[str]:
        types = self.scan.types(self.database)
        known = names_of(self.scan.table, self.vocabulary)
        facts = self._facts(types, known)
        seen = self._seen(types)
        if self.scan.table in ("case", "charge") and IDS["case"] not in facts.values():
            yield "# No column seems to hold the case's number. Say which columns make a case:"
            yield '# case_from = ["…", "…"]'
        yield f"\n[{FOLDERS[self.scan.table]}]  # {self.scan.name}"
        later = []
        for column, values in seen.items():
            name = facts.get(column)
            if name is None:
                yield self._unknown(column, values)
                continue
            fact = self.vocabulary[name]
            sure = "" if plain(column) in known else "  # guess"
            section = f"{FOLDERS[self.scan.table]}.{_key(column)}"
            told = list(_told(fact, section, values))
            if told:
                later += [f"\n[{section}]{sure}", f'fact = "{name}"', *told]
            else:
                yield f'{_key(column)} = "{name}"{sure}'
        yield from later

    def _facts(self, types: Mapping[str, str], known: Mapping[str, Fact]) -> dict[str, str]:
        """The fact of each column, each fact once; a name that is the fact's own comes first."""
        facts = {column: known[plain(column)].name for column in types if plain(column) in known}
        for column in types:
            fact = likely(self.scan.table, column, self.vocabulary)
            if column not in facts and fact is not None and fact.name not in facts.values():
                facts[column] = fact.name
        return facts

    def _seen(self, types: Mapping[str, str]) -> dict[str, list[str]]:
        """The different values of each column among the first rows, the frequent ones first."""
        query = self.scan.relation(self.database, list(types), lambda _: None)
        self.database.execute(
            f"CREATE OR REPLACE TEMP TABLE looked_at AS FROM ({query}) LIMIT {_LOOKED_AT}"
        )
        found = {}
        for column in types:
            rows = self.database.execute(
                f"SELECT trim({quoted(column)}::VARCHAR) AS v FROM looked_at WHERE v <> '' "
                "GROUP BY v ORDER BY count(*) DESC, v LIMIT 2000"
            ).fetchall()
            found[column] = [str(row[0]) for row in rows]
        return found

    def _unknown(self, column: str, values: Sequence[str]) -> str:
        if plain(column) == POSITION:
            return f"# {_key(column)} is the row's place in the record, by its name"
        shown = (
            f"  # {len(values)} values: {', '.join(values[:8])}" if 0 < len(values) <= _FEW else ""
        )
        return f'# {_key(column)} = ""{shown}'


def _told(fact: Fact, section: str, values: Sequence[str]) -> Iterator[str]:
    """What must be said of how a column is read, besides its fact."""
    bad = [value for value in values if _bad(Reading(fact), value)]
    nothing = [value for value in bad if value.lower() in _NOTHING]
    others = [value for value in bad if value not in nothing]
    if nothing:
        yield f"unknown = {json.dumps(nothing, ensure_ascii=False)}"
    if others and fact.kind in ("date", "dates"):
        yield from _date_format(others)
    elif others and (fact.kind == "truth" or fact.values):
        yield from _words(fact, section, others[:_FEW])


def _bad(reading: Reading, value: str) -> bool:
    return bool(reading.complaint(value)[0])


def _date_format(values: Sequence[str]) -> Iterator[str]:
    fitting = {form: sum(_reads(form, value) for value in values) for form in _FORMS}
    best = max(fitting.values())
    if not best:
        yield '# date_format = "%m/%d/%Y"  # no usual way of writing days fits'
        return
    forms = [form for form, count in fitting.items() if count == best]
    yield f'date_format = "{forms[0]}"' + (f"  # or {forms[1]}: both fit" if forms[1:] else "")
    if best < len(values):
        yield f'# unreadable = "unknown"  # {len(values) - best} of {len(values)} values do not fit'


def _reads(form: str, value: str) -> bool:
    try:
        DateForm(form).day(value)
    except BadValue:
        return False
    return True


def _words(fact: Fact, section: str, values: Sequence[str]) -> Iterator[str]:
    known = ", ".join(fact.values or ("true", "false"))
    yield f"\n[{section}.words]  # what it writes = one of: {known}"
    for value in values:
        meant, sure = _meant(fact, value)
        if meant:
            yield f"{_key(value)} = {_key(meant)}{'' if sure else '  # guess'}"
        else:
            yield f'# {_key(value)} = "…"'


def _meant(fact: Fact, value: str) -> tuple[str, bool]:
    """The fact's word for a value, and whether that is sure."""
    plainly = plain(value)
    if fact.kind == "truth":
        return _TRUTHS.get(plainly, ""), True
    known = {plain(word): word for word in fact.values}
    if plainly in known:
        return known[plainly], True
    near = difflib.get_close_matches(plainly, known, n=1, cutoff=0.75)
    initial = [word for word in fact.values if len(plainly) == 1 and word.startswith(plainly)]
    return (known[near[0]] if near else initial[0] if len(initial) == 1 else ""), False


def _key(text: str) -> str:
    """A text as a key of TOML."""
    return json.dumps(text, ensure_ascii=False)
