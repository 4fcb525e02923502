#!/usr/bin/env python3
"""Bring the catalogs of the law up to date: each text of a place, what is translated kept.

Run it with a language and the places that it is to cover (``scripts/translate.py es us us-mo``),
or with the language alone for every place that has a catalog; then translate what is empty. A test
says what is missing. The facts that every place shares stand in the catalog of ``homeward.facts``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from homeward import facts, law
from homeward.facts import core_vocabulary
from homeward.language import words_of
from homeward.language.law_texts import Groups, own_texts

HEAD = (
    "# {language}, by the English. Written anew by scripts/translate.py, what is translated kept.\n"
)
NAMES = {"es": "Spanish"}


def written(language: str, groups: Groups, known: Mapping[str, str]) -> str:
    """A catalog as text: a table for each group, empty where a text is not translated."""
    parts = [HEAD.format(language=NAMES.get(language, language))]
    for name, texts in groups.items():
        lines = [f"{_quoted(text)} = {_quoted(known.get(text, ''))}" for text in texts]
        parts.append("\n".join([f"[{_quoted(name)}]", *lines]) + "\n")
    return "\n".join(parts)


def renew(path: Path, groups: Groups, known: Mapping[str, str]) -> int:
    """Write a catalog; how many texts are still empty."""
    path.write_text(written(path.stem, groups, known), encoding="utf-8")
    return sum(text not in known for texts in groups.values() for text in texts)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a basic string of TOML


def main(language: str, places: list[str]) -> None:
    """Renew the catalogs of some places, or of all that have one, and that of the facts."""
    name = f"{language}.toml"
    known = words_of(language).texts
    shared = {"facts": [fact.says for fact in core_vocabulary().values()]}
    lacking = {"facts": renew(Path(facts.__file__).parent / name, shared, known)}
    for place in places or law.ids_with(name):
        lacking[place] = renew(law.file_of(place, name), own_texts(place), known)
    for place, count in lacking.items():
        sys.stdout.write(f"{place}: {count} to translate\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
