"""Ids of people, cases and courses of conduct: text made from numbers, many at a time.

Every id begins with SYN, so that no row can pass for a real one.

>>> person_ids(np.array([0, 41])).to_pylist()
['SYN-00000001', 'SYN-00000042']
>>> case_ids(np.array([41]), np.array([2])).to_pylist()
['SYN-00000042-0003']
>>> course_ids(np.array([0, 3])).to_pylist()
[None, 'SYN-course-0003']
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

MOST_PEOPLE = 99_999_999
_PERSON, _CASE = 8, 4
_COURSE = b"SYN-course-"


def person_ids(number: NDArray[Any]) -> pa.Array:
    """Ids of people, counted from 0 in and from 1 out."""
    text = _blank(len(number), b"SYN-" + b"0" * _PERSON)
    _write(text, 4, _PERSON, number)
    return _strings(text)


def case_ids(person: NDArray[Any], number: NDArray[Any]) -> pa.Array:
    """Ids of cases: the person's, and the case's number among theirs."""
    text = _blank(len(number), b"SYN-" + b"0" * _PERSON + b"-" + b"0" * _CASE)
    _write(text, 4, _PERSON, person)
    _write(text, 5 + _PERSON, _CASE, number)
    return _strings(text)


def course_ids(number: NDArray[Any]) -> pa.Array:
    """Ids of courses of conduct within a person's record; 0 is not known."""
    known = number > 0
    text = _blank(int(known.sum()), _COURSE + b"0" * _CASE)
    _write(text, len(_COURSE), _CASE, number[known].astype(np.int64) - 1)
    ends = np.concatenate(([0], np.cumsum(known * text.shape[1]))).astype(np.int32)
    valid = pa.array(known).buffers()[1]
    buffers = [valid, pa.py_buffer(ends), pa.py_buffer(text)]
    return pa.Array.from_buffers(pa.string(), len(number), buffers)


def _blank(count: int, pattern: bytes) -> NDArray[np.uint8]:
    return np.tile(np.frombuffer(pattern, np.uint8), (count, 1))


def _write(text: NDArray[np.uint8], start: int, width: int, number: NDArray[Any]) -> None:
    """Write numbers, one more than given, as digits into a span of each row."""
    left = number.astype(np.uint32) + np.uint32(1)
    for place in range(start + width - 1, start - 1, -1):
        left, digit = np.divmod(left, np.uint32(10))
        text[:, place] += digit.astype(np.uint8)


def _strings(text: NDArray[np.uint8]) -> pa.Array:
    count, width = text.shape
    ends = np.arange(0, (count + 1) * width, width, dtype=np.int32)
    return pa.Array.from_buffers(pa.string(), count, [None, pa.py_buffer(ends), pa.py_buffer(text)])
