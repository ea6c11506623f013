"""Where a document names things by their ids, and the kinds of what may be named there."""

from __future__ import annotations

import re

KINDS = {"sources": "source", "quotations": "quotation", "claims": "claim", "images": "image"}
"""The lists whose items have ids, and what one of their items is called."""

ANYTHING = ("source", "quotation", "claim", "image")
EVIDENCE = ("quotation", "source", "image", "claim")
STATEMENT = ("quotation", "claim")

NAMED: dict[str, tuple[str, ...]] = {
    "/sources/*/container/source": ("source",),
    "/quotations/*/within": ("quotation",),
    "/quotations/*/citations/*/source": ("source",),
    "/quotations/*/citations/*/images/*": ("image",),
    "/claims/*/citations/*/source": ("source",),
    "/claims/*/citations/*/images/*": ("image",),
    "/claims/*/evidence/*": EVIDENCE,
    "/claims/*/evidence/*/id": EVIDENCE,
    "/relations/*/from": STATEMENT,
    "/relations/*/to": STATEMENT,
    "/images/*/depicts/*/source": ("source",),
    "/article/blocks/*/ref": ANYTHING,
    "/quotations/*/translation_of": ("quotation",),
}
"""The places where ids name things; the star stands for each item of a list."""
MAY_BE_WORDS = frozenset({"/quotations/*/translation_of"})
"""Those of them where other words may stand instead."""

_ITEM = re.compile(r"/[0-9]+(?=/|\Z)")


def kinds_named_at(pointer: str) -> tuple[str, ...]:
    """Return the kinds of what the value at a JSON Pointer may name by its id; none where it names nothing."""
    return NAMED.get(_ITEM.sub("/*", pointer), ())
