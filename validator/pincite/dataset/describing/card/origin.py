"""Which datasets a dataset is made of, and how, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.escaping import as_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FROM = "from"
"""The member of a manifest's ``made_with`` that tells what a dataset is made of."""


def origin(made_with: Mapping[str, object]) -> str:
    """Return what a dataset is made of, empty for one that is made of documents alone."""
    inputs = made_with.get(FROM)
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
    for name, words in MADE.items():
        options = made_with.get(name)
        if isinstance(options, dict):
            return words(options)
    return _merged({})


def _merged(_: Mapping[str, object]) -> str:
    return "It has all of their documents."


def _sampled(options: Mapping[str, object]) -> str:
    number, of, seed = (as_code(str(options.get(name))) for name in ("number", "of", "seed"))
    return f"Its documents are a sample: those {number} of {of} whose ids draw the lowest numbers with the seed {seed}."


def _split(options: Mapping[str, object]) -> str:
    part, by, seed = (as_code(str(options.get(name))) for name in ("part", "by", "seed"))
    joined = _JOINED.get(str(options.get("joined_by")), _EACH)
    return f"It is the part {part} of a split by {by}, with the seed {seed}: {joined}."


MADE: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "sample": _sampled,
    "split": _split,
    "merge": _merged,
}
"""What was done with datasets, by the member that tells it: its words, made of the options there. One line for each command."""
TOLD = frozenset({FROM, *MADE})
"""What these words tell of a manifest's ``made_with``."""
_EACH = "each article was dealt out by itself"
_JOINED = {
    "source": "no source of it stands in another part",
    "work": (
        "no work that is cited in it is cited in another part, but periodicals, series and archives may be, in which others stand"
    ),
}
"""What parts of a split do not share, by what joined their documents."""
