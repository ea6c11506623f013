"""The language packs: complete, well written, and every phrase of theirs found where it stands and nowhere else."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pincite.checker import check_data
from pincite.reading.yaml_syntax import YamlText
from pincite.rules import phrases as phrases_module
from pincite.rules.phrase_finder import HARMLESS, RHETORIC, find, index
from pincite.rules.phrase_patterns import AT_SENTENCE_START, slots_of
from pincite.rules.phrases import languages, pack, read_pack
from pincite.rules.running_text import as_running_text

WITHOUT: dict[tuple[str, str], str] = {
    (language, group): "one label stands for one page and for several"
    for language in ("de", "fr")
    for group in ("page_singulars", "page_plurals")
}
"""Group that a language does without, and why: (language, group) to the reason."""
OF_WORDS = ("abbreviations", "doubled_on_purpose", "negation", "never_doubled")
PHRASES = [
    (language, group, phrase)
    for language in sorted(languages())
    for group in (*RHETORIC, HARMLESS, "navigation")
    for phrase in pack(language).get(group, ())
]
TELL = tuple(f"PIN60{number}" for number in range(1, 7))


def faults_of(groups: dict[str, tuple[str, ...]]) -> list[str]:
    """Return what is wrong with how a pack is written."""
    faults = [] if list(groups) == sorted(groups) else ["groups are not in alphabetical order"]
    for group, phrases in groups.items():
        faults += [
            f"{group}: '{one}' is there twice" for one in sorted(set(phrases)) if phrases.count(one) > 1
        ]
        for one in phrases:
            if one != one.lower() or "’" in one:
                faults.append(f"{group}: '{one}' is not in lower case with straight apostrophes")
            if one != " ".join(one.split()) or not one:
                faults.append(f"{group}: '{one}' has too much white space, or nothing in it")
            if group in OF_WORDS and not one.rstrip("'").isalpha():
                faults.append(f"{group}: '{one}' is no single word")
            if group not in OF_WORDS and any(
                "'" in word[:-1] for slot in slots_of(one) for word in slot.words
            ):
                faults.append(f"{group}: '{one}' has an elided word that is not a word of its own")
            if group not in OF_WORDS and not slots_of(one)[0].words:
                faults.append(f"{group}: '{one}' begins with a gap")
    return faults


def sentences_of(phrase: str) -> list[str]:
    """Return the phrase as it may stand in a text: with each alternative once, gaps filled and left out."""
    slots = slots_of(phrase)
    first = [min(slot.words) if slot.words else "" for slot in slots]
    ways = [first]
    for number, slot in enumerate(slots):
        words = sorted(slot.words) if slot.words else ["", "so", "so , so to"]
        ways += [[*first[:number], word, *first[number + 1 :]] for word in words]
        ways += [[*first[:number], "", *first[number + 1 :]]] if slot.optional else []
    return sorted({joined(way) for way in ways})


def joined(words: list[str]) -> str:
    text = ""
    for word in filter(None, words):
        glued = not text or text.endswith("'") or word in {",", ":"}
        text += word if glued else f" {word}"
    return text.replace(" ,", ",")


def article(lines: list[str], language: str) -> dict[str, object]:
    """Return a document whose article has these paragraphs."""
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    blocks = [
        {"type": "paragraph", "start": start, "end": end - 1}
        for start, end in pairwise(starts)
        if end - 1 > start
    ]
    return {
        "pincite": "1.0",
        "article": {"title": "The clock", "language": language, "text": {"content": text}, "blocks": blocks},
    }


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_pack_has_every_group_and_is_well_written(language: str) -> None:
    groups = dict(pack(language))
    missing = set(pack("en")) - {group for group, phrases in groups.items() if phrases}
    assert {group for group in missing if not WITHOUT.get((language, group))} == set()
    assert set(groups) <= set(pack("en"))
    assert faults_of(groups) == []


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_pack_is_yaml(language: str) -> None:
    text = Path(phrases_module.__file__).with_name(f"{language}.yaml").read_text("utf-8")
    data = YamlText(text)
    assert isinstance(data.data, dict)
    assert {group: tuple(str(held).splitlines()) for group, held in data.data.items()} == pack(language)
    assert data.faults == []


@pytest.mark.parametrize(
    "text", ["proof:\n  it is", "  it is", "proof: |\nit is", "proof: |\n\nlate: |", "a: |\na: |"]
)
def test_a_line_that_is_no_phrase_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="neither a group nor a phrase"):
        read_pack(text)


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_phrase_belongs_to_two_groups(language: str) -> None:
    phrases = [phrase for group in (*RHETORIC, HARMLESS) for phrase in pack(language).get(group, ())]
    assert sorted(phrases) == sorted(set(phrases))


def test_a_badly_written_pack_is_noticed() -> None:
    assert faults_of(
        {"b": ("Twice", "twice", "twice", "c’est", "two  words", "d'aucuns|tous", "… so"), "a": ()}
    ) == [
        "groups are not in alphabetical order",
        "b: 'twice' is there twice",
        "b: 'Twice' is not in lower case with straight apostrophes",
        "b: 'c’est' is not in lower case with straight apostrophes",
        "b: 'two  words' has too much white space, or nothing in it",
        "b: 'd'aucuns|tous' has an elided word that is not a word of its own",
        "b: '… so' begins with a gap",
    ]
    assert faults_of({"negation": ("not so",)}) == ["negation: 'not so' is no single word"]


@pytest.mark.parametrize(("language", "group", "phrase"), PHRASES)
def test_a_phrase_is_found_in_every_form(language: str, group: str, phrase: str) -> None:
    alone = index([(group, phrase)], frozenset(pack(language)["negation"]))
    for sentence in sentences_of(phrase):
        for text, start in ((sentence, 0), (f"At six. {sentence.capitalize()} then.".replace("'", "’"), 8)):
            hits = find(as_running_text(text), alone)
            assert [hit.start for hit in hits] == [start], text
            assert hits[0].end <= start + len(sentence)


@pytest.mark.parametrize("language", sorted(languages()))
def test_phrases_are_told_in_prose_and_not_in_quotations(language: str) -> None:
    phrases = [phrase for group in RHETORIC for phrase in pack(language)[group]]
    for phrase in phrases:
        sentence = max(sentences_of(phrase), key=len)
        begins = f"{sentence} 6." if phrase.startswith(AT_SENTENCE_START) else f"6 {sentence} 6."
        findings = check_data(
            article([begins, f"6 “{begins}” 6", f"{begins[:-1]} (Log, p. 3)."], language)
        ).findings
        assert {one.pointer for one in findings if one.code in TELL} == {"/article/blocks/0"}, sentence
