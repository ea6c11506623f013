"""Names of HTML elements, by what the HTML standard says of them."""

from __future__ import annotations


def names(words: str) -> frozenset[str]:
    """Return the names in *words*, parted by spaces."""
    return frozenset(words.split())


VOID = names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr"
)
"""Elements without content."""

SPECIAL = names(
    "address applet area article aside base basefont bgsound blockquote body br button caption center col "
    "colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 "
    "h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu "
    "meta nav noembed noframes noscript object ol p param plaintext pre script search section select "
    "source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp"
)
"""The standard's special elements: an end tag of any other element does not reach beyond them."""

SCOPES = names(
    "annotation-xml applet button caption desc foreignobject html marquee mi mn mo ms mtext object select "
    "table td template th"
)
"""Elements beyond which no end tag of a special element reaches."""

FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
"""Elements that the parser opens again in the next block where they were left open."""

CELLS = frozenset({"td", "th"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BLOCKS = names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing "
    "main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot "
    "th thead tr ul"
)
"""Elements that begin and end a paragraph."""

CLOSE_PARAGRAPH = names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer "
    "h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p pre search section summary ul "
    "xmp plaintext"
)
"""Elements whose start tag ends an open ``p``."""

UNSEEN = names(
    "annotation annotation-xml area audio base canvas datalist defs desc head iframe link meta metadata "
    "noembed noframes noscript param rp script source style template title track video"
)
"""Elements whose content browsers do not show."""

LEAVE_FOREIGN = names(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li "
    "listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Elements whose start tag ends ``svg`` and ``math``."""
