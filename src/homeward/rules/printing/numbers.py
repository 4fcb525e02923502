"""Numbers in words: parameters with their history, counts, sums and shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from homeward.rules import amounts, limit
from homeward.rules.node import Node
from homeward.rules.printing.facts import owned
from homeward.rules.printing.line import Line, framed
from homeward.rules.printing.links import open_question
from homeward.rules.printing.values import entry_in_words, other_times, value_in_words

if TYPE_CHECKING:
    from homeward.rules.printing.voice import Voice

_MONTHS_IN_YEAR = 12
_WORDS = {"+": "plus", "-": "less", "*": "times"}


def _number(voice: Voice, node: amounts.Number) -> Line:
    return Line(_with_unit(value_in_words(node.value), voice.unit))


def _parameter(voice: Voice, node: amounts.Parameter) -> Line:
    found = voice.body.parameters[node.name]
    if node.at is not None:
        every = "; ".join(filter(None, [entry_in_words(found.on(voice.day)),
                                        other_times(found, voice.day)]))  # fmt: skip
        return framed(
            f"`{node.name}` ({found.cite}: {every}) as it was on {{0}}", voice.say(node.at)
        )
    entry = found.on(voice.day)
    is_open = entry is None or bool(entry.readings)
    now = _with_unit(f"**{entry_in_words(entry)}**", "" if is_open else voice.unit)
    says = f"“{found.says}”: " if found.unit == "yes-no" else ""
    cite = entry.cite if entry else found.cite
    history = "; ".join(filter(None, [cite, other_times(found, voice.day)]))
    doubt = f"; {open_question(voice, node.name)}" if is_open else ""
    return Line(f"{says}{now} ({history}{doubt})")


def _with_unit(text: str, unit: str) -> str:
    if unit == "percent":
        return f"{text} percent"
    return f"{text} {unit[:-1] if text.strip('*') == '1' else unit}" if unit else text


def _count(voice: Voice, node: amounts.Count) -> Line:
    return framed("the number of {0}", voice.say(node.rows))


def _total(voice: Voice, node: amounts.Total) -> Line:
    return framed("the sum of the {0}", voice.say(node.fact))


def _arithmetic(voice: Voice, node: amounts.Arithmetic) -> Line:
    right = node.right
    if isinstance(right, amounts.Number) and right.value == amounts.MEAN_YEAR:
        return framed(
            f"{{0}} of {amounts.MEAN_YEAR} days", voice.counting("mean years").say(node.left)
        )
    if isinstance(right, amounts.Number) and (node.operator, right.value) == ("*", _MONTHS_IN_YEAR):
        return voice.counting("years").say(node.left)
    plain = voice.counting("") if node.operator == "*" else voice
    return framed(f"{{0}} {_WORDS[node.operator]} {{1}}", voice.say(node.left), plain.say(right))


def _within(voice: Voice, node: amounts.Within) -> Line:
    bounds = [(word, bound) for word, bound in (("at least", node.least), ("at most", node.most))
              if bound is not None]  # fmt: skip
    known = " and ".join(f"{word} {{{index}}}" for index, (word, _) in enumerate(bounds, start=1))
    said = [voice.say(bound) for _, bound in bounds]
    return framed(f"{{0}} (if unknown: {known})", voice.say(node.value), *said)


def _budget(voice: Voice, node: limit.Budget) -> Line:
    shared = owned(voice, voice.vocabulary[node.grouped_by.name])
    return Line(
        f"everything that `{node.question}` could clear fits the places that are left; charges "
        f"with the same value of {shared} take one place together, the highest among these kinds:",
        tuple(voice.say(one) for one in node.kinds),
    )


def _kind(voice: Voice, node: limit.Kind) -> Line:
    return Line(
        f"`{node.name}`:",
        (
            framed("is taken where {0}", voice.say(node.where)),
            framed("places in a lifetime: {0}", voice.say(node.at_most)),
            framed("used already: {0}", voice.say(node.used)),
        ),
    )


SAY: dict[type[Node], Callable[[Voice, Any], Line]] = {
    amounts.Number: _number,
    amounts.Parameter: _parameter,
    amounts.Count: _count,
    amounts.Total: _total,
    amounts.Arithmetic: _arithmetic,
    amounts.Within: _within,
    limit.Budget: _budget,
    limit.Kind: _kind,
}
