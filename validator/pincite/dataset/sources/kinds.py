"""Types and members of sources that several rules speak of."""

from __future__ import annotations

IN_ISBN = frozenset({"book", "volume", "report", "pamphlet", "collection", "map", "score", "thesis"})
"""Types that an ISBN is of; in a chapter it is that of its book."""
COUNTED = ("number", "volume", "issue", "edition")
"""Members that are numbers, in whatever digits."""
PEOPLE = ("authors", "recipients", "editors", "translators")
"""Members that are names."""
