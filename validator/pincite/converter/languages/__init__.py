"""The words of the citation convention in each language: data files, read when an article needs them.

A new language is one more file here with the members of ``Language``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDER = Path(__file__).parent
_ENOUGH = 0.04
"""Share of an article's words that a language's commonest words reach in any running text."""


@dataclass(frozen=True)
class Language:
    """The words of one language, all in lower case and with plain apostrophes; ``code`` is its BCP 47 tag."""

    code: str
    stopwords: list[str]
    conjunctions: list[str]
    alternatives: list[str]
    articles: list[str]
    indefinite_articles: list[str]
    particles: list[str]
    date_joints: list[str]
    decade_suffixes: list[str]
    year_words: list[str]
    accessed: list[str]
    hereafter: list[str]
    home: list[str]
    page_furniture: list[str]
    abbreviations: list[str]
    weekdays: list[str]
    pinpoint: list[str]
    see: list[str]
    months: list[list[str]]
    seasons: dict[str, int]
    ordinal_suffixes: list[str]
    dated: list[str]
    circa: list[str]
    no_date: list[str]
    range_joints: list[str]
    range_openers: list[str]
    perhaps: list[str]
    date_limits: list[str]
    period_parts: list[str]
    decade_prefixes: list[str]
    decade_words: list[str]
    centuries: list[str]
    century_ordinals: dict[str, int]
    spelled_centuries: dict[str, int]
    spelled_decades: dict[str, int]
    numeric_dates: str
    old_style: list[str]
    new_style: list[str]
    republican_year: list[str]
    weekday_joints: list[str]
    hours: list[str]
    moments: list[str]
    received: list[str]
    container: list[str]
    platform: list[str]
    correspondents: dict[str, list[str]]
    same_person: list[str]
    recipient_words: list[str]
    addressed_titles: list[str]
    editors: list[str]
    translators: list[str]
    and_others: list[str]
    authors: list[str]
    enclosure: list[str]
    attachment: list[str]
    volume: list[str]
    issue: list[str]
    number: list[str]
    edition: list[str]
    box: dict[str, str]
    locators: dict[str, list[str]]
    printed_places: dict[str, list[str]]
    following: list[str]
    page_words: list[str]
    facing: list[str]
    headword: list[str]
    relations: dict[str, list[str]]
    interviewed: list[str]
    interviewers: list[str]
    directors: list[str]
    supervisors: list[str]
    roles: list[str]
    reprint: list[str]
    series_words: list[str]
    series_runs: list[str]
    genres: dict[str, list[str]]
    headed: dict[str, list[str]]
    patents: list[str]
    debates: list[str]
    courts: list[str]
    judgments: list[str]
    versus: list[str]
    scripture: list[str]
    work_words: list[str]
    record_words: list[str]
    yearly: list[str]
    reviews: list[str]
    kinds: dict[str, list[str]]
    textual_status: dict[str, list[str]]
    periodical_words: list[str]
    organization_words: list[str]
    publisher_words: list[str]
    archive_words: list[str]
    cities: list[str]
    holdings: list[str]
    law_heads: list[str]
    law_tails: list[str]
    law_sections: list[str]
    units: list[str]
    honorifics: list[str]
    surname_titles: list[str]
    forename_titles: list[str]
    anonymous: list[str]
    offices: list[str]
    title_words: list[str]
    notes: list[str]
    same_source: list[str]
    work_cited: list[str]
    place_cited: list[str]
    same_author: list[str]
    cited_note: list[str]
    cited_above: list[str]
    cross_references: list[str]
    lives: list[str]
    declares_short: list[str]
    lead_in_verbs: list[str]
    corroboration: list[str]
    contradiction: list[str]
    qualification: list[str]
    restatement: list[str]
    unasserted: list[str]
    clause_words: list[str]
    common_knowledge: list[str]
    inference: list[str]
    proving: list[str]
    demonstratives: list[str]
    quoted_things: list[str]
    boilerplate: list[str]
    social: list[str]
    generated_alt: list[str]
    figure_credit: list[str]
    figure_caption: list[str]
    source_labels: list[str]
    series_code: list[str]
    image_marks: list[str]
    figures: list[str]
    translations: list[str]
    quotation_marks: list[str]
    oblique_names: list[str]
    byline: list[str]
    dateline: list[str]
    by: list[str]
    edited: list[str]
    translated: list[str]
    leaf_sides: list[str]
    time_units: dict[str, list[str]]
    run_words: list[str]
    law_joints: list[str]
    law_chapters: list[str]
    dockets: list[str]
    case_heads: list[str]
    name_joints: list[str]
    letters: list[str]
    """The letters beyond a to z that its own words have."""


def codes() -> list[str]:
    """Return the codes of the languages there are."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def language(code: str) -> Language:
    """Return the words of one language; raises FileNotFoundError for one there is no file for."""
    # our own reader: to others "on" and "no" would be booleans
    data = cast("dict[str, Any]", YamlText((_FOLDER / f"{code}.yaml").read_text("utf-8")).data)
    missing = {field.name for field in fields(Language)} - data.keys() - {"code"}
    if missing:
        raise ValueError(f"the words of language {code!r} lack {min(missing)!r}")
    return Language(code=code, **data)


def marks_of(tag: str) -> list[str]:
    """Return the marks that quotations have in a language (a BCP 47 tag): the outer pair, then the inner one."""
    code = tag[:2].lower()
    return language(code if code in codes() else "en").quotation_marks


def detect(text: str) -> str | None:
    """Return the code of the language *text* is written in, or None where no known one is likely.

    Counts each language's commonest words; the runner-up must be clearly behind.
    """
    words = re.findall(r"[^\W\d_]+", text[:200_000].lower())
    if not words:
        return None
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    shares = sorted(
        ((_share(counts, language(code).stopwords, len(words)), code) for code in codes()), reverse=True
    )
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= _ENOUGH and best > 1.3 * second else None


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for one of *words*, longest first, each as a whole word."""
    return _any_of(tuple(words))


@lru_cache(maxsize=1024)
def _any_of(words: tuple[str, ...]) -> str:
    listed = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(_whole(word) for word in listed) + ")"


def _whole(word: str) -> str:
    """Return a pattern for *word* as a whole; one written ``-archiv`` is the end of a longer word."""
    start = r"(?<!\w)" if word[:1].isalnum() else r"(?<=\w)" if word[:1] == "-" else ""
    word = word.removeprefix("-") if len(word) > 1 else word
    end = r"(?!\w)" if word[-1:].isalnum() else ""
    return start + spelled(word) + end


def spelled(word: str) -> str:
    """Return a pattern for the signs of *word*, with any blanks and either apostrophe ("o'clock", "d’État")."""
    return re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")


def as_listed(text: str) -> str:
    """Return printed words as the lists have them: in lower case, with single blanks and plain apostrophes."""
    return " ".join(text.lower().split()).replace("’", "'")


def _share(counts: dict[str, int], stopwords: Iterable[str], total: int) -> float:
    return sum(counts.get(word, 0) for word in stopwords) / total
