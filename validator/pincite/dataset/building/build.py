"""The way of a build, from files to a dataset in its place."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from pincite.dataset.about import About
from pincite.dataset.assembling.documents import pieces, write_documents
from pincite.dataset.assembling.pictures import copy_pictures
from pincite.dataset.assembling.sources import batches as source_batches
from pincite.dataset.assembling.tables import write_table
from pincite.dataset.building.dating import dated
from pincite.dataset.building.repeated import RepeatedDocuments
from pincite.dataset.building.sealing import seal
from pincite.dataset.building.site import Site
from pincite.dataset.building.telling import Contradictions, near_matches, told
from pincite.dataset.engines import ALONE, engine_for
from pincite.dataset.job import Job, Judging
from pincite.dataset.package.layout import TABLES, table_file
from pincite.dataset.policy import Policy
from pincite.dataset.shards import files
from pincite.dataset.shards.narrowing import narrowed
from pincite.dataset.shards.planning import SHARD_BYTES, Shard, planned
from pincite.dataset.tables import BY_NAME
from pincite.dataset.tables import TABLES as ALL_TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pincite.dataset.assembling.documents import Piece
    from pincite.dataset.engines import Workers
    from pincite.dataset.shards.result import ShardResult
    from pincite.dataset.tables.columns import Table


class Plan(NamedTuple):
    """What is built: the files (paths from the folder *root*) that become a dataset, and how.

    ``named`` is the path that documents count their own paths from, where the files hold what was taken out of another one.
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
    named: str | None = None
    only: bytes | None = None
    alone: bool = False
    made_with: Mapping[str, object] | None = None


class Built(NamedTuple):
    """What came of a build: how many documents went in and how many did not, the rows of tables, and the findings.

    ``repeated`` have an id that one before them has; ``lost`` are those among them that are not the same as that.
    """

    documents: int
    left_out: int
    repeated: int
    counts: dict[str, int]
    findings: int
    images: int
    resumed: bool
    lost: int = 0


def build(
    plan: Plan,
    out: Path,
    workers: Workers = ALONE,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Build a dataset in a folder, which holds none before, or one that is replaced.

    ``progress`` is told the number of shards done and of all. Raises SiteError, EngineError, ConfigError,
    PictureChangedError and OSError; what was done until then is used by the next run.
    """
    with Site(out) as site:
        resumed = site.has_results
        job = Job(
            str(plan.root.absolute()), str(site.results), plan.policy, plan.judging, plan.verify, plan.alone
        )
        shards = list(_shards(plan, job.root))
        results = _worked_on(job, shards, workers, progress)
        of = pieces(shards, results, site.results)
        again = RepeatedDocuments(of, site.scratch)
        if again.number:
            of = _without(again.places, of, job, workers)
        with Contradictions(site.scratch) as contradicted:
            counts = _write_tables(of, site, contradicted)
        findings = write_documents(
            of, site.new, chain(told(again), contradicted, near_matches(of, site.scratch))
        )
        images = copy_pictures(of, job, site.new)
        about = dated(plan.about, _batches(of, BY_NAME["articles"]))
        seal(site.new, about, plan.made_with or _made_with(plan), counts)
        site.finish()
    left_out = sum(piece.result.left_out for piece in of)
    return Built(counts["articles"], left_out, again.number, counts, findings, images, resumed, again.lost)


def _shards(plan: Plan, root: str) -> Iterator[Shard]:
    shards = planned(root, plan.paths, size=plan.shard_bytes, named=plan.named)
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
    places: Mapping[int, Sequence[int]], of: Sequence[Piece], job: Job, workers: Workers
) -> list[Piece]:
    """Return the pieces without documents that are there before: those that have some are worked on once more."""
    numbers = sorted(places)
    shards = [of[number].shard._replace(without=tuple(places[number])) for number in numbers]
    results = dict(zip(numbers, _worked_on(job, shards, workers, None), strict=True))
    changed = dict(zip(numbers, shards, strict=True))
    return pieces(
        [changed.get(number, piece.shard) for number, piece in enumerate(of)],
        [results.get(number, piece.result) for number, piece in enumerate(of)],
        Path(job.results),
    )


def _write_tables(of: Sequence[Piece], site: Site, contradicted: Contradictions) -> dict[str, int]:
    (site.new / TABLES).mkdir()
    counts = {}
    for table in ALL_TABLES:
        if table is BY_NAME["sources"]:
            rows = source_batches(
                [piece.folder / files.SOURCES for piece in of], site.scratch, contradicted.compare
            )
        else:
            rows = _batches(of, table)
        paths = [site.new / table_file(table, ending) for ending in ("parquet", "csv")]
        counts[table.name] = write_table(table, rows, *paths)
    return counts


def _batches(of: Sequence[Piece], table: Table) -> Iterator[pa.RecordBatch]:
    for piece in of:
        with pa.ipc.open_file(str(piece.folder / files.rows_file(table.name))) as reader:
            for number in range(reader.num_record_batches):
                yield reader.get_batch(number)


def _made_with(plan: Plan) -> dict[str, object]:
    judging = plan.judging
    return {
        "policy": dict(plan.policy.as_json()),
        "rules": judging.rules,
        "leave_out": judging.leave_out,
        "select": list(judging.select) if judging.select is not None else None,
        "ignore": list(judging.ignore),
        "verify": plan.verify,
    }
