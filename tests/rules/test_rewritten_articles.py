"""What fixes make of articles: only the author's own typography changes, and all that is quoted, cited and named stays.

A fault that is put into a sound article is mended back to the article as it was, or left.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite import rules as fixing_rules
from pincite.converter.article import convert_text
from pincite.fixing.fixed import fixed
from pincite.model.house import House
from pincite.reading.articles import is_article, read_article
from pincite.reading.files import RawDocument, documents_in
from pincite.settings.run import USUAL, FileSettings
from tests.rules.test_fixes import FAULTY
from tests.samples import sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.json_value import Json, JsonObject

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLES = [path for path in FAULTY if path.name.endswith((".txt", ".md")) and path.name.startswith("fail-")]
every_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.name}")
COMPUTED = frozenset({"anchor", "lead_in", "date_text", "inferred", "blocks", "text", "id", "ref", "source"})
"""Members that say where something stands, how it is spelt or how it was concluded, or that ids come from."""
FAULTS: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "a space before a comma": (r"(?<=\w), (?=\w)", lambda found: f" {found[0]}"),
    "a no-break space before a comma": (r"(?<=\w), (?=\w)", lambda found: f"\u00a0{found[0]}"),
    "two spaces behind a comma": (r"(?<=\w), (?=\w)", lambda found: f"{found[0]} "),
    "no space behind a comma": (r"(?<=[a-z]{2}), (?=[A-Za-z]{2})", lambda _: ","),
    "a space in a parenthesis": (r"\((?=\w)", lambda _: "( "),
    "a label without its space": (r"(?<=\Wp\.) (?=[0-9])", lambda _: ""),
    "a comma behind a month": (r"(?<=[a-z]{3}) (?=[0-9]{1,2}, [0-9]{4})", lambda _: ", "),
    "a spaced hyphen between pages": (r"(?<=[0-9])–(?=[0-9])", lambda _: " - "),
    "a full stop in a parenthesis": (r"(?<=[0-9])(?=\))", lambda _: "."),
    "an apostrophe of another form": (r"(?<=[a-z]{2})’(?=s )", lambda _: "'"),
    "an opening mark for a closing one": (r"(?<=[a-z])”(?=[ .,])", lambda _: "“"),
    "a closing mark for an opening one": (r"(?<= )“(?=[a-z])", lambda _: "”"),
}
"""What finds the places where a sound article may get a fault, and what is written there."""


def data_of(name: str, content: bytes) -> JsonObject:
    """Return the document that an article is read as."""
    if is_article(name):
        text = read_article(name, content)
        assert isinstance(text, str)
        return dict(convert_text(text))  # type: ignore[arg-type]
    [raw] = [one for one in documents_in(name, content) if isinstance(one, RawDocument)]
    assert isinstance(raw.data, dict)
    return raw.data


def letters(text: str) -> str:
    """Return the letters and figures of a text."""
    return "".join(re.findall(r"[^\W_]", text))


def spelt_out(value: Json) -> Json:
    """Return data with the letters and figures of its words only."""
    if isinstance(value, dict):
        return {key: spelt_out(one) for key, one in value.items() if key not in COMPUTED}
    if isinstance(value, list):
        return [spelt_out(one) for one in value]
    return letters(value) if isinstance(value, str) else value


def quoted(data: JsonObject) -> list[Json]:
    """Return the words of the quotations."""
    quotations = data.get("quotations", [])
    assert isinstance(quotations, list)
    return [one["text"] for one in quotations if isinstance(one, dict)]


def kinds_of_blocks(data: JsonObject) -> list[Json]:
    article = data["article"]
    assert isinstance(article, dict)
    blocks = article.get("blocks", [])
    assert isinstance(blocks, list)
    return [one["type"] for one in blocks if isinstance(one, dict)]


def assert_only_typography(name: str, before: bytes, after: bytes) -> None:
    old, new = data_of(name, before), data_of(name, after)
    assert letters(after.decode()) == letters(before.decode())
    assert quoted(new) == quoted(old)
    assert kinds_of_blocks(new) == kinds_of_blocks(old)
    assert spelt_out(new) == spelt_out(old)


@every_article
def test_safe_fixes_leave_letters_figures_and_quotations(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    before = path.read_bytes()
    assert_only_typography(path.name, before, fixed(path.name, USUAL, before, {"safe"}).after)


@every_article
def test_no_fix_touches_what_is_quoted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    before = path.read_bytes()
    done = fixed(path.name, USUAL, before, {"safe", "unsafe"})
    old, new = data_of(path.name, before), data_of(path.name, done.after)
    assert quoted(new) == quoted(old)
    assert kinds_of_blocks(new) == kinds_of_blocks(old)


@sample
def test_safe_fixes_of_samples_change_typography_only(path: Path) -> None:
    before = path.read_bytes()
    assert_only_typography(path.name, before, fixed(path.name, USUAL, before, {"safe"}).after)


def fixed_text(text: str) -> str:
    """Return an article's text after its safe fixes."""
    return fixed("article.txt", USUAL, text.encode(), {"safe"}).after.decode()


@cache
def sound_articles() -> tuple[str, ...]:
    """Return the texts of the examples, with nothing left in them that a safe fix would mend."""
    return tuple(fixed_text(path.read_text("utf-8")) for path in sorted(EXAMPLES.glob("[!f]*/article.txt")))


def with_fault(fault: str, text: str, number: int) -> str | None:
    """Return a text with a fault at one of the places for it, counted round and round; None where it has no place."""
    pattern, wrong = FAULTS[fault]
    places = list(re.finditer(pattern, text))
    if not places:
        return None
    place = places[number % len(places)]
    return text[: place.start()] + wrong(place) + text[place.end() :]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_put_into_a_sound_article_is_mended_back(fault: str) -> None:
    results = [
        (text, faulty, fixed_text(faulty))
        for text in sound_articles()
        for faulty in [with_fault(fault, text, number) for number in range(0, 60, 20)]
        if faulty is not None
    ]
    assert any(after == text for text, _, after in results)
    assert [(faulty, after) for text, faulty, after in results if after not in {text, faulty}] == []


LINES = {
    "single": "The note read ‘{}’ and no more.",
    "straight single": "The note read '{}' and no more.",
    "single within double": "“The note read ‘{}’”, she said, “and no more.”",
    "single in a parenthesis": "There was a note ('{}'), and no more.",
    "pointed": "The note read ‹{}› and no more.",
    "pointed inwards": "The note read ›{}‹ and no more.",
    "typewritten": "The note read ``{}'' and no more.",
    "typewritten angles": "The note read <<{}>> and no more.",
    "backticks": "The note read `{}` and no more.",
    "a backtick and an apostrophe": "The note read `{}' and no more.",
    "low single": "The note read ‚{}‘ and no more.",
    "guillemets": "The note read « {} » and no more.",
    "corners": "The note read 「{}」 and no more.",
    "straight, left open": 'The note read "{} and no more.',
    "straight, left open behind a pair": 'The "first" note read "{} and no more.',
    "curly, left open": "The note read “{} and no more.",
    "single, left open": "The note read ‘{} and no more.",
    "never opened": "The note read {}” and no more.",
    "low, left open": "The note read „{} and no more.",
    "with an apostrophe in it": "The note read ‘the masters’ light, {}’ and no more.",
    "with a possessive in it": "The note read ‘the pilot’s light, {}’ and no more.",
    "opened in the paragraph before": "The note read: “The light is out.\n\nIt was {} and no more.\n\nWe wait.”",
}
"""Sentences with words that are quoted in them, or may be."""
WORDS = ("not now , later", "not now,, later", "not now\u00a0, later", "it was the the light")
"""Words with what a rule of prose mends."""


def article_of(*paragraphs: str) -> str:
    plain = (
        "The pilots of the bar went out at six and saw no light, and they wrote to each other. It was the hour at which the "
        "tide had turned, and there was nobody on the mole who would have told them that the keeper was not at home."
    )
    return "\n\n".join(("The Letters of the Pilots", "by Ines Marrow", plain, *paragraphs)) + "\n"


def mended_wholly(text: str) -> str:
    """Return an article's text after all its fixes."""
    return fixed("article.txt", USUAL, text.encode(), {"safe", "unsafe"}).after.decode()


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_no_fix_touches_words_between_marks_of_any_kind(line: str) -> None:
    for words in WORDS:
        text = article_of(line.replace("{}", words))
        assert mended_wholly(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "It was {}, and the pilots’ boat lay still.",
        "It’s {}, as the pilot’s log and the masters’ log say.",
        "The ‘first’ note was {}, the “second” not.",
        "“In 1912” it was {}, and a “light” was seen.",
        "In the '90s it was {}, says the pilot's log.",
        "« Le phare » was {}, and « la cloche » not.",
        "„Das Licht“ was {}, and „die Glocke“ not.",
        "»Das Licht« was {}, and »die Glocke« not.",
        'A pipe of 6" was {}, and no more.',
    ],
)
def test_words_outside_of_marks_are_mended(line: str) -> None:
    for words in WORDS:
        text = article_of(line.replace("{}", words))
        assert mended_wholly(text) != text


def test_of_many_places_those_between_marks_are_left() -> None:
    plain, quoted_words = (
        "It was now , and no light was seen.",
        "The note read ‘not now , later’ and no more.",
    )
    many = [plain] * 25
    assert mended_wholly(article_of(*many, quoted_words)) == article_of(
        *[one.replace(" ,", ",") for one in many], quoted_words
    )


@pytest.mark.parametrize(
    "paragraph",
    [
        "It's the clock's hand and the bell's rope; the note read ‘the keeper’s coat, the pilot’s hat’.",
        "The note read ‘the ”light” is out’ and no more.",
        "The note read ‘the «light» is out’; the “hour”, the “hand”, the “bell”, the “rope” are not in it.",
    ],
    ids=["PIN412", "PIN411", "PIN413"],
)
def test_rules_of_marks_leave_what_stands_between_single_ones(paragraph: str) -> None:
    text = article_of(paragraph)
    assert mended_wholly(text) == text


def test_no_fix_touches_what_a_printed_citation_has_between_single_marks() -> None:
    text = article_of(
        "They wrote:",
        "The light is out, and no more was said of it. (Clara Hask, ‘The Bell ,the Rope ( a song ), 1871 - 1872’, 1901, p. 4)",
    )
    assert mended_wholly(text) == text


MARKDOWN = """\
---
pincite: "1.0"
article: {title: The Letters of the Pilots, language: en}
---

# The Letters of the Pilots

The pilots of the bar , going out at six, wrote `now , later` and ``so , on`` , and no more. They wrote to each other.
"""


def test_no_fix_touches_inline_code() -> None:
    done = fixed("article.md", USUAL, MARKDOWN.encode(), {"safe", "unsafe"}).after.decode()
    assert done == MARKDOWN.replace("bar ,", "bar,").replace("on`` ,", "on``,")


def test_the_text_of_articles_is_rewritten_in_one_place_only() -> None:
    rules = Path(fixing_rules.__file__).parent
    asking = [path.name for path in rules.glob("*.py") if "document.rewriting(" in path.read_text("utf-8")]
    assert asking == ["own_typography.py"]


@settings(max_examples=25)
@given(st.sampled_from(sorted(FAULTS)), st.sampled_from(range(5)), st.integers(0, 10_000))
def test_a_fault_anywhere_is_mended_back_or_left(fault: str, article: int, number: int) -> None:
    text = sound_articles()[article % len(sound_articles())]
    faulty = with_fault(fault, text, number)
    assert faulty is None or fixed_text(faulty) in {text, faulty}


@pytest.mark.parametrize(
    ("house", "prose", "printed"),
    [
        (House(date="iso"), "the “hour” and the “hand”", "1871-05-03"),
        (House(date="month day, year"), "the “hour” and the “hand”", "May 3, 1871"),
        (House(quotation_marks="«»"), "the «hour» and the «hand»", "3 May 1871"),
        (House(quotation_marks="„“"), "the „hour“ and the „hand“", "3 May 1871"),
    ],
)
def test_what_the_house_asks_for_is_written(house: House, prose: str, printed: str) -> None:
    def article(prose: str, printed: str) -> str:
        return (
            f"The Letters of the Pilots\n\nby Ines Marrow\n\nThey spoke of {prose}, and they wrote to each other:\n\n"
            f"The ice holds us. (The Bell, Clara Hask, {printed}, Lantern Row Press, p. 4)\n"
        )

    before = article("the “hour” and the “hand”", "3 May 1871")
    done = fixed("article.txt", FileSettings(house=house), before.encode(), {"unsafe"})
    assert done.after.decode() == article(prose, printed)
