"""BibTeX's files in their two dialects: classic BibTeX, whose styles know the fields of 1988, and biblatex."""
