"""The way of a build, from files to a dataset in its place."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from pincite.dataset.about import About
from pincite.dataset.assembling.documents import pieces_of, write_documents
from pincite.dataset.assembling.pictures import copy_pictures
from pincite.dataset.assembling.sources import batches as source_batches
from pincite.dataset.assembling.tables import write_table
from pincite.dataset.building.between_documents import Contradictions, NearMatches, told
from pincite.dataset.building.dating import dated
from pincite.dataset.building.missing import need_taken
from pincite.dataset.building.repeated import RepeatedDocuments
from pincite.dataset.building.sealing import seal
from pincite.dataset.building.site import Site
from pincite.dataset.engines import ALONE, engine_for
from pincite.dataset.job import Job, Judging
from pincite.dataset.package.layout import TABLES, table_file
from pincite.dataset.policy import Policy
from pincite.dataset.shards import files
from pincite.dataset.shards.narrowing import narrowed
from pincite.dataset.shards.planning import SHARD_BYTES, Shard, planned
from pincite.dataset.shards.result import ShardResult
from pincite.dataset.tables import BY_NAME
from pincite.dataset.tables import TABLES as ALL_TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pincite.dataset.assembling.documents import Piece
    from pincite.dataset.engines import Workers
    from pincite.dataset.tables.columns import Table


class Plan(NamedTuple):
    """What is built: the files (paths from the folder *root*) that become a dataset, and how.

    ``only`` has a byte for each line of a JSONL file, the one that there is, and 0 for the lines that are passed over.
    ``alone``: documents may name files in their own folders, and no others in *root*. ``made_with`` is what the manifest
    says instead of the options here.
    """

    root: Path
    paths: tuple[str, ...]
    policy: Policy = Policy()
    judging: Judging = Judging()
    verify: bool = False
    about: About = About()
    shard_bytes: int = SHARD_BYTES
    only: bytes | None = None
    alone: bool = False
    made_with: Mapping[str, object] | None = None


class Built(NamedTuple):
    """What came of a build: how many documents went in and how many did not, the rows of tables, and the findings.

    ``repeated`` have an id that one before them has; ``lost`` are those among them that are not the same as that.
    ``texts`` of articles and ``pictures`` are those that are not passed on, ``warnings`` and ``errors`` what was found in
    documents that are in, ``near`` the pairs of sources that may be one.
    """

    documents: int
    left_out: int
    repeated: int
    counts: dict[str, int]
    findings: int
    images: int
    resumed: bool
    lost: int = 0
    texts: int = 0
    pictures: int = 0
    warnings: int = 0
    errors: int = 0
    near: int = 0


def build(
    plan: Plan,
    out: Path,
    workers: Workers = ALONE,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Build a dataset in a folder, which holds none before, or one that is replaced.

    ``progress`` is told the number of shards done and of all. Raises SiteError, EngineError, ConfigError,
    PictureChangedError and OSError; what was done until then is used by the next run. Raises NoDatasetError where *only* some
    lines are to be taken, and one of them cannot be: then nothing is left.
    """
    with Site(out) as site:
        resumed = site.has_results
        job = Job(
            str(plan.root.absolute()), str(site.results), plan.policy, plan.judging, plan.verify, plan.alone
        )
        shards = list(_shards(plan, job.root))
        results = _worked_on(job, shards, workers, progress)
        pieces = pieces_of(shards, results, site.results)
        again = RepeatedDocuments(pieces, site.scratch)
        if again.number:
            pieces = _without(again.places, pieces, job, workers)
        if plan.only is not None:
            need_taken(pieces, plan.only, site)
        with Contradictions(site.scratch) as contradicted:
            counts = _write_tables(pieces, site, contradicted)
        near = NearMatches(pieces, site.scratch)
        findings = write_documents(pieces, site.new, chain(told(again), contradicted, near))
        images = copy_pictures(pieces, job, site.new)
        about = dated(plan.about, _batches(pieces, BY_NAME["articles"]))
        total = _total([piece.result for piece in pieces])
        seal(site.new, about, _made_with(plan, total, again.number), counts)
        site.finish()
    return Built(
        counts["articles"],
        total.left_out,
        again.number,
        counts,
        findings,
        images,
        resumed,
        again.lost,
        total.texts,
        total.pictures,
        total.warnings,
        total.errors,
        near.pairs,
    )


def _total(results: Sequence[ShardResult]) -> ShardResult:
    """Return the counts of all results together."""
    numbers = zip(*(one[2:] for one in results), strict=True)
    return ShardResult("", (), *map(sum, numbers))


def _shards(plan: Plan, root: str) -> Iterator[Shard]:
    shards = planned(root, plan.paths, size=plan.shard_bytes)
    return shards if plan.only is None else narrowed(root, shards, plan.only)


def _worked_on(
    job: Job, shards: Sequence[Shard], workers: Workers, progress: Callable[[int, int], None] | None
) -> list[ShardResult]:
    found: dict[int, ShardResult] = {}
    for number, result in engine_for(workers).results(job, shards):
        found[number] = result
        if progress is not None:
            progress(len(found), len(shards))
    return [found[number] for number in range(len(shards))]


def _without(
    places: Mapping[int, Sequence[int]], pieces: Sequence[Piece], job: Job, workers: Workers
) -> list[Piece]:
    """Return the pieces without documents that are there before: those that have some are worked on once more."""
    numbers = sorted(places)
    shards = [pieces[number].shard._replace(without=tuple(places[number])) for number in numbers]
    results = dict(zip(numbers, _worked_on(job, shards, workers, None), strict=True))
    changed = dict(zip(numbers, shards, strict=True))
    return pieces_of(
        [changed.get(number, piece.shard) for number, piece in enumerate(pieces)],
        [results.get(number, piece.result) for number, piece in enumerate(pieces)],
        Path(job.results),
    )


def _write_tables(pieces: Sequence[Piece], site: Site, contradicted: Contradictions) -> dict[str, int]:
    (site.new / TABLES).mkdir()
    counts = {}
    for table in ALL_TABLES:
        if table is BY_NAME["sources"]:
            rows = source_batches(
                [piece.folder / files.SOURCES for piece in pieces], site.scratch, contradicted.compare
            )
        else:
            rows = _batches(pieces, table)
        paths = [site.new / table_file(table, ending) for ending in ("parquet", "csv")]
        counts[table.name] = write_table(table, rows, *paths)
    return counts


def _batches(pieces: Sequence[Piece], table: Table) -> Iterator[pa.RecordBatch]:
    for piece in pieces:
        with pa.ipc.open_file(str(piece.folder / files.rows_file(table.name))) as reader:
            for number in range(reader.num_record_batches):
                yield reader.get_batch(number)


def _made_with(plan: Plan, total: ShardResult, repeated: int) -> dict[str, object]:
    """Return the options of a build, or what a plan says instead, with the numbers of documents that are not in as they came."""
    documents = {"left_out": total.left_out, "repeated": repeated}
    if plan.made_with is not None:
        # what the inputs hold goes in as it is, whatever gave more than was declared was asked for there
        told = plan.made_with.get("documents")
        return {**plan.made_with, "documents": {**(told if isinstance(told, dict) else {}), **documents}}
    judging = plan.judging
    return {
        "policy": dict(plan.policy.as_json()),
        "rules": judging.rules,
        "leave_out": judging.leave_out,
        "select": list(judging.select) if judging.select is not None else None,
        "ignore": list(judging.ignore),
        "verify": plan.verify,
        "documents": {**documents, "more_than_declared": total.more_than_declared},
    }
