"""Scoring one form: bounds over every way to fill its gaps, and each rule as yes, no or unknown.

>>> from homeward.therapy import instrument, read_response
>>> answers = {"1": 3, "2": 3, "3": 3, "4": 0, "5": 0, "6": None, "7": None}
>>> found = score(read_response({"instrument": "gad-7", "answers": answers}, "example"))
>>> found.total_min, found.total_max, found.positive
(9, 15, {'cut_10': 'unknown', 'cut_8': 'yes'})
>>> found.settled_by
{'cut_10': ['6', '7']}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from homeward.therapy.condition import Sheet
from homeward.therapy.instrument import Instrument, Rule
from homeward.therapy.instrument import instrument as instrument_named
from homeward.therapy.response import Response, Wrong, checked

NOT_A_DIAGNOSIS = "A screen, not a diagnosis: a trained person has to look and talk."


@dataclass
class Score:
    """What a form's answers say, and what they leave open.

    Attributes:
        valid: whether every answer given was one that the form takes.
        total: the total where every answer is there, else None; the bounds always hold.
        positive: each rule as ``yes``, ``no`` or ``unknown``: in every fill, in none, in some.
        settled_by: for each unknown rule, the missing items that could settle it.
        flags: what must be acted on at once, whatever else is missing or wrong.
        prorated_mean: the total with the mean in the place of one or two gaps; it decides nothing.
    """

    response: Response
    valid: bool
    missing: list[str]
    total: int | None
    total_min: int | None
    total_max: int | None
    band: str | None
    positive: dict[str, str]
    subscores: dict[str, int | str]
    flags: list[str]
    settled_by: dict[str, list[str]]
    prorated_mean: float | None = None
    notes: list[str] = field(default_factory=list)
    short_forms: dict[str, Score] = field(default_factory=dict)

    @property
    def wrong(self) -> tuple[Wrong, ...]:
        """The answers that the form does not take."""
        return self.response.wrong

    @property
    def agrees_with_reported(self) -> bool | None:
        """Whether the total that came with the answers can be right; None if none came."""
        reported = self.response.reported
        if reported is None or self.total_min is None or self.total_max is None:
            return None
        return self.total_min <= reported <= self.total_max


def score(response: Response) -> Score:
    """Score one form."""
    form = response.instrument
    values = _with_skips(form, response.answers)
    missing = _missing(form, values)
    gaps = missing + ([] if response.version or not form.versions else ["version"])
    low, high = (_filled(form, values, response.version, top=top) for top in (False, True))
    bounds = (low.total, high.total) if form.has_total else (None, None)
    whole = form.has_total and not gaps
    found = Score(
        response=response,
        valid=not response.wrong,
        missing=gaps,
        total=low.total if whole else None,
        total_min=bounds[0],
        total_max=bounds[1],
        band=_band(form, low.total, high.total),
        positive={rule.name: _verdict(rule, response, low, high) for rule in form.rules},
        subscores=_subscores(form, low, whole=whole) | _level(form, low, high),
        flags=[],
        settled_by={},
    )
    found.flags = [
        rule.flag for rule in form.rules if rule.flag and found.positive[rule.name] == "yes"
    ]
    found.settled_by = _settled_by(form, found, gaps)
    found.prorated_mean = _prorated(form, values, found)
    found.notes = _notes(found, values)
    found.short_forms = _short_forms(response)
    return found


def _with_skips(form: Instrument, answers: Mapping[str, int]) -> dict[str, int]:
    """The answers with what the form leaves out; an answer given beats a skip."""
    values = dict(answers)
    for skip in form.skips:
        asked = [values.get(name) for name in skip.sum_of]
        if None not in asked and sum(value for value in asked if value) == skip.is_sum:
            values = dict.fromkeys(skip.items, skip.value) | values
    return values


def _missing(form: Instrument, values: Mapping[str, int]) -> list[str]:
    """The items without an answer; none when the gate was answered no."""
    if form.gate and values.get(form.gate) == 0:
        return []
    return [name for name in form.items if name not in values]


def _filled(
    form: Instrument, values: Mapping[str, int], version: str | None, *, top: bool
) -> Sheet:
    """The form with every gap at its highest score, or at its lowest."""
    pick = max if top else min
    scores = {name: pick(_scores(form, name, values, version)) for name in form.items}
    if form.gate and scores[form.gate] == 0:
        scores = dict.fromkeys(form.items, 0)
    total = sum(max(scores[name] for name in group) for group in form.points)
    counts = {
        name: sum(scores[item] >= least for items, least in parts for item in items)
        for name, parts in form.counts.items()
    }
    return Sheet(scores, total, counts)


def _scores(
    form: Instrument, name: str, values: Mapping[str, int], version: str | None
) -> set[int]:
    """What an item may score: over its answers if it has none, over the forms if not known."""
    allowed = form.items[name].allowed
    answers = (values[name],) if name in values else allowed
    forms = [form.versions[version]] if version else list(form.versions.values()) or [frozenset()]
    return {
        max(allowed) + min(allowed) - answer if name in turned else answer
        for answer in answers
        for turned in forms
    }


def _band(form: Instrument, low: int, high: int) -> str | None:
    """The band, where every fill lies in the same."""
    found = {_band_of(form.bands, total) for total in (low, high)}
    return found.pop() if len(found) == 1 else None


def _band_of(bands: Mapping[str, int], total: int) -> str | None:
    reached = [name for name, start in bands.items() if total >= start]
    return reached[-1] if reached else None


def _verdict(rule: Rule, response: Response, low: Sheet, high: Sheet) -> str:
    lines = rule.for_sex(response.sex)
    if all(line.holds(low) for line in lines):
        return "yes"
    return "unknown" if any(line.holds(high) for line in lines) else "no"


def _subscores(form: Instrument, sheet: Sheet, *, whole: bool) -> dict[str, int | str]:
    """The sums and counts of parts of the form, where nothing is missing."""
    if not whole:
        return {}
    sums = {name: sum(sheet.scores[item] for item in items) for name, items in form.sums.items()}
    found: dict[str, int | str] = {}
    for name in (*sums, *sheet.counts):
        found[name] = sums[name] if name in sums else sheet.counts[name]
    return found


def _level(form: Instrument, low: Sheet, high: Sheet) -> dict[str, int | str]:
    """The level that is reached, or the least that it must be."""
    if form.levels is None:
        return {}
    least, most = (
        (
            [form.levels.lowest]
            + [name for name, line in form.levels.above.items() if line.holds(it)]
        )[-1]
        for it in (low, high)
    )
    name = form.levels.name
    return {name: least} if least == most else {f"{name}_at_least": least}


def _settled_by(form: Instrument, found: Score, gaps: list[str]) -> dict[str, list[str]]:
    """For each rule that is open, the missing items that it looks at."""
    named = {}
    for rule in form.rules:
        if found.positive[rule.name] == "unknown":
            looked_at = rule.lines["female"].items()
            wanted = [name for name in gaps if looked_at is None or name in looked_at]
            if rule.depends_on_sex and found.response.sex is None:
                wanted.append("sex")
            named[rule.name] = wanted
    return named


def _prorated(form: Instrument, values: Mapping[str, int], found: Score) -> float | None:
    """The mean of the answers in the place of the gaps, where few are missing and none is wrong."""
    most = form.table.get("prorate_up_to", 0)
    if not found.valid or not 1 <= len(found.missing) <= most or not values:
        return None
    return round(sum(values.values()) / len(values) * len(form.items), 4)


def _notes(found: Score, values: Mapping[str, int]) -> list[str]:
    """What a reader of the score has to know besides it."""
    form, response = found.response.instrument, found.response
    notes = list(form.table.get("notes", ()))
    if found.agrees_with_reported is False:
        ours = found.total if found.total is not None else f"{found.total_min} to {found.total_max}"
        notes.append(
            f"The total that came with the answers is {response.reported}; they add up to {ours}."
        )
    if any(wrong.why == "not an allowed answer" for wrong in found.wrong):
        notes.extend(filter(None, [form.table.get("wrong_coding")]))
    for rule in form.rules:
        if rule.flag and found.positive[rule.name] == "unknown":
            items = ", ".join(found.settled_by[rule.name])
            notes.append(f"Safety is not known: ask item {items} again the same day.")
        if rule.alone and found.positive[rule.name] == "yes" and _alone(rule, values):
            notes.append(rule.alone["says"])
    made_for = form.table.get("made_for")
    if made_for and response.sex and response.sex != made_for:
        notes.append(
            f"This form is made for a {made_for} person, and the response says {response.sex}."
        )
    return notes


def _alone(rule: Rule, values: Mapping[str, int]) -> bool:
    return all(value == 0 for name, value in values.items() if name != rule.alone["item"])


def _short_forms(response: Response) -> dict[str, Score]:
    """The shorter instruments that the first items of this one make up."""
    return {
        name: score(_as_short_form(response, instrument_named(name)))
        for name in response.instrument.table.get("short_forms", ())
    }


def _as_short_form(response: Response, short: Instrument) -> Response:
    own = {name: value for name, value in response.answers.items() if name in short.items}
    wrong = tuple(wrong for wrong in response.wrong if wrong.item in short.items)
    fitting, _ = checked(short, own)
    return Response(response.id, short, None, response.sex, fitting, wrong, None)
