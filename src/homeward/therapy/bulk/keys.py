"""The keys of a score that rest on the two fills of a form, as columns."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.sources.reading_sql import text
from homeward.therapy.bulk.fill import Fill, Layer
from homeward.therapy.bulk.nested import Pairs, Shape
from homeward.therapy.bulk.sql import added, each_present, listed
from homeward.therapy.instrument import Levels, Rule

COLUMNS = {
    "line": "BIGINT",
    "id": "JSON",
    "instrument": "VARCHAR",
    "version": "VARCHAR",
    "valid": "BOOLEAN",
    "errors": "STRUCT(item VARCHAR, why VARCHAR)[]",
    "missing": "VARCHAR[]",
    "total": "INTEGER",
    "total_min": "INTEGER",
    "total_max": "INTEGER",
    "band": "VARCHAR",
    "positive": "",
    "subscores": "",
    "flags": "VARCHAR[]",
    "settled_by": "",
    "notes": "VARCHAR[]",
    "prorated_mean": "DOUBLE",
    "reported_total": "VARCHAR",
    "agrees_with_reported": "BOOLEAN",
    "twice": "BOOLEAN",
    "short_forms": "",
}  # fmt: skip
"""The columns of a score and their types, but for those with names and values.

``reported_total`` is text, as no number is too large. Whether an answer stands ``twice`` is not
told.
"""
TWICE = "len(json_keys(answers)) <> len(list_distinct(json_keys(answers)))"
NOT_FITTING = "not an allowed answer"


def types(shape: Shape) -> dict[str, str]:
    """Each column of a score with its type."""
    return {**COLUMNS, **shape.kinds}


def summary(whole: Fill, shape: Shape) -> list[Layer]:
    """The keys of a score that rest on the two fills."""
    form = whole.form
    low, high = whole.column("low total"), whole.column("high total")
    total = f"CASE WHEN len(missing) = 0 THEN {low} END" if form.has_total else "NULL"
    bounds = (low, high) if form.has_total else ("NULL", "NULL")
    flags = {text(rule.flag): _is(whole, rule, "yes") for rule in form.rules if rule.flag}
    return [
        {"valid": "len(errors) = 0", "missing": _missing(whole)},
        {"total": total, "total_min": bounds[0], "total_max": bounds[1], "band": _band(whole),
         "positive": positive(whole, shape), "subscores": _subscores(whole, shape),
         "flags": each_present(flags, list(flags.values())),
         "settled_by": _settled_by(whole, shape), "prorated_mean": _prorated(whole),
         "agrees_with_reported": f"reported BETWEEN {bounds[0]} AND {bounds[1]}"},
    ]  # fmt: skip


def _is(fill: Fill, rule: Rule, verdict: str) -> str:
    return f"{fill.column('rule', rule.name)} = '{verdict}'"


def _missing(whole: Fill) -> str:
    """What has no answer, and the version where it is not known but matters."""
    form = whole.form
    unanswered = [f"{whole.value(name)} IS NULL" for name in form.items]
    gaps = each_present(map(text, form.items), unanswered)
    if form.gate:
        gaps = f"CASE WHEN {whole.value(form.gate)} = 0 THEN []::VARCHAR[] ELSE {gaps} END"
    if form.versions:
        gaps = f"list_concat({gaps}, CASE WHEN version IS NULL THEN ['version'] ELSE [] END)"
    return gaps


def _band(whole: Fill) -> str:
    starts = list(whole.form.bands.items())[::-1]
    if not starts:
        return "NULL"
    low, high = (
        "CASE " + " ".join(f"WHEN {whole.column(end)} >= {start} THEN {text(name)}"
                           for name, start in starts) + " END"
        for end in ("low total", "high total")
    )  # fmt: skip
    return f"CASE WHEN {low} = {high} THEN {low} END"


def positive(fill: Fill, shape: Shape) -> str:
    """Each rule with its verdict."""
    return shape.words([(rule.name, fill.column("rule", rule.name)) for rule in fill.form.rules])


def _subscores(whole: Fill, shape: Shape) -> str:
    """The sums and counts of a whole form, and the level that is reached at the least."""
    form = whole.form
    parts = [
        (name, " + ".join(whole.column("low", item) for item in own))
        for name, own in form.sums.items()
    ]
    parts += [(name, whole.column("low count", name)) for name in form.counts]

    def with_level(words: Pairs) -> str:
        none = shape.numbers([], words)
        if not parts or not form.has_total:
            return none
        return f"CASE WHEN len(missing) = 0 THEN {shape.numbers(parts, words)} ELSE {none} END"

    if form.levels is None:
        return with_level([])
    least, most = (_level(whole, form.levels, end) for end in ("low", "high"))
    known = with_level([(form.levels.name, least)])
    at_least = with_level([(f"{form.levels.name}_at_least", least)])
    return f"CASE WHEN {least} = {most} THEN {known} ELSE {at_least} END"


def _level(whole: Fill, levels: Levels, end: str) -> str:
    """The level that one fill reaches."""
    reached = " ".join(
        f"WHEN {whole.holds(line, end)} THEN {text(name)}"
        for name, line in list(levels.above.items())[::-1]
    )
    return f"CASE {reached} ELSE {text(levels.lowest)} END"


def _settled_by(whole: Fill, shape: Shape) -> str:
    """For each open rule, the gaps that it looks at."""
    rules = whole.form.rules
    return shape.lists(
        [(rule.name, _wanted(rule)) for rule in rules],
        [_is(whole, rule, "unknown") for rule in rules],
    )


def _wanted(rule: Rule) -> str:
    looked_at = rule.lines["female"].items()
    gaps = "missing"
    if looked_at is not None:
        gaps = f"list_filter(missing, lambda gap: gap IN ({listed(sorted(looked_at))}))"
    if rule.depends_on_sex:
        gaps = f"list_concat({gaps}, CASE WHEN sex IS NULL THEN ['sex'] ELSE [] END)"
    return gaps


def _prorated(whole: Fill) -> str:
    """The mean of the answers in the place of the gaps, where few are missing and none is wrong."""
    most = whole.form.table.get("prorate_up_to", 0)
    values = [whole.value(name) for name in whole.form.items]
    total = added(f"coalesce({value}, 0)" for value in values)
    number = added(f"({value} IS NOT NULL)" for value in values)
    mean = f"round(({total})::DOUBLE / ({number}) * {len(values)}, 4)"
    few = f"valid AND len(missing) BETWEEN 1 AND {most} AND ({number}) > 0"
    return f"CASE WHEN {few} THEN {mean} END" if most else "NULL"


def notes(whole: Fill) -> str:
    """What a reader of the score has to know besides it."""
    form = whole.form
    found = [(text(note), "true") for note in form.table.get("notes", ())]
    ours = "coalesce(total::VARCHAR, total_min || ' to ' || total_max)"
    said = f"""concat('The total that came with the answers is ', reported_text,
        '; they add up to ', {ours}, '.')"""
    found.append((said, "agrees_with_reported = false"))
    if "wrong_coding" in form.table:
        some = f"len(list_filter(errors, lambda one: one.why = '{NOT_FITTING}')) > 0"
        found.append((text(form.table["wrong_coding"]), f"NOT valid AND {some}"))
    for rule in form.rules:
        found += _rule_notes(rule, whole)
    made_for = form.table.get("made_for")
    if made_for:
        start = text(f"This form is made for a {made_for} person, and the response says ")
        found.append((f"concat({start}, sex, '.')", f"sex <> {text(made_for)}"))
    return each_present((note for note, _ in found), [kept for _, kept in found])


def _rule_notes(rule: Rule, whole: Fill) -> Iterator[tuple[str, str]]:
    """The notes of a rule, each with when it is told."""
    if rule.flag:
        asked = f"array_to_string({_wanted(rule)}, ', ')"
        again = f"concat('Safety is not known: ask item ', {asked}, ' again the same day.')"
        yield again, _is(whole, rule, "unknown")
    if rule.alone:
        others = " AND ".join(
            f"coalesce({whole.value(name)}, 0) = 0"
            for name in whole.form.items
            if name != rule.alone["item"]
        )
        yield text(rule.alone["says"]), f"{_is(whole, rule, 'yes')} AND {others}"
