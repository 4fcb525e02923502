"""What the law leaves open, in words: the first sentence of each row of a body's own page.

>>> open_question("us-mo/automatic.fines_are_terms")
'are unpaid fines or costs "court-imposed terms"?'
>>> open_question("us-mo/nobody.asks")
''
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from homeward import law

_ROW = re.compile(r"^\| (?P<names>[^|]*`[^|]*) \| (?P<what>[^|]*) \|", re.MULTILINE)
_NAME = re.compile(r"`([^`]+)`")
_SENTENCE = re.compile(r"(?<=[.?])(?<!\b[Aa]rt\.) ")


def open_question(name: str) -> str:
    """What is open, to stand within a sentence; empty where no page tells of it."""
    body_id, _, slug = name.partition("/")
    return open_questions(body_id).get(slug, "")


@lru_cache(maxsize=64)
def open_questions(body_id: str) -> Mapping[str, str]:
    """What a body of law leaves open, by the name of each question within it."""
    body = law.body(body_id)
    path = None if body is None else body.folder / "open-questions.md"
    text = path.read_text(encoding="utf-8") if path and path.exists() else ""
    return {
        slug: _within(_SENTENCE.split(row["what"])[0])
        for row in _ROW.finditer(text)
        for slug in _NAME.findall(row["names"])
    }


def _within(sentence: str) -> str:
    first = (
        sentence[:1].lower() if sentence[1:2].islower() or sentence[1:2] == " " else sentence[:1]
    )
    return (first + sentence[1:]).removesuffix(".")
