"""The format's words for kinds of sources in CSL-JSON 1.0.2."""

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
