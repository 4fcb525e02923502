"""Words looked for in a text, as a regular expression that every engine reads alike.

A word is found whole and in letters of any case; a star at its end lets it go on.
Only English letters and digits make words, and only what Python and RE2 (which
DuckDB uses) understand in the same way is written.

>>> import re
>>> looked_for = pattern(("marij*", "mj", "attempt to commit"))
>>> [bool(re.search(looked_for, text)) for text in ("Poss MARIJUANA", "MJ", "Attempt  to Commit")]
[True, True, True]
>>> [bool(re.search(looked_for, text)) for text in ("smj", "remarijuana", "attempted")]
[False, False, False]
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from homeward.rules.problem import LawError

_NO_LETTER = "[^a-zA-Z0-9]"
_GAP = "[ \\t]+"
_WORD = re.compile(r"[a-zA-Z0-9/' -]*[a-zA-Z0-9]\*?")


def pattern(words: Iterable[str]) -> str:
    """The regular expression that finds any of some words.

    Raises:
        LawError: when a word has signs in it that no word has.
    """
    return f"(^|{_NO_LETTER})({'|'.join(map(_one, words))})"


def _one(word: str) -> str:
    if not _WORD.fullmatch(word):
        msg = f"{word!r} is no word to look for: write letters, digits and spaces, a star to end it"
        raise LawError(msg)
    stem = word.removesuffix("*")
    spelled = _GAP.join("".join(map(_letter, part)) for part in stem.split())
    return spelled if stem != word else f"{spelled}({_NO_LETTER}|$)"


def _letter(char: str) -> str:
    return f"[{char.lower()}{char.upper()}]" if char.isalpha() else char
