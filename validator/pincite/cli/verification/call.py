"""What ``pincite verify`` is asked: the options as they were given, put together by what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.delivery import USUAL

if TYPE_CHECKING:
    from pincite.cli.delivery import Delivery


class Single(NamedTuple):
    """One question without a document."""

    quote: str | None = None
    file: str | None = None
    page: str | None = None
    language: str | None = None


class Scope(NamedTuple):
    """What is in force for the documents, in a form that other processes can be told."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    config: str | None = None
    isolated: bool = False
    sources: tuple[str, ...] = ()


class Manner(NamedTuple):
    """How documents are verified and reported."""

    delivery: Delivery = USUAL
    show_all: bool = False
    fail_unchecked: bool = False
    pictures: bool = True
    write: bool = False


class Means(NamedTuple):
    """With what it is done: processes, and the folder in which is kept what was read."""

    jobs: int = 1
    cache: str | None = None
    no_cache: bool = False


class Call(NamedTuple):
    """All options."""

    paths: tuple[str, ...]
    single: Single
    batch: str | None
    scope: Scope
    manner: Manner
    means: Means
    annotated_only: bool
