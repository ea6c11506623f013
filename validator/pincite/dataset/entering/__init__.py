"""A document enters a dataset: what it names is put into it, and what may not be passed on is taken out of it."""
