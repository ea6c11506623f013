"""LaTeX's commands for letters and signs, as bibliographies use them."""

from __future__ import annotations

import unicodedata

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
r"""Commands that set a mark on the letter behind them (``\'e``, ``\v{c}``), and the mark as it combines."""
SPACING = {"`": "`", "'": "´", "^": "^", "~": "~", '"': "¨", "=": "¯", ".": "˙"}
"""What the commands make without a letter."""

_LETTERS = "ss ß SS ẞ ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ij ĳ IJ Ĳ"
_SIGNS = (
    "textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ "
    'quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright » guillemetleft « guillemetright » textquotedbl " '
    "guilsinglleft ‹ guilsinglright › glqq „ grqq “ flqq « frqq » textquotesingle ' textasciigrave ` ldots … dots … "
    "textellipsis … S § P ¶ textsection § textparagraph ¶ copyright © textcopyright © textregistered ® texttrademark ™ "
    "pounds £ textsterling £ euro € texteuro € EUR € textcent ¢ textyen ¥ textdegree ° degree ° textbackslash \\ "
    "backslash \\ textasciitilde ~ textasciicircum ^ textbraceleft { textbraceright } lbrace { rbrace } textbar | "
    "textless < textgreater > textunderscore _ textdollar $ textbullet • textperiodcentered · textdagger † "
    "textdaggerdbl ‡ dag † ddag ‡ textordfeminine ª textordmasculine º textexclamdown ¡ textquestiondown ¿ textmu µ "
    "textnumero № textonehalf ½ textonequarter ¼ textthreequarters ¾ texttimes × times × textpm ± pm ± cdot · sim ∼ "
    "le ≤ ge ≥ leq ≤ geq ≥ neq ≠ infty ∞ to → rightarrow → leftarrow ← approx ≈ slash / TeX TeX LaTeX LaTeX "
    "BibTeX BibTeX textasciidieresis ¨ textasciiacute ´ textasciimacron ¯ and &"
)
_GREEK = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega"


def _paired(words: str) -> dict[str, str]:
    split = words.split()
    return dict(zip(split[::2], split[1::2], strict=True))


def _greek() -> dict[str, str]:
    found = {}
    for word in _GREEK.split():
        name = word.replace("lambda", "lamda").upper()
        found[word] = unicodedata.lookup(f"GREEK SMALL LETTER {name}")
        found[word.capitalize()] = unicodedata.lookup(f"GREEK CAPITAL LETTER {name}")
    return found


COMMANDS = {
    **_greek(),
    **_paired(_LETTERS),
    **_paired(_SIGNS),
    **dict.fromkeys(("space", "quad", "qquad", "newline", "linebreak", "par"), " "),
    "nobreakspace": "\u00a0",
}
"""Commands to what they print; a command that is not here prints nothing itself."""
