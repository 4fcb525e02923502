"""The command line."""

from homeward.cli.app import main

__all__ = ["main"]
