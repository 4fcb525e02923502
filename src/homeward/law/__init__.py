"""The law itself: one folder a jurisdiction, found by its id.

``us-mo`` is the folder ``law/us/mo``. A part that Python keeps for itself has a
line after it: ``us-or`` is ``law/us/or_``. A body of law is loaded when a record
first needs it; the rest costs nothing.

A place may hold named readings: the law as someone else has read it, or as it was
never in force. ``us-zz@old-act`` is the folder ``law/us/zz/readings/old_act``, a body
of law of its own. It is asked only by its name, and never together with another.

>>> body("us-mo").title
'Missouri'
>>> body("us-zz") is None
True
"""

from __future__ import annotations

import importlib
import keyword
import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from homeward.facts import Vocabulary, core_vocabulary
from homeward.facts.vocabulary import read_facts
from homeward.rules.body import Body
from homeward.rules.patch import Patch, lay
from homeward.rules.problem import LawError

_ID = re.compile(r"us(-[a-z0-9]{1,20}){0,3}(@[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,3})?")
_READINGS = "readings"
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
    return tuple(_id_of(folder.parts) for folder in folders)


def _id_of(folders: tuple[str, ...]) -> str:
    parts = [name.removesuffix("_") for name in folders]
    if _READINGS not in parts:
        return "-".join(parts)
    place, name = parts[: parts.index(_READINGS)], parts[-1]
    return f"{'-'.join(place)}@{name.replace('_', '-')}"


def folders_of(body_id: str) -> tuple[str, ...]:
    """The folders of a body of law, each named as Python can import it.

    >>> folders_of("us-or"), folders_of("us-zz@old-act")
    (('us', 'or_'), ('us', 'zz', 'readings', 'old_act'))
    """
    place, _, reading = body_id.partition("@")
    parts = [f"{part}_" if keyword.iskeyword(part) else part for part in place.split("-")]
    return (*parts, _READINGS, reading.replace("-", "_")) if reading else tuple(parts)


def file_of(body_id: str, name: str) -> Path:
    """Where a file of this name lies beside a body of law, if there is one.

    >>> file_of("us-mo", "parameters.toml").exists(), file_of("us-zz", "parameters.toml").exists()
    (True, False)
    """
    return _HERE.joinpath(*folders_of(body_id), name)


def ids_with(name: str) -> list[str]:
    """The ids of the places beside whose law a file of this name lies."""
    return sorted(_id_of(path.parent.relative_to(_HERE).parts) for path in _HERE.rglob(name))


def parents(body_id: str) -> list[str]:
    """The bodies of law above one; a named reading stands alone.

    >>> parents("us-ny-nyc"), parents("us-zz@old-act")
    (['us-ny', 'us'], [])
    """
    parts = [] if is_reading(body_id) else body_id.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts) - 1, 0, -1)]


def is_reading(body_id: str) -> bool:
    """Whether an id is that of a named reading, which is asked by its name alone."""
    return "@" in body_id


def check_together(body_ids: Collection[str]) -> None:
    """See that bodies of law may be asked together: their answers to a question become one.

    Raises:
        LawError: when a named reading stands beside another body of law.
    """
    for body_id in body_ids:
        if is_reading(body_id) and len(set(body_ids)) > 1:
            msg = f"{body_id} is a reading of its own: ask it alone, and the rest in another run"
            raise LawError(msg)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The general vocabulary with the facts of every body of law."""
    words = core_vocabulary()
    for declared in sorted(_HERE.rglob("facts.toml")):
        words = words.with_facts(read_facts(declared))
    return words
