"""What ``pincite fmt`` does: file by file, what each becomes and what is said of it."""
