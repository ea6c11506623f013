"""What a text says in a language: which one it is, where its sentences end, which words turn their sense.

Each function looks at a few hundred code points around the place it is asked about, however long the text is.
"""

from __future__ import annotations

from pincite.verifier.prose.guessing import language_of
from pincite.verifier.prose.sentences import sentence_at

__all__ = ["language_of", "sentence_at"]
