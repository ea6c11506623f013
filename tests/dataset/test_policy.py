"""Which licences are open, and what of a document goes into a dataset: by what it declares, and by what is asked for."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.dataset.licences import is_open
from pincite.dataset.policy import Policy

if TYPE_CHECKING:
    from pincite.model.format import Article

OPEN = (
    "CC0-1.0",
    "CC-BY-4.0",
    "CC-BY-SA-3.0-DE",
    "CC-PDM-1.0",
    "PDDL-1.0",
    "ODbL-1.0",
    "OGL-UK-3.0",
    "MIT",
    "Apache-2.0",
    "GFDL-1.3-or-later",
    "GPL-2.0-only",
    "cc0-1.0",
    "(CC-BY-4.0)",
    "CC-BY-4.0 OR LicenseRef-house",
    "LicenseRef-house OR (CC-BY-4.0 AND MIT)",
    "CC-BY-4.0 AND MIT",
    "(LicenseRef-house OR CC0-1.0) AND MIT",
    "GPL-2.0-only WITH Classpath-exception-2.0",
    "GPL-2.0+",
)
CLOSED = (
    None,
    "",
    "CC-BY-NC-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-SA-4.0",
    "LicenseRef-house",
    "LicenseRef-CC-BY-4.0",
    "All-rights-reserved",
    "CC-BY-4.0 AND LicenseRef-house",
    "LicenseRef-house AND CC-BY-4.0 OR CC-BY-NC-4.0",
    "(CC-BY-4.0 OR MIT) AND CC-BY-NC-4.0",
    "MITRE-own",
    "GFDL-1.3-invariants-or-later",
    "CC-BY-4.0 OR",
    "OR CC-BY-4.0",
    "CC-BY-4.0 MIT",
    "(CC-BY-4.0",
    "CC-BY-4.0)",
    "CC-BY-4.0 WITH",
    "WITH WITH WITH",
    "(" * 100 + "MIT" + ")" * 100,
)


@pytest.mark.parametrize("license_", OPEN)
def test_licences_that_let_everybody_pass_a_work_on(license_: str) -> None:
    assert is_open(license_)


@pytest.mark.parametrize("license_", CLOSED)
def test_licences_that_do_not(license_: str | None) -> None:
    assert not is_open(license_)


@given(st.lists(st.sampled_from(["MIT", "LicenseRef-a", "AND", "OR", "WITH", "(", ")"])).map(" ".join))
def test_any_expression_is_judged(license_: str) -> None:
    assert is_open(license_) in {True, False}
    assert not is_open(license_) or "MIT" in license_


DECLARED = {
    # redistribution, whether the licence is open: the text, the quotations, pictures under an open licence
    ("full", True): ("full", "full", True),
    ("full", False): ("full", "full", True),
    ("excerpts", True): ("none", "full", True),
    ("excerpts", False): ("none", "full", True),
    ("none", True): ("none", "none", False),
    ("none", False): ("none", "none", False),
    (None, True): ("full", "full", True),
    (None, False): ("none", "full", True),
}


@pytest.mark.parametrize("key", DECLARED)
def test_what_is_declared_is_done(key: tuple[str | None, bool]) -> None:
    article = of_article(*key)
    text, quotations, pictures = DECLARED[key]
    policy = Policy()
    assert policy.of_text(article) == text
    assert policy.of_quotations(article) == quotations
    assert policy.copies(article, "CC0-1.0") is pictures
    assert not policy.copies(article, "CC-BY-NC-4.0")
    assert not policy.copies(article, None)


@pytest.mark.parametrize("key", DECLARED)
@pytest.mark.parametrize(
    ("articles", "quotations", "images"),
    [
        *product(
            ("declared", "full", "none"),
            ("declared", "full", "excerpt", "none"),
            ("declared", "copy", "hash"),
        )
    ],
)
def test_what_is_asked_for_counts_first_but_an_excerpt_is_no_leave(
    key: tuple[str | None, bool], articles: str, quotations: str, images: str
) -> None:
    article = of_article(*key)
    policy = Policy(articles, quotations, images)  # type: ignore[arg-type]
    of_quotations = quotations if quotations != "declared" else DECLARED[key][1]
    if quotations == "excerpt" and key[0] == "none":  # a shorter quotation is one all the same
        of_quotations = "none"
    assert policy.of_quotations(article) == of_quotations
    of_text = articles if articles != "declared" else DECLARED[key][0]
    # a text has the words of its quotations
    assert policy.of_text(article) == (of_text if policy.of_quotations(article) == "full" else "none")
    assert policy.tells_words(article) is (policy.of_text(article) == "full")
    copied = images == "copy" or (images == "declared" and DECLARED[key][2])
    assert policy.copies(article, "CC0-1.0") is copied
    assert policy.copies(article, None) is (images == "copy")
    assert policy.exceeds(article, ["CC0-1.0"]) is (
        (policy.of_text(article), DECLARED[key][0]) == ("full", "none")
        or (quotations == "full" and DECLARED[key][1] == "none")
        or (images == "copy" and not DECLARED[key][2])
    )
    assert policy.exceeds(article, [None]) is (policy.exceeds(article, []) or images == "copy")


def test_of_what_cannot_be_read_nothing_is_told_unless_all_is_asked_for() -> None:
    assert not Policy().tells_words(None)
    assert not Policy(articles="full").tells_words(None)
    assert Policy(articles="full", quotations="full").tells_words(None)


def of_article(redistribution: str | None, has_open_license: bool) -> Article:  # noqa: FBT001
    article: Article = {"license": "CC-BY-4.0" if has_open_license else "LicenseRef-house"}
    if redistribution is not None:
        article["redistribution"] = redistribution
    return article
