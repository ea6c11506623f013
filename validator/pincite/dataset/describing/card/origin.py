"""Which datasets a dataset is made of, and how, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.escaping import as_code

if TYPE_CHECKING:
    from collections.abc import Mapping

TOLD = frozenset({"from", "merge", "sample", "split"})
"""What these words tell of a manifest's ``made_with``."""


def origin(made_with: Mapping[str, object]) -> str:
    """Return what a dataset is made of, empty for one that is made of documents alone."""
    inputs = made_with.get("from")
    named = [_named(one) for one in inputs if isinstance(one, dict)] if isinstance(inputs, list) else []
    if not named:
        return ""
    return (
        f"This dataset was made of {'another' if len(named) == 1 else 'others'}: {'; '.join(named)}. {_how(made_with)} "
        "They are as they were there; what was found in them is told there, too."
    )


def _named(one: Mapping[str, object]) -> str:
    name = " ".join(str(one[key]) for key in ("name", "version") if one.get(key))
    digest = f"the one whose manifest has the SHA-256 {as_code(str(one.get('manifest_sha256')))}"
    return f"{as_code(name)}, {digest}" if name else digest


def _how(made_with: Mapping[str, object]) -> str:
    sample, split = made_with.get("sample"), made_with.get("split")
    if isinstance(sample, dict):
        return (
            f"Its documents are a sample: those {as_code(str(sample.get('number')))} of {as_code(str(sample.get('of')))} whose "
            f"ids draw the lowest numbers with the seed {as_code(str(sample.get('seed')))}."
        )
    if isinstance(split, dict):
        return (
            f"It is the part {as_code(str(split.get('part')))} of a split by {as_code(str(split.get('by')))}, with the seed "
            f"{as_code(str(split.get('seed')))}: {_JOINED.get(str(split.get('joined_by')), _EACH)}."
        )
    return "It has all of their documents."


_EACH = "each article was dealt out by itself"
_JOINED = {
    "source": "no source of it stands in another part",
    "work": (
        "no work that is cited in it is cited in another part, but periodicals, series and archives may be, in which others stand"
    ),
}
"""What parts of a split do not share, by what joined their documents."""
