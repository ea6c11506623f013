"""``pincite convert``: one input or many, to a file, a folder or standard output."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.conversion.article import content_of, converted, holds_document, opened_article
from pincite.cli.conversion.bibliography import format_of, taken_over
from pincite.cli.conversion.house import house_of
from pincite.cli.conversion.many import convert_many
from pincite.cli.conversion.places import same_file
from pincite.cli.conversion.rewriting import is_document, rewritten
from pincite.cli.output import CallError, show, tell, told, wants_colour, write_bytes_whole, write_whole
from pincite.export import ENDINGS, FORMATS, format_for
from pincite.model.report import FileCount, Report
from pincite.reading.opening import STDIN
from pincite.reporters import renderer
from pincite.reporters.concise_format import line_of
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pincite.cli.conversion.wishes import Wishes, Written
    from pincite.model.finding import Finding

_CONTROLS = re.compile("[\x7f-\x9f]")
"""What XML and HTML let stand and terminals obey."""


def convert(paths: Sequence[str], output: str | None, wishes: Wishes) -> int:
    """Convert what is named, tell what is lost if that is wished, and return the exit status; raises CallError.

    *output* is a file, or a folder where it ends like one or is one, and for more than one input; None and ``-``
    are standard output.
    """
    named = None if output == "-" else output
    work = _Work()
    status = _convert(paths, named, wishes, work)
    if wishes.losses:
        _show([*work.losses, *work.remarks], work.counts, wishes.losses)
        if not work.losses and not work.remarks:
            tell("pincite: nothing is lost")
    else:
        if work.losses and not work.is_whole:
            tell(f"pincite: {_summed(work.losses)}; --losses tells them")
        _tell_remarks(work.remarks)
    return max(status, _status_of(work.remarks))


def _refuse_unknown_ending(target: str) -> None:
    """Raise CallError where a file is called like those of no format, and nobody says in which one it is to be written."""
    ending = Path(target).suffix.lower()
    if ending and not target.lower().endswith(ENDINGS):
        near = [one for one in ENDINGS if one.endswith(ending)]
        hint = f"{' and '.join(near)} are" if len(near) > 1 else f"{near[0]} is" if near else ""
        raise CallError(
            f"no format's files end in '{ending}'"
            + (f" alone; {hint}" if hint else "")
            + "; name the format with --to, or the file otherwise (pincite formats lists the endings)"
        )


def _summed(losses: Sequence[Finding]) -> str:
    """Return in words how many values are lost in which way."""
    numbers = Counter(one.code for one in losses)
    parts = [
        f"{counted(numbers[code], 'value')} {words}"
        for code, words in (("PIN801", "left out"), ("PIN802", "in another form"), ("PIN803", "set aside"))
        if numbers[code]
    ]
    return ", ".join(parts)


def _show(found: Iterable[Finding], inputs: Mapping[str, tuple[int, int]], format_name: str) -> None:
    """Print a report on what is lost and what there is to tell of bibliographies; *inputs* are what files hold."""
    told_ = tuple(sorted(found, key=lambda one: one.order))
    of_file = Counter(one.path for one in told_)
    files = [FileCount(path, *inputs[path], of_file[path]) for path in sorted(inputs)]
    report = Report(told_, tuple(files))
    show(renderer(format_name)(report, fail_on=None, colour=wants_colour()))


def _tell_remarks(remarks: Sequence[Finding]) -> None:
    """Tell what there is to tell of bibliographies: what is no more than worth knowing is counted."""
    for one in remarks:
        if one.severity != "info":
            tell(line_of(one))
    number = sum(one.severity == "info" for one in remarks)
    if number:
        noted = counted(number, "note")
        tell(f"pincite: {noted} on what became of fields and keys; --losses tells them")


def _status_of(remarks: Iterable[Finding]) -> int:
    """Return the exit status: 1 where an entry of a bibliography could not be read."""
    return int(any(one.severity == "error" for one in remarks))


def _convert(paths: Sequence[str], target: str | None, wishes: Wishes, work: _Work) -> int:
    if target is not None and _is_folder(target):
        return convert_many(paths, target, wishes, work.convert_into)
    if len(paths) > 1 or os.path.isdir(paths[0]):  # noqa: PTH112 - as in _is_folder
        if target is None:
            raise CallError("several files need a folder to be written to: --output FOLDER/")
        if os.path.exists(target):  # noqa: PTH110 - as in _is_folder
            raise CallError(f"{target} is a file; several files need a folder")
        if target.lower().endswith(ENDINGS):
            raise CallError(f"{target} is called like a file; several files need a folder: --output FOLDER/")
        return convert_many(paths, target, wishes, work.convert_into)
    if target is None:
        text = work.convert(paths[0], None, wishes).text
        if not wishes.losses:
            show(_shown(text))
    else:
        work.convert_into(paths[0], target, wishes)
    return 0


def _shown(text: str) -> str:
    """Return what is written as a terminal may see it: with the escapes of JSON and of XML; YAML's are there already."""
    if text[:1] in {"{", "["}:
        return safe_json(text)
    return _CONTROLS.sub(lambda found: f"&#{ord(found[0])};", text) if text.startswith("<") else text


class _Work:
    """The conversions of one call, and what they lose."""

    def __init__(self) -> None:
        self.counts: dict[str, tuple[int, int]] = {}
        """Quotations and citations of the inputs."""
        self.losses: list[Finding] = []
        self.remarks: list[Finding] = []
        self.is_whole = True

    def convert(self, path: str, target: str | None, wishes: Wishes) -> Written:
        """Convert one input."""
        done = _document(path, target, wishes)
        self.counts[path] = done.held
        self.losses += done.losses
        self.remarks += done.remarks
        self.is_whole = self.is_whole and FORMATS[wishes.to or format_for(target)].is_whole
        return done

    def convert_into(self, path: str, target: str, wishes: Wishes) -> Written:
        """Convert one input and write what comes of it."""
        done = self.convert(path, target, wishes)
        _write(done, target)
        return done


def explain(path: str, wishes: Wishes) -> None:
    """Print how the citations of one article were read; raises CallError."""
    from pincite.cli.conversion.explanation import explanation  # noqa: PLC0415 - only where it is asked for

    if format_of(path, wishes) is not None:
        raise CallError(f"{path} is a bibliography; --explain tells how an article was read")
    if is_document(path):
        raise CallError(f"{path} is a document already; --explain tells how an article was read")
    name = "standard input" if path == STDIN else path
    show(explanation(opened_article(path, wishes), name, house_of(path, wishes).styles))


def _is_folder(target: str) -> bool:
    return target.endswith((os.sep, "/")) or os.path.isdir(target)  # noqa: PTH112 - false for a name no file can have


def update(paths: Sequence[str], document: str, output: str | None, wishes: Wishes) -> int:
    """Bring a document up to date with its changed article, where it lies or at *output*, or add sources of bibliographies.

    Returns the exit status; raises CallError.
    """
    formats = [(path, name) for path in paths if (name := format_of(path, wishes)) is not None]
    if len(formats) == len(paths):
        from pincite.cli.conversion.adding import add_sources  # noqa: PLC0415 - only where it is asked for

        remarks, status = add_sources(formats, document, output, wishes)
        if wishes.losses:
            _show(remarks, dict.fromkeys(paths, (0, 0)), wishes.losses)
        else:
            _tell_remarks(remarks)
        return max(status, _status_of(remarks))
    if len(paths) > 1:
        raise CallError("--update takes one article, that of the document, or bibliographies alone")
    article = paths[0]
    from pincite.cli.conversion.updating import brought_up_to_date  # noqa: PLC0415 - only where it is asked for

    target = document if output is None or output == "-" else output
    if output is not None and same_file(article, output):
        raise CallError(f"{output} is the article itself; name another file with --output")
    replaces = output != "-" and same_file(document, target)
    done = brought_up_to_date(article, document, target, wishes, replaces=replaces)
    if output == "-":
        show(done.text)
    else:
        _write(done, target)
    return 0


def _write(done: Written, target: str) -> None:
    """Write a document, its pictures first: a document names none that is not there."""
    folder = Path(target).parent
    for name, content in done.pictures:
        file = folder / name
        try:
            file.parent.mkdir(exist_ok=True)
            if file.is_file() and file.read_bytes() == content:
                continue
        except OSError as error:
            raise CallError(f"cannot write {file}: {told(error)}") from None
        write_bytes_whole(str(file), content)
    write_whole(target, done.text)


def _document(path: str, target: str | None, wishes: Wishes) -> Written:
    if target is not None and same_file(path, target):
        raise CallError(f"{target} is the input itself; name another file with --output")
    if target is not None and wishes.to is None:
        _refuse_unknown_ending(target)
    if is_document(path):
        return rewritten(path, target, wishes)
    if path == STDIN and wishes.source is None:
        content = content_of(path)
        if holds_document(content):
            return rewritten(path, target, wishes, content)
        return converted(path, target, wishes, content)
    format_name = format_of(path, wishes)
    if format_name is not None:
        return taken_over(path, format_name, target, wishes)
    return converted(path, target, wishes)
