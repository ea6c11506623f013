"""What a faithful quotation may still hide: words that turn the sense, cut out, put in or just beyond its ends.

Each function looks at a few hundred code points around the place it is asked about, however long the text is.
"""

from __future__ import annotations

from pincite.verifier.cautions.brackets import inserted, replaced
from pincite.verifier.cautions.edges import around
from pincite.verifier.cautions.gaps import hidden
from pincite.verifier.cautions.guessing import language_of
from pincite.verifier.cautions.sentences import sentence_at

__all__ = ["around", "hidden", "inserted", "language_of", "replaced", "sentence_at"]
