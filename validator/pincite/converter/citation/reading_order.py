"""All citations of an article, read in order: a short form means one that was read before it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pincite.converter.citation.account import with_leftovers
from pincite.converter.citation.chain import read_citation
from pincite.converter.citation.correspondence import is_the_same
from pincite.converter.citation.earlier_works import EarlierWorks
from pincite.converter.citation.pieces import unbracketed
from pincite.converter.citation.several import first_of_several
from pincite.converter.citation.short_forms import (
    author_before,
    declared_short,
    is_full,
    is_same_work,
    names_author_of,
    note_meant,
    resolve_short_form,
    short_of,
    unresolved,
    without_author_before,
    without_cited,
    without_names,
)
from pincite.converter.citation.signposts import is_signpost, without_quoted_in
from pincite.converter.citation.taken_over import contradicts, take_over, with_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.lexicon import Lexicon

_BEFORE = "the citation before it, by the printed short form"
_ONLY = "the only earlier citation that the short form fits"
_NOTE = "the citation of the note that the short form names"
_DECLARED = "the citation that declares the printed short form"


@dataclass
class _Readings:
    """The citations read so far: in order, the full ones by what names them, by note, and by a declared short form.

    ``note`` is the number of the note that is being read, ``last_noted`` the citation read last in a note.

    ``single`` says of each whether it names one source, so that a short form can mean it.
    """

    lexicon: Lexicon
    all: list[ReadCitation] = field(default_factory=list)
    single: list[bool] = field(default_factory=list)
    full: EarlierWorks = field(init=False)
    note: int | None = None
    last_noted: int | None = None
    noted: dict[int, list[int]] = field(default_factory=dict)
    declared: dict[str, ReadCitation | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.full = EarlierWorks(self.lexicon)

    def before(self) -> ReadCitation | None:
        """Return the citation before, None if it names several sources or none.

        In a note that is the one in the note before, whatever the text cites between the two marks.
        """
        at = len(self.all) - 1
        if self.note is not None and self.last_noted is not None:
            at = self.last_noted
        return self.all[at] if at >= 0 and self.single[at] and self.all[at].chain else None

    def of_note(self, number: int) -> ReadCitation | None:
        """Return the only citation of a note."""
        listed = self.noted.get(number, [])
        at = listed[0] if len(listed) == 1 else None
        return self.all[at] if at is not None and self.single[at] and self.all[at].chain else None


def read_citations(
    raws: Iterable[str], lexicon: Lexicon, notes: Iterable[int | None] = ()
) -> list[ReadCitation]:
    """Return what each printed citation says; ``notes`` are the numbers of the notes that they stand in.

    "Ibid." takes over the source of the citation before it, a short form that of the only earlier citation it
    fits, "see note 3" that of the note; ``resolved_by`` then says why.
    """
    readings = _Readings(lexicon)
    numbers = list(notes)
    for at, raw in enumerate(raws):
        readings.note = numbers[at] if at < len(numbers) else None
        _read(raw, readings)
        if readings.note is not None:
            readings.noted.setdefault(readings.note, []).append(at)
            readings.last_noted = at
    return readings.all


def _read(raw: str, readings: _Readings) -> None:
    lexicon = readings.lexicon
    printed, short = declared_short(raw, lexicon)
    printed, quoting = without_quoted_in(printed, lexicon)
    given = printed
    meaning = _meaning(given, readings)
    printed, read, meant = meaning.printed, meaning.read, meaning.meant
    if meant is not None and contradicts(read, meant):
        meant = None
        read = read if meaning.reason == _BEFORE else read_citation(printed, lexicon)
    if meant is not None:
        if not read.locator and lexicon.has("place_cited", raw):
            read = replace(read, locator=meant.locator)
        read = take_over(meaning.rest, read, meant, meaning.reason, lexicon)
    else:
        unclear = unresolved(raw, lexicon) if printed == given else None
        if unclear and unclear not in read.unparsed:
            read = replace(read, unparsed=(unclear, *read.unparsed))
        if unclear and not read.locator:
            read = with_pages(_inside(printed), read, lexicon)
        read = with_leftovers(printed, read, lexicon)
        read = _with_archive(_with_persons(read, readings), readings)
        if read.chain and is_full(read.chain[0]):
            readings.full.add(read)
    if quoting is not None:
        read = replace(read, unparsed=(quoting, *read.unparsed))
    several = first_of_several(unbracketed(printed), lexicon)[1]
    readings.single.append(not several and not _is_open(read, lexicon))
    readings.all.append(read)
    if short is not None:
        readings.declared[short] = None if short in readings.declared else read


def _is_open(read: ReadCitation, lexicon: Lexicon) -> bool:
    """Return whether a citation is an "ibid." of no known source: another behind it means none either."""
    untitled = not read.chain or read.chain[0].title is None
    return untitled and any(is_signpost(one, lexicon) for one in read.unparsed) and not read.resolved_by


@dataclass(frozen=True)
class _Meaning:
    """A citation as it is to be read, its reading, and the earlier citation that it means, with the reason.

    ``rest`` is its text without the words that name the earlier one, and the sources printed behind it.
    """

    printed: str
    read: ReadCitation
    rest: tuple[str, str]
    meant: ReadCitation | None
    reason: str


def _meaning(raw: str, readings: _Readings) -> _Meaning:
    lexicon = readings.lexicon
    inner, others = first_of_several(_inside(raw), lexicon)
    same = lexicon.starts("same_source", inner)
    if same:
        rest = inner[same.end() :]
        return _Meaning(raw, read_citation(rest, lexicon), (rest, others), readings.before(), _BEFORE)
    if is_same_work(raw, lexicon) and readings.before() is not None:
        rest = inner[inner.find(",") :] if "," in inner else ""
        return _Meaning(raw, read_citation(rest, lexicon), (rest, others), readings.before(), _BEFORE)
    note = note_meant(inner, lexicon)
    if note is not None and readings.noted:
        number, place, who = note
        meant = readings.of_note(number)
        if meant is not None and (who is None or names_author_of(who, meant.chain[0], lexicon)):
            return _Meaning(raw, read_citation(place, lexicon), (place, others), meant, _NOTE)
    declared = short_of(inner, readings.declared)
    if declared is not None:
        rest = declared[1]
        meant = readings.declared[declared[0]]
        return _Meaning(raw, read_citation(rest, lexicon), (rest, others), meant, _DECLARED)
    printed = author_before(raw, readings.before(), lexicon)
    read = read_citation(without_author_before(without_cited(printed, lexicon), lexicon), lexicon)
    if printed != raw and read.chain:
        item = read.chain[0]
        reasons = {**item.inferred, "authors": "“idem”: the author of the citation before it"}
        read = replace(read, chain=(replace(item, inferred=reasons), *read.chain[1:]))
    meant = resolve_short_form(printed, read, readings.full, lexicon)
    rest = "" if meant is None else without_names(printed, read, lexicon)
    return _Meaning(printed, read, (rest, ""), meant, _ONLY)


def _inside(raw: str) -> str:
    """Return a citation without its parentheses, but with that which closes a remark: "ibid., 15 (my emphasis)"."""
    bare = unbracketed(raw)
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


def _with_archive(read: ReadCitation, readings: _Readings) -> ReadCitation:
    """Return a reading with "ibid." in front of an archive's boxes put as the archive of the citation before."""
    before = readings.before()
    item = read.chain[0] if read.chain else None
    told = [
        one
        for one in read.unparsed
        if readings.lexicon.pattern(readings.lexicon.words("same_source")).fullmatch(one)
    ]
    if before is None or item is None or len(told) != 1 or not item.archive or "name" in item.archive:
        return read
    kept = before.chain[0].archive
    if "name" not in kept:
        return read
    same: dict[str, str] = {part: value for part, value in kept.items() if part in {"name", "place"}}
    inferred = {**item.inferred, "archive": "“ibid.” before its boxes: the archive of the citation before it"}
    changed = replace(item, archive={**same, **item.archive}, inferred=inferred)
    rest = tuple(one for one in read.unparsed if one not in told)
    return replace(read, chain=(changed, *read.chain[1:]), unparsed=rest)


def _with_persons(read: ReadCitation, readings: _Readings) -> ReadCitation:
    """Return a reading with "the same" put as the persons of the citation before, where they are single."""
    before = readings.before()
    if before is None or not read.chain:
        return read
    item, earlier = read.chain[0], before.chain[0]
    inferred = dict(item.inferred)
    people = {"authors": item.authors, "recipients": item.recipients}
    for member, names in people.items():
        meant: list[str] = getattr(earlier, member)
        if (
            len(names) == 1
            and is_the_same(names[0], readings.lexicon)
            and len(meant) == 1
            and earlier.recipients
        ):
            people[member] = list(meant)
            inferred[member] = "“the same”: the one of the citation before it"
    if people["authors"] is item.authors and people["recipients"] is item.recipients:
        return read
    changed = replace(item, authors=people["authors"], recipients=people["recipients"], inferred=inferred)
    return replace(read, chain=(changed, *read.chain[1:]))
