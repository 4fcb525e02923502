"""Alcohol contacts with the police or the license office (RSMo 302.525), as lists of days."""

from __future__ import annotations

import numpy as np

from homeward.sample.column import Column
from homeward.sample.days import number_of
from homeward.sample.details import Marks
from homeward.sample.dice import Dice
from homeward.sample.shares import Ints


def alcohol_contacts(dice: Dice, marks: Marks, arrest: Ints, people: int) -> Column:
    """Some alcohol charges leave a contact behind, on the day of the arrest or some time after.

    ``dice`` and ``arrest`` are those of the charges.
    """
    person = marks.charges.person
    day = arrest + dice.number("contacts.days_after_arrest")
    told = marks.charges_of(["alcohol"]) & dice.chance("contacts.told")
    told &= day <= number_of(dice.book.drawn_through)
    return Column(day[told], lengths=np.bincount(person[told], minlength=people))
