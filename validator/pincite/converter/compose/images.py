"""The images of a document: marks in the text, the pictures in its file, and pictures that are only described."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from io import BytesIO
from typing import TYPE_CHECKING

from pincite.converter.compose.targets import place
from pincite.converter.segment.boilerplate import is_figure_line
from pincite.model.named_file import Picture as DecodedPicture
from pincite.reading.file_types import HEAD, type_of
from pincite.reading.pictures import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.article import SegmentedArticle
    from pincite.converter.compose.identifiers import Identifiers
    from pincite.converter.compose.origin import Origin
    from pincite.converter.manuscript import Manuscript, Paragraph, Picture
    from pincite.converter.segment.found import FoundCitation
    from pincite.converter.segment.image_marks import ImageMark
    from pincite.model.format import Alt, Image

_BETWEEN = re.compile(r"[\s.,;:]*")
"""What may stand between a citation and a picture that shows its place."""
_EXTENSIONS = {
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/tiff": "tif",
    "image/bmp": "bmp", "image/svg+xml": "svg", "image/avif": "avif", "image/heic": "heic", "image/jp2": "jp2",
    "image/jxl": "jxl", "application/pdf": "pdf",
}  # fmt: skip
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}")
_NOT_WRITTEN = "the picture is inside the article's file and was not written out"
_DIGITS = 12
"""Digits of a picture's digest that its file is named by."""


class Images:
    """The images of one article, in the order in which its citations name them, then the others."""

    def __init__(self, article: SegmentedArticle, identifiers: Identifiers, origin: Origin) -> None:
        self.all: list[Image] = []
        self._marked: dict[ImageMark, str] = {}
        self._article = article
        self._identifiers = identifiers
        self._origin = origin
        self._behind, self._apart = _shared_out(article)

    def of_citation(self, number: int) -> list[str]:
        """Return the ids of the images of a citation: its marks, then the pictures right behind it."""
        marks = [self._mark(mark) for mark in self._article.citations[number].images]
        return marks + [self._picture(one, "evidence")["id"] for one in self._behind.get(number, ())]

    def add_others(self, refs: dict[int, str]) -> None:
        """Add what no citation names; *refs* learns which block is about which image, by its start."""
        for mark in self._article.loose_marks:
            self._mark(mark)
            if mark.label and self._article.lexicon.starts("figure_caption", mark.label):
                self.all[-1]["role"] = "figure"
        figures = [(one.at, self._picture(one, "figure")) for one in self._apart]
        described = [number for number, kind in self._article.types.items() if kind == "figure"]
        credits_ = [number for number, kind in self._article.types.items() if kind == "caption"]
        described = [number for number in described if not self._is_of(number, figures, refs)]
        own = {number for number in credits_ if self._is_of(number, figures, refs, credit=True)}
        # what a file itself calls a caption may be that of a table: it stands for no picture that is not there
        credits_ = [
            number
            for number in credits_
            if number not in own and self._article.paragraphs[number].kind != "caption"
        ]
        for number in described or ([credits_[0]] if credits_ else []):
            self._described(self._article.paragraphs[number], refs, has_alt=number in described)
        if credits_ and self.all and self.all[-1]["role"] == "figure":
            lines = [self._article.paragraphs[number].text for number in credits_]
            self.all[-1]["credit"] = "\n".join(lines)

    def _mark(self, mark: ImageMark) -> str:
        """Return the image of a mark, the same one for all the citations it stands behind.

        A link on the mark says where the picture is.
        """
        if mark in self._marked:
            return self._marked[mark]
        image = self._new("evidence", mark.label or f"image {len(self.all) + 1}")
        if mark.label:
            image["label"] = mark.label
        place(image, _target_at(mark, self._article.manuscript), self._origin)
        image["anchor"] = {"start": mark.start, "end": mark.end}
        self._marked[mark] = image["id"]
        return image["id"]

    def _picture(self, picture: Picture, role: str) -> Image:
        image = self._new(role, f"image {len(self.all) + 1}" if role == "evidence" else role)
        if picture.content is None:
            place(image, picture.target, self._origin)
        elif self._origin.pictures is None:
            image["missing"] = {"reason": _NOT_WRITTEN}
        else:
            image["path"] = f"{self._origin.pictures}/{file_name(picture)}"
        # no anchor: a place between two characters holds no words that could be found again
        media_type = _media_type(picture)
        if media_type is not None:
            image["media_type"] = media_type
        if picture.content is not None:
            _measure(image, picture.content)
        if picture.alt and picture.alt.strip():
            image["alt"] = self._alt(picture.alt.strip())
        return image

    def _described(self, paragraph: Paragraph, refs: dict[int, str], *, has_alt: bool) -> None:
        """Add a figure that the text describes or credits, but that is not in it."""
        image = self._new("figure", "figure")
        image["missing"] = {"reason": "the text describes or credits a picture that is not in it"}
        image["anchor"] = {"start": paragraph.start, "end": paragraph.end}
        if has_alt:
            image["alt"] = self._alt(paragraph.text)
        refs.setdefault(paragraph.start, image["id"])

    def _is_of(
        self, number: int, figures: list[tuple[int, Image]], refs: dict[int, str], *, credit: bool = False
    ) -> bool:
        """Give the figure right before or behind a paragraph that describes or credits one what that says.

        Return whether there is one.
        """
        paragraph, text = self._article.paragraphs[number], self._article.text
        places = [at for at, _ in figures]
        last = bisect_right(places, paragraph.start) - 1
        if last < 0 or text[places[last] : paragraph.start].strip():
            last += 1
            if last >= len(places) or text[paragraph.end : places[last]].strip():
                return False
        image = figures[last][1]
        said = paragraph.kind == "caption" and not self._article.lexicon.starts(
            "figure_credit", paragraph.text
        )
        if not credit:
            image.setdefault("alt", self._alt(paragraph.text))
        elif said:
            image["caption"] = "\n".join(
                [*([image["caption"]] if "caption" in image else []), paragraph.text]
            )
        else:
            image["credit"] = "\n".join([*([image["credit"]] if "credit" in image else []), paragraph.text])
        refs.setdefault(paragraph.start, image["id"])
        return True

    def _new(self, role: str, name: str) -> Image:
        image: Image = {"id": self._identifiers.take(name, fallback="image"), "role": role}
        self.all.append(image)
        return image

    def _alt(self, text: str) -> Alt:
        for phrase in self._article.lexicon.words("generated_alt"):
            at = text.lower().find(phrase)
            if at > 0:
                return {"text": text[:at].strip(), "generated": True}
        return {"text": text}


def embedded(manuscript: Manuscript) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each picture in an article's file; one that stands twice comes once."""
    seen = set()
    for picture in manuscript.pictures:
        if picture.content is not None and (name := file_name(picture)) not in seen:
            seen.add(name)
            yield name, picture.content


def file_name(picture: Picture) -> str:
    """Return the name of the file that an embedded picture is written to: it says what is in it."""
    digest = hashlib.sha256(picture.content or b"").hexdigest()
    return f"{digest[:_DIGITS]}.{_EXTENSIONS.get(_media_type(picture) or '', 'bin')}"


def _media_type(picture: Picture) -> str | None:
    """Return what a picture's bytes show it to be, or else what its file says of it."""
    shown = None if picture.content is None else type_of(picture.content[:HEAD])
    if shown in _EXTENSIONS:
        return shown
    said = (picture.media_type or "").partition(";")[0].strip().lower()
    return said if _MEDIA_TYPE.fullmatch(said) else None


def _measure(image: Image, content: bytes) -> None:
    """Set the digest of a picture, and its size where Pillow is installed and can decode it."""
    image["sha256"] = hashlib.sha256(content).hexdigest()
    shown = decoded(BytesIO(content), image.get("media_type", ""), len(content))
    if isinstance(shown, DecodedPicture):
        image["width"], image["height"] = shown.width, shown.height


def _target_at(mark: ImageMark, manuscript: Manuscript) -> str | None:
    """Return where the link on a mark leads: one around it, or one on its letters alone."""
    for link in manuscript.links:
        around = link.start <= mark.start and mark.end <= link.end
        if around or (mark.start <= link.start < link.end <= mark.end):
            return link.target
    return None


def _shared_out(article: SegmentedArticle) -> tuple[dict[int, list[Picture]], list[Picture]]:
    """Return the pictures right behind each citation, by its number, and those that stand behind none."""
    behind: dict[int, list[Picture]] = {}
    apart: list[Picture] = []
    pictures = sorted(article.manuscript.pictures, key=lambda picture: picture.at)
    places = sorted(
        {
            (*place, number)
            for number, citation in enumerate(article.citations)
            for place in ((citation.start, citation.end), citation.place)  # a note's, and that of its mark
        }
    )
    starts = [start for start, _, _ in places]
    begun = [paragraph.start for paragraph in article.paragraphs]
    reaches: dict[int, int] = {}
    for picture in pictures:
        last = bisect_right(starts, picture.at - 1) - 1
        if last >= 0 and last not in reaches:
            _, end, number = places[last]
            reaches[last] = _reach(article.citations[number], end, article.text)
        if last >= 0 and picture.at <= reaches[last] and not _has_caption(picture, article, begun):
            behind.setdefault(places[last][2], []).append(picture)
        else:
            apart.append(picture)
    return behind, apart


def _has_caption(picture: Picture, article: SegmentedArticle, starts: list[int]) -> bool:
    """Return whether the paragraph behind a picture is its caption: then it is a figure of the article.

    *starts* are those of the paragraphs.
    """
    number = bisect_left(starts, picture.at)
    if number == len(starts) or article.text[picture.at : starts[number]].strip():
        return False
    paragraph = article.paragraphs[number]
    return paragraph.kind == "caption" or is_figure_line(paragraph.text, article.lexicon)


def _reach(citation: FoundCitation, at: int, text: str) -> int:
    """Return how far behind *at* nothing stands but white space, punctuation and the citation's image marks."""
    ends = {mark.start: mark.end for mark in citation.images}
    while True:
        found = _BETWEEN.match(text, at)
        at = found.end() if found else at
        if at not in ends:
            return at
        at = ends[at]
