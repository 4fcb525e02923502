"""Drawing pictures with no network and no browser: SVG for pages, PNG for slides."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

import vl_convert

from homeward.reform.pictures import Picture

_IDS = re.compile(r'(?<= id=")\w+(?=")')
_SCALE = 2


def svg(picture: Picture, prefix: str = "") -> str:
    """A picture as SVG text: the same picture gives the same bytes, with ids of its own.

    Args:
        picture: what to draw.
        prefix: what its ids begin with, so that many can stand on one page.
    """
    drawn: str = vl_convert.vegalite_to_svg(picture.spec)
    for number, name in enumerate(dict.fromkeys(_IDS.findall(drawn))):
        own = f"{prefix}{picture.name}-{number}"
        drawn = drawn.replace(f' id="{name}"', f' id="{own}"').replace(
            f"url(#{name})", f"url(#{own})"
        )
    words = f"<title>{escape(picture.title)}</title><desc>{escape(picture.says)}</desc>"
    opened, _, rest = drawn.partition(">")
    return f'{opened} role="img">{words}{rest}'


def write_pictures(pictures: Iterable[Picture], folder: Path) -> None:
    """Write each picture as PNG and SVG, with its data (CSV) and its words (text) beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        file = folder / picture.name
        png = vl_convert.vegalite_to_png(picture.spec, scale=_SCALE)
        file.with_suffix(".png").write_bytes(png)
        file.with_suffix(".svg").write_text(svg(picture), encoding="utf-8")
        file.with_suffix(".txt").write_text(picture.says + "\n", encoding="utf-8")
        with file.with_suffix(".csv").open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines, lineterminator="\n").writerows([picture.columns, *picture.rows])
