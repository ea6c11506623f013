"""An article's words as patterns: those of its language, and English ones, which citations everywhere use."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from pincite.converter.languages import any_of, as_listed, codes, detect, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.converter.languages import Language
    from pincite.converter.styles import Style

    Words = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=8)
def lexicon(code: str | None, further: Words = (), templates: tuple[str, ...] = ()) -> Lexicon:
    """Return the patterns for articles in one language; for an unknown one, those of all languages.

    ``further`` adds words to the lists: pairs of a list's name and its words; ``templates`` are the orders of a
    citation's parts that are tried first.
    """
    if code is None:
        languages = [language("en"), *(language(one) for one in codes() if one != "en")]
    else:
        languages = [language(code)] if code == "en" else [language(code), language("en")]
    return Lexicon(languages, further, templates)


def lexicon_for(
    text: str, said: str | None = None, styles: Sequence[Style] = ()
) -> tuple[str | None, Lexicon]:
    """Return the language code of an article (None: unknown) and the patterns for it, with the words of *styles*.

    The language is the one detected in *text*, else the one that the file says, *said* (BCP 47).
    """
    code = detect(text)
    primary = said.split("-")[0].lower() if said else None
    if code is None and primary in codes():
        code = primary
    further = [(name, words) for style in styles for name, words in style.words.items()]
    templates = tuple(template for style in styles for template in style.reads)
    return code or said, lexicon(code, tuple(further), templates)


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=64)
def _single_words(text: str) -> frozenset[str]:
    """Return the words of a text; several lists are looked up in the same one."""
    return frozenset(_WORD.findall(text.casefold()))


class Lexicon:
    """Patterns over the words of one or more languages; all ignore case, none backtracks without bound."""

    def __init__(
        self, languages: list[Language], further: Words = (), templates: tuple[str, ...] = ()
    ) -> None:
        self.languages = languages
        self.templates = templates
        self._further = further
        self._words: dict[str, tuple[str, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._telling: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}

    def words(self, member: str) -> tuple[str, ...]:
        """Return a word list of all the languages, each word once."""
        if member not in self._words:
            found = dict.fromkeys(word for one in self.languages for word in getattr(one, member))
            found.update(
                dict.fromkeys(
                    as_listed(word) for name, words in self._further if name == member for word in words
                )
            )
            self._words[member] = tuple(found)
        return self._words[member]

    def pattern(self, words: Iterable[str]) -> re.Pattern[str]:
        """Return a compiled pattern for one of *words*, as whole words."""
        return _compiled(tuple(words))

    def search(self, member: str, text: str) -> re.Match[str] | None:
        """Return where *text* first holds one of the words of a list."""
        return self._search(member).search(text) if self.may_have(member, text) else None

    def has(self, member: str, text: str) -> bool:
        """Return whether *text* holds one of the words of a list."""
        return self.search(member, text) is not None

    def is_one(self, member: str, text: str) -> bool:
        """Return whether *text* is one of the words of a list."""
        return self._search(member).fullmatch(text) is not None

    def first(self, member: str, text: str) -> int:
        """Return where in *text* the first word of a list begins; -1 without one."""
        found = self.search(member, text)
        return found.start() if found else -1

    def starts(self, member: str, text: str) -> re.Match[str] | None:
        """Return the match where *text* starts with one of the words of a list."""
        return self._search(member).match(text)

    def may_have(self, member: str, text: str) -> bool:
        """Return whether *text* can hold a phrase of a list, by each phrase's longest word: far faster than a pattern."""
        if member not in self._telling:
            words = [word.casefold() for word in self.words(member)]
            whole = {word: _WORD.findall(word) for word in words if word[:1] != "-"}
            self._telling[member] = (
                frozenset(max(found, key=len) for found in whole.values() if found),
                tuple(word.removeprefix("-") for word in words if not whole.get(word)),
            )
        telling, signs = self._telling[member]
        if not telling.isdisjoint(_single_words(text)):
            return True
        folded = text.casefold() if signs else ""
        return any(sign in folded for sign in signs)

    def _search(self, member: str) -> re.Pattern[str]:
        if member not in self._patterns:
            self._patterns[member] = self.pattern(self.words(member))
        return self._patterns[member]

    @cached_property
    def months(self) -> dict[str, int]:
        """Return month names and abbreviations to their numbers."""
        return {
            name: number
            for one in reversed(self.languages)
            for number, names in enumerate(one.months, 1)
            for name in names
        }

    @cached_property
    def seasons(self) -> dict[str, int]:
        """Return season names to their EDTF numbers."""
        return {name: number for one in reversed(self.languages) for name, number in one.seasons.items()}

    @cached_property
    def century_ordinals(self) -> dict[str, int]:
        """Return the ordinals of centuries in words to their numbers ("nineteenth": 19)."""
        return {name: number for one in self.languages for name, number in one.century_ordinals.items()}

    @cached_property
    def spelled_centuries(self) -> dict[str, int]:
        """Return the words that open a decade to the first two digits of its years ("eighteen": 18)."""
        return {name: number for one in self.languages for name, number in one.spelled_centuries.items()}

    @cached_property
    def spelled_decades(self) -> dict[str, int]:
        """Return the words that close a decade to the third digit of its years ("forties": 4)."""
        return {name: number for one in self.languages for name, number in one.spelled_decades.items()}

    @cached_property
    def locators(self) -> dict[str, str]:
        """Return locator words as printed, in lower case, to the format's labels; the first language wins."""
        return _by_word(one.locators for one in reversed(self.languages))

    @cached_property
    def printed_places(self) -> dict[str, str]:
        """Return words that stay with a place's value ("sig. B2v"), in lower case, to the format's labels."""
        return _by_word(one.printed_places for one in reversed(self.languages))

    @cached_property
    def genres(self) -> dict[str, str]:
        """Return words for what kind of thing a part says a source is ("dissertation"), to source types."""
        return _by_word(one.genres for one in reversed(self.languages))

    @cached_property
    def headed(self) -> dict[str, str]:
        """Return words that a title of one kind begins with ("Treaty"), to source types."""
        return _by_word(one.headed for one in reversed(self.languages))

    @cached_property
    def relations(self) -> dict[str, str]:
        """Return words that announce a container and say how the source stands in it, to relations."""
        return _by_word(one.relations for one in reversed(self.languages))

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """Return words for kinds of documents with the source type each stands for, the longest first."""
        found = [
            (word, kind) for one in self.languages for kind, words in one.kinds.items() for word in words
        ]
        return sorted(found, key=lambda pair: -len(pair[0]))

    def time_unit(self, unit: str) -> list[str]:
        """Return the words for hours, minutes or seconds."""
        return [word for one in self.languages for word in one.time_units[unit]]

    @cached_property
    def honorifics(self) -> frozenset[str]:
        """Return titles and forms of address, without their full stops."""
        return frozenset(self.words("honorifics"))

    @cached_property
    def particles(self) -> frozenset[str]:
        """Return the small words inside personal names ("van", "de la"), of all languages: names travel."""
        return frozenset(word for code in codes() for word in language(code).particles)

    @cached_property
    def no_particles(self) -> frozenset[str]:
        """Return the small words of titles that only other languages have in names ("des" in German)."""
        own = {word for one in self.languages for word in one.particles}
        return frozenset(word for one in self.languages for word in one.title_words if word not in own)

    @cached_property
    def name_particles(self) -> frozenset[str]:
        """Return the particles that stand between given and family name: no "y" of two family names, no "ibn"."""
        return self.particles - {word for code in codes() for word in language(code).name_joints}

    @cached_property
    def series_heads(self) -> frozenset[str]:
        """Return the words that series, works and subtitles begin with, never a person's name ("Studies")."""
        return frozenset(
            [*self.words("series_words"), *self.words("work_words"), *self.words("record_words")]
        )

    @cached_property
    def anonymous(self) -> frozenset[str]:
        """Return what is printed in place of a name nobody knows ("Anonymous", "A Lady")."""
        return frozenset(self.words("anonymous"))

    @cached_property
    def surname_titles(self) -> frozenset[str]:
        """Return the titles that stand before a family name alone ("Mr", "Captain")."""
        return frozenset(self.words("surname_titles"))

    @cached_property
    def forename_titles(self) -> frozenset[str]:
        """Return the titles that stand before a given name alone ("Sir", "Queen")."""
        return frozenset(self.words("forename_titles"))

    @cached_property
    def articles(self) -> frozenset[str]:
        """Return the definite articles."""
        return frozenset(self.words("articles"))

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Return the small words that stand inside titles but not inside names."""
        return frozenset(self.words("title_words"))

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Return the words that a full stop may follow without ending a sentence, in lower case."""
        found = {"st", "mt", "etc", *self.words("abbreviations")} | self.honorifics
        members = (
            "circa",
            "perhaps",
            "editors",
            "translators",
            "and_others",
            "volume",
            "issue",
            "number",
            "edition",
            "enclosure",
            "attachment",
            "units",
            "headword",
            "directors",
            "roles",
            "reprint",
            "series_runs",
            "debates",
            "following",
        )
        listed = [word for member in members for word in self.words(member)]
        listed += [*self.locators, *self.printed_places, *self.relations, *self.months, *self.box]
        found.update(
            word.rstrip(".").rsplit(" ", 1)[-1].rsplit(".", 1)[-1] for word in listed if word.endswith(".")
        )
        found.update(name for one in self.languages for names in one.months for name in names[1:])
        return frozenset(found)

    def kind_of(self, text: str) -> str | None:
        """Return the source type that a word of *text* names, the one that stands first in it."""
        found = self._kind_words.search(text)
        return self._kind_by_word[as_listed(found[0])] if found else None

    @cached_property
    def _kind_by_word(self) -> dict[str, str]:
        return dict(reversed(self.kinds))

    @cached_property
    def _kind_words(self) -> re.Pattern[str]:
        return self.pattern(word for word, _ in self.kinds)

    @cached_property
    def box(self) -> dict[str, str]:
        """Return words for the pieces of an archive ("box") to the members they give; the first language wins."""
        return {word: member for one in reversed(self.languages) for word, member in one.box.items()}


def _by_word(listed: Iterable[dict[str, list[str]]]) -> dict[str, str]:
    """Return each word with what it stands for; of several languages the last has its way."""
    return {word: meaning for one in listed for meaning, words in one.items() for word in words}


@lru_cache(maxsize=512)
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words) if words else r"(?!)", re.IGNORECASE)
