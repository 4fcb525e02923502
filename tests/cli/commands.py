"""Running the command line in this process, with files of its own."""

import json

from click.testing import CliRunner

from homeward.cli import main


def homeward(*arguments):
    """The result of a command: ``exit_code``, ``stdout`` and ``stderr``."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def lines_of(result):
    """The lines of JSON on standard output."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def written(folder, name, content):
    """A file with this content: bytes, text, or something to write as JSON."""
    path = folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path
