"""A dataset that is read: its documents and tables one after the other, or one by its id."""
