"""One complete and valid benchmark article as a Pincite document."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from benchmarks.page import Page, digest
from benchmarks.words import Dice, capitalised, clause, headline, person
from benchmarks.works import ARCHIVE_CODE, ARCHIVE_NAME, Shelf, Work, book, filled_shelf

SEED = "pincite-benchmark-1"
QUOTATIONS_PER_WORK = 10
QUOTATIONS_PER_CLAIM = 3
ANNOTATION: dict[str, object] = {
    "by": {"literal": "Pincite benchmark", "kind": "organization"},
    "on": "2026-11-01",
    "tool": {"name": "benchmarks/generate.py", "version": "1"},
    "method": "manual",
    "license": "CC0-1.0",
}


@dataclass
class Draft:
    """The parts of one article while it is being written."""

    name: str
    dice: Dice
    shelf: Shelf
    page: Page = field(default_factory=Page)
    quotations: list[dict[str, object]] = field(default_factory=list)
    claims: list[dict[str, object]] = field(default_factory=list)
    images: list[dict[str, object]] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)


def quoted_text(dice: Dice) -> tuple[str, list[dict[str, object]]]:
    """Return a quotation's text and its segments; the segments are empty where the text has no mark in it."""
    first, second = capitalised(clause(dice)), clause(dice)
    kind = dice.pick(("plain", "plain", "plain", "plain", "omission", "insertion"))
    if kind == "plain":
        return f"{first}.", []
    mark: dict[str, object] = {"type": "omission", "mark": "…", "by": "quoter"}
    shown, rest = "…", f" {second}."
    if kind == "insertion":
        mark = {"type": "insertion", "text": "in that year", "by": "quoter"}
        shown, rest = "[in that year]", "."
    return f"{first} {shown}{rest}", [
        {"type": "text", "text": f"{first} "},
        mark,
        {"type": "text", "text": rest},
    ]


def write_claim(draft: Draft, evidence: list[str]) -> None:
    """Write a sentence that claims something on the strength of the evidence."""
    text = capitalised(clause(draft.dice))
    claim: dict[str, object] = {"id": f"c{len(draft.claims) + 1}", "text": text}
    # The first claim of an article is its lead, an inference from the claims and quotations below it.
    claim["role"], claim["basis"] = ("body", "source") if draft.claims else ("lead", "inference")
    claim["evidence"] = evidence
    claim["anchor"] = draft.page.anchored(text)
    draft.page.write(".")
    draft.claims.append(claim)


def write_image(draft: Draft, pages: str) -> str:
    """Write an image mark, add the image of those pages and return its id."""
    number = len(draft.images) + 1
    identifier, mark = f"scan-{number}", f"[{number}]"
    image: dict[str, object] = {"id": identifier, "role": "evidence", "label": mark}
    image["url"] = f"https://example.org/scans/{draft.name}/{identifier}.png"
    image["anchor"] = draft.page.anchored(mark)
    image["alt"] = {"text": f"Scan of {pages}"}
    draft.images.append({**image, "credit": ARCHIVE_NAME, "license": "CC0-1.0"})
    return identifier


def write_citation(draft: Draft, work: Work) -> dict[str, object]:
    """Write a printed citation followed by its image mark and return the citation."""
    first = draft.dice.between(work.pages[0], work.pages[1] - 1)
    locator, label = str(first), "p."
    if draft.dice.between(1, 4) == 1:
        locator, label = f"{first}-{first + 1}", "pp."
    code = f", {work.archive_code}" if work.archive_code else ""
    raw = f"({work.printed}{code}, {label} {locator})"
    citation: dict[str, object] = {"source": work.source, "locator": {"page": locator}, "raw": raw}
    citation["anchor"] = draft.page.anchored(raw)
    if work.archive_code:
        citation["archive_code"] = work.archive_code
    draft.page.write(" ")
    citation["images"] = [write_image(draft, f"{label} {locator}")]
    return citation


def write_quotation(draft: Draft, work: Work) -> None:
    """Write the words that lead to a quotation, the quotation and its citation."""
    dice, page = draft.dice, draft.page
    identifier = f"q{len(draft.quotations) + 1}"
    block = dice.between(1, 3) > 1
    text, segments = quoted_text(dice)
    quotation: dict[str, object] = {"id": identifier, "text": text, "display": "block" if block else "inline"}
    lead_in = page.anchored(f"The {dice.pick(('page', 'passage', 'source'))} reads:")
    if block:
        page.close_block("paragraph")
        anchor = page.anchored(text)
        page.close_block("quotation", identifier)
    else:
        page.write(" “")
        anchor = page.anchored(text, context=True)
        page.write("” ")
        quotation["lead_in"] = lead_in
    quotation["citations"] = [write_citation(draft, work)]
    page.close_block("citation" if block else "paragraph")
    if segments:
        quotation["segments"] = segments
    draft.quotations.append({**quotation, "anchor": anchor})
    draft.roots.append(work.root)


def write_body(draft: Draft, quotations: int) -> None:
    """Write all quotations in groups, each group led by the claim it is evidence for."""
    works = draft.shelf.works
    for number in range(quotations):
        if number % QUOTATIONS_PER_CLAIM == 0:
            last = min(number + QUOTATIONS_PER_CLAIM, quotations)
            write_claim(draft, [f"q{place + 1}" for place in range(number, last)])
            draft.page.write(" ")
        write_quotation(draft, works[number % len(works)])


def write_relation(draft: Draft) -> list[dict[str, object]]:
    """Write the phrase that sets two quotations from different works beside each other and return the relation."""
    other = next((place for place, root in enumerate(draft.roots) if root != draft.roots[0]), None)
    if other is None:
        return []
    relation = {"type": "corroborates", "from": f"q{other + 1}", "to": "q1", "asserted_by": "article"}
    anchor = draft.page.anchored("Both sources agree on this")
    draft.page.write(".")
    draft.page.close_block("paragraph")
    return [{**relation, "anchor": anchor}]


def article_members(draft: Draft, name: str, author: dict[str, object], content: str) -> dict[str, object]:
    """Return what the document says of the article itself, without its blocks."""
    dice = draft.dice
    return {
        "title": content.partition("\n")[0],
        "authors": [author],
        "date": f"2024-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}",
        "language": "en",
        "url": f"https://example.org/articles/{name}",
        "publication": "Benchmark Review",
        "license": "CC0-1.0",
        "text": {"content": content, "sha256": digest(content), "media_type": "text/plain"},
        "redistribution": "full",
    }


def article(name: str, quotations: int, *, blocks: bool = True) -> dict[str, object]:
    """Return one document; the same arguments always give the same document.

    ``quotations`` is at least three. ``blocks`` says whether the document lists the blocks of its text.
    """
    dice = Dice(f"{SEED}:{name}")
    draft = Draft(name, dice, filled_shelf(dice, 2 + quotations // QUOTATIONS_PER_WORK))
    title, author = headline(dice), person(dice)
    draft.page.write(title)
    draft.page.close_block("title")
    draft.page.write(f"By {author['literal']}")
    draft.page.close_block("byline")
    write_claim(draft, ["c2", "q3"])
    draft.page.close_block("lead")
    write_body(draft, quotations)
    relations = write_relation(draft)
    head = article_members(draft, name, author, draft.page.finish())
    codes = {quotation["citations"][0].get("archive_code") for quotation in draft.quotations}  # type: ignore[index] # each has one
    archives = {ARCHIVE_CODE: {"name": ARCHIVE_NAME, "url": "https://example.org/records"}}
    return {
        "pincite": "1.0",
        "id": uuid.UUID(dice.hex_digits(32), version=4).urn,
        "article": {**head, "blocks": draft.page.blocks} if blocks else head,
        **({"archives": archives} if ARCHIVE_CODE in codes else {}),
        "sources": draft.shelf.sources,
        "quotations": draft.quotations,
        "claims": draft.claims,
        "relations": relations,
        "images": draft.images,
        "annotation": ANNOTATION,
    }


def record(number: int) -> dict[str, object]:
    """Return one small document of a dataset: an article with a quotation, its citation and its source."""
    name = f"record-{number + 1:06d}"
    dice = Dice(f"{SEED}:{name}")
    shelf = Shelf(dice)
    work = book(shelf)
    text, segments = quoted_text(dice)
    citation = {"source": work.source, "locator": {"page": str(dice.between(*work.pages))}}
    quotation = {"id": "q1", "text": text, "display": "block", "citations": [citation]}
    if segments:
        quotation["segments"] = segments
    article = {
        "title": headline(dice),
        "date": "2024-05-01",
        "language": "en",
        "url": f"https://example.org/{name}",
    }
    return {
        "pincite": "1.0",
        "article": {**article, "authors": [person(dice)]},
        "sources": shelf.sources,
        "quotations": [quotation],
    }
