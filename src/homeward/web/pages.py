"""Filling in the templates, in the language of the reader; every text is escaped by default."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from homeward import __version__
from homeward.web.language import DEFAULT, LANGUAGES, in_languages, words_of
from homeward.web.said import MARKS, STATUS

_HERE = Path(__file__).parent


def page(
    template: str,
    language: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: Any,  # noqa: ANN401  what a template is filled in with
) -> HTMLResponse:
    """A page of the site."""
    return HTMLResponse(filled(template, language, **values), status, headers)


def filled(template: str, language: str, **values: Any) -> str:  # noqa: ANN401  as above
    """A template filled in."""
    return _environment(language).get_template(template).render(values)


@lru_cache(maxsize=len(LANGUAGES))
def _environment(language: str) -> Environment:
    words = words_of(language)
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_callables(words.say, words.say_number, newstyle=True)  # type: ignore[attr-defined]  # put there by the extension
    environment.filters |= {"law": in_languages, "told": words.on_page.told}
    environment.globals |= {
        "language": language,
        "languages": LANGUAGES,
        "mark_words": MARKS,
        "status_words": STATUS,
        "version": __version__,
        "words": words,
    }
    return environment


def language_of(path: str) -> str:
    """The language of a page, from its address.

    >>> language_of("/es/law"), language_of("/nowhere")
    ('es', 'en')
    """
    first = path.strip("/").partition("/")[0]
    return first if first in LANGUAGES else DEFAULT
