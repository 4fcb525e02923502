"""What a rule asks of a person's other rows: whether there are any, how many, the latest day."""

from __future__ import annotations

from homeward.rules import amounts, dates, truth
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.members import Member
from homeward.screen.values import ENDLESS, Span


def exists(compiler: Compiler, node: truth.Exists, scope: str) -> Sql:
    """Some row is there."""
    return Member(compiler, node.rows, scope).exists()


def every(compiler: Compiler, node: truth.Every, scope: str) -> Sql:
    """No row fails the claim."""
    member = Member(compiler, node.rows, scope)
    del member
    claim = compiler.single(node.claim, "charge")
    failing = Member(compiler, node.rows, scope, call("2 - {}", claim))
    return call("2 - {}", failing.exists())


def count(compiler: Compiler, node: amounts.Count, scope: str) -> Span:
    """How many rows there are, certainly and possibly."""
    member = Member(compiler, node.rows, scope)
    certain, possible = member.counts()
    beyond = member.beyond_record()
    high = call("CASE WHEN {} THEN {} ELSE {} END", beyond, Sql(str(ENDLESS)), possible)
    return Span(certain, possible if beyond == Sql("FALSE") else high)


def latest(compiler: Compiler, node: dates.Latest, scope: str) -> Span:
    """The nth latest day over the rows."""
    member = Member(compiler, node.rows, scope)
    return member.extreme(compiler.span(node.event, "charge"), node.nth, latest=True)


def earliest(compiler: Compiler, node: dates.Earliest, scope: str) -> Span:
    """The earliest day over the rows."""
    member = Member(compiler, node.rows, scope)
    return member.extreme(compiler.span(node.event, "charge"), 1, latest=False)


BUILDERS: Builders = {
    truth.Exists: exists,
    truth.Every: every,
    amounts.Count: count,
    dates.Latest: latest,
    dates.Earliest: earliest,
}
