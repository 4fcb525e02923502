"""Expressions in SQL as a graph: what is said twice is one thing, worked out once.

An expression is a template over its parts. Two that are alike are the same
object, so that a plan can count how often each is read and give it a column of
its own where it is read more than once. Beside plain templates there are values
counted over a group of rows, and values carried into a pair of rows.

>>> severity = column("charge.severity")
>>> text = "CASE WHEN {0} IS NULL THEN 1 WHEN {0} = 'felony' THEN 2 ELSE 0 END"
>>> call(text, severity) is call(text, severity)
True
>>> call("{} - {}", Sql.of("9"), call("{} + {}", Sql.of("1"), Sql.of("2"))).text
'9 - (1 + 2)'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, TypeVar, cast
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from homeward.screen.relations import Group
    from homeward.screen.scopes import Pair

_HOLE = re.compile(r"\{(\d*)\}")
Expression = TypeVar("Expression", bound="Sql")
_NUMBERS = count()
_KNOWN: WeakValueDictionary[Hashable, Sql] = WeakValueDictionary()


class Sql:
    """An expression: a template whose holes are filled by its parts, or a name or a constant."""

    __slots__ = ("__weakref__", "is_fixed", "is_of_kind", "is_of_row", "parts", "template")

    is_fixed: bool
    """Whether it is the same for every row, be it a constant or made of constants."""

    is_of_row: bool
    """Whether it depends on nothing but the row itself and the rows above it."""

    is_of_kind: bool
    """Whether it depends on nothing but the kind of charge: on a few values that many share."""

    def __init__(self, template: str, parts: tuple[Sql, ...]) -> None:
        """Use :meth:`of` or :func:`call`, which find the one that is known already."""
        self.template = template
        self.parts = parts
        varying = [part for part in parts if not part.is_fixed]
        self.is_fixed = not varying and not template.startswith('"')
        self.is_of_kind = bool(varying) and all(part.is_of_kind for part in varying)
        self.is_of_row = all(part.is_of_row for part in parts)

    @classmethod
    def of(cls, template: str, *parts: Sql) -> Sql:
        """The expression with this template and these parts."""
        return _known((cls, template, parts), lambda: cls(template, parts))

    @property
    def is_leaf(self) -> bool:
        """Whether it has no parts: a constant, or a column that is there from the start."""
        return not self.parts

    @property
    def is_column(self) -> bool:
        """Whether it is a column that is there from the start."""
        return self.is_leaf and self.template.startswith('"')

    @property
    def is_constant(self) -> bool:
        """Whether it is a plain constant."""
        return self.is_leaf and not self.is_column

    @property
    def text(self) -> str:
        """The whole expression in SQL, with nothing shared."""
        return self.written(lambda _: None)

    def written(self, name_of: Callable[[Sql], str | None]) -> str:
        """The expression in SQL, where some parts have names."""
        return self.template.format(*(_in_hole(part, name_of) for part in self.parts))

    def __repr__(self) -> str:
        """Show the template, which tells most in a failing test."""
        return f"{type(self).__name__}({self.template!r})"


class Trait(Sql):
    """A column of charges with few values, such as a code: part of what kind of charge it is."""

    __slots__ = ()

    def __init__(self, template: str, parts: tuple[Sql, ...]) -> None:
        """A kind of charge is made of traits."""
        super().__init__(template, parts)
        self.is_of_kind = True


class Listed(Trait):
    """The bits of the offense lists that a charge is on: looked up for its kind, not in its row."""

    __slots__ = ()

    def __init__(self, template: str, parts: tuple[Sql, ...]) -> None:
        """What depends on it cannot be told from the row alone."""
        super().__init__(template, parts)
        self.is_of_row = False


class Derived(Sql):
    """A test or a truth about a charge's own facts, kept with its traits: it has few values."""

    __slots__ = ("name",)

    name: str

    @classmethod
    def from_facts(cls, value: Sql) -> Sql:
        """A trait that says what an expression does; what is one already stays what it is."""
        if value.is_fixed or value.is_of_kind or not value.is_of_row:
            return value

        def make() -> Derived:
            found = cls("{}", (value,))
            found.name, found.is_of_kind = f"trait{next(_NUMBERS)}", True
            return found

        return _known((cls, value), make)


class Counted(Sql):
    """A value over the rows of a group, joined back to rows that carry the group's keys."""

    __slots__ = ("group",)

    group: Group

    @classmethod
    def over(cls, group: Group, template: str, *parts: Sql) -> Counted:
        """An aggregate over a group; its parts are expressions of the group's own rows."""

        def make() -> Counted:
            found = cls(template, parts)
            found.group = group
            found.is_of_kind = found.is_of_row = found.is_fixed = False
            return found

        return _known((cls, group, template, parts), make)


class Carried(Sql):
    """A value of one of the two rows of a pair, as it is read from the pair."""

    __slots__ = ("of_outer", "pair")

    pair: Pair
    of_outer: bool

    @classmethod
    def into(cls, pair: Pair, value: Sql, *, of_outer: bool) -> Sql:
        """The value of the row that asks (``of_outer``), or of the other row."""
        if value.is_constant:
            return value

        def make() -> Carried:
            found = cls("{}", (value,))
            found.pair, found.of_outer = pair, of_outer
            found.is_of_kind = found.is_of_row = found.is_fixed = False
            return found

        return _known((cls, pair, of_outer, value), make)


def _known(key: Hashable, make: Callable[[], Expression]) -> Expression:
    found = _KNOWN.get(key)
    if found is None:
        found = _KNOWN[key] = make()
    return cast("Expression", found)


def _in_hole(part: Sql, name_of: Callable[[Sql], str | None]) -> str:
    name = name_of(part)
    if name is not None:
        return name
    return part.template if part.is_leaf else f"({part.written(name_of)})"


def call(template: str, *arguments: Sql) -> Sql:
    """A template with its holes filled, by place or by number."""
    return Sql.of(_numbered(template), *arguments)


def column(name: str) -> Sql:
    """A column that a table has from the start."""
    return Sql.of(f'"{name}"')


def trait(name: str) -> Sql:
    """A column of charges with few values."""
    return Trait.of(f'"{name}"')


def listed(name: str) -> Sql:
    """A column with the bits of the offense lists that a kind of charge is on."""
    return Listed.of(f'"{name}"')


@lru_cache(maxsize=4096)
def _numbered(template: str) -> str:
    count = iter(range(template.count("{}")))
    return _HOLE.sub(lambda hole: hole[0] if hole[1] else f"{{{next(count)}}}", template)


@lru_cache(maxsize=4096)
def holes(template: str) -> tuple[int, ...]:
    """The numbers of a template's holes, each as often as it stands there."""
    return tuple(int(number) for number in _HOLE.findall(_numbered(template)))


def size(value: Sql) -> int:
    """How many different steps it takes to work a value out."""
    seen: set[Sql] = set()
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if here not in seen and here.parts:
            seen.add(here)
            waiting.extend(here.parts)
    return len(seen)
