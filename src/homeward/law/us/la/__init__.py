"""Louisiana: expungement by motion, interim expungement, newer ways; relief for survivors."""

from homeward.law.us.la import (
    age_17,
    arrest,
    automated,
    court_program,
    felony,
    interim,
    misdemeanor,
    survivors,
)

__all__ = [
    "age_17",
    "arrest",
    "automated",
    "court_program",
    "felony",
    "interim",
    "misdemeanor",
    "survivors",
]
