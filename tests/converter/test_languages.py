"""The words of the languages: each file is whole, and a file is all that a language takes."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pincite import convert
from pincite.converter import languages
from pincite.converter import lexicon as lexicons
from pincite.converter.languages import Language, codes
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = Path(languages.__file__).parent
_CODE = _FOLDER.parent


def _data(code: str) -> dict[str, Any]:
    data: Any = YamlText((_FOLDER / f"{code}.yaml").read_text("utf-8")).data
    return dict(data)


def _words(value: object) -> Iterator[str]:
    """Yield the words of a member, whatever its shape."""
    if isinstance(value, dict):
        for word, part in value.items():
            yield from _words(part) if isinstance(part, list) else [word]
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)
    else:
        yield str(value)


def test_there_are_five_languages() -> None:
    assert codes() == ["de", "en", "es", "fr", "ru"]


@pytest.mark.parametrize("code", codes())
def test_a_file_has_every_member_and_no_other(code: str) -> None:
    assert _data(code).keys() == {field.name for field in fields(Language)} - {"code"}


@pytest.mark.parametrize("code", codes())
def test_words_are_in_lower_case_and_stand_once(code: str) -> None:
    for member, value in _data(code).items():
        listed = list(_words(value))
        assert [word for word in listed if word != word.lower()] == [], member
        if member != "quotation_marks":  # a plain apostrophe stands for either
            assert [word for word in listed if "’" in word] == [], member
        if isinstance(value, list):
            assert [word for word in set(listed) if listed.count(word) > 1] == [], member


@pytest.mark.parametrize("code", codes())
def test_a_word_announces_people_in_one_role_only(code: str) -> None:
    # the lists are tried one after the other: a later one would never see the word
    roles = ("authors", "editors", "translators", "interviewers", "directors", "roles")
    listed = [word for role in roles for word in dict.fromkeys(_words(_data(code)[role]))]
    assert [word for word in dict.fromkeys(listed) if listed.count(word) > 1] == []


@pytest.mark.parametrize("code", codes())
def test_only_honest_gaps_are_empty(code: str) -> None:
    may_be_empty = {
        "date_joints", "decade_suffixes", "year_words", "law_heads", "law_tails", "articles", "indefinite_articles",
        "oblique_names", "social", "spelled_decades", "spelled_centuries", "century_ordinals", "forename_titles",
        "letters", "by", "name_joints",
    }  # fmt: skip
    assert {member for member, value in _data(code).items() if not value} <= may_be_empty


def test_no_module_names_a_language_but_english() -> None:
    codes_named = rf"[\"'](?:{'|'.join(code for code in codes() if code != 'en')})[\"']"
    by = r"(?:by|von|par|por)"
    # its word for who did something, in a pattern or in a list
    named = re.compile(rf"{codes_named}|(?<!\w){by}(?:\\s|\|)|\|{by}(?!\w)|[\"'](?:von|par|por)[\"']")
    found = [
        f"{path.relative_to(_CODE)}: {line.strip()}"
        for path in sorted(_CODE.rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if named.search(line)
    ]
    assert found == []


def test_no_module_names_the_capitals_of_some_alphabets_only() -> None:
    few = re.compile(r"A-ZÀ-|À-[ÞÖ]|à-ÿ|ß-ÿ")
    found = [
        f"{path.relative_to(_CODE)}: {line.strip()}"
        for path in sorted(_CODE.rglob("*.py"))
        for line in path.read_text("utf-8").splitlines()
        if few.search(line)
    ]
    assert found == []


def test_a_new_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # a language nobody has: English with the letters of each word turned round
    for code in codes():
        (tmp_path / f"{code}.yaml").write_text((_FOLDER / f"{code}.yaml").read_text("utf-8"), "utf-8")
    turned = re.sub(
        r"(?m)(?<=: \[)[^\[\]]*(?=\]$)",
        lambda found: re.sub(r"[a-z]{2,}", lambda word: word[0][::-1], found[0]),
        (_FOLDER / "en.yaml").read_text("utf-8"),
    )
    (tmp_path / "xx.yaml").write_text(turned, "utf-8")
    monkeypatch.setattr(languages, "_FOLDER", tmp_path)
    caches = (languages.language, lexicons.lexicon)
    for cache in caches:
        cache.cache_clear()
    try:
        assert "xx" in codes()
        document = convert(
            "Eht pmal fo eht ruobrah saw til yb dnah dna eht repeek etorw fo ti ni eht golkoob taht saw sih:\n\n"
            "Eht lio saw derusaem yb eht puc dna eht kciw saw tuc. (Eht Pmal, Seni Worram, Ruobrah Sserp, 1901, segap 4)\n"
        )
    finally:
        monkeypatch.undo()
        for cache in caches:
            cache.cache_clear()
    assert document["article"]["language"] == "xx"
    (quotation,) = document["quotations"]
    (citation,) = quotation["citations"]
    assert citation["locator"] == {"page": "4"}
    assert document["sources"][0]["publisher"] == "Ruobrah Sserp"
