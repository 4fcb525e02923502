"""What a rule asks of a person's other rows: whether there are any, how many, the latest day."""

from __future__ import annotations

from homeward.rules import amounts, dates, truth
from homeward.screen.compiler import Builders, Compiler
from homeward.screen.expressions import Sql
from homeward.screen.members import Members
from homeward.screen.scopes import Scope, reach
from homeward.screen.values import ENDLESS, Span, not_true, when


def exists(compiler: Compiler, node: truth.Exists, scope: Scope) -> Sql:
    """Some row is there."""
    return Members(compiler, node.rows, scope).exists()


def every(compiler: Compiler, node: truth.Every, scope: Scope) -> Sql:
    """No row fails the claim."""
    members = Members(compiler, node.rows, scope, node.claim)
    claim = compiler.single(node.claim, members.at)
    return not_true(members.exists(also=not_true(claim)))


def count(compiler: Compiler, node: amounts.Count, scope: Scope) -> Span:
    """How many rows there are, certainly and possibly."""
    members = Members(compiler, node.rows, scope)
    certain, possible = members.counts()
    return Span(certain, when(members.beyond_record(), ENDLESS, possible))


def latest(compiler: Compiler, node: dates.Latest, scope: Scope) -> Span:
    """The nth latest day over the rows."""
    # the days of a case stand together: only its best is known without looking at each
    paired = node.nth > 1 and reach(scope, node.rows)[1] == "case"
    members = Members(compiler, node.rows, scope, node.event, paired=paired)
    return members.extreme(compiler.span(node.event, members.at), node.nth, latest=True)


def earliest(compiler: Compiler, node: dates.Earliest, scope: Scope) -> Span:
    """The earliest day over the rows."""
    members = Members(compiler, node.rows, scope, node.event)
    return members.extreme(compiler.span(node.event, members.at), 1, latest=False)


BUILDERS: Builders = {
    truth.Exists: exists,
    truth.Every: every,
    amounts.Count: count,
    dates.Latest: latest,
    dates.Earliest: earliest,
}
