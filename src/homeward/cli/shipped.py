"""The reforms that come with homeward: what each is called, what it is, and whether it is law."""

from __future__ import annotations

from collections.abc import Iterator

import click


def list_shipped(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click calls it so
    """Say what is shipped, and end, where the flag is there."""
    if wanted and not context.resilient_parsing:
        for line in _lines():
            click.echo(line)
        context.exit()


def _lines() -> Iterator[str]:
    from homeward.law.overlays import overlays_named, shipped

    for name in shipped():
        (patch,) = overlays_named([name])
        yield f"{name}  ({patch.law})"
        yield f"    {patch.title}"
        yield f"    {patch.status[:1].upper()}{patch.status[1:]}."
