"""Days in words: waits, the latest of several, terms served, answers of other rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from homeward.rules import amounts, dates, fact
from homeward.rules.logic import Const
from homeward.rules.node import Node
from homeward.rules.printing.line import Line, framed, joined
from homeward.when import FIRST, LAST

if TYPE_CHECKING:
    from homeward.rules.printing.voice import Voice

_NEIGHBORS = {1: "the day after {0}", -1: "the day before {0}"}
_ORDINALS = {1: "the latest", 2: "the second latest", 3: "the third latest"}


def _on(_voice: Voice, node: dates.On) -> Line:
    return Line({FIRST: "at once", LAST: "never"}.get(node.day, node.day.isoformat()))


def _holds_if(voice: Voice, node: dates.HoldsIf) -> Line:
    if isinstance(node.claim, Const):
        return Line("at once" if node.claim.value else "never")
    return framed("only if {0}", voice.say(node.claim))


def _waits_while(voice: Voice, node: dates.WaitsWhile) -> Line:
    return framed("held back until {0}, as long as {1}", Line(node.event), voice.say(node.claim))


def _all_of(voice: Voice, node: dates.AllOf) -> Line:
    return joined([voice.say(part) for part in node.items], "and also", "the latest of these days:")


def _any_of(voice: Voice, node: dates.AnyOf) -> Line:
    return joined([voice.say(part) for part in node.items], "or, if earlier,",
                  "the earliest of these days:")  # fmt: skip


def _since(voice: Voice, node: dates.Since) -> Line:
    event = voice.say(node.event)
    amount = node.amount
    if isinstance(amount, amounts.Number) and node.unit == "days" and amount.value in _NEIGHBORS:
        return framed(_NEIGHBORS[int(amount.value)], event)
    said = voice.counting(node.unit).say(amount)
    if isinstance(node.event, fact.FactRef) and node.event.name == "person.birth_date":
        return framed("the day the person is {0} old", said)
    more = "more than " if node.boundary == "day_after" else ""
    return framed(f"{more}{{0}} after {{1}}", said, event)


def _served(voice: Voice, node: dates.Served) -> Line:
    return framed(
        "{0} of a term of {1} is served, counted from {2}",
        voice.counting("percent").say(node.percent),
        voice.counting("months").say(node.months),
        voice.say(node.start),
    )


_PART_DAY = {
    "up": "part of a day is a whole day",
    "down": "part of a day is left out",
    "nearest": "half a day or more is a whole day",
}


def _days_served(voice: Voice, node: dates.DaysServed) -> Line:
    return framed(
        f"{{0}} of the days of a term of {{1}} is served, counted from {{2}} "
        f"({_PART_DAY[node.part_day]})",
        voice.counting("percent").say(node.percent),
        voice.counting("months").say(node.months),
        voice.say(node.start),
    )


def _business_days(voice: Voice, node: dates.BusinessDays) -> Line:
    amount = voice.counting("business days").say(node.amount)
    return framed("{0} after {1}", amount, voice.say(node.event))


def _bounded(voice: Voice, node: dates.Bounded) -> Line:
    parts = [voice.say(node.event)]
    edges = []
    for words, edge in (("before", node.no_earlier), ("after", node.no_later)):
        if edge is not None:
            edges.append(f"not {words} {{{len(parts)}}}")
            parts.append(voice.say(edge))
    return framed(f"{{0}} (if unknown: {' and '.join(edges)})", *parts)


def _latest(voice: Voice, node: dates.Latest) -> Line:
    nth = _ORDINALS.get(node.nth, f"number {node.nth} from the latest")
    event = voice.about_others().say(node.event)
    return framed(f"{nth} of these days (at once where there is none): {{0}}, over {{1}}", event,
                  voice.say(node.rows))  # fmt: skip


def _earliest(voice: Voice, node: dates.Earliest) -> Line:
    event = voice.about_others().say(node.event)
    return framed("the earliest of these days (never where there is none): {0}, over {1}", event,
                  voice.say(node.rows))  # fmt: skip


def _next_after(voice: Voice, node: dates.NextAfter) -> Line:
    event = voice.about_others().say(node.event)
    return framed("the first of these days after {0} (never where there is none): {1}, over {2}",
                  voice.say(node.after), event, voice.say(node.rows))  # fmt: skip


def _previous_before(voice: Voice, node: dates.PreviousBefore) -> Line:
    event = voice.about_others().say(node.event)
    return framed("the last of these days before {0} (at once where there is none): {1}, over {2}",
                  voice.say(node.before), event, voice.say(node.rows))  # fmt: skip


def _latest_listed(voice: Voice, node: dates.LatestListed) -> Line:
    return framed("the latest of the {0} (at once where there is none)", voice.say(node.fact))


def _answer_of(voice: Voice, node: dates.AnswerOf) -> Line:
    rules = voice.body.rules.values()
    titles = [f"[{rule.title}]({rule.name.partition('/')[2]}.md)" for rule in rules
              if node.question in (rule.question, rule.family)]  # fmt: skip
    named = f": {', '.join(titles)}" if titles else ""
    return Line(f"the day that `{node.question}` answers{named}")


SAY: dict[type[Node], Callable[[Voice, Any], Line]] = {
    dates.On: _on,
    dates.HoldsIf: _holds_if,
    dates.WaitsWhile: _waits_while,
    dates.AllOf: _all_of,
    dates.AnyOf: _any_of,
    dates.Since: _since,
    dates.Served: _served,
    dates.DaysServed: _days_served,
    dates.BusinessDays: _business_days,
    dates.Bounded: _bounded,
    dates.Latest: _latest,
    dates.Earliest: _earliest,
    dates.NextAfter: _next_after,
    dates.PreviousBefore: _previous_before,
    dates.LatestListed: _latest_listed,
    dates.AnswerOf: _answer_of,
}
