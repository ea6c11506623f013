"""CSL-JSON 1.0.2, the format of citation processors: Pandoc, Zotero and others."""
