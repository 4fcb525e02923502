"""The notice of a decision: what was decided, why, what would change it, and what to do by when.

It is written for the person: short sentences, English or Spanish, large print where asked.
"""

from homeward.therapy.notice.words import LANGUAGES, Untranslated, Words
from homeward.therapy.notice.writing import notice

__all__ = ["LANGUAGES", "Untranslated", "Words", "notice"]
