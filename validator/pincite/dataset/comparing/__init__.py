"""Two datasets are compared, row by row: what was added, what is gone, and what has changed."""
