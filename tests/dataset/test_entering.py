"""What of a document stands in a dataset: every text is marked with a word of its own, which is looked for in all files."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.building.build import Plan, build
from pincite.dataset.entering.document_id import name_of
from pincite.dataset.entering.excerpts import shortened
from pincite.dataset.policy import Policy
from pincite.model.segments import displayed
from tests.dataset.png import png

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.model.format import DocumentData, Quotation
    from pincite.model.json_value import Json, JsonObject
    from tests.conftest import Pincite

pytest.importorskip("pyarrow")

import pyarrow.parquet as pq

PNG = png(0)
QUOTE = "The bell was rung at six and at noon, and then again when the ferry came in."
CLAIM = "The bell was rung three times."
TEXT = f"Bells. {CLAIM} The book says: “{QUOTE}” (Marrow, Bells, p. 4) [1]"


def anchored(words: str) -> JsonObject:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words, "prefix": "before", "suffix": "after"}


DOCUMENT: JsonObject = {
    "pincite": "1.0",
    "version": "1",
    "article": {
        "title": "Bells",
        "subtitle": "of Ellery",
        "authors": [{"literal": "Nora Vane"}],
        "text": {"content": TEXT},
        "license": "LicenseRef-house",
        "image_bundle": {"text": "all pictures"},
        "inferred": {"title": "it stands first"},
    },
    "sources": [
        {
            "id": "bells",
            "type": "book",
            "title": "Bells",
            "authors": [{"literal": "Ines Marrow"}],
            "date": "1898",
            "publisher": "Quay Press",
            "note": "seen twice",
            "inferred": {"date": "the preface"},
        }
    ],
    "quotations": [
        {
            "id": "q1",
            "text": QUOTE,
            "display": "inline",
            "segments": [{"type": "text", "text": QUOTE}],
            "speaker": {"literal": "Ines Marrow"},
            "translation_of": "Die Glocke",
            "anchor": anchored(QUOTE),
            "lead_in": anchored("The book says:"),
            "inferred": {"display": "the marks"},
            "citations": [
                {
                    "source": "bells",
                    "locator": {"page": "4"},
                    "raw": "(Marrow, Bells, p. 4)",
                    "unparsed": ["something"],
                    "note": "italics",
                    "anchor": anchored("(Marrow, Bells, p. 4)"),
                    "images": ["i1"],
                    "passage": {"copy": "0" * 64, "prefix": "was heard", "suffix": "was seen"},
                }
            ],
        },
        {"id": "q2", "text": "A bell", "uncited": {"reason": "a proverb"}, "citations": [{"raw": "Vane"}]},
    ],
    "claims": [
        {
            "id": "c1",
            "text": CLAIM,
            "basis": "source",
            "anchor": anchored(CLAIM),
            "attributed_to": {"literal": "Nora Vane"},
            "evidence": [{"id": "q1", "anchor": anchored("The book says:")}],
        }
    ],
    "relations": [
        {"type": "restates", "from": "q1", "to": "q2", "independence": "two people", "note": "a note",
         "anchor": anchored("The book says:")},
    ],
    "images": [
        {
            "id": "i1",
            "role": "evidence",
            "label": "[1]",
            "url": "https://example.org/1.png",
            "alt": {"text": "A page"},
            "caption": "Page 4",
            "credit": "Museum",
            "rights": "free",
            "license": "CC0-1.0",
            "anchor": anchored("[1]"),
        }
    ],
    "custom": {"org.example.notes": {"words": "whatever"}},
}  # fmt: skip

UNMARKED = re.compile(
    r"/(id|type|pincite|redistribution|version|license|date|display|basis|role|url|source|copy|from|to|page|images/\d+|evidence/\d+)$"
)
"""Members that are no free texts."""
ABOUT = re.compile(
    r"/article/(title|subtitle|authors)|/sources/0/(title|authors|publisher|note)|/speaker/|/attributed_to/"
    r"|/images/0/(credit|rights)$"
)
"""Texts that are about an article, and no words of it: they go in whatever is declared."""
WHOLE = re.compile(r"/article/text/|/custom/|/inferred/")
"""Texts that may hold more than what is quoted."""


def marked(value: Json, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield the pointers of free texts with the words that mark them."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from marked(one, f"{at}/{name}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from marked(one, f"{at}/{number}")
    elif isinstance(value, str) and not UNMARKED.search(at):
        yield at, f"zq{len(at)}x{abs(hash_of(at))}zq"


def hash_of(text: str) -> int:
    return sum((place + 1) * ord(letter) for place, letter in enumerate(text))


def with_marks(document: JsonObject) -> tuple[JsonObject, dict[str, str]]:
    """Return a document each of whose free texts ends with its mark, and the marks by pointers."""
    marks = dict(marked(document))
    assert len(set(marks.values())) == len(marks)

    def changed(value: Json, at: str = "") -> Json:
        if isinstance(value, dict):
            return {name: changed(one, f"{at}/{name}") for name, one in value.items()}
        if isinstance(value, list):
            return [changed(one, f"{at}/{number}") for number, one in enumerate(value)]
        return f"{value} {marks[at]}" if at in marks else value

    found = changed(deepcopy(document))
    assert isinstance(found, dict)
    return found, marks


def built(folder: Path, policy: Policy, *documents: JsonObject, leave_out: bool = False) -> Path:
    """Return the dataset of documents."""
    from pincite.dataset.job import Judging  # noqa: PLC0415 - imports an extra

    root = folder / "in"
    root.mkdir(exist_ok=True)
    paths = []
    for number, one in enumerate(documents):
        paths.append(f"{number}.pincite.json")
        (root / paths[-1]).write_text(json.dumps(one), encoding="utf-8")
    judging = Judging(leave_out="error" if leave_out else None)
    build(Plan(root, tuple(paths), policy, judging), folder / "out")
    return folder / "out"


def words_in(out: Path) -> str:
    """Return all that stands in the files of a dataset, those of its tables in clear."""
    found = []
    for path in sorted(out.rglob("*")):
        if path.suffix == ".parquet":
            found.append(json.dumps(pq.read_table(path).to_pylist(), ensure_ascii=False))
        elif path.is_file() and path.suffix != ".png":
            found.append(path.read_text(encoding="utf-8"))
    return "\n".join(found)


def article_that(declares: str | None) -> JsonObject:
    document = deepcopy(DOCUMENT)
    assert isinstance(document["article"], dict)
    if declares is not None:
        document["article"]["redistribution"] = declares
    return document


@pytest.mark.parametrize(
    ("declares", "policy", "kept"),
    [
        ("full", Policy(), "all"),
        ("none", Policy(articles="full", quotations="full"), "all"),
        ("excerpts", Policy(), "excerpts"),
        (None, Policy(), "excerpts"),
        ("full", Policy(articles="none"), "excerpts"),
        ("none", Policy(), "about"),
        ("none", Policy(articles="full"), "about"),
        ("none", Policy(quotations="excerpt", excerpt=1000), "about"),
        ("full", Policy(quotations="none"), "about"),
    ],
)
def test_no_word_of_a_text_that_is_left_out_is_anywhere(
    declares: str | None, policy: Policy, kept: str, tmp_path: Path
) -> None:
    document, marks = with_marks(article_that(declares))
    words = words_in(built(tmp_path, policy, document))
    found = {at for at, mark in marks.items() if mark in words}
    expected = set(marks)
    if kept == "excerpts":
        expected = {at for at in marks if not WHOLE.search(at)}
    elif kept == "about":
        expected = {at for at in marks if ABOUT.search(at)}
    assert found == expected


def test_of_an_excerpt_no_more_is_anywhere_than_its_length(tmp_path: Path) -> None:
    document, marks = with_marks(article_that("full"))
    words = words_in(built(tmp_path, Policy(quotations="excerpt", excerpt=30), document))
    assert "The bell was rung at six and …" in words
    row = pq.read_table(tmp_path / "out" / "tables" / "claims.parquet").to_pylist()[0]
    line = json.loads((tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8"))
    assert row["text"] == line["claims"][0]["text"]
    assert row["text"].endswith(" …")
    cut = ("/quotations/0/text", "/quotations/0/segments/0/text", "/article/text/content")
    for at, mark in marks.items():
        is_unknown = re.search(r"/(exact|prefix|suffix)$|^/custom/|/inferred/", at) is not None
        gone = is_unknown or at in {*cut, "/claims/0/text"}
        assert (mark in words) is not gone, at


BROKEN: dict[str, JsonObject] = {
    "a member that is unknown": {"quotations": [{"id": "q1", "text": "x", "zqmarkzq": "zqmarkzq"}]},
    "a value of the wrong type": {"claims": "zqmarkzq"},
    "an id": {"quotations": [{"id": "zqmarkzq Zq", "text": "x"}]},
    "a reference": {"quotations": [{"id": "q1", "text": "x", "citations": [{"source": "zqmarkzq"}]}]},
    "pages": {"quotations": [{"id": "q1", "text": "x", "citations": [{"raw": "(p. 90-80 zqmarkzq)"}]}]},
    "a date": {"sources": [{"id": "s1", "type": "book", "date": "zqmarkzq"}]},
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("leave_out", [True, False])
def test_findings_do_not_tell_what_is_left_out(name: str, leave_out: bool, tmp_path: Path) -> None:  # noqa: FBT001
    article: JsonObject = {"title": "Bells", "redistribution": "none"}
    document: JsonObject = {"pincite": "1.0", "article": article, **BROKEN[name]}
    out = built(tmp_path, Policy(), document, leave_out=leave_out)
    found = [json.loads(line) for line in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert found
    assert "zqmarkzq" not in json.dumps(found)
    assert all(one["hint"] is None and "fix" not in one and one["message"] for one in found)


def test_findings_on_what_cannot_be_read_do_not_either(tmp_path: Path) -> None:
    root = tmp_path / "in"
    root.mkdir()
    (root / "a.pincite.json").write_text('{"article": {"title": "zqmarkzq", zqmarkzq', encoding="utf-8")
    (root / "b.pincite.yaml").write_text(
        "article: {title: zqmarkzq}\narticle: zqmarkzq\n\t", encoding="utf-8"
    )
    build(Plan(root, ("a.pincite.json", "b.pincite.yaml")), tmp_path / "out")
    findings = (tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8")
    assert findings
    assert "zqmarkzq" not in findings


@pytest.mark.parametrize(
    "policy",
    [
        Policy(articles="full", quotations="full"),
        Policy(),
        Policy(quotations="excerpt", excerpt=30),
        Policy(quotations="none"),
        Policy(images="hash"),
    ],
)
def test_what_went_in_without_fault_has_none_there(policy: Policy, tmp_path: Path, pincite: Pincite) -> None:
    document = article_that("full")
    out = built(tmp_path, policy, document)
    told = []
    for path in (tmp_path / "in" / "0.pincite.json", out / "documents.jsonl"):
        findings = json.loads(pincite("check", str(path), "--format", "json", "--isolated").out)["findings"]
        told.append({(one["code"], one["pointer"]) for one in findings if one["severity"] != "info"})
    assert told[1] <= told[0]


QUOTED: Quotation = {
    "id": "q1",
    "text": "The bell [of Ellery] was rung … at noon\nand at six.",
    "segments": [
        {"type": "text", "text": "The bell "},
        {"type": "insertion", "text": "of Ellery"},
        {"type": "text", "text": " was rung "},
        {"type": "omission", "mark": "…", "by": "quoter"},
        {"type": "text", "text": " at noon"},
        {"type": "break"},
        {"type": "emphasis", "text": "and at six."},
    ],
}


@pytest.mark.parametrize("most", range(4, 60))
def test_an_excerpt_is_shown_as_its_segments_are(most: int) -> None:
    short = shortened(QUOTED, most)
    assert "".join(map(displayed, short["segments"])) == short["text"]
    if most >= len(QUOTED["text"]):
        assert short is QUOTED
        return
    assert short["text"].endswith(" …")
    head = short["text"][:-2]
    assert QUOTED["text"].startswith(head)
    assert len(head) <= most
    assert "segments" not in shortened({**QUOTED, "segments": QUOTED["segments"][:-1]}, most)


def test_an_excerpt_of_one_long_word_is_cut_in_it() -> None:
    assert shortened({"id": "q1", "text": "a" * 50}, 20)["text"] == f"{'a' * 20} …"


FORMS: dict[str, DocumentData] = {
    "as it is": {"pincite": "1.0", "article": {"title": "Bells", "text": {"path": "a.txt"}}, "claims": [{"id": "c", "text": "x"}]},
    "its text elsewhere": {"pincite": "1.0", "article": {"text": {"content": "y"}, "title": "Bells"}, "claims": [{"text": "x", "id": "c"}]},
    "with places": {
        "pincite": "1.0",
        "article": {"title": "Bells", "blocks": [{"type": "paragraph", "start": 0, "end": 1}], "original": {"path": "a.md"}},
        "claims": [{"id": "c", "text": "x", "anchor": {"start": 3}}],
    },
}  # fmt: skip


def test_the_form_of_a_document_does_not_change_its_name() -> None:
    assert len({name_of(one, "y") for one in FORMS.values()}) == 1
    other: DocumentData = {**FORMS["as it is"], "claims": [{"id": "c", "text": "z"}]}
    assert name_of(other, "y") != name_of(FORMS["as it is"], "y")


def test_articles_that_nobody_has_annotated_are_known_by_their_texts() -> None:
    bare: DocumentData = {"pincite": "1.0", "article": {"text": {"path": "a.txt"}}}
    assert name_of(bare, "one\ntext") == name_of(bare, "one  text\n")
    assert name_of(bare, "one text") != name_of(bare, "another text")
    assert name_of(bare, None) != name_of(bare, "one text")


def test_a_name_that_is_given_is_kept() -> None:
    named: DocumentData = {**FORMS["as it is"], "id": "https://example.org/bells"}
    assert name_of(named, "y") == "https://example.org/bells"


CHANGED_IDS: dict[str, tuple[str, str, str]] = {
    "kept": ("https://example.org/bells", "https://example.org/bells", ""),
    "short": ("bells", "bells", ""),
    "a mark for the direction of writing": ("https://example.org/\u202eslleb", "https://example.org/%E2%80%AEslleb", "no address"),
    "a prefix": ("schema:bells", "SCHEMA:bells", "a prefix of linked data"),
    "too long": (f"https://example.org/zqmarkzq{'a' * 990}", "urn:uuid:", "1018 characters"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED_IDS)
def test_an_id_that_is_another_one_in_the_dataset_is_told(name: str, tmp_path: Path) -> None:
    given, found, why = CHANGED_IDS[name]
    article: JsonObject = {"title": "Bells", "redistribution": "none"}
    out = built(tmp_path, Policy(), {"pincite": "1.0", "id": given, "article": article})
    line = json.loads((out / "documents.jsonl").read_text(encoding="utf-8"))
    assert line["id"].startswith(found)
    findings = (out / "findings.jsonl").read_text(encoding="utf-8")
    assert "zqmarkzq" not in findings
    told = [one for one in map(json.loads, findings.splitlines()) if one["code"] == "PIN914"]
    assert [one["pointer"] for one in told] == ["/id"] * bool(why)
    for one in told:
        assert f"the document is called '{line['id']}' here" in one["message"]
        assert why in one["message"]


def test_yaml_json_markdown_and_their_line_ends_give_one_name(tmp_path: Path, pincite: Pincite) -> None:
    source = "sources:\n  - {id: s1, type: book, title: Bells, date: 1898}\n"
    quotation = '  - {id: q1, text: "The bell was rung.", display: block, citations: [{source: s1, locator: {page: 4}}]}'
    yaml = f'pincite: "1.0"\narticle: {{title: Bells, text: {{path: a.txt}}}}\n{source}quotations:\n{quotation}\n'
    (tmp_path / "a.txt").write_text("Bells\n\nThe bell was rung.\n", encoding="utf-8")
    (tmp_path / "a.pincite.yaml").write_text(yaml, encoding="utf-8")
    (tmp_path / "b.pincite.yaml").write_bytes(yaml.replace("\n", "\r\n").encode())
    for target in ("c.pincite.json", "d.md"):
        pincite("convert", "a.pincite.yaml", "-o", target, cwd=tmp_path)
    markdown = (tmp_path / "d.md").read_text(encoding="utf-8")
    (tmp_path / "e.md").write_bytes(markdown.replace("\n", "\r\n").encode())
    paths = ("a.pincite.yaml", "b.pincite.yaml", "c.pincite.json", "d.md", "e.md")
    result = build(Plan(tmp_path, paths), tmp_path / "out")
    assert (result.documents, result.repeated, result.left_out) == (1, 4, 0)


PICTURES: dict[str, tuple[JsonObject, bytes | None, str, set[str]]] = {
    "open": ({"license": "CC0-1.0"}, PNG, "copied", {"path", "sha256"}),
    "open, and an address": ({"license": "CC0-1.0", "url": "https://example.org/a.png"}, PNG, "copied", {"path", "url", "sha256"}),
    "a choice of licences": ({"license": "LicenseRef-house OR CC-BY-4.0"}, PNG, "copied", {"path", "sha256"}),
    "closed": ({"license": "CC-BY-NC-4.0"}, PNG, "hashed", {"sha256", "missing"}),
    "closed, and an address": ({"license": "CC-BY-ND-4.0", "url": "https://example.org/a.png"}, PNG, "linked", {"url", "sha256"}),
    "without a licence": ({}, PNG, "hashed", {"sha256", "missing"}),
    "not there": ({"license": "CC0-1.0"}, None, "missing", {"missing"}),
    "outside": ({"license": "CC0-1.0", "path": "../outside.png"}, PNG, "missing", {"missing"}),
    "no picture": ({"license": "CC0-1.0"}, b"password = bells", "missing", {"missing"}),
    "what begins like a picture": ({"license": "CC0-1.0"}, b"GIF89a<script>alert(1)</script>", "missing", {"missing"}),
    "15 bytes of a JPEG": ({"license": "CC0-1.0", "url": "https://example.org/a.jpg"}, bytes.fromhex("ffd8ffe000104a46494600") + b"TOKEN", "linked", {"url"}),
    "SVG": ({"license": "CC0-1.0"}, b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "hashed", {"sha256", "missing"}),
    "no picture, but an address": ({"license": "CC0-1.0", "url": "https://example.org/a.png"}, b"x", "linked", {"url"}),
}  # fmt: skip


REASONS: dict[str, tuple[Policy, str | None, str | None, str]] = {
    "closed": (Policy(), "full", "CC-BY-NC-4.0", "its licence is CC-BY-NC-4.0"),
    "no licence": (Policy(), None, None, "it names no licence"),
    "the article says so": (Policy(), "none", "CC0-1.0", "its article says redistribution: none"),
    "nobody wants any": (Policy(images="hash"), "full", "CC0-1.0", "no picture's file is in the dataset"),
}


@pytest.mark.parametrize("name", REASONS)
def test_why_a_picture_is_not_passed_on(name: str, tmp_path: Path) -> None:
    policy, declares, license_, reason = REASONS[name]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(PNG)
    image: JsonObject = {"id": "i1", "path": "a.png", "alt": {"text": "A bell"}}
    if license_ is not None:
        image["license"] = license_
    article: JsonObject = {"title": "Bells"}
    if declares is not None:
        article["redistribution"] = declares
    out = built(tmp_path, policy, {"pincite": "1.0", "article": article, "images": [image]})
    line = json.loads((out / "documents.jsonl").read_text(encoding="utf-8"))
    assert line["images"][0]["missing"] == {"reason": f"its file is not passed on: {reason}"}


@pytest.mark.parametrize(("policy", "more"), [(Policy(), 0), (Policy(articles="full", quotations="full"), 2)])
def test_what_exceeds_what_is_declared_is_counted_and_on_the_card(
    policy: Policy, more: int, tmp_path: Path
) -> None:
    out = built(tmp_path, policy, article_that("none"), article_that(None), article_that("full"))
    made_with = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["made_with"]
    assert made_with["documents"] == {"left_out": 0, "repeated": 0, "more_than_declared": more}
    card = (out / "README.md").read_text(encoding="utf-8")
    assert ("Of 2 articles there is more in this dataset than" in card) is bool(more)


@pytest.mark.parametrize("name", PICTURES)
def test_what_becomes_of_a_picture(name: str, tmp_path: Path) -> None:
    members, content, handling, expected = PICTURES[name]
    if name in {"what begins like a picture", "15 bytes of a JPEG"}:
        pytest.importorskip("PIL")
    (tmp_path / "in").mkdir()
    (tmp_path / "outside.png").write_bytes(PNG)
    if content is not None:
        (tmp_path / "in" / "a.png").write_bytes(content)
    image: JsonObject = {"id": "i1", "path": "a.png", "alt": {"text": "A bell"}, **members}
    again: JsonObject = {**image, "id": "i2"}
    document: JsonObject = {"pincite": "1.0", "article": {"title": "Bells"}, "images": [image, again]}
    out = built(tmp_path, Policy(), document)
    rows = pq.read_table(out / "tables" / "images.parquet").to_pylist()
    assert [one["handling"] for one in rows] == [handling] * 2
    line = json.loads((out / "documents.jsonl").read_text(encoding="utf-8"))
    for one in line["images"]:
        assert {"path", "url", "sha256", "missing"} & one.keys() == expected
    copied = [path.relative_to(out).as_posix() for path in out.rglob("images/*")]
    assert copied == ([line["images"][0]["path"]] if handling == "copied" else [])
