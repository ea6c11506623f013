"""Annotated Markdown: an article with its annotation in front matter and in Pandoc's syntax (docs/markdown.md)."""
