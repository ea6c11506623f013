"""What is to be done with each document of a build; plain values, that go to other processes and other machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.policy import Policy

if TYPE_CHECKING:
    from pincite.model.rule import Severity


class Judging(NamedTuple):
    """How documents are judged: by which configuration and rules, and from which severity on one is left out.

    Without *rules* none are asked: documents are held against the schema alone, and left out where they break it.
    """

    rules: bool = True
    leave_out: Severity | None = "error"
    config: str | None = None
    isolated: bool = False
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()


class Job(NamedTuple):
    """A build: the folder that its paths count from, the folder for results of shards, and what is done with documents.

    Both folders are absolute, and the same on every machine that works. ``verify``: quotations are held against the
    copies of their sources. ``alone``: documents may name files in their own folders, and no others in *root*.
    """

    root: str
    results: str
    policy: Policy = Policy()
    judging: Judging = Judging()
    verify: bool = False
    alone: bool = False

    @property
    def working_folder(self) -> str:
        """Return the folder in which documents may name files, besides their own."""
        return self.results if self.alone else self.root  # no document lies among results
