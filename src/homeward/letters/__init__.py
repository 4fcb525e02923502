"""Letters: what to send, as data, with the answer or the fact behind each sentence.

A sentence stands in a letter only where the rules answered what it claims, or the record holds
what it says. What is not known is a blank to fill in. Where the rules give no ground for a letter,
there is no letter, and it is said why.
"""

from homeward.letters.letter import Ground, Letter, Part, Sentence
from homeward.letters.template import LetterError, Template, kinds, template
from homeward.letters.writing import NoGround, words_of_letters, write

__all__ = [
    "Ground",
    "Letter",
    "LetterError",
    "NoGround",
    "Part",
    "Sentence",
    "Template",
    "kinds",
    "template",
    "words_of_letters",
    "write",
]
