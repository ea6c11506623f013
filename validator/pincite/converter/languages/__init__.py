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
    stopwords: list[str]  # the commonest words, which tell the language
    conjunctions: list[str]  # between names: and, &
    alternatives: list[str]  # between dates: or
    articles: list[str]  # definite ones
    indefinite_articles: list[str]  # a, an
    particles: list[str]  # small words inside names: van, de la
    date_joints: list[str]  # between day and month: of
    decade_suffixes: list[str]  # 1840s
    year_words: list[str]  # behind a year: года
    accessed: list[str]  # before the day a page was seen
    hereafter: list[str]  # before an archive's code: Museum, hereafter SKM
    home: list[str]  # first in a trail of pages
    page_furniture: list[str]  # anywhere in a line of the page: cookies
    abbreviations: list[str]  # end in a full stop that ends no sentence
    weekdays: list[str]  # also "on", "the": what may stand before a date
    pinpoint: list[str]  # before the page that is meant: at, here
    see: list[str]  # before a citation: see, cf.
    months: list[list[str]]  # twelve lists: the name, then other forms
    seasons: dict[str, int]  # name to EDTF number, 21 to 24
    ordinal_suffixes: list[str]  # 3rd
    dated: list[str]  # before a date: entry of
    circa: list[str]  # about a year
    no_date: list[str]  # n.d.
    range_joints: list[str]  # between two dates: to
    range_openers: list[str]  # before them: from
    perhaps: list[str]  # before a doubtful date
    date_limits: list[str]  # before, after, not later than
    period_parts: list[str]  # early, late, first half of
    decade_prefixes: list[str]  # before a decade: années
    decade_words: list[str]  # behind one: Jahre
    centuries: list[str]  # century
    century_ordinals: dict[str, int]  # spelt ordinals of centuries to numbers
    spelled_centuries: dict[str, int]  # spelt centuries: the eighteen hundreds
    spelled_decades: dict[str, int]  # forties to 40
    numeric_dates: str  # "day first", or "unclear" where 3/6/1790 may be both
    old_style: list[str]  # O.S.
    new_style: list[str]  # N.S.
    republican_year: list[str]  # an, of the French calendar
    weekday_joints: list[str]  # between a weekday and a date
    hours: list[str]  # 6 p.m.
    moments: list[str]  # noon, evening
    received: list[str]  # before the day a letter came
    container: list[str]  # In:
    platform: list[str]  # From:
    correspondents: dict[str, list[str]]  # "to" and "from" of a letter; "to_body" before an office
    same_person: list[str]  # same to same
    recipient_words: list[str]  # her brother, all keepers
    addressed_titles: list[str]  # before "to" in titles: guide, ode
    editors: list[str]  # before or behind an editor
    translators: list[str]  # the same for translators
    and_others: list[str]  # et al.
    authors: list[str]  # before an author: by
    enclosure: list[str]  # Enclosure 4
    attachment: list[str]  # Annex 2
    volume: list[str]  # vol.
    issue: list[str]  # no., of a journal
    number: list[str]  # No., of a document
    edition: list[str]  # 2nd ed.
    box: dict[str, str]  # an archive's pieces to members of ``archive``
    locators: dict[str, list[str]]  # labels of places to their words: page: p., pp.
    printed_places: dict[str, list[str]]  # places without a number of their own: inside front cover
    following: list[str]  # behind a page: ff.
    page_words: list[str]  # passim
    facing: list[str]  # before a page: opposite
    headword: list[str]  # s.v.
    relations: dict[str, list[str]]  # quoted in, reproduced in
    interviewed: list[str]  # before who was interviewed: with
    interviewers: list[str]  # before the interviewer
    directors: list[str]  # of films
    supervisors: list[str]  # of theses
    roles: list[str]  # other contributors: foreword by
    reprint: list[str]  # repr.
    series_words: list[str]  # series, studies
    series_runs: list[str]  # new series, 3rd series
    genres: dict[str, list[str]]  # source types to words that say what kind of document: dataset
    headed: dict[str, list[str]]  # the same, at a citation's beginning
    patents: list[str]  # patent
    debates: list[str]  # Hansard, HC Deb
    courts: list[str]  # court
    judgments: list[str]  # judgment
    versus: list[str]  # between parties: v.
    scripture: list[str]  # books of the Bible and others with chapter and verse
    work_words: list[str]  # in titles of music: quartet, op.
    record_words: list[str]  # ledger, minutes: records a body keeps
    yearly: list[str]  # annual
    reviews: list[str]  # review of
    kinds: dict[str, list[str]]  # source types to their words: telegram: cable, wire
    textual_status: dict[str, list[str]]  # paraphrase, translation, excerpt
    periodical_words: list[str]  # in names of newspapers and journals
    organization_words: list[str]  # in names of bodies
    publisher_words: list[str]  # in names of publishers
    archive_words: list[str]  # in names of archives
    cities: list[str]  # places of publication
    holdings: list[str]  # papers, records: what an archive keeps
    law_heads: list[str]  # before a law's name
    law_tails: list[str]  # behind it: Act
    law_sections: list[str]  # s., §, art.
    units: list[str]  # an archive's units: reel, bundle
    honorifics: list[str]  # before names: Mr, Captain
    surname_titles: list[str]  # before a surname alone: Lord
    forename_titles: list[str]  # before a forename alone: Sister
    anonymous: list[str]  # Anon.
    offices: list[str]  # minister, clerk
    title_words: list[str]  # small words inside titles
    notes: list[str]  # the author's remarks in a citation: emphasis added
    same_source: list[str]  # ibid.
    work_cited: list[str]  # op. cit.
    place_cited: list[str]  # loc. cit.
    same_author: list[str]  # idem
    cited_note: list[str]  # note 3
    cited_above: list[str]  # supra
    cross_references: list[str]  # p. 14 below
    lives: list[str]  # born in Bern
    declares_short: list[str]  # before a short form: hereafter cited as
    lead_in_verbs: list[str]  # wrote, said
    corroboration: list[str]  # this is corroborated by
    contradiction: list[str]  # contradicts this
    qualification: list[str]  # qualifies this
    restatement: list[str]  # repeats this
    unasserted: list[str]  # not, if: what makes a phrase no statement
    clause_words: list[str]  # that, which: where a clause begins
    common_knowledge: list[str]  # as everyone knows
    inference: list[str]  # it follows that
    proving: list[str]  # proves that
    demonstratives: list[str]  # this, the above
    quoted_things: list[str]  # letter, report: what is pointed to
    boilerplate: list[str]  # words of mailing lists, share links and the like
    social: list[str]  # names of networks
    generated_alt: list[str]  # machine-made descriptions
    figure_credit: list[str]  # photo by
    figure_caption: list[str]  # before a caption: figure, left
    source_labels: list[str]  # before an address: originally published at
    series_code: list[str]  # chapter, section
    image_marks: list[str]  # (see scan)
    figures: list[str]  # (fig. 4)
    translations: list[str]  # my translation
    quotation_marks: list[str]  # outer pair, inner pair
    oblique_names: list[str]  # members whose names stand in another case
    byline: list[str]  # before an author's name: by
    dateline: list[str]  # before the article's date: published
    by: list[str]  # before a person who did something
    edited: list[str]  # edited, before "by"
    translated: list[str]  # translated, before "by"
    leaf_sides: list[str]  # recto, verso
    time_units: dict[str, list[str]]  # hours, minutes and seconds of a recording
    run_words: list[str]  # vols., of a whole run
    law_joints: list[str]  # between a law and its number
    law_chapters: list[str]  # c., ch. of an act
    dockets: list[str]  # before a case's number
    case_heads: list[str]  # Case, In re
    name_joints: list[str]  # inside double names
    letters: list[str]  # letters beyond a to z that its words have


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
    """Return the pattern with what must stand before a word asked once for all that begin alike, and not word by word."""
    by_start: dict[str, list[str]] = {}
    for word in sorted(filter(None, words), key=len, reverse=True):
        start = r"(?<!\w)" if word[:1].isalnum() else r"(?<=\w)" if word[:1] == "-" else ""
        by_start.setdefault(start, []).append(word.removeprefix("-") if len(word) > 1 else word)
    branches = [
        f"{start}{_first_sign(listed)}(?:{'|'.join(map(_ended, listed))})"
        for start, listed in by_start.items()
    ]
    return f"(?:{'|'.join(branches)})"


def _first_sign(words: list[str]) -> str:
    """Return a pattern for the signs that *words* begin with: most places are passed over without trying each word."""
    signs = "".join(sorted({word[0] for word in words}))
    return f"(?=[{re.escape(signs)}])".replace(r"\ ", r"\s").replace("'", "'’")


def _ended(word: str) -> str:
    return spelled(word) + (r"(?!\w)" if word[-1:].isalnum() else "")


def spelled(word: str) -> str:
    """Return a pattern for the signs of *word*, with any blanks and either apostrophe ("o'clock", "d’État")."""
    return re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]")


def as_listed(text: str) -> str:
    """Return printed words as the lists have them: in lower case, with single blanks and plain apostrophes."""
    return " ".join(text.lower().split()).replace("’", "'")


def _share(counts: dict[str, int], stopwords: Iterable[str], total: int) -> float:
    return sum(counts.get(word, 0) for word in stopwords) / total
