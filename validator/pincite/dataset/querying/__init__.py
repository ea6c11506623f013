"""A dataset is asked in SQL: its tables as DuckDB sees them, with nothing else in reach."""
