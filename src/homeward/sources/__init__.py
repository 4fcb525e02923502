"""Files in: one record as JSON, many as JSON lines."""

from homeward.sources.json_records import Unreadable, json_records

__all__ = ["Unreadable", "json_records"]
