"""The command: ``python -m tests.mutation us-mo``."""

from __future__ import annotations

import sys

import click

from homeward import law
from tests.mutation.survivors import survivors


@click.command()
@click.argument("body_id", metavar="LAW")
def main(body_id: str) -> None:
    """List what no test of LAW notices when it is moved by one day or one unit."""
    body = law.body(body_id)
    if body is None:
        known = ", ".join(law.body_ids())
        raise click.BadParameter(f"there are no rules for {body_id}; here are all: {known}")
    found = survivors(body)
    for title, names in (
        ("moved values that no test notices", found.alive),
        ("parameters that no rule reads", found.unread_parameters),
        ("lists of offenses that no rule reads", found.unread_tags),
    ):
        click.echo(f"{len(names)} {title}" + "".join(f"\n  {name}" for name in names))
    click.echo(f"{found.tried} mutants tried with the tests of {body_id}.")
    sys.exit(bool(found.alive))


if __name__ == "__main__":
    main()
