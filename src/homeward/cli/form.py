"""``homeward therapy form``: a blank form to fill in, in shipped words or in a site's own."""

from __future__ import annotations

from pathlib import Path

import click

from homeward.facts import RecordError
from homeward.therapy.blank_form import as_text, listed
from homeward.therapy.instrument import Instrument, instrument, names
from homeward.therapy.wording import has_wording, read_wording

DONE, BAD_USE = 0, 2


def show_form(name: str | None, wording: Path | None) -> int:
    """Print a form, or the list of the forms; the exit code."""
    if name is None and wording is None:
        click.echo(listed())
        return DONE
    try:
        form = _form(name, wording)
    except (RecordError, ValueError) as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    click.echo(as_text(form).rstrip())
    return DONE


def _form(name: str | None, wording: Path | None) -> Instrument:
    if wording is not None:
        own = read_wording(wording)
        if name not in (None, own.id):
            msg = f"{wording.name} has the words of {own.id}, not of {name}"
            raise ValueError(msg)
        return own
    if name not in names():
        msg = f"{name} is not a form that is known here: the forms are {', '.join(names())}"
        raise ValueError(msg)
    form = instrument(str(name))
    if not has_wording(form):
        fix = "give your own words with --wording FILE.toml"
        msg = f"the words of {form.id} are not shipped ({form.table['licence']}): {fix}"
        raise ValueError(msg)
    return form
