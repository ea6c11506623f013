"""The format's objects as types: what the schema guarantees, for the eyes of the type checker.

The schema in ``schema/`` is the format and documents every member; a test holds these classes against it.
Numbers that authors may write as integers (dates, volumes, pages) are strings here: ``structure`` turns them
into their digits before anyone looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import Any

    from typing_extensions import Required


class Anchor(TypedDict, total=False):
    """Where something stands in the article's text: code points, half-open, with its surroundings."""

    start: int
    end: int
    prefix: str
    suffix: str
    exact: str


class Name(TypedDict, total=False):
    """A person or organization, as printed (``literal``) and analysed."""

    literal: str
    family: str
    given: str
    particle: str
    suffix: str
    title: str
    kind: str
    id: str


class ArticleText(TypedDict, total=False):
    """The article's text, or the path of the file that holds it."""

    content: str
    path: str
    sha256: str
    media_type: str


class Original(TypedDict, total=False):
    """The file that the text was extracted from."""

    path: str
    media_type: str
    sha256: str


class Series(TypedDict, total=False):
    """The series an article is part of."""

    title: str
    part: str
    code: str


class Block(TypedDict, total=False):
    """A stretch of the article's text and what it is."""

    type: Required[str]
    start: Required[int]
    end: Required[int]
    ref: str


class ImageBundle(TypedDict, total=False):
    """Where all pictures of the article lie together."""

    url: str
    text: str


class Article(TypedDict, total=False):
    """The article that the document describes."""

    title: str
    subtitle: str
    authors: list[Name]
    date: str
    language: str
    url: str
    publication: str
    series: Series
    license: str
    text: ArticleText
    original: Original
    redistribution: str
    blocks: list[Block]
    image_bundle: ImageBundle
    inferred: dict[str, str]


class ArchiveEntry(TypedDict, total=False):
    """What a short archive code of the article stands for."""

    name: str
    url: str


class Archive(TypedDict, total=False):
    """Where an unpublished source is kept."""

    name: str
    place: str
    collection: str
    collection_id: str
    series: str
    box: str
    folder: str
    item: str
    url: str


class Container(TypedDict, total=False):
    """The source that a source stands in."""

    source: Required[str]
    relation: str
    number: str
    locator: dict[str, str]
    inferred: dict[str, str]


class Copy(TypedDict, total=False):
    """A copy of a source that can be read."""

    path: str
    url: str
    media_type: str
    sha256: str


class Source(TypedDict, total=False):
    """A document, book, page, volume, series … that the article draws on."""

    id: Required[str]
    type: Required[str]
    title: str
    title_supplied: bool
    authors: list[Name]
    recipients: list[Name]
    editors: list[Name]
    translators: list[Name]
    date: str
    date_text: str
    received: str
    coverage: str
    place: str
    number: str
    volume: str
    issue: str
    edition: str
    genre: str
    medium: str
    publisher: str
    publisher_place: str
    platform: str
    archive: Archive
    doi: str
    isbn: str
    issn: str
    url: str
    accessed: str
    language: str
    textual_status: str
    note: str
    container: Container
    copies: list[Copy]
    inferred: dict[str, str]


class Passage(TypedDict, total=False):
    """Where a quotation stands in a copy of its source."""

    copy: str
    page: int
    start: int
    end: int
    prefix: str
    suffix: str


class Citation(TypedDict, total=False):
    """One naming of a source, at one place in it."""

    source: str
    locator: dict[str, str]
    raw: str
    unparsed: list[str]
    anchor: Anchor
    archive_code: str
    images: list[str]
    note: str
    passage: Passage
    inferred: dict[str, str]


class Uncited(TypedDict, total=False):
    """Why a quotation has no citation on purpose."""

    reason: str


class Segment(TypedDict, total=False):
    """A piece of a quotation and who changed what in it."""

    type: Required[str]
    text: str
    mark: str
    original: str
    reading: str
    by: str


class Quotation(TypedDict, total=False):
    """A passage the article quotes."""

    id: Required[str]
    text: Required[str]
    display: str
    language: str
    speaker: Name
    citations: list[Citation]
    uncited: Uncited
    segments: list[Segment]
    within: str
    translation_of: str
    anchor: Anchor
    lead_in: Anchor
    inferred: dict[str, str]


class Evidence(TypedDict, total=False):
    """Something a claim rests on, with the article's phrase for it."""

    id: Required[str]
    anchor: Anchor


class Claim(TypedDict, total=False):
    """A statement the article makes."""

    id: Required[str]
    text: Required[str]
    role: str
    basis: str
    evidence: list[str | Evidence]
    citations: list[Citation]
    attributed_to: Name
    anchor: Anchor
    inferred: dict[str, str]


# the functional form, because a member is called "from"
Relation = TypedDict(
    "Relation",
    {
        "type": "Required[str]",
        "from": "Required[str]",
        "to": "Required[str]",
        "asserted_by": str,
        "anchor": Anchor,
        "independence": str,
        "note": str,
    },
    total=False,
)
"""How two quotations stand to each other."""


class Missing(TypedDict, total=False):
    """Why there is no picture."""

    reason: str


class Region(TypedDict, total=False):
    """A rectangle of a picture."""

    unit: str
    x: float
    y: float
    w: float
    h: float
    page: int


class Depicts(TypedDict, total=False):
    """The place in a source that a picture shows."""

    source: str
    locator: dict[str, str]


class Alt(TypedDict, total=False):
    """What stands for the picture where it cannot be seen."""

    text: str
    generated: bool


class Derivation(TypedDict, total=False):
    """A picture that this one was made from."""

    title: str
    credit: str
    url: str
    license: str


class Image(TypedDict, total=False):
    """A picture the article shows or points at."""

    id: Required[str]
    role: str
    label: str
    path: str
    url: str
    missing: Missing
    anchor: Anchor
    media_type: str
    sha256: str
    width: int
    height: int
    region: Region
    depicts: list[Depicts]
    alt: Alt
    caption: str
    credit: str
    license: str
    rights: str
    derived_from: list[Derivation]
    edits: list[str]


class Tool(TypedDict, total=False):
    """The program that made an annotation."""

    name: str
    version: str


class Annotation(TypedDict, total=False):
    """Who annotated the article, when and how."""

    by: Name
    on: str
    tool: Tool
    method: str
    license: str


class DocumentData(TypedDict, total=False):
    """One Pincite document."""

    pincite: Required[str]
    id: str
    version: str
    article: Required[Article]
    archives: dict[str, ArchiveEntry]
    catalogues: list[str]
    sources: list[Source]
    quotations: list[Quotation]
    claims: list[Claim]
    relations: list[Relation]
    images: list[Image]
    annotation: Annotation
    custom: dict[str, Any]
