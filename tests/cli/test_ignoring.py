"""``# pincite: ignore[CODE] reason``: what is passed over and counted, and what is told of such comments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PinciteInside

HEAD = 'pincite: "1.0"\narticle: {title: The harbour clock}\n'
BOOK = "{id: log, type: book, title: Log, authors: [{literal: Ada Fenn}], date: '1871'}"
OTHER = BOOK.replace("log", "two").replace("Log", "Tides")

CASES = {
    "on the line": (f"sources:\n  - {BOOK} # pincite: ignore[PIN108] privately printed\n", [], 1),
    "by name": (f"sources:\n  - {BOOK} # pincite: ignore[publisher-missing] privately printed\n", [], 1),
    "above the object": (
        f"sources:\n  # pincite: ignore[PIN108] privately printed\n  - {BOOK}\n  - {OTHER}\n",
        ["6:5: PIN108 book 'two' has no publisher"],
        1,
    ),
    "above the member around it": (
        f"# pincite: ignore[PIN108] privately printed\nsources:\n  - {BOOK}\n  - {OTHER}\n",
        [],
        2,
    ),
    "of a fault of structure": ("annotator: me # pincite: ignore[PIN013] kept for the old tool\n", [], 1),
    "two for one finding": (
        f"# pincite: ignore[PIN108] all\nsources:\n  - {BOOK} # pincite: ignore[PIN108] this\n",
        [],
        1,
    ),
    "unused": (
        f"sources:\n  - {BOOK} # pincite: ignore[PIN108, PIN106] privately printed\n",
        ["4:85: PIN020 there is no PIN106 here to ignore"],
        1,
    ),
    "unused below": (
        f"# pincite: ignore[PIN106] no date\nsources:\n  - {BOOK} # pincite: ignore[PIN108] privately printed\n",
        ["3:1: PIN020 there is no PIN106 below to ignore"],
        1,
    ),
    "unknown": (
        f"sources:\n  - {BOOK} # pincite: ignore[publisher-mising] privately printed\n",
        [
            "4:5: PIN108 book 'log' has no publisher",
            "4:85: PIN021 no rule is called 'publisher-mising'",
        ],
        0,
    ),
    "a family": (
        f"sources:\n  - {BOOK} # pincite: ignore[PIN1] privately printed\n",
        ["4:5: PIN108 book 'log' has no publisher", "4:85: PIN021 no rule is called 'PIN1'"],
        0,
    ),
    "no code": (
        f"sources:\n  - {BOOK} # pincite: ignore privately printed\n",
        ["4:5: PIN108 book 'log' has no publisher", "4:85: PIN021 this comment names no rule to ignore"],
        0,
    ),
    "without a reason": (
        f"sources:\n  - {BOOK} # pincite: ignore[PIN108]\n",
        ["4:85: PIN022 nothing says why PIN108 is ignored here"],
        1,
    ),
    "what cannot be ignored": (
        f"sources:\n  - {BOOK} # pincite: ignore[PIN108, PIN003] privately printed\n",
        ["4:85: PIN020 PIN003 cannot be ignored: what has it is not judged at all"],
        1,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_comments_are_heard(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pincite_inside: PinciteInside
) -> None:
    monkeypatch.chdir(tmp_path)
    text, lines, ignored = CASES[name]
    if "sources" in text:
        text += "claims:\n  - {id: c1, text: It turned., citations: [{source: log, locator: {page: '4'}}]}\n"
    (tmp_path / "a.pincite.yaml").write_text(HEAD + text, "utf-8")
    arguments = ("--ignore", "PIN303,PIN113", "a.pincite.yaml")
    done = pincite_inside("check", "--format", "concise", *arguments)
    assert done.out.splitlines() == [f"a.pincite.yaml:{line}" for line in lines]
    summary = json.loads(pincite_inside("check", "--format", "json", *arguments).out)["summary"]
    assert summary.get("suppressed", {}).get("ignored", 0) == ignored
    told = f"not told: {ignored} ignored by comments\n"
    assert (told in pincite_inside("check", *arguments).out) == bool(ignored)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--select", "PIN106"], None),
        (["--ignore", "PIN107"], None),
        ([], "PIN020"),
        (["--ignore", "PIN020"], None),
    ],
)
def test_a_comment_for_a_rule_that_is_not_asked_is_not_unused(
    options: list[str], code: str | None, tmp_path: Path, pincite_inside: PinciteInside
) -> None:
    file = tmp_path / "a.pincite.yaml"
    file.write_text(HEAD + "custom: {} # pincite: ignore[PIN107] x\n", "utf-8")
    done = pincite_inside("check", "--format", "json", *options, str(file))
    assert {one["code"] for one in json.loads(done.out)["findings"]} - {"PIN112"} == (
        {code} if code else set()
    )


def test_a_comment_in_a_file_that_is_not_judged_is_not_unused(
    tmp_path: Path, pincite_inside: PinciteInside
) -> None:
    file = tmp_path / "a.pincite.yaml"
    file.write_text('pincite: "2.0" # pincite: ignore[PIN010] x\narticle: {title: T}\n', "utf-8")
    done = json.loads(pincite_inside("check", "--format", "json", str(file)).out)
    assert [one["code"] for one in done["findings"]] == ["PIN010"]
