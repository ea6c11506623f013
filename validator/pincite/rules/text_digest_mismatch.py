"""The article's text is not the one that was annotated: its SHA-256 digest differs.

## Why

Offsets hold for one state of the text only. The digest (FIPS 180-4) tells when it has been changed, even
where the change left every anchored word in its place.

Where only the line ends changed, the new digest is set as a safe fix: offsets do not count them. Where words changed, setting it says
that somebody has looked the annotation through; this is offered, as an unsafe fix, only once all anchors hold their words, and not where
blocks or anchors without words are left that only a person can look at. A document with blocks, or one that was converted, is brought up to
date by `pincite convert ARTICLE --update DOCUMENT`.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: The tide turned at six.
    sha256: "0000000000000000000000000000000000000000000000000000000000000000"
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: The tide turned at six.
    sha256: 0bac17584a988ccc5e2b28ec96a62bbc34a7fbda9bf3721aae46ecf49f2aa523
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.anchored_things import doubtful_things, wordless_anchors
from pincite.rules.standing_words import standing_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN407",
    "text-digest-mismatch",
    "warning",
    "The article's text is not the one that was annotated: its SHA-256 digest differs.",
    needs="text",
    fix="both",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding if the text has another digest than it had when it was annotated."""
    described = document.article.get("text", {})
    annotated = described.get("sha256")
    read = described.get("content")
    if read is None and document.text_file is not None:
        read = document.text_file.text
    if annotated is None or read is None:
        return
    digest = _digest(read)
    if digest == annotated:
        return
    lines = read.replace("\r\n", "\n")
    fix = Fix(f"set sha256 to {digest[:8]}…", "safe", (put("/article/text/sha256", digest),))
    if annotated in {_digest(lines), _digest(lines.replace("\n", "\r\n"))}:
        message = "the article's text has other line ends than when it was annotated (LF, CRLF)"
        hint = f"restore the line ends; or set 'sha256' to the new digest, {digest}"
    else:
        message = "the article's text was changed after it was annotated: its SHA-256 is another"
        hint = f"look through the anchors, then set 'sha256' to the new digest, {digest}"
        if document.is_converted or document.data["article"].get("blocks"):
            hint = "run 'pincite convert ARTICLE --update DOCUMENT', which sets anchors, blocks and 'sha256' anew"
        fix = fix._replace(safety="unsafe")
    is_fixed = fix.safety == "safe" or _all_stands(document)
    yield document.finding(RULE, "/article/text/sha256", message, hint=hint, fix=fix if is_fixed else None)


def _all_stands(document: Document) -> bool:
    """Return whether all that is anchored in the text has words, and they stand at its place."""
    anchoring = document.anchoring
    if anchoring is None or document.data["article"].get("blocks") or wordless_anchors(document):
        return False
    doubtful = [
        (quotation.get("anchor", {}), quotation["text"])
        for _, quotation in standing_words(document).doubtful_quotations
    ]
    doubtful += [
        (thing.anchor, thing.words or thing.anchor.get("exact", ""))
        for thing in doubtful_things(document, len(anchoring.text))
    ]
    return all(anchoring.resolve(anchor, words).outcome == "found" for anchor, words in doubtful)


def _digest(text: str) -> str:
    """Return the digest of *text* as UTF-8: for a text that was read from a file, of the file's bytes."""
    from hashlib import sha256  # noqa: PLC0415 - only for texts with a digest

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
