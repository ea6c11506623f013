"""How Hugging Face ``datasets`` (4.7 and later) loads the documents, whatever is in them.

The loader guesses types by the first 10 MB of a file: it takes members of free names (locators, archives) for fixed ones and
texts such as 1845-04-12 for times, and fails at the first document that is otherwise. Told the types it guesses nothing: objects
are JSON to it. What it changes still: fractions have ten digits, and halves of surrogate pairs are dropped; at whole numbers of
more than 64 bits, which only ``custom`` can have, it fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.package.layout import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = ("pincite", "id", "version")
OBJECTS = ("article", "archives", "annotation", "custom")
LISTS = ("sources", "quotations", "claims", "relations", "images")
"""The members of a document in a dataset, by their types; catalogues are none, since their sources were put into it."""


def loading_documents() -> Iterator[str]:
    """Yield the lines of Python that load the documents in ``folder`` as ``documents``, after ``import datasets``."""
    yield "features = datasets.Features("
    yield f'    {{name: datasets.Value("string") for name in {_tuple(TEXTS)}}}'
    yield f"    | {{name: datasets.Json() for name in {_tuple(OBJECTS)}}}"
    yield f"    | {{name: datasets.List(datasets.Json()) for name in {_tuple(LISTS)}}}"
    yield ")"
    yield "documents = datasets.load_dataset("
    yield f'    "json", data_files=f"{{folder}}/{DOCUMENTS}", features=features, split="train"'
    yield ")"


def _tuple(names: tuple[str, ...]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"({quoted})"
