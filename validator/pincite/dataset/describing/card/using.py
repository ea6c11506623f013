"""What a reader of a card does with the dataset: its limits, how it is checked and loaded, and the columns of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.describing.card.markdown import code, paragraph, table
from pincite.dataset.describing.figures import number
from pincite.dataset.describing.hugging_face import loading_documents
from pincite.dataset.package.layout import CHECKSUMS, DOCUMENTS
from pincite.dataset.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.dataset.tables.columns import Column

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "boolean": "true or false",
    "strings": "list of texts",
    "json": "JSON as text",
}


def limits() -> Iterator[str]:
    """Yield what the dataset does not say."""
    yield "- It judges citations, never truth: that a claim has evidence, or a quotation a source, does not make either right."
    yield "- What is annotated is what somebody, or a program, annotated. What is not here may stand in an article all the same."
    yield "- A quotation that was found in a copy of its source stands in that copy; whether the copy is true to the source is not known."
    yield "- Sources that are described in different ways are different here; two rows may be one work."
    yield "- Dates are as the documents give them (EDTF); where they span more than a decade, no decade counts them."
    yield "- In CSV, a text that a spreadsheet would run has an apostrophe before it; Parquet and JSONL have all texts as they are."
    yield ""


def checking() -> Iterator[str]:
    """Yield how the dataset is checked."""
    yield from paragraph(
        "In its folder, without pincite, whether all files are as they were; then all that holds between them, too:"
    )
    yield from code("sh", f"sha256sum -c {CHECKSUMS}", "pincite dataset check .")


def loading() -> Iterator[str]:
    """Yield how the dataset is loaded by the programs that people have."""
    yield from paragraph("DuckDB:")
    yield from code(
        "sql",
        "SELECT sources.title, count(*) AS citations",
        "FROM 'tables/citations.parquet' AS citations",
        "JOIN 'tables/sources.parquet' AS sources ON citations.source = sources.id",
        "GROUP BY sources.id, sources.title ORDER BY citations DESC;",
    )
    yield from paragraph("Python, with pandas, with Hugging Face `datasets`, or with pincite:")
    yield from code(
        "python",
        'folder = "path/to/this/folder"',
        "",
        "import pandas",
        'quotations = pandas.read_parquet(f"{folder}/tables/quotations.parquet")',
        "",
        "import datasets",
        'quotations = datasets.load_dataset(folder, "quotations", split="train")',
        *loading_documents(),
        "",
        "import pincite.dataset",
        "dataset = pincite.dataset.open(folder)",
    )
    yield from paragraph(
        f"`{DOCUMENTS}` has the documents themselves, one a line: JSON in the Pincite format."
    )


def tables(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield the columns of all tables."""
    for one in TABLES:
        rows = counts.get(one.name, 0)
        yield f"### {one.name}"
        yield ""
        yield from paragraph(
            one.description,
            f"{number(rows)} {'row' if rows == 1 else 'rows'}, in `tables/{one.name}.parquet` and `tables/{one.name}.csv`.",
            f"The key is {', '.join(f'`{key}`' for key in one.key)}.",
        )
        yield from table(
            ("column", "type", "what it is"),
            ((f"`{column.name}`", _TYPES[column.type], _meaning(column)) for column in one.columns),
        )


def _meaning(column: Column) -> str:
    if not column.leads_to:
        return column.description
    return f"{column.description} Leads to {', '.join(f'`{one}`' for one in column.leads_to)}."
