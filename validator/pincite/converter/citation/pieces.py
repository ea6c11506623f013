"""A citation's text cut into levels (item, containers, platform) and the levels into parts.

Cuts happen only at the top: never inside quotation marks, parentheses or a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.dates import dates_in
from pincite.converter.languages import any_of, as_listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from pincite.converter.lexicon import Lexicon


def _capitals() -> str:
    """Return the capitals of the Latin, Greek, Cyrillic and Armenian letters as ranges for a character class."""
    ranges: list[str] = []
    for first, last in ((0x41, 0x587), (0x1E00, 0x1FFF)):
        start = None
        for code in range(first, last + 2):
            capital = code <= last and chr(code).isupper()
            if capital and start is None:
                start = code
            elif not capital and start is not None:
                ranges.append(chr(start) if start == code - 1 else f"{chr(start)}-{chr(code - 1)}")
                start = None
    return "".join(ranges)


CAPITAL = _capitals()
"""Upper-case letters, to stand between the brackets of a character class: ``re`` has no name for them."""

QUOTED = re.compile(
    "(?=[“«»„\"‘‚'])(?:"  # most characters are no mark: none of the forms is tried
    r"“[^“”]*(?:“[^“”]*”[^“”]*)*”"
    r"|«[^«»]*»|»[^«»]*«"
    r"|„[^„“”]*[“”]"
    r'|"[^"]*"'
    r"|(?<!\w)‘[^‘]*?’(?!\w)"
    r"|(?<!\w)‚[^‚‘’]*[‘’](?!\w)"
    r"|(?<!\w)'[^']*'(?!\w)"
    ")",
)
"""A quoted stretch, in any of the usual marks."""
TERM_WORDS = 2
"""Words of the longest term in quotation marks that is no quotation."""

_MARKS = "“”«»„\"‘’‚'"
_LONGEST_ABBREVIATION = 24
"""Code points before a full stop that are looked at; looking further back would make long texts slow."""
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}]")
_COMMA = re.compile(r"[,;]")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")


@dataclass(frozen=True)
class Level:
    """One level of a citation: the item, a container it stands in, the platform, or a sentence that may be more."""

    role: Literal["item", "container", "platform", "sentence"]
    text: str
    marked: bool
    """Whether a word such as "In:" said so."""
    relation: str | None = None
    """How what stands before it stands in it, where the words say so ("quoted in"); of an item, its own."""


def protected(text: str) -> list[bool]:
    """Return for each character whether it stands inside quotation marks or brackets."""
    inside = [False] * len(text)
    for found in QUOTED.finditer(text):
        inside[found.start() : found.end()] = [True] * (found.end() - found.start())
    stack: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text):
        at = found.start()
        if inside[at]:
            continue
        if found[0] in _PAIRS:
            stack.append((_PAIRS[found[0]], at))
        elif stack and found[0] == stack[-1][0]:
            _, start = stack.pop()
            if not stack:
                inside[start : at + 1] = [True] * (at + 1 - start)
    return inside


def _held_together(text: str, lexicon: Lexicon) -> tuple[list[bool], set[int]]:
    """Return what no cut may fall into, and where dates end, whose full stop may end a sentence as well."""
    inside, ends = protected(text), set[int]()
    for date in dates_in(text, lexicon):  # "4. Mai 1902" is no end of a sentence
        end = date.end - text.endswith(".", 0, date.end)  # that of "6 p.m." may end the sentence as well
        inside[date.start : end] = [True] * (end - date.start)
        ends.add(end)
    for undated in lexicon.pattern(lexicon.words("no_date")).finditer(text):  # "o. J." neither
        inside[undated.start() : undated.end() - 1] = [True] * (undated.end() - 1 - undated.start())
        ends.add(undated.end() - 1)
    for start, end in [*edition_spans(text, lexicon), *counted_spans(text, lexicon)]:  # nor is "2. Auflage"
        inside[start:end] = [True] * (end - start)
    return inside, ends


def levels(text: str, lexicon: Lexicon) -> list[Level]:
    """Return the levels of a citation (without its outer parentheses), from the item outwards."""
    inside, ends = _held_together(text, lexicon)
    cuts: list[tuple[int, int, Literal["container", "platform", "sentence"], bool]] = []
    relations: dict[int, str] = {}
    for found in _borders(lexicon).finditer(text):
        if inside[found.start()] or (cuts and found.start() < cuts[-1][1]):
            continue
        if found["relation"]:
            word = as_listed(found["relation"])
            relations[len(cuts) + 1] = lexicon.relations[word]
            cuts.append((found.start(), found.end(), "container", True))
        elif found["container"]:
            cuts.append((found.start(), found.end(), "container", True))
        elif found["platform"]:
            cuts.append((found.start(), found.end(), "platform", True))
        elif found.start() in ends:  # its full stop is the date's as well
            cuts.append((found.start() + 1, found.end(), "sentence", False))
        elif not _abbreviated(text, found.start(), lexicon):
            cuts.append((found.start(), found.end(), "sentence", False))
    result: list[Level] = [Level("item", text[: cuts[0][0]] if cuts else text, marked=False)]
    for index, (_, start, role, marked) in enumerate(cuts):
        end = cuts[index + 1][0] if index + 1 < len(cuts) else len(text)
        result.append(Level(role, text[start:end], marked, relations.get(index + 1)))
    return [
        replace(level, text=cleaned)
        for level in result
        if (
            cleaned := level.text.strip(" \t\n\xa0,;")
            .removesuffix("." if ends_sentence(level.text, lexicon) else "\0")
            .strip()
        )
    ]


def parts(text: str, keep_together: Iterable[tuple[int, int]] = ()) -> list[tuple[int, str]]:
    """Return the comma-separated parts of a level with their offsets, trimmed; empty ones are left out.

    ``keep_together`` are stretches (dates with commas in them) that no cut may fall into.
    """
    inside = protected(text)
    for start, end in keep_together:
        inside[start:end] = [True] * (end - start)
    for thousands in _THOUSANDS.finditer(text):
        inside[thousands.start()] = True
    found: list[tuple[int, str]] = []
    start = 0
    closing = _closing_commas(text)
    commas = (comma.start() for comma in _COMMA.finditer(text))
    for at in sorted({*closing, *(at for at in commas if not inside[at]), len(text)}):
        raw = text[start : at + (at in closing)]
        trimmed = raw.strip()
        if trimmed:
            found.append((start + len(raw) - len(raw.lstrip()), trimmed))
        start = at + 1
    return found


def parts_around_dates(text: str, lexicon: Lexicon) -> list[tuple[int, str]]:
    """Return the parts of a text with their offsets, no date cut in two."""
    return parts(text, [(date.start, date.end) for date in dates_in(text, lexicon)])


def _closing_commas(text: str) -> set[int]:
    """Return where quotation marks close that have the comma behind a title inside them (“Lamps Out,” …)."""
    return {
        found.end() - 1
        for found in QUOTED.finditer(text)
        if found[0][-2] == ","
        and text[found.end() : found.end() + 1].isspace()
        and (not text[: found.start()].strip() or text[: found.start()].rstrip()[-1] in ",;:.")
    }


def opened(raw: str) -> str:
    """Return a printed citation without the brackets before it."""
    return raw.lstrip("([ ")


def unbracketed(raw: str) -> str:
    """Return a printed citation without the brackets around it."""
    return raw.strip("()[] ")


def unquoted(text: str) -> tuple[str, bool]:
    """Return *text* without the quotation marks around the whole of it, and whether there were any."""
    found = QUOTED.fullmatch(text)
    return (text.strip(_MARKS + " \xa0").rstrip(","), True) if found else (text, False)


def _abbreviated(text: str, dot: int, lexicon: Lexicon) -> bool:
    """Return whether the full stop at *dot* ends an abbreviation or an initial, not a sentence."""
    if text[dot] != ".":
        return False
    word = re.search(r"[^\W_]+$", text[max(0, dot - _LONGEST_ABBREVIATION) : dot])
    if word is None:
        return False
    return (len(word[0]) == 1 and word[0].isupper()) or word[0].lower() in lexicon.abbreviations


def ends_sentence(text: str, lexicon: Lexicon) -> bool:
    """Return whether a closing full stop is the citation's own, not that of an abbreviation such as "ff."."""
    stripped = text.rstrip(" \t\n\xa0,;")
    return stripped.endswith(".") and _abbreviated_end(lexicon).search(stripped) is None


@lru_cache(maxsize=16)
def _abbreviated_end(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of an abbreviation at the end of a citation, with its full stop."""
    following = any_of(word.removesuffix(".") for word in lexicon.words("following"))
    undated = any_of(word.removesuffix(".") for word in lexicon.words("no_date"))
    return re.compile(rf"(?:\b[^\W\d_]|(?i:{following}|{undated})|\b[{CAPITAL}]\.[{CAPITAL}])\.$")


@lru_cache(maxsize=16)
def _borders(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of what stands between two levels."""
    # the words may start with a capital, but the letters that follow a border tell capitals apart
    container = any_of(_either_case(lexicon.words("container")))
    platform = any_of(_either_case(lexicon.words("platform")))
    opening = "“”«»„\"‘‚'"
    relation = any_of(lexicon.relations)
    return re.compile(
        rf"[.,;]?\s+(?P<relation>(?i:{relation}))\s*:?\s+(?=[{opening}{CAPITAL}])"
        rf"|(?P<container>[.,;:]?\s*(?<=[\s.,;:\])]){container}\s*:\s*"
        rf"|(?:[.,;]|(?<=[.,][”“»\"’']))\s+{container}\s+(?=[{opening}{CAPITAL}]|an?\s))"
        rf"|(?P<platform>[.,;]?\s*(?<=[\s.,;\])]){platform}\s*:\s*)"
        rf"|(?P<sentence>[.;]\s+(?=[{opening}{CAPITAL}0-9(])|(?<=\.[”\"])\s+(?=[{CAPITAL}]))",
    )


def edition_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where *text* names an edition by its number, whose full stops and commas cut nothing."""
    return [found.span() for found in _numbered_edition(lexicon).finditer(text)]


@lru_cache(maxsize=16)
def _numbered_edition(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of(word for word in lexicon.words("edition") if word[0] != "-")
    return re.compile(rf"(?<!\w)[0-9]{{1,2}}\.,?\s+(?:\w{{1,14}}\.,?\s+){{0,2}}{words}", re.IGNORECASE)


def counted_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where *text* names a division by its number in front, "II. Akt", whose full stop cuts nothing."""
    return [found.span() for found in counted_place(lexicon).finditer(text)]


@lru_cache(maxsize=16)
def counted_place(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a division with its number in front: "II. Akt", "3rd scene", "2e acte"."""
    listed = [word for word, label in lexicon.locators.items() if label in {"act", "scene"}]
    listed += [word for word, label in lexicon.printed_places.items() if label == "part"]
    ordinals = "|".join(re.escape(one) for one in lexicon.words("ordinal_suffixes"))
    return re.compile(
        rf"(?<!\w)(?P<number>[0-9]{{1,2}}|[IVX]{{1,5}})(?:\.|[ªºe]|{ordinals})?\s(?P<word>(?i:{any_of(listed)}))"
    )


def _either_case(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in dict.fromkeys((word, word.capitalize(), word.upper()))]


_SENTENCE_END = re.compile(rf"[.!?…:][”’»“\"')\]]*\s+(?=[\"“‘«„'(\[]?[{CAPITAL}0-9¿¡])")


def sentences(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of running text (for lead-ins and lead claims)."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if text[found.start()] == "." and _abbreviated(text, found.start(), lexicon):
            continue
        if text[found.start()] == ":":
            continue
        end = found.start() + len(found[0].rstrip())
        yield start, end
        start = found.end()
    if start < len(text):
        yield start, len(text.rstrip())
