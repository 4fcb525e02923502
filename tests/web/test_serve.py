"""The command that opens the site."""

import socket

import pytest
from click.testing import CliRunner

from homeward.cli import main


def test_a_port_that_is_taken_says_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = CliRunner().invoke(main, ["serve", "--port", str(port)])
    assert run.exit_code == 2
    assert f"port {port} of 127.0.0.1 cannot be used" in run.stderr
    assert "--port" in run.stderr


@pytest.mark.parametrize("port", ["0", "65536", "web"])
def test_what_is_no_port_is_bad_use(port):
    assert CliRunner().invoke(main, ["serve", "--port", port]).exit_code == 2


def test_the_page_of_the_site_is_written_for_every_option():
    """What the command can do stands in the documentation."""
    from tests.web.pages import EXAMPLES

    said = (EXAMPLES.parent / "docs" / "site.md").read_text("utf-8")
    options = [name for one in main.commands["serve"].params for name in one.opts]
    assert options
    for option in options:
        assert option in said, option
