"""The law itself: one folder a jurisdiction, found by its id.

``us-mo`` is the folder ``law/us/mo``. A part that Python keeps for itself has a
line after it: ``us-or`` is ``law/us/or_``. A body of law is loaded when a record
first needs it; the rest costs nothing.

>>> body("us-mo").title
'Missouri'
>>> body("us-zz") is None
True
"""

from __future__ import annotations

import importlib
import keyword
import re
from functools import lru_cache
from pathlib import Path

from homeward.facts import Vocabulary, core_vocabulary
from homeward.facts.vocabulary import read_facts
from homeward.rules.body import Body
from homeward.rules.patch import Patch, lay

_ID = re.compile(r"us(-[a-z0-9]{1,20}){0,3}")
_HERE = Path(__file__).parent


@lru_cache(maxsize=1024)
def body(body_id: str, patches: tuple[Patch, ...] = ()) -> Body | None:
    """The body of law with this id, or None when there are no rules for it yet.

    ``patches`` are changes to lay over it.

    Raises:
        LawError: when a patch names what this law does not have.
    """
    if patches:
        found = body(body_id)
        return None if found is None else lay(found, patches)
    names = folders_of(body_id)
    if not _ID.fullmatch(body_id) or not _HERE.joinpath(*names, "body.py").exists():
        return None
    package = ".".join((__name__, *names))
    importlib.import_module(package)
    here: Body = importlib.import_module(f"{package}.body").BODY
    return here


@lru_cache(maxsize=1)
def body_ids() -> tuple[str, ...]:
    """The ids of all bodies of law that are here."""
    folders = sorted(path.parent.relative_to(_HERE) for path in _HERE.rglob("body.py"))
    return tuple("-".join(name.removesuffix("_") for name in folder.parts) for folder in folders)


def folders_of(body_id: str) -> tuple[str, ...]:
    """The folders of a body of law, each named as Python can import it.

    >>> folders_of("us-or")
    ('us', 'or_')
    """
    return tuple(f"{part}_" if keyword.iskeyword(part) else part for part in body_id.split("-"))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The general vocabulary with the facts of every body of law."""
    words = core_vocabulary()
    for declared in sorted(_HERE.rglob("facts.toml")):
        words = words.with_facts(read_facts(declared))
    return words
