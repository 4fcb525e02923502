"""Lists that no formula covers, run event by event."""
