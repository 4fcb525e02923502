"""The research file of California's Department of Justice: 95 columns, a row a part of a count."""

from homeward.sources.formats.ca_doj.file import ResearchFile

__all__ = ["ResearchFile"]
