"""Files in: one record as JSON, many as JSON lines."""

from homeward.sources.json_records import Entry, json_records

__all__ = ["Entry", "json_records"]
