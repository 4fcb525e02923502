"""The answers of one form as columns: each gap at its lowest score, and at its highest.

What :mod:`homeward.therapy.scoring` does with one person's answers, written as SQL from the
same data of the instrument. A layer is a set of columns that may use those of the layers below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from homeward.sources.reading_sql import quoted, text
from homeward.therapy.condition import AllOf, AnyItem, AnyOf, Condition, CountReaches, TotalReaches
from homeward.therapy.instrument import SEXES, Instrument, Rule

Layer = Mapping[str, str]
ENDS = ("low", "high")
_PICK = {"low": (min, "least"), "high": (max, "greatest")}


@dataclass(frozen=True)
class Fill:
    """The two fills of a form, and its rules as columns.

    Attributes:
        mark: goes before the names of the columns, for a form inside another.
        given: the column of each item's answer.
        version: whether the version of the form is known from a column; else it is not known.
    """

    form: Instrument
    mark: str
    given: Mapping[str, str]
    version: bool = True

    def column(self, kind: str, name: str = "") -> str:
        """The name of a column of this form."""
        return quoted(f"{self.mark}{kind}:{name}")

    def value(self, item: str) -> str:
        """The column of an item's answer, with what the form leaves out."""
        asked = any(item in skip.items for skip in self.form.skips)
        return self.column("value", item) if asked else self.given[item]

    def layers(self) -> list[Layer]:
        """All that the rules need, from the bottom up."""
        scores = {
            self.column(f"{end} score", item): self._score(item, end)
            for item in self.form.items
            for end in ENDS
        }
        return [*self._skips(), scores, self._gated(), self._sheets(), self._rules()]

    def _skips(self) -> list[Layer]:
        """Answers with what the form leaves out, one skip after another; an answer beats a skip."""
        now = dict(self.given)
        layers: list[Layer] = []
        for number, skip in enumerate(self.form.skips):
            asked = " + ".join(now[item] for item in skip.sum_of)
            layer = {
                self.column(f"skip {number}", item): (
                    f"CASE WHEN {asked} = {skip.is_sum} "
                    f"THEN coalesce({now[item]}, {skip.value}) ELSE {now[item]} END"
                )
                for item in skip.items
            }
            layers.append(layer)
            now |= {item: self.column(f"skip {number}", item) for item in skip.items}
        changed = {item for skip in self.form.skips for item in skip.items}
        layers.append({self.column("value", item): now[item] for item in changed})
        return layers

    def _score(self, item: str, end: str) -> str:
        """What an item scores at one end, over its answers if it has none, over the versions."""
        pick, of_two = _PICK[end]
        allowed = self.form.items[item].allowed
        least, most, value = min(allowed), max(allowed), self.value(item)
        plain = f"coalesce({value}, {pick(allowed)})"
        turned = f"coalesce({least + most} - {value}, {pick(allowed)})"
        ways = {
            name: turned if item in back else plain for name, back in self.form.versions.items()
        }
        if set(ways.values()) <= {plain}:
            return plain
        every = f"{of_two}({', '.join(sorted(set(ways.values())))})"
        if not self.version:
            return every
        cases = " ".join(f"WHEN {text(name)} THEN {way}" for name, way in ways.items())
        return f"CASE version {cases} ELSE {every} END"

    def _gated(self) -> Layer:
        """The scores once more: all zero where the question before all others was answered no."""
        found = {}
        for end in ENDS:
            gate = self.column(f"{end} score", self.form.gate) if self.form.gate else ""
            for item in self.form.items:
                score = self.column(f"{end} score", item)
                own = f"CASE WHEN {gate} = 0 THEN 0 ELSE {score} END" if gate else score
                found[self.column(end, item)] = own
        return found

    def _sheets(self) -> Layer:
        """The total and the counts at both ends."""
        found = {}
        for end in ENDS:
            groups = (self._highest(group, end) for group in self.form.points)
            found[self.column(end + " total")] = _sum(groups)
            for name, parts in self.form.counts.items():
                over = (
                    f"({self.column(end, item)} >= {least})::INTEGER"
                    for items, least in parts
                    for item in sorted(items)
                )
                found[self.column(end + " count", name)] = _sum(over)
        return found

    def _highest(self, group: tuple[str, ...], end: str) -> str:
        columns = ", ".join(self.column(end, item) for item in group)
        return f"greatest({columns})" if len(group) > 1 else columns

    def _rules(self) -> Layer:
        """Each rule as yes, no or unknown."""
        return {self.column("rule", rule.name): self._verdict(rule) for rule in self.form.rules}

    def _verdict(self, rule: Rule) -> str:
        low = self._over_line(rule, "low", "AND")
        high = self._over_line(rule, "high", "OR")
        return f"CASE WHEN {low} THEN 'yes' WHEN {high} THEN 'unknown' ELSE 'no' END"

    def _over_line(self, rule: Rule, end: str, joined: str) -> str:
        """Whether the fill is over the person's own line; over all, or one, if sex is not known."""
        own = {sex: self.holds(rule.lines[sex], end) for sex in SEXES}
        if not rule.depends_on_sex:
            return own[SEXES[0]]
        cases = " ".join(f"WHEN {text(sex)} THEN {line}" for sex, line in own.items())
        either = f" {joined} ".join(own.values())
        return f"(CASE sex {cases} ELSE {either} END)"

    def holds(self, condition: Condition, end: str) -> str:
        """A condition of one fill, as SQL."""
        match condition:
            case TotalReaches(line):
                return f"({self.column(end + ' total')} >= {line})"
            case CountReaches(count, least, _):
                return f"({self.column(end + ' count', count)} >= {least})"
            case AnyItem(names, least):
                return _joined((f"{self.column(end, one)} >= {least}" for one in names), "OR")
            case AllOf(parts):
                return _joined((self.holds(part, end) for part in parts), "AND")
            case AnyOf(parts):
                return _joined((self.holds(part, end) for part in parts), "OR")


def _joined(parts: Iterable[str], word: str) -> str:
    nothing = "true" if word == "AND" else "false"
    return f"({f' {word} '.join(parts) or nothing})"


def _sum(parts: Iterable[str]) -> str:
    return " + ".join(parts) or "0"
