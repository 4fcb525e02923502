"""Many responses at once, on DuckDB: the same scores as one by one, row by row."""
