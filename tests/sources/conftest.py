"""Charges for tests of a loading as a whole."""

import pytest

from tests.sources.stores import write

PEOPLE = 500
CHARGES = "charge_id,case_id,person_id,severity,offense_date,statute\n" + "".join(
    f"{n % 7},c{n},p{n % PEOPLE},felony,20{n % 25:02}-0{n % 9 + 1}-11,{560 + n % 20}.{n % 300:03}\n"
    for n in range(4_000)
)


@pytest.fixture
def charges(tmp_path):
    (path,) = write(tmp_path, charges=CHARGES)
    return path
