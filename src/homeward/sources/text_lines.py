"""The lines of a text file in whole chunks, whatever its line ends, its size or its encoding.

All kinds of line ends become one, and a byte order mark goes. Bytes are left as they are where the
encoding shares the letters of ASCII, so that one bad line does not spoil the rest.
"""

from __future__ import annotations

import bz2
import codecs
import gzip
import lzma
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

from homeward.sources.problem import SourceError

CHUNK = 2**20
LONGEST = CHUNK
"""A line longer than this is not looked at; a row of a table is never that long."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
PACKED: Mapping[str, Callable[[Path, Literal["rb"]], Any]] = {
    ".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open,
}  # fmt: skip
_PACKED_TO = 8
"""How many times smaller a packed table of text is, more or less."""
_SHOWN = 200


class Chunk(NamedTuple):
    """Whole lines, each with its end, and the number of the first of them.

    ``too_long`` marks the beginning of a line that is longer than any row is.
    """

    first: int
    data: bytes
    too_long: bool = False


class TextFile:
    """A text file, packed or not, read in chunks of whole lines."""

    def __init__(
        self,
        path: Path,
        encodings: Sequence[str] = ("utf-8",),
        chunk_bytes: int = CHUNK,
        *,
        as_they_end: bool = False,
    ) -> None:
        """See that the file can be opened and the encodings are known.

        ``as_they_end`` leaves the ends of lines as they are, where they are those of any system
        of today: a line then ends with a line feed, and may have a return before it.

        Raises:
            SourceError: when not.
        """
        self.path = path
        self.chunk_bytes = chunk_bytes
        with _spoken(path), self._open() as file:
            head = file.read(4)
            self._as_they_end = as_they_end and b"\n" in head + file.read(chunk_bytes)
        found = next((name for mark, name in _MARKS if head.startswith(mark)), None)
        self.encodings = tuple(map(_known, [found] if found else encodings))
        self._wide = next((name for name in self.encodings if not _like_ascii(name)), None)

    @property
    def first_encoding(self) -> str:
        """The encoding that is tried first on what :meth:`chunks` gives."""
        return "utf-8" if self._wide else self.encodings[0]

    def _open(self) -> IO[bytes]:
        opened: IO[bytes] = PACKED.get(self.path.suffix.lower(), open)(self.path, "rb")
        return opened

    def decode(self, line: bytes) -> str | None:
        """The text of some bytes: by the first encoding that fits, or None."""
        for encoding in ("utf-8",) if self._wide else self.encodings:
            try:
                return line.decode(encoding)
            except UnicodeDecodeError:
                continue
        return None

    def chunks(self) -> Iterator[Chunk]:
        """The lines of the file.

        Raises:
            SourceError: when it cannot be read to its end.
        """
        first, rest, dropping = 1, b"", False
        with _spoken(self.path), self._open() as file:
            blocks = self._blocks(file)
            for block in blocks if self._as_they_end else _universal(blocks):
                whole, end, begun = (rest + block).rpartition(b"\n")
                if dropping and end:
                    _, _, whole = (whole + end).partition(b"\n")
                    whole, dropping, first = whole.removesuffix(b"\n"), False, first + 1
                    end = b"\n" if whole else b""
                rest = b"" if dropping else begun
                if end:
                    yield Chunk(first, whole + end)
                    first += whole.count(b"\n") + 1
                if len(rest) > LONGEST:
                    yield Chunk(first, rest[:_SHOWN], too_long=True)
                    rest, dropping = b"", True
            if rest:
                yield Chunk(first, rest + b"\n")

    def _blocks(self, file: IO[bytes]) -> Iterator[bytes]:
        blocks = iter(lambda: file.read(self.chunk_bytes), b"")
        if self._wide:
            texts = codecs.iterdecode(blocks, self._wide)
            yield from (text.encode() for text in texts)
            return
        first = next(blocks, b"")
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from blocks


def _universal(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """All three kinds of line ends as one; a return at a block's end waits for the next block."""
    held = b""
    for block in blocks:
        data = held + block
        held = b"\r" if data.endswith(b"\r") else b""
        data = data.removesuffix(b"\r")
        yield data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data
    if held:
        yield b"\n"


def about_lines(path: Path, encodings: Sequence[str] = ("utf-8",)) -> int:
    """About how many lines a file has, from the length of its first ones."""
    file = TextFile(path, encodings)
    head = next(file.chunks(), None)
    if head is None:
        return 0
    lines = head.data.count(b"\n") or 1
    packed = _PACKED_TO if path.suffix.lower() in PACKED else 1
    return max(lines, path.stat().st_size * packed * lines // len(head.data))


class _spoken:  # noqa: N801  reads as a statement: with _spoken(path)
    """Says what is wrong with a file that cannot be read, instead of a bare error."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> None:
        if isinstance(problem, UnicodeDecodeError):
            msg = (
                f"{self.path}: is not text in {problem.encoding}. Name its encoding, "
                "as in --encoding latin-1"
            )
            raise SourceError(msg) from None
        if isinstance(problem, OSError | EOFError | lzma.LZMAError):
            why = getattr(problem, "strerror", None) or problem
            msg = (
                f"{self.path}: cannot be read ({why}). Check the file and the permission to read it"
            )
            raise SourceError(msg) from None


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        msg = f"{encoding} is not an encoding. Usual ones are utf-8, latin-1 and cp1252"
        raise SourceError(msg) from None


def _like_ascii(encoding: str) -> bool:
    sample = 'aZ09,;|\t"\n'
    return sample.encode(encoding, "replace") == sample.encode()
