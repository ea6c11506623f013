"""The way of one document into a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.dataset.entering.document_id import name_of
from pincite.dataset.entering.entry import Entry, Fingerprint
from pincite.dataset.entering.kept import KEY, Kept, kept_in
from pincite.dataset.entering.pictures import handled
from pincite.dataset.entering.texts import (
    article_with,
    fingerprints,
    with_excerpts,
    with_short_surroundings,
    without_words,
)
from pincite.dataset.sources.identity import keys_of
from pincite.model.catalogue import with_catalogues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.dataset.policy import Policy
    from pincite.model.document import Document
    from pincite.model.format import Article, DocumentData, Source


class Entered(NamedTuple):
    """A document that has entered, and the pictures to be copied: the paths that it names, by those in the dataset."""

    entry: Entry
    pictures: Mapping[str, str]


def enter(document: Document, policy: Policy, verdicts: Mapping[str, str] | None = None) -> Entered:
    """Return a document as it stands in a dataset.

    Its article's text and the sources of catalogues that it uses are put into it; paths to files that are not in the
    dataset are taken out.
    """
    whole = _on_its_own(document)
    kept = kept_in(whole)
    article, text = document.article, document.text
    known = None if text is None else Fingerprint.of(text)
    images = list(handled(document, policy))
    data = cast(
        "DocumentData",
        {**whole, "article": article_with(whole["article"], text, known, policy.of_text(article))},
    )
    if images:
        data["images"] = [one.image for one in images]
    data = _with_policy(data, policy, article)
    iri = name_of(whole, text)
    told = Kept(
        known or kept.text,
        {**fingerprints(whole, data), **kept.whole},
        verdicts if verdicts is not None else kept.verdicts,
        "id" not in whole or kept.is_named_here,
    )
    sources = {one["id"]: one for one in reversed(data.get("sources", ())) if one}
    entry = Entry(
        _with_kept(
            cast("DocumentData", {**data, "id": iri}),
            told,
            is_text_there=text is not None and "content" in data["article"].get("text", {}),
        ),
        iri,
        keys_of(sources, iri),
        told.is_named_here,
        told.text,
        told.whole,
        {one.image["id"]: one.handling for one in images},
        told.verdicts,
    )
    return Entered(entry, {one.image["path"]: one.copied for one in images if one.copied is not None})


def _on_its_own(document: Document) -> DocumentData:
    """Return a document's data with what it takes from catalogues, and without paths of files that stay where they are."""
    data = cast("DocumentData", dict(with_catalogues(document)))
    data.pop("catalogues", None)
    if "sources" in data:
        data["sources"] = [_without_paths(one) for one in data["sources"] if one]
    return data


def _without_paths(source: Source) -> Source:
    copies = source.get("copies")
    if not copies or not any("path" in one for one in copies):
        return source
    left = [{name: value for name, value in one.items() if name != "path"} for one in copies]
    found = cast("Source", {**source, "copies": [one for one in left if "url" in one or "sha256" in one]})
    if not found["copies"]:
        del found["copies"]
    return found


def _with_policy(data: DocumentData, policy: Policy, article: Article) -> DocumentData:
    how = policy.of_quotations(article)
    if how == "none":
        return without_words(data)
    if how == "excerpt":
        return with_excerpts(data, policy.excerpt)
    return data if policy.of_text(article) == "full" else with_short_surroundings(data)


def _with_kept(data: DocumentData, kept: Kept, *, is_text_there: bool) -> DocumentData:
    """Return a document with what it keeps of what it no longer holds."""
    if is_text_there:
        kept = kept._replace(text=None)
    told = kept.as_json()
    custom = {name: value for name, value in data.get("custom", {}).items() if name != KEY}
    if told:
        custom[KEY] = told
    found = cast("DocumentData", {**data, "custom": custom})
    if not custom:
        del found["custom"]
    return found
