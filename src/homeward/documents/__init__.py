"""Documents to print or send: blocks of words, as text, as Markdown, and as PDF.

A document knows nothing of law or therapy. Whoever makes one says what stands in it; here it is
only set, and nothing that a person wrote can act as markup.
"""

from homeward.documents.document import (
    Blank,
    Block,
    Document,
    Heading,
    Items,
    Line,
    Lines,
    Mark,
    Paragraph,
    Piece,
    Strong,
    Table,
)

__all__ = [
    "Blank",
    "Block",
    "Document",
    "Heading",
    "Items",
    "Line",
    "Lines",
    "Mark",
    "Paragraph",
    "Piece",
    "Strong",
    "Table",
]
