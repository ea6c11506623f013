"""What a dataset's build is set beside: parsing the same file with the standard library, and writing the same tables with pyarrow.

``python -m benchmarks.datasets.reference FILE DATASET`` prints the processor time of each part in seconds, as JSON. The rows come
out of the tables of a dataset that was built before; reading these does not count.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq


def parse(path: Path) -> float:
    """Return how long it takes to parse each line of a file."""
    started = time.process_time()
    with path.open("rb") as stream:
        for line in stream:
            json.loads(line)
    return time.process_time() - started


def write(table: Path, target: Path) -> tuple[float, float]:
    """Return how long it takes to make a table of Python's values, and to write it, row group by row group."""
    made = written = 0.0
    source = pq.ParquetFile(table)
    started = time.process_time()
    with pq.ParquetWriter(target, source.schema_arrow, compression="zstd") as writer:
        written += time.process_time() - started
        for number in range(source.num_row_groups):
            group = source.read_row_group(number)
            columns = [column.to_pylist() for column in group.columns]
            started = time.process_time()
            arrays = [
                pa.array(values, field.type) for values, field in zip(columns, group.schema, strict=True)
            ]
            copy = pa.Table.from_arrays(arrays, schema=group.schema)
            made += time.process_time() - started
            del columns, group
            started = time.process_time()
            writer.write_table(copy, row_group_size=max(1, copy.num_rows))
            written += time.process_time() - started
        started = time.process_time()
    written += time.process_time() - started
    return made, written


def main() -> None:
    """Measure and print."""
    file, dataset = Path(sys.argv[1]), Path(sys.argv[2])
    parts = {"parse": parse(file), "arrays": 0.0, "parquet": 0.0}
    with TemporaryDirectory() as folder:
        for table in sorted((dataset / "tables").glob("*.parquet")):
            made, written = write(table, Path(folder) / table.name)
            parts["arrays"] += made
            parts["parquet"] += written
    print(json.dumps(parts))


if __name__ == "__main__":
    main()
