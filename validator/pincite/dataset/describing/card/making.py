"""How a dataset was made, in words: which documents are in, which texts and pictures, and when sources count as one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite import __version__
from pincite.dataset.describing.card import origin
from pincite.dataset.describing.card.markdown import paragraph
from pincite.dataset.describing.escaping import as_code
from pincite.dataset.package.layout import FINDINGS, INPUTS
from pincite.dataset.policy import EXCERPT
from pincite.reporters.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ARTICLES = {
    "declared": (
        "The text of an article is here where the article says `redistribution: full`, and, where it says nothing, under an "
        "open licence: one that lets everybody pass it on, such as CC0, CC BY and CC BY-SA. Of other texts the digest and "
        "the length are here."
    ),
    "full": "The texts of all articles are here, but for those whose quotations are not.",
    "none": "No article's text is here; the digests and lengths of texts are.",
}
_QUOTATIONS = {
    "declared": (
        "Quotations have all of their words, but for those of articles that say `redistribution: none`: of these the digest "
        "and the length are here, and no words of claims and captions either."
    ),
    "full": "All quotations have all of their words.",
    "excerpt": (
        "Quotations are cut to {excerpt} characters, and those of articles that say `redistribution: none` are left out; the "
        "digest and the length of the whole are here."
    ),
    "none": "No quotation's words are here, nor those of claims and captions; the digests and lengths of quotations are.",
}
_IMAGES = {
    "declared": (
        "The file of a picture is here under an open licence, unless its article says `redistribution: none`. Of other "
        "pictures the address or the digest is here."
    ),
    "copy": "The files of all pictures are here.",
    "hash": "No picture's file is here; the addresses and digests of pictures are.",
}
_TOLD = frozenset({"policy", "rules", "leave_out", "select", "ignore", "verify", "documents"})


def making(made_with: Mapping[str, object]) -> Iterator[str]:
    """Yield the lines of the card on how the dataset was made; what these words do not know is told as it is."""
    policy = made_with.get("policy")
    told: Mapping[str, object] = policy if isinstance(policy, dict) else {}
    yield from paragraph(
        f"pincite {__version__} made this dataset of Pincite documents; the same documents give the same bytes.",
        f"`{INPUTS}` names the file of each document, and its digest.",
    )
    made_of = origin.origin(made_with)
    for name, words in (
        ("Origin", made_of),
        ("Documents", " ".join(_documents(made_with))),
        ("Articles", _ARTICLES.get(str(told.get("articles")), "")),
        ("Quotations", _quotations(told)),
        ("Pictures", _IMAGES.get(str(told.get("images")), "")),
        ("Beyond what is declared", _beyond(made_with)),
        ("Verification", _verified(made_with)),
    ):
        if words:
            yield f"- **{name}.** {words}"
    known = _TOLD | origin.TOLD if made_of else _TOLD
    others = {name: value for name, value in sorted(made_with.items()) if name not in known}
    for name, value in others.items():
        yield f"- {as_code(name)}: {as_code(json.dumps(value, ensure_ascii=False, sort_keys=True))}"
    yield ""
    yield from _merging()


def _beyond(made_with: Mapping[str, object]) -> str:
    """Return of how many articles more is here than they declare: ``full`` and ``copy`` give it on purpose."""
    more = _number(made_with, "more_than_declared")
    if not more:
        return ""
    where = "what this dataset is made of" if "from" in made_with else "this dataset"
    return (
        f"Of {counted(more, 'article')} there is more in {where} than `redistribution` and licences let pass: "
        "whoever built it asked for that."
    )


def _number(made_with: Mapping[str, object], name: str) -> int:
    documents = made_with.get("documents")
    number = documents.get(name) if isinstance(documents, dict) else None
    return number if type(number) is int else 0


def _missing(made_with: Mapping[str, object]) -> Iterator[str]:
    left_out, repeated = _number(made_with, "left_out"), _number(made_with, "repeated")
    if left_out:
        yield f"{counted(left_out, 'document')} {'was' if left_out == 1 else 'were'} left out for what was found."
    if repeated:
        what = "has the id of another one" if repeated == 1 else "have the id of another one"
        yield f"{counted(repeated, 'document')} that {what} {'is' if repeated == 1 else 'are'} not in."


def _documents(made_with: Mapping[str, object]) -> Iterator[str]:
    if "rules" not in made_with:
        yield from _missing(made_with)
        return
    chosen = [
        (word, made_with.get(key)) for key, word in (("select", "these alone"), ("ignore", "all but these"))
    ]
    names = "; ".join(
        f"{word}: {', '.join(as_code(str(one)) for one in codes)}"
        for word, codes in chosen
        if isinstance(codes, list) and codes
    )
    rules = (
        f"by the rules of pincite{f' ({names})' if names else ''}"
        if made_with["rules"]
        else "by the schema alone"
    )
    yield f"Each document was judged {rules}."
    left_out = made_with.get("leave_out")
    if left_out is None:
        yield "None was left out for what was found in it, unless it breaks the schema."
    elif left_out == "error":
        yield "Those with errors were left out."
    else:
        yield f"Those with findings from {as_code(str(left_out))} on were left out."
    yield from _missing(made_with)
    yield f"Of several documents with one id the first is in. `{FINDINGS}` has all that was found, of documents left out, too."


def _quotations(policy: Mapping[str, object]) -> str:
    words = _QUOTATIONS.get(str(policy.get("quotations")), "")
    return words.format(excerpt=as_code(str(policy.get("excerpt", EXCERPT))))


def _verified(made_with: Mapping[str, object]) -> str:
    if "verify" not in made_with:
        return ""
    if made_with["verify"]:
        return "Quotations were held against the copies of their sources; `verdict` says what was found."
    return "Quotations were not held against their sources when the dataset was made; verdicts from before, if any, were kept."


def _merging() -> Iterator[str]:
    yield from paragraph(
        "Sources are one where they have the same DOI, the same ISBN of a whole book with the same volume and edition, or the same",
        "ISSN of a periodical; without any, where type, authors, title, date and container are the same, and all else that tells",
        "such sources apart: recipients, editors, translators, number, volume, issue, edition and the archive's place. Letter",
        "case, spaces and punctuation do not count. Sources that are only alike are never merged. `descriptions` leads from each",
        "source of a document to its row in `sources`.",
    )
