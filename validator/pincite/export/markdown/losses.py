"""What annotated Markdown does not hold of a document: all of it is computed from the Markdown when it is read."""

from pincite.model.losses import Declared

_OFFSETS = "places are found in the body when it is read, by their words"

DECLARED: tuple[Declared, ...] = (
    Declared("/article/text", "changed", "the body is the text, written anew with its annotation"),
    Declared("/article/blocks", "left out", "the body's own layout tells them"),
    *(
        Declared(at, "changed", _OFFSETS)
        for at in (
            "/quotations/*/anchor",
            "/quotations/*/lead_in",
            "/quotations/*/citations/*/anchor",
            "/claims/*/anchor",
            "/claims/*/citations/*/anchor",
            "/claims/*/evidence/*/anchor",
            "/relations/*/anchor",
            "/images/*/anchor",
        )
    ),
)
