"""Ids of people, cases and courses of conduct. Each begins with SYNTHETIC, and so labels its row.

>>> person_ids(np.array([0, 41])).to_pylist()
['SYNTHETIC-00000001', 'SYNTHETIC-00000042']
>>> case_ids(person_ids(np.array([41])), np.array([3])).to_pylist()
['SYNTHETIC-00000042-0003']
>>> charge_ids(np.array([7])).to_pylist()
['007']
>>> course_ids(np.array([0, 3 * 256, 3 * 256 + 7])).to_pylist()
[None, 'course-0003-000', 'course-0003-007']
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from homeward.sample.shares import Ints

MOST_PEOPLE = 99_999_999


def person_ids(number: Ints) -> pa.Array:
    """Ids of people, counted from 0 in and from 1 out."""
    return _joined("SYNTHETIC", _digits(number + 1, 8))


def case_ids(person_id: pa.Array, number: Ints) -> pa.Array:
    """Ids of cases: the person's, and the case's number among theirs."""
    return _joined(person_id, _digits(number, 4))


def charge_ids(number: Ints) -> pa.Array:
    """Ids of charges: their numbers within the case."""
    return _digits(number, 3)


def course_ids(number: Ints) -> pa.Array:
    """Ids of courses of conduct within a person's record; 0 is not known."""
    case, charge = np.divmod(number, 256)
    found = _joined("course", _joined(_digits(case, 4), _digits(charge, 3)))
    return pc.if_else(pa.array(number > 0), found, pa.scalar(None, pa.string()))


def _joined(first: str | pa.Array, second: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(first, second, "-")


def _digits(number: Ints, width: int) -> pa.Array:
    return pc.utf8_lpad(pc.cast(pa.array(number), pa.string()), width, "0")
