"""The tests of a body of law as plain calls, each with what it asked of which record.

Tables of cases are pytest's, but a mutant needs only the few rows that could
notice it. So the tables are unfolded here, and each row is run once while what it
asks is overheard.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from inspect import signature
from itertools import product
from types import ModuleType
from typing import Any

from homeward import law
from homeward.explain import reasons
from homeward.explain.engines import Engines
from homeward.explain.session import Session
from homeward.facts import Record, Row
from homeward.rules.body import Body
from homeward.rules.rule import Rule


@dataclass(frozen=True)
class Asked:
    """One call for answers: the session, the record, the questions and the law chosen."""

    session: Session
    record: Record
    questions: tuple[str, ...]
    laws: tuple[str, ...]

    @property
    def bodies(self) -> set[str]:
        """The bodies of law that the call asks, by their ids."""
        return {body.id for body in self.session.bodies(self.record, self.laws)[0]}


@dataclass
class Check:
    """One row of a table of cases, ready to run; ``asked`` is what it was heard to ask."""

    name: str
    call: Callable[[], object]
    asked: list[Asked] = field(default_factory=list)

    def passes(self) -> bool:
        """Whether the row still holds; any error is a failure, as it is in pytest."""
        try:
            self.call()
        except Exception:  # noqa: BLE001 - a mutant may break a test in any way
            return False
        return True


def checks_of(body_id: str) -> list[Check]:
    """Every check of a body of law: the tables of its folder, and its files of cases.

    Raises:
        ValueError: naming a check that fails before anything is moved.
    """
    checks = [check for module in _modules(body_id) for check in _unfolded(module)]
    elsewhere = [check for module in _elsewhere(body_id) for check in _unfolded(module)]
    with _overhearing() as heard:
        for check in [*checks, *elsewhere]:
            heard.clear()
            if not check.passes():
                msg = f"{check.name} fails as it stands; mend it first"
                raise ValueError(msg)
            check.asked = list(heard)
    of_this_law = [c for c in elsewhere if any(body_id in one.bodies for one in c.asked)]
    return [check for check in [*checks, *of_this_law] if check.asked]


def _modules(body_id: str) -> Iterator[ModuleType]:
    yield from _tests_below(".".join(("tests.law", *law.folders_of(body_id))))
    cases = f"tests.cases.test_{body_id.replace('-', '_')}"
    if find_spec(cases):
        yield importlib.import_module(cases)


def _elsewhere(body_id: str) -> Iterator[ModuleType]:
    """The tables of places too small for tests of their own, which stand together by country."""
    country, *place = law.folders_of(body_id)
    if place:
        yield from _tests_below(f"tests.law.{country}.elsewhere")


def _tests_below(package: str) -> Iterator[ModuleType]:
    folder = importlib.import_module(package)
    for found in pkgutil.walk_packages(folder.__path__, f"{package}."):
        if found.name.rpartition(".")[2].startswith("test_"):
            yield importlib.import_module(found.name)


def _unfolded(module: ModuleType) -> Iterator[Check]:
    """Each row of each parametrized test; a test that needs more than its table is left out."""
    for name, test in vars(module).items():
        if name.startswith("test_") and callable(test) and not hasattr(test, "hypothesis"):
            marks = [m for m in getattr(test, "pytestmark", []) if m.name == "parametrize"]
            for row in product(*(_rows(*mark.args[:2]) for mark in marks)):
                given = {key: value for part in row for key, value in part.items()}
                if set(signature(test).parameters) == set(given):
                    yield Check(f"{module.__name__}.{name}", partial(test, **given))


def _rows(names: str | tuple[str, ...], table: Any) -> Iterator[Mapping[str, Any]]:
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    for row in table:
        values = getattr(row, "values", row)  # a pytest.param, or the bare values
        values = row if callable(values) else values
        single = len(keys) == 1 and not hasattr(row, "marks")
        yield dict(zip(keys, (values,) if single else values, strict=True))


@contextmanager
def _overhearing() -> Iterator[list[Asked]]:
    """Note every call for answers, or for the days of a rule, while the block runs."""
    heard: list[Asked] = []
    answers, stretches = Session.answers, Session.stretches

    def listening(self: Session, record: Record, *, laws: Any = (), questions: Any = ()) -> Any:
        heard.append(Asked(self, record, tuple(questions), tuple(laws)))
        before = len(heard)
        found = answers(self, record, laws=laws, questions=questions)
        del heard[before:]  # what it asked itself on the way
        return found

    def dated(self: Session, body: Body, rule: Rule) -> Any:
        heard.append(Asked(self, Record(Row("person", "")), (rule.question,), (body.id,)))
        return stretches(self, body, rule)

    Session.answers, Session.stretches = listening, dated  # type: ignore[method-assign]
    try:
        yield heard
    finally:
        Session.answers, Session.stretches = answers, stretches  # type: ignore[method-assign]


def forget() -> None:
    """Empty every interpreter that the tests keep, after the law under them has changed."""
    reasons._READY.clear()  # its entries hold the interpreters that they are kept for
    law.body.cache_clear()  # and it keeps what changes were laid over
    for name, module in list(sys.modules.items()):
        if name.startswith("tests."):
            for kept in vars(module).values():
                if isinstance(kept, Engines):
                    kept._built.clear()
