"""Identifiers that a person recognises: from surname, title words and year, unique in the document."""

from __future__ import annotations

from pincite.model.slugs import bare, hyphenated

_LATIN = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґѣ",
            [
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "e",
                "zh",
                "z",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
                "shch",
                "_",
                "y",
                "_",
                "e",
                "yu",
                "ya",
                "i",
                "yi",
                "ye",
                "g",
                "e",
            ],
            strict=True,
        )
    )
    | {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "œ": "oe", "þ": "th", "ð": "d", "_": "-"}
)
"""Letters that do not decompose into a Latin one with marks, and how English texts write them."""


class Identifiers:
    """The identifiers given out in one document."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}
        """Stem to the number that its next identifier is tried with."""

    def take(self, *words: str | None, fallback: str) -> str:
        """Return a new identifier made from *words*; from *fallback* where they have no Latin letters."""
        stem = slug(" ".join(word for word in words if word)) or fallback
        if not stem[0].isalpha():
            stem = f"{fallback}-{stem}"
        name, number = stem, self._next.get(stem, 2)
        while name in self._given:
            name, number = f"{stem}-{number}", number + 1
        self._next[stem] = number
        self._given.add(name)
        return name


def slug(text: str) -> str:
    """Return *text* as lower-case ASCII words with single hyphens, cut at a word to a readable length."""
    latin = text.replace("’", "").replace("'", "").lower().translate(_LATIN).replace("_", "")
    return hyphenated(bare(latin).lower())
