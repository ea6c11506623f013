"""Scripts in which a sign is a syllable or a word, and words have no written limits."""

_FIRST = 0x2E80
"""The first code point of CJK; Hangul, Yi and the later planes of ideographs lie behind it."""


def is_dense(character: str) -> bool:
    """Say whether one character stands for as much as several letters; false for none."""
    return character >= chr(_FIRST)
