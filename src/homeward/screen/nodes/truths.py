"""Truths as numbers: 0 is no, 1 unknown, 2 yes; and is the least, or the greatest."""

from __future__ import annotations

from homeward.rules import logic, truth
from homeward.screen.columns import Sql, call
from homeward.screen.compiler import Builders, Compiler, Value
from homeward.screen.values import MAYBE, NO, YES, greatest, least


def const(_compiler: Compiler, node: logic.Const, _scope: str) -> Sql:
    """What the law itself settles."""
    return YES if node.value else NO


def claim(compiler: Compiler, node: truth.Claim, scope: str) -> Value:
    """A yes-or-no fact."""
    return compiler.value(node.fact, scope)


def both(compiler: Compiler, node: logic.And, scope: str) -> Sql:
    """Every claim holds."""
    claims = [claim for claim in compiler.singles(node.claims, scope) if claim != YES]
    return NO if NO in claims else least(*claims) if claims else YES


def either(compiler: Compiler, node: logic.Or, scope: str) -> Sql:
    """One claim at least holds."""
    claims = [claim for claim in compiler.singles(node.claims, scope) if claim != NO]
    return YES if YES in claims else greatest(*claims) if claims else NO


def opposite(compiler: Compiler, node: logic.Not, scope: str) -> Sql:
    """The claim does not hold."""
    claim = compiler.single(node.claim, scope)
    return {NO: YES, YES: NO, MAYBE: MAYBE}.get(claim) or call("2 - {}", claim)


_ORDERS = {
    "<": "CASE WHEN {1} < {2} THEN 2 WHEN {0} >= {3} THEN 0 ELSE 1 END",
    "<=": "CASE WHEN {1} <= {2} THEN 2 WHEN {0} > {3} THEN 0 ELSE 1 END",
    "==": "CASE WHEN {1} < {2} OR {3} < {0} THEN 0"
    " WHEN {0} = {1} AND {2} = {3} AND {0} = {2} THEN 2 ELSE 1 END",
}


def compare(compiler: Compiler, node: truth.Compare, scope: str) -> Sql:
    """Two days or two numbers stand in an order."""
    left, right = compiler.span(node.left, scope), compiler.span(node.right, scope)
    if node.order in (">", ">="):
        left, right = right, left
    return call(_ORDERS[node.order.replace(">", "<")], left.low, left.high, right.low, right.high)


def law_says(compiler: Compiler, node: truth.LawSays, scope: str) -> Sql:
    """A yes-or-no parameter of the law."""
    span = compiler.span(node.parameter, scope)
    return call("CASE WHEN {0} <> {1} THEN 1 WHEN {0} = 1 THEN 2 ELSE 0 END", span.low, span.high)


def open_law(compiler: Compiler, node: truth.OpenLaw, _scope: str) -> Sql:
    """An open question of law, settled only by a chosen reading."""
    chosen = compiler.engine.law.readings.get(node.question)
    return {"yes": YES, "no": NO}.get(chosen or "", MAYBE)


BUILDERS: Builders = {
    logic.Const: const,
    truth.Claim: claim,
    logic.And: both,
    logic.Or: either,
    logic.Not: opposite,
    truth.Compare: compare,
    truth.LawSays: law_says,
    truth.OpenLaw: open_law,
}
