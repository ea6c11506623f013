"""The cited works of one benchmark article: complete sources, each alone or in a chain of containers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.words import PLACES, PUBLISHERS, headline, organization, person

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.words import Dice

ARCHIVE_CODE = "EVR"
ARCHIVE_NAME = "Eskvale Record Office"

# Page numbers have three digits throughout: in "400-399" the range is reversed, "100-99" could be short for 100-199.
FIRST_PAGE, LAST_PAGE = 110, 880


@dataclass(frozen=True)
class Work:
    """A source that can be cited, with what a printed citation of it needs.

    ``root`` is the source at the end of its chain of containers. ``pages`` is the extent of the work in the numbering
    its citations use, both ends included.
    """

    source: str
    printed: str
    root: str
    pages: tuple[int, int]
    archive_code: str | None = None


@dataclass
class Shelf:
    """Collects the sources of one article and hands out their ids."""

    dice: Dice
    sources: list[dict[str, object]] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)

    def put(self, kind: str, **members: object) -> str:
        """Add one source of the given type and return its new id."""
        identifier = f"{kind.replace('_', '-')}-{len(self.sources) + 1}"
        head: dict[str, object] = {"id": identifier, "type": kind}
        self.sources.append({**head, "title": headline(self.dice), **members})
        return identifier

    def printed(self, identifier: str) -> str:
        """Return title and year of a source as a citation prints them."""
        source = next(source for source in self.sources if source["id"] == identifier)
        return f"{source['title']}, {str(source['date'])[:4]}"


def imprint(dice: Dice) -> dict[str, object]:
    """Return publisher and place of publication."""
    return {"publisher": dice.pick(PUBLISHERS), "publisher_place": dice.pick(PLACES)}


def book(shelf: Shelf) -> Work:
    """Put a book on the shelf."""
    dice = shelf.dice
    year = str(dice.between(1850, 1960))
    name = shelf.put("book", authors=[person(dice)], date=year, language="en", **imprint(dice))
    return Work(name, shelf.printed(name), name, (FIRST_PAGE, LAST_PAGE))


def chapter(shelf: Shelf) -> Work:
    """Put a chapter and the edited book that contains it on the shelf."""
    dice = shelf.dice
    year = str(dice.between(1880, 1970))
    first = dice.between(FIRST_PAGE, LAST_PAGE - 40)
    editor = person(dice)
    whole = shelf.put("book", authors=[editor], editors=[editor], date=year, language="en", **imprint(dice))
    container = {"source": whole, "relation": "chapter_of", "locator": {"page": f"{first}-{first + 30}"}}
    name = shelf.put("chapter", authors=[person(dice)], date=year, language="en", container=container)
    return Work(name, shelf.printed(name), whole, (first, first + 30))


def journal_article(shelf: Shelf) -> Work:
    """Put a journal article and its journal on the shelf."""
    dice = shelf.dice
    started = dice.between(1870, 1900)
    year = started + dice.between(1, 40)
    first = dice.between(FIRST_PAGE, LAST_PAGE - 40)
    society = organization(f"Historical Society of {dice.pick(PLACES)}")
    span = f"{started}/{started + 50}"
    journal = shelf.put("periodical", authors=[society], date=span, language="en", **imprint(dice))
    name = shelf.put(
        "journal_article",
        authors=[person(dice)],
        date=f"{year}-{dice.between(1, 12):02d}",
        volume=str(year - started + 1),
        issue=str(dice.between(1, 4)),
        language="en",
        container={"source": journal, "relation": "part_of", "locator": {"page": f"{first}-{first + 24}"}},
    )
    return Work(name, shelf.printed(name), journal, (first, first + 24))


def letter(shelf: Shelf) -> Work:
    """Put a letter, the volume it is printed in and the volume's series on the shelf: a chain of three."""
    dice = shelf.dice
    year = dice.between(1850, 1900)
    first = dice.between(FIRST_PAGE, LAST_PAGE - 40)
    office = organization(ARCHIVE_NAME)
    series = shelf.put(
        "series", authors=[office], date=f"{year + 20}/{year + 40}", language="en", **imprint(dice)
    )
    volume = shelf.put(
        "volume",
        authors=[office],
        editors=[person(dice)],
        date=str(year + dice.between(20, 40)),
        language="en",
        container={"source": series, "relation": "volume_of", "number": str(dice.between(1, 9))},
        **imprint(dice),
    )
    name = shelf.put(
        "letter",
        authors=[person(dice)],
        recipients=[person(dice)],
        date=f"{year}-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}",
        place=dice.pick(PLACES),
        language="en",
        textual_status="transcript",
        container={"source": volume, "relation": "printed_in", "locator": {"page": f"{first}-{first + 6}"}},
    )
    return Work(name, shelf.printed(name), series, (first, first + 6), ARCHIVE_CODE)


def report(shelf: Shelf) -> Work:
    """Put a numbered report on the shelf."""
    dice = shelf.dice
    name = shelf.put(
        "report",
        authors=[organization(f"{dice.pick(PLACES)} Harbour Board")],
        date=f"{dice.between(1850, 1960)}-{dice.between(1, 12):02d}",
        number=str(dice.between(2, 90)),
        language="en",
        **imprint(dice),
    )
    return Work(name, shelf.printed(name), name, (FIRST_PAGE, LAST_PAGE))


MAKERS: tuple[Callable[[Shelf], Work], ...] = (book, chapter, letter, journal_article, report)


def filled_shelf(dice: Dice, count: int) -> Shelf:
    """Return a shelf with ``count`` citable works, the makers taking turns from a chosen one on."""
    shelf = Shelf(dice)
    first = dice.between(0, len(MAKERS) - 1)
    for number in range(count):
        shelf.works.append(MAKERS[(first + number) % len(MAKERS)](shelf))
    return shelf
