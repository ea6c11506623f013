"""The words that turn a sentence's sense in each language, and its abbreviations: data files, read when first asked for.

A new language is one more file here with the members of ``Words``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.json_value import Json

_FOLDER = Path(__file__).parent
_SCRIPTS = ("latin", "cyrillic", "han", "hebrew")


class LanguageFileError(ValueError):
    """A language's file is not as it has to be; the message names the file and the member."""


@dataclass(frozen=True)
class Words:
    """The words of one language, in lower case with plain apostrophes; ``code`` is its BCP 47 tag.

    ``kein*`` is any word that begins so, ``*n't`` any that ends so, ``n'`` a word that the next one is written to.
    A word with Hebrew vowel points counts only in pointed text, where the points agree.
    """

    code: str
    script: str  # latin, cyrillic, han, hebrew
    commonest: tuple[str, ...]  # tell the language
    foreign_letters: str  # tell that it is another language of this script
    negations: tuple[str, ...]
    first_halves: tuple[str, ...]  # ne: after these ...
    second_halves: tuple[str, ...]  # ... these are negations as well: point, personne
    unpointed: tuple[str, ...]  # negations in text without vowel points
    harmless: tuple[str, ...]  # hold a word of the lists and do not mean it: as if
    conditions: tuple[str, ...]  # conditions and limits: unless, except
    contrasts: tuple[str, ...]  # a limit where a sentence goes on with them: but, however
    numbers: tuple[str, ...]  # number words that are no articles
    lone_numbers: tuple[str, ...]  # numbers only where nothing else stands with them: [one]
    measures: tuple[str, ...]  # if there are any, number words count only right before one of these
    prefixes: tuple[str, ...]  # letters written to the word behind them
    joints: tuple[str, ...]  # may stand between a cut and the negation it hides: but not, did not
    that_words: tuple[str, ...]  # begin what is said, believed or denied: that
    denials: tuple[str, ...]  # negate what such a word begins: denied that
    abbreviations: tuple[str, ...]  # without their full stop, which ends no sentence
    closing_abbreviations: tuple[str, ...]  # those that end a sentence where a capital follows: etc.
    numbered_abbreviations: tuple[str, ...]  # those that are abbreviations only before a number: No. 5
    dotted_ordinals: bool  # 3. Mai
    decimal_sign: str  # 1,5 or 1.5
    negative_prefixes: tuple[str, ...]  # un-, in-: what a bracket within a word may hide
    negative_suffixes: tuple[str, ...]  # -less


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of the languages there are."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def words_of(code: str) -> Words:
    """Return the words of one language; raises LanguageFileError for one there is no file for."""
    if code not in codes():
        raise LanguageFileError(f"there are no words for language {code!r}, only for {', '.join(codes())}")
    return read_words(_FOLDER / f"{code}.yaml")


@lru_cache(maxsize=64)
def known(tag: str | None) -> str | None:
    """Return the code of a language there are words for, from a BCP 47 tag ("en-GB": "en"), or None."""
    code = tag.split("-")[0].lower() if tag else ""
    return code if code in codes() else None


def decimal_sign(tag: str | None) -> str:
    """Return the sign before the decimals of a number in a language; a point where the language is none of ours."""
    code = known(tag)
    return words_of(code).decimal_sign if code else "."


def read_words(path: Path) -> Words:
    """Return the words that a language's file holds; raises LanguageFileError where it is not as it has to be."""
    # loaded here: whoever asks for no language pays for no YAML
    from pincite.reading.fault import UnreadableError  # noqa: PLC0415
    from pincite.reading.yaml_syntax import YamlText  # noqa: PLC0415

    try:
        read = YamlText(path.read_text("utf-8"))
    except (UnreadableError, OSError, UnicodeDecodeError) as error:
        raise LanguageFileError(f"{path.name}: {error}") from None
    if read.faults:
        raise LanguageFileError(f"{path.name}: {read.faults[0].message}")
    if not isinstance(read.data, dict):
        raise LanguageFileError(f"{path.name}: the file has to hold members with lists of words")
    return _checked(path, read.data)


def _checked(path: Path, data: dict[str, Json]) -> Words:
    members = {field.name: str(field.type) for field in fields(Words) if field.name != "code"}
    if missing := [name for name in members if name not in data]:
        raise LanguageFileError(
            f"{path.name}: {missing[0]} is missing; write an empty list if there are none"
        )
    if unknown := [name for name in data if name not in members]:
        raise LanguageFileError(f"{path.name}: {unknown[0]} is no member of a language's file")
    values: dict[str, object] = {}
    for name, kind in members.items():
        value = data[name]
        if kind == "bool":
            if not isinstance(value, bool):
                raise LanguageFileError(f"{path.name}: {name} has to be true or false")
            values[name] = value
        elif kind == "str":
            if not isinstance(value, str):
                raise LanguageFileError(f"{path.name}: {name} has to be text")
            values[name] = value
        else:
            values[name] = _listed(path, name, value)
    if values["script"] not in _SCRIPTS:
        raise LanguageFileError(f"{path.name}: script has to be one of {', '.join(_SCRIPTS)}")
    return Words(code=path.stem, **values)  # type: ignore[arg-type]  # checked member by member


def _listed(path: Path, name: str, value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise LanguageFileError(f"{path.name}: {name} has to be a list of words")
    seen: dict[str, None] = {}
    for word in value:
        if not isinstance(word, str) or not any(map(str.isalnum, word)):
            raise LanguageFileError(f"{path.name}: {name} holds {word!r}, which is no word")
        if word != word.lower() or "’" in word:
            raise LanguageFileError(
                f"{path.name}: {name} holds {word!r}; words are listed in lower case with plain apostrophes"
            )
        if word in seen:
            raise LanguageFileError(f"{path.name}: {name} holds {word!r} twice")
        seen[word] = None
    return tuple(seen)
