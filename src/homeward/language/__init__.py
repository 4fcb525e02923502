"""Other languages: the words of a text by their English, and days as people write them.

English stands in the code and beside the law. Each room keeps its translations beside it, in a file
named after the language (``es.toml``): the general words here, a law's in the law's own folder.
"""

from homeward.language.catalog import texts_of
from homeward.language.words import ENGLISH, LANGUAGES, Untranslated, Words, words_of

__all__ = ["ENGLISH", "LANGUAGES", "Untranslated", "Words", "texts_of", "words_of"]
