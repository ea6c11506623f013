"""Members are set in a document's own file, by position; everything else in it stays as its author wrote it."""
