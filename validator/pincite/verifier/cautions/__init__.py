"""What a faithful quotation may still hide: words that turn the sense, cut out, put in or just beyond its ends."""

from __future__ import annotations

from pincite.verifier.cautions.brackets import inserted, negative_part, replaced
from pincite.verifier.cautions.edges import around
from pincite.verifier.cautions.gaps import hidden

__all__ = ["around", "hidden", "inserted", "negative_part", "replaced"]
