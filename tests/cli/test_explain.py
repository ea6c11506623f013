"""``pincite explain`` and ``pincite rules``: what the findings mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pincite.reporters.page_text import page_text
from pincite.rules.catalogue import catalogue

if TYPE_CHECKING:
    from tests.conftest import Pincite, PinciteInside

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", ["PIN101", "pin101", "101", "quotation-uncited", "Quotation-Uncited"])
def test_a_rule_is_explained_by_code_or_name_in_any_case(code: str, pincite: Pincite) -> None:
    done = pincite("explain", code)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(
        "# PIN101 quotation-uncited\n\n"
        "A quotation names no citation.\n\n"
        "Severity: warning. Family: missing. Needs: the document alone. Fix: by hand.\n\n"
        "## Why\n\n"
    )
    assert done.out.endswith("```\n")


def test_every_code_there_is_can_be_explained(pincite_inside: PinciteInside) -> None:
    for one in catalogue():
        done = pincite_inside("explain", one.rule.code)
        head = f"# {one.rule.code} {one.rule.name} {one.rule.summary} Severity: {one.rule.severity}. "
        assert " ".join(done.out.split()).startswith(head)
        assert done.out.split() == one.page().split()
        assert (done.status, done.err) == (0, "")
        assert [line for line in FENCED.sub("", done.out).splitlines() if len(line) > 80] == []
        assert FENCED.findall(done.out) == FENCED.findall(one.page())


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("# A heading " + "long " * 20, "# A heading " + "long " * 20),
        ("word\nword\n\nword", "word word\n\nword"),
        (f"{'word ' * 20}", f"{'word ' * 16}".rstrip() + "\nword word word word"),
        (f"- {'word ' * 16}\n- b\n  c", "- " + f"{'word ' * 15}".rstrip() + "\n  word\n- b c"),
        ("a\n```yaml\nb:   c\n\n- d\n```\ne\nf", "a\n```yaml\nb:   c\n\n- d\n```\ne f"),
        ("| a | b |\n|---|---|", "| a | b |\n|---|---|"),
    ],
)
def test_a_page_is_wrapped_outside_code(markdown: str, shown: str) -> None:
    assert page_text(markdown) == f"{shown}\n"


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        ("altered", "PIN702"),
        ("Absent", "PIN701"),
        ("near", "PIN704"),
        ("misattributed", "PIN703"),
        ("ambiguous", "PIN705"),
        ("unchecked", "PIN706"),
        ("exact", ""),
        ("uncited", ""),
    ],
)
def test_a_verdict_leads_to_its_rule(verdict: str, code: str, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("explain", verdict)
    assert (done.status, done.err) == (0, "")
    first, _, rest = done.out.partition("\n")
    assert first.startswith(f"{verdict.lower()}: a verdict of pincite verify: ")
    assert rest.startswith(f"\n# {code} " if code else "")
    assert bool(rest) == bool(code)


def test_an_unknown_code_is_told(pincite: Pincite) -> None:
    done = pincite("explain", "PIN999\x1b[31m")
    assert (done.status, done.out) == (2, "")
    assert done.err == "pincite: no rule is called 'PIN999\\x1b[31m'; pincite rules lists them all\n"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("149", "PIN139 (house-member-missing)"),
        ("pin399", "PIN338 (catalogue-id-repeated)"),
        ("quotation-uncitd", "PIN101 (quotation-uncited)"),
    ],
)
def test_a_likely_code_or_name_is_proposed(word: str, meant: str, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("explain", word)
    assert (done.status, done.out) == (2, "")
    assert (
        done.err
        == f"pincite: no rule is called '{word}'; did you mean {meant}? pincite rules lists them all\n"
    )


def test_rules_are_listed_with_their_summaries(pincite: Pincite) -> None:
    done = pincite("rules")
    assert (done.status, done.err) == (0, "")
    entries = re.split(r"\n(?! )", done.out.rstrip("\n"))
    assert [entry.split(maxsplit=3)[:3] for entry in entries] == [
        [one.rule.code, one.rule.severity, one.rule.name] for one in catalogue()
    ]
    assert [" ".join(entry.split()[3:]) for entry in entries] == [
        one.rule.summary if one.default else f"(only where selected) {one.rule.summary}"
        for one in catalogue()
    ]
    assert "PIN122  warning  paragraph-uncited  (only where selected)\n" in done.out
    assert [line for line in done.out.splitlines() if len(line) > 80] == []
