"""The command: ``python -m tests.mutation us-mo``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from homeward import law
from tests.mutation.reasons import by_reason
from tests.mutation.survivors import survivors


@click.command()
@click.argument("body_id", metavar="LAW")
def main(body_id: str) -> None:
    """List what no test of LAW notices when it is moved by one day or one unit.

    What has its reason in tests/mutation/LAW.toml is counted under it; the rest is named.
    """
    body = law.body(body_id)
    if body is None:
        known = ", ".join(law.body_ids())
        raise click.BadParameter(f"there are no rules for {body_id}; here are all: {known}")
    found = survivors(body)
    without_reason = [
        _print(body_id, title, part, getattr(found, part))
        for title, part in (
            ("moved values that no test notices", "alive"),
            ("parameters that no rule reads", "unread_parameters"),
            ("lists of offenses that no rule reads", "unread_tags"),
        )
    ]
    click.echo(f"{found.tried} mutants tried with the tests of {body_id}.")
    sys.exit(any(without_reason))


def _print(body_id: str, title: str, part: str, names: Sequence[str]) -> int:
    """One part of the list: how many have no reason."""
    groups = by_reason(body_id, part, names)
    unexplained = groups.pop("")
    click.echo(f"{len(names)} {title}, {len(unexplained)} of them without a reason")
    for name in unexplained:
        click.echo(f"  {name}")
    for reason, those in groups.items():
        click.echo(f"  {len(those):>3} because {reason}")
    return len(unexplained)


if __name__ == "__main__":
    main()
