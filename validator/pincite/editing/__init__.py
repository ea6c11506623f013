"""Members are set, removed and renamed in a document's own file, and words rewritten; all else stays as its author wrote it."""
