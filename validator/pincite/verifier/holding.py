"""A quotation is held against one copy: a document's and a single question's alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.copies.copy_text import is_cited
from pincite.verifier.copies.region import region_of
from pincite.verifier.quotation import verify
from pincite.verifier.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Region, Segment
    from pincite.verifier.shelf import Opened

_AROUND = 32
"""Code points of the words before and after a passage that are kept to find it again."""


class Held(NamedTuple):
    """What holding a quotation against a copy has found, and of what copy that is said.

    ``sha256``, ``media_type`` and ``extractor`` are those of the copy, empty where it was not read; ``notes`` say how it was
    read. ``labelled``: its pages bear labels, so that they can be those cited. Of a passage that was found ``prefix`` and
    ``suffix`` are the words around it, ``regions`` its places on pictures, one a page.
    """

    verdict: Verdict
    sha256: str = ""
    media_type: str = ""
    extractor: str = ""
    notes: tuple[str, ...] = ()
    labelled: bool = False
    prefix: str = ""
    suffix: str = ""
    regions: tuple[Region, ...] = ()

    @property
    def _is_placed(self) -> bool:
        """Say whether the place is that of the passage, be it altered: not one of several, nor of what is most like it."""
        return self.verdict.found or self.verdict.verdict == "altered"

    def page_agrees(self, cited: Sequence[str]) -> bool | None:
        """Return whether the passage stands on a page that is cited, None where that cannot be said.

        *cited* are labels of pages in lower case, none where they are not known.
        """
        place = self.verdict.place
        if not cited or place is None or not self.labelled or not self._is_placed:
            return None
        labels = [one for one in (place.page_label, place.page_end_label) if one]
        return any(is_cited(one, cited) for one in labels) if labels else None


def hold(
    opened: Opened,
    quotation: str,
    *,
    segments: Sequence[Segment] | None = None,
    cited: Sequence[str] = (),
    prefix: str = "",
    suffix: str = "",
) -> Held:
    """Hold a quotation against a copy; *cited* are labels of pages, the rest is as for ``verify``."""
    verdict = verify(
        quotation,
        opened.source,
        segments=segments,
        pages=cited,
        prefix=prefix,
        suffix=suffix,
    )
    copy = opened.copy
    held = Held(
        verdict,
        copy.sha256,
        copy.media_type,
        copy.extractor,
        copy.notes,
        labelled=any(page.label for page in copy.pages),
    )
    span = verdict.span if verdict.found else None
    if span is None:
        return held
    return held._replace(
        prefix=copy.text[max(0, span.start - _AROUND) : span.start],
        suffix=copy.text[span.end : span.end + _AROUND],
        regions=region_of(copy, span),
    )


def unheld(reason: str) -> Held:
    """Return what stands for a copy that was not read, or not to be judged by."""
    return Held(Verdict("unchecked", reason=reason))
