"""What can go wrong before the first row is read, said with the place and the fix.

LoadError
├── SourceError    a file, table or frame cannot be used at all
└── MappingError   columns cannot be matched to facts, or the mapping file says what it must not

What is wrong with a single row never raises: the row is set aside.
"""

from __future__ import annotations


class LoadError(Exception):
    """Loading cannot go on; the message says what is wrong and how to mend it."""


class SourceError(LoadError):
    """A file, a table or a frame cannot be used at all."""


class MappingError(LoadError):
    """Columns cannot be matched to facts as asked."""
