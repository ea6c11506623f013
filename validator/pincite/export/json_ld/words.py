"""Members of the format and what they are called in linked data; ``schema/context.jsonld`` says what the names mean."""

from __future__ import annotations

CLASSES = {
    "book": "Book",
    "chapter": "Chapter",
    "volume": "PublicationVolume",
    "series": "CreativeWorkSeries",
    "periodical": "Periodical",
    "issue": "PublicationIssue",
    "journal_article": "ScholarlyArticle",
    "magazine_article": "Article",
    "news_article": "NewsArticle",
    "webpage": "WebPage",
    "report": "Report",
    "memorandum": "Report",
    "letter": "Message",
    "telegram": "Message",
    "thesis": "Thesis",
    "manuscript": "Manuscript",
    "file": "ArchiveComponent",
    "collection": "Collection",
    "law": "Legislation",
    "photograph": "Photograph",
    "film": "Movie",
    "recording": "AudioObject",
    "score": "SheetMusic",
    "map": "Map",
    "dataset": "Dataset",
}
"""Types of sources to classes of schema.org; any other is a CreativeWork."""

DATES = {
    "letter": "dateSent",
    "telegram": "dateSent",
    **dict.fromkeys(
        (
            "book", "chapter", "volume", "issue", "journal_article", "magazine_article", "news_article", "webpage",
            "report", "thesis", "pamphlet", "film", "broadcast", "dataset",
        ),
        "datePublished",
    ),
}  # fmt: skip
"""Types of sources to what their date is in schema.org; of any other it is when it was made (``dateCreated``)."""

ARTICLE = {
    "subtitle": "alternativeHeadline",
    "date": "date",
    "language": "inLanguage",
    "redistribution": "redistribution",
}
SOURCE = {
    "type": "sourceType",
    "title_supplied": "titleSupplied",
    "date": "date",
    "date_text": "dateText",
    "received": "dateReceived",
    "coverage": "temporalCoverage",
    "number": "number",
    "volume": "volumeNumber",
    "issue": "issueNumber",
    "edition": "bookEdition",
    "genre": "genre",
    "medium": "medium",
    "publisher_place": "publisherPlace",
    "platform": "platform",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "accessed": "accessed",
    "language": "inLanguage",
    "textual_status": "textualStatus",
    "note": "note",
}
ROLES = {
    "authors": "author",
    "recipients": "recipient",
    "editors": "editor",
    "translators": "translator",
}
HOLDING = {
    "collection": "collection",
    "collection_id": "collectionId",
    "series": "archiveSeries",
    "box": "box",
    "folder": "folder",
    "item": "shelfmark",
}
FILE = {"path": "path", "media_type": "encodingFormat", "sha256": "sha256"}
NAME = {
    "literal": "name",
    "family": "familyName",
    "given": "givenName",
    "particle": "nameParticle",
    "suffix": "honorificSuffix",
    "title": "honorificPrefix",
}
CITATION = {"raw": "raw", "unparsed": "unparsed", "archive_code": "archiveCode", "note": "note"}
PASSAGE = {
    "copy": "copyDigest",
    "page": "filePage",
    "start": "start",
    "end": "end",
    "prefix": "prefix",
    "suffix": "suffix",
}
SEGMENT = {
    "type": "segmentType",
    "text": "text",
    "mark": "mark",
    "original": "original",
    "reading": "reading",
    "by": "alteredBy",
}
CLAIM = {"text": "text", "role": "role", "basis": "basis"}
RELATION = {
    "type": "relationType",
    "asserted_by": "assertedBy",
    "independence": "independence",
    "note": "note",
}
IMAGE = {
    "role": "role",
    "label": "label",
    **FILE,
    "width": "width",
    "height": "height",
    "caption": "caption",
    "credit": "creditText",
    "rights": "rights",
    "edits": "edits",
}
DIRECT = {
    "corroborates": "confirms",
    "contradicts": "disputes",
    "qualifies": "qualifies",
    "restates": "restates",
}
"""Types of relations to the properties that say the same in one triple; all but the last are CiTO's."""
