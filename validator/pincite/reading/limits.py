"""How much a file may ask for; every limit is far above what an article needs."""

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of one document (in a JSONL file: of one line)."""

MAX_DEPTH = 64
"""Mappings and lists inside one another."""

MAX_DIGITS = 400
"""Digits of one number."""

MAX_REPEATED = 200
"""Keys of one file that stand twice."""

MAX_FILE_BYTES = 256 * 1024 * 1024
"""Bytes of a picture or of another file that a document names."""

MAX_LINES = 50_000
"""Lines of a Markdown text."""

MAX_MARKS = 200_000
"""Characters of a Markdown text that may be marks of it."""
