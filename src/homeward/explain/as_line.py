"""An explanation as one line of JSON: the text of :mod:`homeward.explain.as_json`, written at once.

Most of an answer's text is the same for everybody and is kept between records;
what a row says is encoded once for the row. Building the dictionaries first and
encoding them then takes three times as long, and gives the same, as a test shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from homeward.explain.answer import Answer, subject_id
from homeward.explain.as_json import day, requirement_as_dict, whole_as_dict
from homeward.explain.reasons import Reason
from homeward.facts import Row
from homeward.rules.conditions import Condition, Discretion

if TYPE_CHECKING:
    from homeward.explain.explanation import Explanation

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_word = lru_cache(maxsize=4096)(_encode)
_SUBJECT, _FACTS = object(), object()


def explanation_as_line(explanation: Explanation) -> str:
    """The answers of one record as one line of JSON."""
    whole = list(whole_as_dict(explanation).items())
    place = next(index for index, (name, _) in enumerate(whole) if name == "answers")
    head, tail = _encode(dict(whole[:place]))[:-1], _encode(dict(whole[place + 1 :]))[1:]
    # one join, because every copy of half a megabyte costs as much as writing a charge
    return "".join([head, ',"answers":[', *_answers(explanation.answers), "],", tail])


def _answers(answers: Iterable[Answer]) -> Iterator[str]:
    last, middle = None, ""
    for answer in answers:
        comma = "," if last else ""
        # most rows of all rules together repeat their only rule's row, and share its lists
        if last is None or answer.missing is not last.missing:
            middle = _middle(answer)
        last = answer
        conditions = ",".join(map(_reason, answer.reasons))
        yield (
            f'{comma}{{"question":{_word(answer.question)},"rule":{_word(answer.rule)},{middle}'
            f',"conditions":[{conditions}]}}'
        )


def _middle(answer: Answer) -> str:
    how, standard, effect = answer.brings
    tolerance = answer.source.tolerance_days if answer.source else 0
    ends = answer.closes
    closes = (
        '"closes":null,"closes_latest":null'
        if ends is None
        else f'"closes":"{day(ends[0])}","closes_latest":"{day(ends[1])}"'
    )
    return (
        f'"subject":{_subject(answer.subject)}'
        f',"status":"{answer.status}","holds_today":"{answer.holds_today}"'
        f',"soonest":"{day(answer.when[0])}","latest":"{day(answer.when[1])}",{closes}'
        f',"missing":{_list(answer.missing)},"waits_on":{_list(answer.waits_on)}'
        f',"assumed":{_list(answer.assumed)}'
        f',"how":{_word(how)},"standard":{_word(standard)},"effect":{_word(effect)}'
        f',"tolerance_days":{tolerance},"value":null'
        f',"because":{_encode(answer.because)}'
    )


def _subject(row: Row) -> str:
    text: str | None = row.memo.get(_SUBJECT)
    if text is None:
        text = row.memo[_SUBJECT] = _encode(subject_id(row))
    return text


def _list(words: Iterable[str]) -> str:
    return f"[{','.join(map(_word, words))}]" if words else "[]"


def _reason(reason: Reason) -> str:
    when = reason.when
    days = (
        '"soonest":null,"latest":null'
        if when is None
        else f'"soonest":"{day(when[0])}","latest":"{day(when[1])}"'
    )
    return f'{_requirement(reason.requirement.node)},{days},"facts":{{{_facts(reason)}}}}}'


@lru_cache(maxsize=4096)
def _requirement(node: Condition | Discretion) -> str:
    return _encode(requirement_as_dict(node)).removesuffix("}")


def _facts(reason: Reason) -> str:
    requirement, row = reason.requirement, reason.row
    # many conditions read the same facts of a row, such as its section and its class
    own: str | None = row.memo.get(requirement.own)
    if own is None:
        own = row.memo[requirement.own] = ",".join(_own_facts(reason))
    if not requirement.related:
        return own
    return ",".join(filter(None, [own, *_facts_of_others(reason)]))


def _own_facts(reason: Reason) -> Iterator[str]:
    for holder, names in reason.requirement.own_facts(reason.row):
        written = _written(holder)
        yield from (f'"{name}":{written[name]}' for name in names if name in written)


def _facts_of_others(reason: Reason) -> Iterator[str]:
    for holder, names, whose in reason.requirement.facts_of_others(reason.row):
        written, tail = _written(holder), _encode(whose)[1:]
        yield from (f'"{name}{tail}:{written[name]}' for name in names if name in written)


def _written(row: Row) -> dict[str, str]:
    """What a row says, each value as JSON."""
    texts: dict[str, str] | None = row.memo.get(_FACTS)
    if texts is None:
        texts = {name: _encode(value) for name, value in row.written.items()}
        row.memo[_FACTS] = texts
    return texts
