"""Where a dataset that is made of others comes from, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.about import About
from pincite.dataset.describing.card.origin import FROM, TOLD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.dataset.deriving.inputs import Input

DOCUMENTS = "documents"
"""The member that tells how many documents are not in, or not as they declare: of each dataset by itself."""


def made_with(inputs: Sequence[Input], how: str, options: Mapping[str, object]) -> dict[str, object]:
    """Return what a manifest says a dataset was made with: what all its inputs were, and what was done with them.

    Options in which they differ, and members of policies, are left out, and told of each input.
    """
    own = [
        {name: value for name, value in one.manifest.made_with.items() if name not in TOLD} for one in inputs
    ]
    common = _common([{name: value for name, value in one.items() if name != DOCUMENTS} for one in own])
    more = sum(more_than_declared(one) for one in own)
    policies = [policy for one in own if isinstance(policy := one.get("policy"), dict)]
    if len(policies) == len(own):
        common["policy"] = _common(policies)
    return {
        **common,
        **({DOCUMENTS: {"more_than_declared": more}} if more else {}),
        how: dict(options),
        FROM: [{**one.reference(), "made_with": made} for one, made in zip(inputs, own, strict=True)],
    }


def more_than_declared(made: Mapping[str, object]) -> int:
    """Return of how many articles a dataset holds more than they declare, as far as its manifest says so."""
    documents = made.get(DOCUMENTS)
    number = documents.get("more_than_declared") if isinstance(documents, dict) else None
    return number if type(number) is int else 0


def about_merged(inputs: Sequence[Input], given: About) -> About:
    """Return what is said of a dataset of several: its creators are all of theirs, its licence all of their licences.

    Where one has no licence, the whole has none.
    """
    abouts = [one.manifest.about for one in inputs]
    if len(abouts) == 1:
        return _with_given(abouts[0], given)
    creators = tuple(dict.fromkeys(name for one in abouts for name in one.creators))
    return _with_given(About(license=_licence(abouts), creators=creators), given)


def about_part(whole: Input, given: About, name: str, what: str) -> About:
    """Return what is said of a part of a dataset, which *name* and *what* tell apart from the whole.

    The address, the DOI and the day are those of the whole alone.
    """
    about = whole.manifest.about
    part = about._replace(
        name=f"{about.name}-{name}" if about.name else "",
        title=f"{about.title} ({name})" if about.title else "",
        description=f"{what}. {about.description}".strip(),
        url="",
        doi="",
        date="",
    )
    return _with_given(part, given)


def _common(mappings: Sequence[Mapping[str, object]]) -> dict[str, object]:
    first, *others = mappings
    return {
        name: value
        for name, value in first.items()
        if all(name in one and one[name] == value for one in others)
    }


def _with_given(about: About, given: About) -> About:
    return about._replace(**{name: value for name, value in given._asdict().items() if value})


def _licence(abouts: Sequence[About]) -> str:
    licences = list(dict.fromkeys(one.license for one in abouts))
    if "" in licences:
        return ""
    if len(licences) == 1:
        return licences[0]
    return " AND ".join(f"({one})" if " OR " in one else one for one in licences)
