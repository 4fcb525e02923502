"""``homeward reform``: the same data under the law as it stands and under each reform.

0: done. 1: some rows were set aside, and are named. 2: it could not be done.
130: it was stopped by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from homeward.cli.progress import Bar
from homeward.cli.raw_data import loaded
from homeward.cli.screen import BAD_USE, DONE, SOME_ASIDE, STOPPED, Call
from homeward.law.overlays import overlays_named
from homeward.reform.as_text import lines
from homeward.reform.running import Reform, compare
from homeward.reform.workload import Terms as Work
from homeward.reform.workload import read_terms
from homeward.rules.problem import LawError
from homeward.screen.faults import GO_ON
from homeward.screen.problem import ScreenError
from homeward.screen.running import Terms
from homeward.sources import LoadError


@dataclass(frozen=True)
class Wanted:
    """How the reforms are told.

    Attributes:
        least: the fewest people that a shown count may have.
        page: the file of the page, if one is wanted.
        pictures: whether the pictures are wanted as files too.
        work: the file that says how much of what opens becomes work.
        counts_only: whether nothing but counts is wanted.
    """

    least: int
    page: Path | None = None
    pictures: bool = False
    work: Path | None = None
    counts_only: bool = False

    def see_at_hand(self) -> None:
        """See that what draws pages and pictures is there, before hours of work.

        Raises:
            ModuleNotFoundError: when it is not.
        """
        if self.page or self.pictures:
            for name in ("drawing", "page"):
                import_module(f"homeward.reform.{name}")

    def write(self, told: Mapping[str, Any], out: Path) -> None:
        """Write the page and the pictures of a report."""
        if self.page:
            from homeward.reform.page import write_page

            write_page(told, self.page)
        if self.pictures:
            from homeward.reform.drawing import write_pictures
            from homeward.reform.pictures import pictures_of

            for reform in told["reforms"]:
                write_pictures(pictures_of(reform), out / reform["name"] / "pictures")


def reform_into(
    names: Sequence[str], data: Sequence[str], out: Path, call: Call, wanted: Wanted, *, stack: bool
) -> int:
    """Compare each reform, or all of them as one, with the law of the call; the exit code."""
    wanted.see_at_hand()
    try:
        reforms = reforms_named(names, stack=stack)
        work = read_terms(wanted.work) if wanted.work else Work()
        wish = replace(call.wish(), long=False)
        with loaded(data, out, call.mapping, call.memory, quiet=call.quiet) as store:
            told = compare(
                store, out, wish, reforms, Terms(call.workers, call.memory), wanted.least,
                Bar("homeward reform", "charges", quiet=call.quiet),
                work=work, counts_only=wanted.counts_only,
            )  # fmt: skip
        wanted.write(told, out)
    except (ScreenError, LoadError, LawError) as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    except KeyboardInterrupt:
        click.echo(f"homeward: stopped. To go on, {GO_ON}", err=True)
        return STOPPED
    for line in () if call.quiet else lines(told):
        click.echo(line)
    return SOME_ASIDE if told["data"]["set_aside"] else DONE


def reforms_named(names: Sequence[str], *, stack: bool) -> list[Reform]:
    """The reforms of some files; with none, the law as it stands is what is compared.

    Raises:
        LawError: when one cannot be read, or two that are stacked change the same thing.
    """
    if not names:
        return [Reform("today", ())]
    if stack:
        return [Reform("+".join(map(_short, names)), overlays_named(names))]
    return [Reform(_short(name), overlays_named([name])) for name in names]


def _short(name: str) -> str:
    return Path(name).stem if name.endswith(".toml") else name
