"""Documents with all kinds of values: cells that a spreadsheet would run, marks, long texts, lists, JSON, and nothing."""

from __future__ import annotations

_TEXT = (
    "The harbour clock\n\n“It struck, ‘twice’, and stopped,” she wrote.\n\n"
    '=HYPERLINK("https://example.org")\t,;\'"\n\n' + "Tide after tide, the bell rang on. " * 5_000
)
"""Longer than the cells that Python's csv reads unless it is told otherwise."""

_SOURCES: list[dict[str, object]] = [
    {
        "id": "almanac",
        "type": "book",
        "title": "=1+1 or the almanac",
        "authors": [
            {"literal": "@Quay, Mara"},
            {"literal": "Ólafur Fjörð", "family": "Fjörð", "given": "Ólafur"},
        ],
        "date": "1918?",
        "isbn": "9780306406157",
        "note": "-5 °C\r\nin the morning",
    },
    {
        "id": "tides",
        "type": "chapter",
        "title": "＝Tides 🌊",
        "title_supplied": True,
        "container": {
            "source": "almanac",
            "relation": "chapter_of",
            "number": "+4",
            "locator": {"page": "-5"},
        },
        "archive": {"name": "Archive of the pilots", "box": "12", "folder": '"7"'},
    },
    {"id": "untitled", "type": "letter"},
    {"id": "sheet", "type": "map", "title": "العربية\u202e\u2028 line", "editors": [{"literal": "e\u0301"}]},
]
_QUOTATIONS: list[dict[str, object]] = [
    {
        "id": "q1",
        "text": "It struck, [twice], and stopped",
        "display": "block",
        "language": "en",
        "speaker": {"literal": "Null"},
        "segments": [
            {"type": "text", "text": "It struck, "},
            {"type": "insertion", "text": "twice", "by": "quoter"},
            {"type": "text", "text": ", and stopped"},
        ],
        "citations": [
            {
                "source": "tides",
                "locator": {"page": "-5", "bar": "3"},
                "raw": "(@tides, p. -5)",
                "unparsed": ["=what", 'and, "more"'],
                "images": ["scan"],
                "note": "null",
            },
            {"raw": "\t(nowhere)"},
        ],
        "anchor": {"start": 20, "end": 25},
    },
    {"id": "q2", "text": "‘twice’", "within": "q1", "translation_of": "q1", "uncited": {"reason": "NaN"}},
    {
        "id": "q3",
        "text": "01",
        "translation_of": "a saying",
        "citations": [{"source": "sheet", "locator": {"sheet": "1e5"}}],
    },
]
_CLAIMS: list[dict[str, object]] = [
    {
        "id": "c1",
        "text": "-The clock stopped",
        "role": "lead",
        "basis": "source",
        "evidence": ["q1", {"id": "q2", "anchor": {"start": 3, "end": 9}}, "tides", "scan", "c2"],
        "attributed_to": {"literal": "True"},
    },
    {
        "id": "c2",
        "text": "+It struck twice",
        "basis": "source",
        "citations": [{"source": "untitled", "locator": {"line": "7"}}],
    },
]
_IMAGES: list[dict[str, object]] = [
    {
        "id": "scan",
        "role": "evidence",
        "url": "https://example.org/scan.png",
        "region": {"unit": "percent", "x": 12.5, "y": 0, "w": 50, "h": 33.25},
        "alt": {"text": "The dial", "generated": False},
        "license": "CC0-1.0",
        "width": 640,
        "height": 480,
    },
    {
        "id": "bell",
        "role": "figure",
        "missing": {"reason": "=lost"},
        "region": {"unit": "pixel", "x": 1, "y": 2, "w": 3, "h": 4},
        "alt": {"text": "@bell", "generated": True},
    },
]
INVENTED: list[dict[str, object]] = [
    {
        "pincite": "1.0",
        "id": "https://example.org/articles/the-harbour-clock",
        "version": "007",
        "article": {
            "title": '=HYPERLINK("https://example.org","The harbour clock")',
            "subtitle": ' \u3000@two, "lines"\nof it',
            "authors": [{"literal": "Fjörð, Ó. 😀"}, {"literal": "-"}],
            "date": "1918-03-13/1918-05-12",
            "language": "en",
            "series": {"title": "Clocks", "part": "-1"},
            "license": "CC-BY-4.0",
            "redistribution": "full",
            "text": {"content": _TEXT},
        },
        "archives": {"HPA": {"name": "Harbour Pilots' Archive", "url": "https://example.org/hpa"}},
        "sources": _SOURCES,
        "quotations": _QUOTATIONS,
        "claims": _CLAIMS,
        "relations": [
            {
                "type": "corroborates",
                "from": "q1",
                "to": "q3",
                "asserted_by": "article",
                "independence": "=two keepers",
            }
        ],
        "images": _IMAGES,
        "annotation": {
            "by": {"literal": "M. Quay"},
            "on": "2026-04-30",
            "method": "manual",
            "license": "CC0-1.0",
        },
        "custom": {"https://example.org/custom": {"depth": 3, "list": [1, "two", None, {"three": 3.5}]}},
    },
    {
        "pincite": "1.0",
        "article": {
            "title": "Null",
            "date": "1845",
            "redistribution": "none",
            "text": {"content": "A bell."},
        },
        "archives": {"LB": {"name": "Lighthouse Board"}},
        "sources": [{"id": "almanac", "type": "book", "title": "An almanac", "isbn": "0306406152"}],
        "quotations": [
            {
                "id": "q1",
                "text": "bell",
                "citations": [{"source": "almanac", "locator": {"volume": "II", "note": "4"}}],
            }
        ],
        "claims": [{"id": "c1", "text": "A bell", "evidence": ["q1"]}],
        "custom": {"org.example.other": "text"},
    },
]
BARE: list[dict[str, object]] = [{"pincite": "1.0", "article": {"title": "A seed"}}]
