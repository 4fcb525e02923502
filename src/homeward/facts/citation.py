r"""Statute citations in one normal form, matched on whole parts.

A citation is a chain of parts: chapter, section, subsections. A listed
citation covers every charge whose parts begin with its own, so a list may name
a chapter, a section or one paragraph:

>>> form = CitationForm(r"(?P<chapter>\d+[A-Z]?)\.(?P<section>\d+)")
>>> form.parts("RSMo 571.030.1(4)")
('571', '030', '1', '4')
>>> form.covers("571.030", "571.030.1(4)"), form.covers("571.03", "571.030")
(True, False)
>>> form.covers("566", "566.095")
True
"""

from __future__ import annotations

import re
from functools import lru_cache

_PART = re.compile(r"[0-9A-Z]+(?:-[0-9]+)?", re.IGNORECASE)
_CHAPTER = re.compile(r"\s*[0-9A-Z.\-]+\s*", re.IGNORECASE)


class CitationForm:
    r"""How a jurisdiction writes its citations.

    ``pattern`` is a regular expression with the named groups ``chapter`` and
    ``section``; what follows its match is read as subsections. A group ``ahead``
    is a subsection that is written before the section:

    >>> form = CitationForm(r"((?P<ahead>[A-Z])\.)?(?P<chapter>[\d.]+)-(?P<section>[\d.]+)")
    >>> form.parts("A.46.2-862"), form.parts("46.2-862(A)")
    (('46.2', '862', 'A'), ('46.2', '862', 'A'))
    """

    def __init__(self, pattern: str) -> None:
        """Compile the pattern once."""
        self._pattern = re.compile(pattern, re.IGNORECASE)
        self.parts = lru_cache(maxsize=65_536)(self._parts)

    def _parts(self, citation: str) -> tuple[str, ...] | None:
        """The parts of a citation, or None when it is not written in this form.

        A list's bare chapter is a citation of one part.
        """
        found = self._pattern.search(citation)
        if found is None:
            return (citation.strip().upper(),) if _CHAPTER.fullmatch(citation) else None
        named = found.groupdict()
        ahead = [named.pop("ahead", None)]
        after = [*ahead, *_PART.findall(citation[found.end() :])]
        return tuple(part.upper() for part in (*named.values(), *after) if part)

    def covers(self, listed: str, charged: str) -> bool:
        """Whether a listed citation covers the charged one, part by part."""
        wanted, parts = self.parts(listed), self.parts(charged)
        return wanted is not None and parts is not None and parts[: len(wanted)] == wanted
