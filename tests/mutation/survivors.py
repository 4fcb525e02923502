"""Which mutants no test notices, and which parts of the law no rule reads at all."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date

from homeward.rules.body import Body
from homeward.rules.offense_table import Listing
from homeward.rules.rule import Rule
from homeward.when import FIRST
from tests.mutation import laying, mutants, readers
from tests.mutation.checks import Check, checks_of
from tests.mutation.mutants import Mutant
from tests.mutation.readers import Reading


@dataclass
class Found:
    """What a run found: mutants that live, and parameters and lists that no rule reads."""

    alive: list[str] = field(default_factory=list)
    unread_parameters: list[str] = field(default_factory=list)
    unread_tags: list[str] = field(default_factory=list)
    tried: int = 0


class Hunt:
    """One search through a body of law with its checks."""

    def __init__(self, body: Body, checks: list[Check]) -> None:
        """Work out once which rules read what, and which citations each check holds."""
        self.body = body
        self.checks = checks
        self.found = Found()
        self._readings = readers.readings(body)
        self._citations = [_citations(body, check) for check in checks]

    def run(self) -> Found:
        """Try every mutant of every part."""
        self._parameters()
        self._listings()
        self._days()
        return self.found

    def _parameters(self) -> None:
        for name, parameter in self.body.parameters.items():
            read = readers.of_parameter(self._readings, name)
            if not read:
                self.found.unread_parameters.append(name)
                continue
            for mutant in mutants.of_parameter(parameter, _since(read)):
                self._try(mutant, laying.parameter_laid(self.body, mutant), self._asking(read))

    def _listings(self) -> None:
        for tag in sorted(self.body.offenses.tags):
            read = readers.of_tag(self._readings, tag)
            if not read:
                self.found.unread_tags.append(tag)
                continue
            for row in (row for row in self.body.offenses.listings if row.tag == tag):
                near = [index for index in self._asking(read) if self._is_near(index, row)]
                for mutant in mutants.of_listing(row, self.body, _since(read)):
                    self._try(mutant, laying.listing_laid(self.body, row, mutant), near)

    def _days(self) -> None:
        for rule in list(self.body.rules.values()):
            asking = self._asked_of(rule)
            for mutant in mutants.of_days(rule.name, rule, ("since", "until", "enacted")):
                self._try(mutant, laying.rule_laid(self.body, rule, mutant), asking)
            for part in rule.named:
                name = f"{rule.name} {part.name}"
                for mutant in mutants.of_days(name, part, ("since", "until"), rule.since):
                    self._try(mutant, laying.condition_laid(self.body, part, mutant), asking)

    def _try(self, mutant: Mutant, laid: AbstractContextManager[None], near: list[int]) -> None:
        self.found.tried += 1
        with laid:
            if all(self.checks[index].passes() for index in near):
                self.found.alive.append(str(mutant))

    # --- which checks could notice ------------------------------------------------

    def _asking(self, read: list[Reading]) -> list[int]:
        """The checks that ask a rule among the readers."""
        rules = {one.rule.name: one.rule for one in read}.values()
        return sorted({index for rule in rules for index in self._asked_of(rule)})

    def _asked_of(self, rule: Rule) -> list[int]:
        named = {rule.question, rule.family}
        return [index for index, check in enumerate(self.checks)
                if any(not one.questions or named & set(one.questions)
                       for one in check.asked)]  # fmt: skip

    def _is_near(self, index: int, row: Listing) -> bool:
        parts = self.body.citation.parts(row.citation)
        assert parts is not None
        return any(cited[: len(parts)] == parts for cited in self._citations[index])


def _since(read: list[Reading]) -> date:
    """The first day on which a part is read; a record's own day may be any."""
    return min(FIRST if one.is_dated else one.since for one in read)


def _citations(body: Body, check: Check) -> set[tuple[str, ...]]:
    """Every citation in the records that a check asks about, in its normal form."""
    texts = {
        value
        for asked in check.asked
        for row in asked.record.charges
        for value in row.facts.values()
        if isinstance(value, str)
    }
    return {parts for text in texts if (parts := body.citation.parts(text))}


def survivors(body: Body) -> Found:
    """What survives in a body of law with all its checks."""
    return Hunt(body, checks_of(body.id)).run()
