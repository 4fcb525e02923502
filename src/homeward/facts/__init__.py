"""What is known: the vocabulary of facts, one person's record, and its checking.

A missing fact is unknown, never false, zero or 1970. Each fact says once what
it means, in which unit, and what its absence means; reading, checking, the
JSON Schema and the documentation page all come from that one declaration.
"""

from homeward.facts.citation import CitationForm
from homeward.facts.problem import FactsError, Problem, RecordError, VocabularyError
from homeward.facts.reading import read_record
from homeward.facts.record import Record, Row
from homeward.facts.truth import Truth
from homeward.facts.vocabulary import Fact, Vocabulary, core_vocabulary

__all__ = [
    "CitationForm",
    "Fact",
    "FactsError",
    "Problem",
    "Record",
    "RecordError",
    "Row",
    "Truth",
    "Vocabulary",
    "VocabularyError",
    "core_vocabulary",
    "read_record",
]
