"""Types of sources, and members, in CSL-JSON 1.0.2."""

from __future__ import annotations

TYPES = {
    "book": "book",
    "chapter": "chapter",
    "volume": "book",
    "series": "collection",
    "collection": "collection",
    "file": "collection",
    "periodical": "periodical",
    "issue": "periodical",
    "journal_article": "article-journal",
    "magazine_article": "article-magazine",
    "news_article": "article-newspaper",
    "webpage": "webpage",
    "report": "report",
    "memorandum": "report",
    "letter": "personal_communication",
    "telegram": "personal_communication",
    "speech": "speech",
    "interview": "interview",
    "thesis": "thesis",
    "pamphlet": "pamphlet",
    "manuscript": "manuscript",
    "law": "legislation",
    "case": "legal_case",
    "treaty": "treaty",
    "patent": "patent",
    "hearing": "hearing",
    "photograph": "graphic",
    "film": "motion_picture",
    "broadcast": "broadcast",
    "recording": "song",
    "score": "musical_score",
    "map": "map",
    "dataset": "dataset",
    "document": "document",
}
"""Types of sources to CSL's."""

GENRES = {
    "letter": "letter",
    "telegram": "telegram",
    "memorandum": "memorandum",
    "photograph": "photograph",
    "recording": "recording",
}
"""What a type says that CSL's does not; a source's own ``genre`` goes before it."""

NARROWER = {
    "article": ("document", "preprint"),
    "bill": ("law", "bill"),
    "classic": ("book", "classic"),
    "entry": ("chapter", "entry"),
    "entry-dictionary": ("chapter", "dictionary entry"),
    "entry-encyclopedia": ("chapter", "encyclopedia entry"),
    "event": ("document", "event"),
    "figure": ("document", "figure"),
    "graphic": ("document", "picture"),
    "paper-conference": ("chapter", "conference paper"),
    "performance": ("document", "performance"),
    "post": ("webpage", "post"),
    "post-weblog": ("webpage", "blog post"),
    "regulation": ("law", "regulation"),
    "review": ("journal_article", "review"),
    "review-book": ("journal_article", "book review"),
    "software": ("document", "software"),
    "standard": ("report", "standard"),
}
"""CSL's types that are narrower than ours: our type with the genre that says the rest."""

BACK = {
    "article-journal": "journal_article",
    "article-magazine": "magazine_article",
    "article-newspaper": "news_article",
    "book": "book",
    "broadcast": "broadcast",
    "chapter": "chapter",
    "collection": "collection",
    "dataset": "dataset",
    "document": "document",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "law",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "musical_score": "score",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "periodical": "periodical",
    "personal_communication": "letter",
    "report": "report",
    "song": "recording",
    "speech": "speech",
    "thesis": "thesis",
    "treaty": "treaty",
    "webpage": "webpage",
}
"""CSL's other types to the widest of ours."""

BY_GENRE = {
    ("personal_communication", "telegram"): "telegram",
    ("report", "memorandum"): "memorandum",
    ("document", "memorandum"): "memorandum",
    ("graphic", "photograph"): "photograph",
}
"""CSL's types with the genre that makes another type of ours of them."""

ALIASES = {
    "book-chapter": "chapter",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "monograph": "book",
    "posted-content": "article",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
}
"""Crossref's words for types, which stand in much CSL-JSON from the web."""

PLAIN = {
    "title": "title",
    "number": "number",
    "volume": "volume",
    "issue": "issue",
    "edition": "edition",
    "genre": "genre",
    "medium": "medium",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "platform": "source",
    "place": "event-place",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "language": "language",
    "note": "note",
}
"""Members of a source that CSL has too."""

NAMES = {"authors": "author", "recipients": "recipient", "editors": "editor", "translators": "translator"}
"""Members of a source that are lists of names, in CSL."""

DATES = {"date": "issued", "accessed": "accessed"}
"""Members of a source that are dates, in CSL."""

ARCHIVE = ("archive", "archive-place", "archive_collection", "archive_location")
"""CSL's fields of where a source is kept."""

FIELDS: dict[str, tuple[str, ...]] = {
    "type": ("type",),
    "date_text": ("issued",),
    "archive": ARCHIVE,
    **{name: (field,) for name, field in {**PLAIN, **NAMES, **DATES}.items()},
}
"""Members of a source to the fields that say them."""

SURROUNDINGS = {
    "container-title": "container_title",
    "collection-title": "collection_title",
    "collection-number": "collection_number",
    "chapter-number": "container_number",
    "page": "pages",
}
"""Fields that tell what stands around a source, to what ``nesting.Entry`` calls them."""
