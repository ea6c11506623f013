"""Pictures in an article's file: whose they are, where they lie, and what is said of those that are not there."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pincite import check
from pincite.converter.article import convert_manuscript
from pincite.converter.compose.images import embedded
from pincite.converter.compose.origin import Origin
from pincite.converter.compose.targets import place
from tests.converter.laid_out import PNG, manuscript
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.model.format import DocumentData, Image

BESIDE = Origin(folder="", pictures="lamp-pictures")
QUOTED = "The keeper wrote:\n\nThe tide turned at six. (The Lamp, Ada Fenn, Harbour Press, 1901, p. 4){}\n\nIt burned on."


def converted(
    behind: str,
    *pictures: dict[str, Any],
    targets: tuple[str, ...] = (),
    origin: Origin = BESIDE,
) -> DocumentData:
    return convert_manuscript(manuscript(QUOTED.format(behind), [*targets], [*pictures]), origin=origin)


def faults(document: DocumentData) -> list[str]:
    """Return what is malformed, or wrong about an anchor; the pictures themselves are in no folder here."""
    return [one.message for one in check(document).findings if one.code[3] in "04"]


@pytest.mark.parametrize(
    ("behind", "roles"),
    [
        ("^", ["evidence"]),
        (" ^.", ["evidence"]),
        ("\n\n^", ["evidence"]),
        (" (IMG) ^", ["evidence", "evidence"]),
        ("^^", ["evidence", "evidence"]),
        ("\n\nThe lamp.\n\n^", ["figure"]),
        (" The keeper ^ slept.", ["figure"]),
    ],
)
def test_a_picture_right_behind_a_citation_is_its_evidence(behind: str, roles: list[str]) -> None:
    document = converted(behind, *[{"target": f"{number}.png"} for number in range(2)])
    assert [image["role"] for image in document["images"]] == roles
    owners = [*document.get("quotations", []), *document.get("claims", [])]
    named = owners[0]["citations"][0].get("images", [])
    assert named == [image["id"] for image in document["images"] if image["role"] == "evidence"]
    assert faults(document) == []


def test_a_picture_before_every_citation_is_a_figure() -> None:
    document = convert_manuscript(
        manuscript("^" + QUOTED.format(""), [], [{"target": "a.png"}]), origin=BESIDE
    )
    assert [(image["role"], image["path"]) for image in document["images"]] == [("figure", "a.png")]


def test_an_embedded_picture_is_described_from_its_bytes() -> None:
    document = converted(" ^", {"content": PNG, "media_type": "image/x-odd", "alt": " A page "})
    digest = hashlib.sha256(PNG).hexdigest()
    assert document["images"] == [
        {
            "id": "image-1",
            "role": "evidence",
            "path": f"lamp-pictures/{digest[:12]}.png",
            "media_type": "image/png",
            "sha256": digest,
            "width": 3,
            "height": 2,
            "alt": {"text": "A page"},
        }
    ]


def test_an_embedded_picture_that_is_written_nowhere_is_missing() -> None:
    image = converted(" ^", {"content": PNG}, origin=Origin())["images"][0]
    assert image["missing"] == {"reason": "the picture is inside the article's file and was not written out"}
    assert "path" not in image
    assert image["sha256"] == hashlib.sha256(PNG).hexdigest()


def test_one_picture_that_stands_twice_is_one_file() -> None:
    laid = manuscript(QUOTED.format(" ^ ^"), [], [{"content": PNG}, {"content": PNG}])
    assert [content for _, content in embedded(laid)] == [PNG]
    paths = {image["path"] for image in convert_manuscript(laid, origin=BESIDE)["images"]}
    assert paths == {f"lamp-pictures/{name}" for name, _ in embedded(laid)}


@pytest.mark.parametrize(
    ("content", "said", "name"),
    [(b"\xff\xd8\xff\xe0 broken", None, ".jpg"), (b"no picture", "image/svg+xml; q=1", ".svg"), (b"?", None, ".bin"), (b"?", "im age/x", ".bin")],
)  # fmt: skip
def test_bytes_that_cannot_be_decoded_are_kept(content: bytes, said: str | None, name: str) -> None:
    document = converted(" ^", {"content": content, "media_type": said})
    assert document["images"][0]["path"].endswith(name)
    assert "width" not in document["images"][0]
    assert faults(document) == []


@pytest.mark.parametrize(
    ("marked", "path"),
    [(" ⟦(IMG)⟧", "a.png"), (" (⟦IMG⟧)", "a.png"), (" ⟦see (IMG) there⟧", "a.png"), (" (IMG) ⟦more⟧", None)],
)
def test_a_link_on_a_mark_says_where_the_picture_is(marked: str, path: str | None) -> None:
    image = converted(marked, targets=("a.png",))["images"][0]
    assert image.get("path") == path


@pytest.mark.parametrize(
    ("target", "folder", "climbs", "found"),
    [
        ("scan.png", "", 0, "scan.png"),
        ("scans/p%204.png?v=2#top", "", 0, "scans/p 4.png"),
        ("a/../b.png", "", 0, "b.png"),
        ("scan.png", "../texts", 0, "../texts/scan.png"),
        ("../scan.png", "../texts", 1, "../scan.png"),
        ("../scan.png", "texts", 0, "scan.png"),
        ("../scan.png", "", 0, None),
        ("../scan.png", "", 1, "../scan.png"),
        ("../../scan.png", "", 1, None),
        ("%2e%2e/scan.png", "", 0, None),
        ("a:b.png", "", 0, None),
        ("a%3Ab.png", "", 0, "./a:b.png"),
        ("Söderhavn.png", "", 0, "Söderhavn.png"),
        ("scan.png", None, 0, None),
        ("/etc/scan.png", "", 0, None),
        ("//example.org/a.png", "", 0, None),
        ("file:///etc/scan.png", "", 0, None),
        ("javascript:alert(1)", "", 0, None),
        ("data:image/png;base64,AAAA", "", 0, None),
        ("C:\\scans\\a.png", "", 0, None),
        ("a%5Cb.png", "", 0, None),
        ("a%00b.png", "", 0, None),
        ("a\nb.png", "", 0, None),
        ("#note", "", 0, None),
        ("", "", 0, None),
        ("https://", "", 0, None),
        ("https://example.org/a b.png", "", 0, None),
        ("HTTPS://example.org/scan.png?p=4", None, 0, "https://example.org/scan.png?p=4"),
    ],
)
def test_a_target_becomes_a_path_an_address_or_a_reason(
    target: str, folder: str | None, climbs: int, found: str | None
) -> None:
    image: Image = {"id": "a"}
    place(image, target, Origin(folder=folder, climbs=climbs))
    assert image.get("path", image.get("url")) == found
    assert ("missing" in image) is (found is None)
    reason = image.get("missing", {}).get("reason", "the article ")
    assert reason.startswith("the article ")
    assert not any(word in reason for word in ("javascript", "etc", "example", "\\"))


@pytest.mark.parametrize(
    ("text", "member"),
    [("The bell in 1900", "caption"), ("Picture credit: Ada Fenn", "credit")],
)
@pytest.mark.parametrize("marked", ["^{}", "{}\n\n^"])
def test_a_caption_beside_a_picture_is_its_own(text: str, member: str, marked: str) -> None:
    laid = manuscript(
        QUOTED.format(f"\n\nIt stood there.\n\n{marked.format(text)}"), [], [{"target": "a.png"}]
    )
    said = [replace(one, kind="caption") if one.text == text else one for one in laid.paragraphs]
    images = convert_manuscript(replace(laid, paragraphs=said), origin=BESIDE)["images"]
    assert [(image["role"], image.get(member), image.get("path")) for image in images] == [
        ("figure", text, "a.png")
    ]


def test_a_caption_without_a_picture_makes_none() -> None:
    laid = manuscript(QUOTED.format("\n\nTable 1. The tides"), [], [])
    said = [replace(one, kind="caption") if "Table" in one.text else one for one in laid.paragraphs]
    assert "images" not in convert_manuscript(replace(laid, paragraphs=said), origin=BESIDE)


@pytest.mark.parametrize("text", ["Credit: Harbour Museum", "Picture credit: Ada Fenn"])
def test_a_credit_right_below_a_picture_is_its_own(text: str) -> None:
    laid = manuscript(QUOTED.format(f"\n\nIt stood there.\n\n^{text}"), [], [{"target": "a.png"}])
    images = convert_manuscript(laid, origin=BESIDE)["images"]
    assert [(image["role"], image.get("credit"), image.get("path")) for image in images] == [
        ("figure", text, "a.png")
    ]


def test_many_pictures_and_spaces_take_their_share_of_time() -> None:
    def convert_with(many: int) -> None:
        behind = " " * (10 * many) + "^" * many
        assert len(converted(behind, *[{"target": "a.png"}] * many)["images"]) == many

    assert_proportional(convert_with, lambda many: many, 500)
