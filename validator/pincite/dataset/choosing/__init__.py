"""Some documents of a dataset become one of their own: a sample, or the parts of a split."""
