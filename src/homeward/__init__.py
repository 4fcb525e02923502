"""Second-chance rules as code: from when does a record clear, and why."""

__version__ = "0.1.0.dev0"
