"""``homeward serve``: the site on this machine."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path

import click

from homeward.facts import RecordError
from homeward.therapy.wording import read_wording
from homeward.web import Limits, serve

DONE, BAD_USE = 0, 2


def serve_on(
    host: str, port: int, proxies: str, wording: Sequence[Path] = (), *, hosted: bool
) -> int:
    """Serve until stopped; the exit code."""
    try:
        forms = [read_wording(path) for path in wording]
    except RecordError as problem:
        click.echo(f"homeward: {problem}", err=True)
        return BAD_USE
    taken = _cannot_listen(host, port)
    if taken:
        fix = "name another with --port, or stop what listens there"
        click.echo(f"homeward: port {port} of {host} cannot be used ({taken}); {fix}", err=True)
        return BAD_USE
    click.echo(f"Open http://{host}:{port}/ in a browser. Nothing you type is kept. Ctrl-C stops.")
    limits = Limits.hosted() if hosted else Limits()
    serve(port, host=host, limits=limits, proxies=proxies, forms=forms)
    return DONE


def _cannot_listen(host: str, port: int) -> str:
    """Why nothing can listen there; empty where it can."""
    try:
        with socket.create_server((host, port)):
            return ""
    except OSError as problem:
        return problem.strerror or str(problem)
