"""The datasets that another one is made of: they are what their manifests say, and stay apart from the new one."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pincite.dataset.building.site import SiteError
from pincite.dataset.opened.places import own_file
from pincite.dataset.opened.table_files import TableFile
from pincite.dataset.package.files import file_of
from pincite.dataset.package.layout import DOCUMENTS, IMAGES, table_file
from pincite.dataset.package.manifest import Manifest, NoDatasetError, read_with_digest
from pincite.dataset.tables import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.dataset.tables.columns import Value

_BATCH = 4_096
"""Rows that are read together."""


class DamagedError(NoDatasetError):
    """A dataset is not what its manifest says; the text says where."""


class Input(NamedTuple):
    """A dataset in a folder, its manifest, and the digest (SHA-256) of that, which stands for all of it."""

    folder: Path
    manifest: Manifest
    digest: str

    @property
    def documents(self) -> Path:
        """Return the file of its documents."""
        return self.folder / DOCUMENTS

    def reference(self) -> dict[str, str]:
        """Return what tells which dataset this is, for others that name it: its name, its version and its digest."""
        about = self.manifest.about
        return {"name": about.name, "version": about.version, "manifest_sha256": self.digest}

    def need(self, *paths: str) -> None:
        """Raise DamagedError unless some files are there as the manifest says; OSError where they cannot be read."""
        listed = {one.path: one for one in self.manifest.files}
        for path in paths:
            told = listed.get(path)
            if told is None:
                raise DamagedError(f"{self.folder}: the manifest does not tell of {path}")
            try:
                own_file(self.folder, path)
            except NoDatasetError as error:
                raise DamagedError(f"{error}; the manifest tells of it") from None
            if file_of(self.folder, path) != told:
                raise DamagedError(
                    f"{self.folder}: {path} is not the file that the manifest tells of; the dataset is damaged"
                )

    def need_all(self) -> None:
        """Raise DamagedError unless documents and pictures are there as the manifest says."""
        pictures = [one.path for one in self.manifest.files if PurePosixPath(one.path).parts[:1] == (IMAGES,)]
        self.need(DOCUMENTS, *pictures)

    def need_tables(self, *names: str) -> None:
        """Raise DamagedError unless some tables are there as the manifest says."""
        self.need(*(table_file(BY_NAME[name], "parquet").as_posix() for name in names))

    def rows(self, table: str, *columns: str) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a table in their order, of each some columns; raises DamagedError for another form."""
        try:
            for batch in TableFile(self.folder, table).batches(columns, _BATCH):
                yield from zip(*(batch.column(name).to_pylist() for name in columns), strict=True)
        except NoDatasetError as error:
            raise DamagedError(str(error)) from None

    def numbered(self, rows: Iterable[tuple[Value, ...]]) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Yield rows that begin with an article's id, in the order of the articles, with the articles' numbers from 0.

        Raises DamagedError for another order.
        """
        articles = enumerate(name for (name,) in self.rows("articles", "id"))
        number, at = next(articles, (0, None))
        for row in rows:
            while at is not None and at != row[0]:
                number, at = next(articles, (0, None))
            if at is None:
                raise DamagedError(f"{self.folder}: the rows of a table are not in the order of the articles")
            yield number, row


def opened(folder: Path) -> Input:
    """Return the dataset in a folder; raises NoDatasetError."""
    return Input(folder, *read_with_digest(folder))


def stay_apart(out: Path, inputs: Sequence[Input]) -> None:
    """Raise SiteError where a new dataset's place is that of an input, in it or around it."""
    place = out.resolve()
    for one in inputs:
        folder = one.folder.resolve()
        if place == folder:
            raise SiteError(f"{out} is what the new dataset is made of; name another folder for it")
        if folder in place.parents:
            raise SiteError(f"{out} lies in {one.folder}, of which it is made; name a folder elsewhere")
        if place in folder.parents:
            raise SiteError(f"{out} holds {one.folder}, of which it is made; name a folder elsewhere")
