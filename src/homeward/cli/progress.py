"""How far long work is: a bar on a terminal, a line now and then elsewhere, or nothing."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Task as RichTask
from rich.text import Text

LINE_EVERY = 30.0
"""Seconds between two lines where there is no terminal."""


class _Rate(ProgressColumn):
    """How many rows a second."""

    def render(self, task: RichTask) -> Text:
        """The rate, once there is one."""
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


class Bar:
    """Progress over rows of one kind, on stderr."""

    def __init__(self, label: str, rows: str, *, quiet: bool) -> None:
        """Take the label, what the rows are, and whether to say nothing at all."""
        self.label, self.rows, self.quiet = label, rows, quiet
        self.is_terminal = sys.stderr.isatty() and not quiet
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
            _Rate(), TextColumn("left:"), TimeRemainingColumn(),
            console=Console(stderr=True), transient=True, disable=not self.is_terminal,
        )  # fmt: skip
        self._task: TaskID | None = None
        self._total = 0
        self._started = self._said = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._bar.stop()

    def begin(self, charges: int) -> None:
        """The work begins."""
        self._total = charges
        self._task = self._bar.add_task(self.label, total=max(charges, 1))

    def reached(self, charges: float) -> None:
        """So many rows are done."""
        if self._task is not None:
            self._bar.update(self._task, completed=charges)
        now = time.monotonic()
        if not (self.quiet or self.is_terminal) and now - self._said >= LINE_EVERY:
            self._said = now
            left = (now - self._started) * (self._total - charges) / charges if charges else 0
            click.echo(
                f"{self.label}: {charges:,.0f} of {self._total:,} {self.rows}"
                + (f", about {left:,.0f} s left" if charges else ""),
                err=True,
            )
