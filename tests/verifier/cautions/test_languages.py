"""The files of the languages: whole, read only when asked for, and refused with a message that says why."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pincite.verifier import languages
from pincite.verifier.languages import LanguageFileError, codes, known, read_words, words_of
from pincite.verifier.prose.lexicon import lexicon

_FOLDER = Path(languages.__file__).parent
_ENGLISH = (_FOLDER / "en.yaml").read_text("utf-8")


def test_there_are_seven_languages() -> None:
    assert codes() == ("de", "en", "es", "fr", "he", "ru", "zh")


@pytest.mark.parametrize("code", codes())
def test_each_file_is_in_order_and_makes_patterns(code: str) -> None:
    words = words_of(code)
    assert words.code == code
    assert words.negations
    assert words.commonest
    assert lexicon(code)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("script: latin", "script: runes", "script has to be one of latin"),
        ("script: latin", "script: [latin]", "script has to be text"),
        ("first_halves: []\n", "", "first_halves is missing"),
        ("first_halves: []", "first_halves: ne", "first_halves has to be a list"),
        ("first_halves: []", "first_halves: [false]", "first_halves holds False, which is no word"),
        ("first_halves: []", "first_halves: ['**']", "first_halves holds '**', which is no word"),
        ("first_halves: []", "first_halves: [Ne]", "words are listed in lower case"),
        ("first_halves: []", "first_halves: [n’]", "with plain apostrophes"),
        ("first_halves: []", "first_halves: [ne, ne]", "first_halves holds 'ne' twice"),
        ("first_halves: []", "first_halves: []\nfirst_halfs: []", "first_halfs is no member"),
        ("first_halves: []", "first_halves: []\nfirst_halves: [ne]", "stands here a second time"),
        ("first_halves: []", "first_halves: [", "xx.yaml: "),
        ("dotted_ordinals: false", "dotted_ordinals: 1", "dotted_ordinals has to be true or false"),
        (_ENGLISH, "- word", "has to hold members"),
    ],
)
def test_a_faulty_file_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(_ENGLISH.replace(old, new), "utf-8")
    with pytest.raises(LanguageFileError, match=re.escape(message)):
        read_words(path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LanguageFileError, match=r"xx\.yaml"):
        read_words(path)


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(LanguageFileError, match="no words for language 'xx', only for de, en"):
        words_of("xx")


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "en"), ("ZH-Hant-TW", "zh"), ("xx", None), ("", None), (None, None), ("../en", None)],
)
def test_tags_lead_to_languages(tag: str | None, code: str | None) -> None:
    assert known(tag) == code


def test_importing_reads_no_file_and_no_yaml() -> None:
    asks = (
        "import sys; import pincite.verifier.cautions; from pincite.verifier import languages; "
        "print('yaml' in sys.modules, languages.codes.cache_info().currsize, languages.words_of.cache_info().currsize)"
    )
    told = subprocess.run(
        [sys.executable, "-c", asks], capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.split() == ["False", "0", "0"]
