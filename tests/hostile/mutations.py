"""Small harm done to good files: near what is right, where faults of readers are found, and not in random bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

if TYPE_CHECKING:
    from random import Random

KINDS = ("flip", "delete", "duplicate", "swap", "insert", "repeat", "confuse", "truncate", "splice")
LONGEST = 6_000
"""Bytes of what comes out: harm is done by structure here, and by size in the tests of growth."""
TOKENS: tuple[bytes, ...] = (
    b"\n", b"\r\n", b"\r", b"\t", b" ", b"  ", b"\n\n", b"---\n", b"...\n", b": ", b":", b"- ", b"? ", b"| ", b"|\n", b">-\n",
    b"{", b"}", b"[", b"]", b",", b"'", b'"', b"\\", b"\\u0000", b"\\ud83d", b"#", b"&a ", b"*a", b"!!str ", b"<<: ", b"%YAML 1.1\n",
    b"null", b"true", b"1e999", b"NaN", b"-0", b"0x1F", b"1:30", b"010", b"9" * 400, b"1918-04", b"~", b"=",
    b"\0", b"\x1b[31m", b"\x07", b"\x7f", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    b"(", b")", b"(IMG)", b"(IMG{", b"}", "“".encode(), "”".encode(), "«".encode(), "»".encode(), "„".encode(), "‘".encode(),
    "’".encode(), "…".encode(), b"...", "—".encode(), "–".encode(), b"ibid.", b"op. cit.", b"p. ", b"pp. 4-", b"vol. ", b"In: ", b";",
    b"https://", b"doi:10.", b"^", b"[^1]", b"[^1]: ", b"](", b"![", b"`", b"```\n", b":::", b"::: {", b"> ", b"<!--", b"-->", b"<p>",
    b"</p>", b"<blockquote>", b"<sup>", b"<a href=", b"&amp;", b"&#x1F514;", b"<w:p>", b"</w:p>", b"<w:r>", b"<w:t>",
    b"pincite: ignore[PIN108] x", b"# pincite: ignore\n", b"@", b"$", b"{.q", b"/", b"..",
)  # fmt: skip
"""What has a meaning somewhere in what is read."""
CONFUSABLES = str.maketrans(
    {
        "a": "а", "e": "е", "o": "ο", "p": "р", "c": "ϲ", "i": "і", "x": "х", "1": "１", "2": "²", "3": "৩", "4": "Ⅳ", "0": "Ο",
        ":": "：", "-": "‐", ".": "․", ",": "‚", "(": "（", ")": "）", " ": "\u00a0", "\n": "\u2028", "'": "ʼ", '"': "＂", "/": "⁄",
        "é": "e\u0301", "I": "İ", "s": "ſ", "n": "n\u0303\u0323\u0331", "t": "t\u202e", "h": "h\u200b", "r": "\U0001d52f", "S": "ß",
    }
)  # fmt: skip


class Mutation(NamedTuple):
    """One change of some bytes: where it begins, as a share of 65,536, how many bytes it takes, and what goes in.

    ``to`` is a second place, or how often something is repeated.
    """

    kind: str
    at: int
    length: int
    to: int
    token: bytes

    def of(self, content: bytes, other: bytes = b"") -> bytes:
        """Return *content* with the change; *other* is what is spliced in."""
        at = self.at * len(content) >> 16
        end = min(len(content), at + self.length)
        taken = content[at:end]
        to = self.to * len(content) >> 16
        if self.kind == "flip":
            flipped = bytes([content[at] ^ 1 << self.to % 8]) if at < len(content) else b""
            made = content[:at] + flipped + content[at + 1 :]
        elif self.kind == "delete":
            made = content[:at] + content[end:]
        elif self.kind == "duplicate":
            made = content[:to] + taken + content[to:]
        elif self.kind == "swap":
            first, second = sorted((at, to))
            middle = min(len(content), second + self.length)
            made = content[:first] + content[second:middle] + content[first:second] + content[middle:]
        elif self.kind == "insert":
            made = content[:at] + self.token + content[at:]
        elif self.kind == "repeat":
            made = content[:at] + (taken or self.token) * (2 + self.to % 300) + content[at:]
        elif self.kind == "confuse":
            made = content[:at] + _confused(taken) + content[end:]
        elif self.kind == "truncate":
            made = content[:at]
        else:
            made = content[:at] + other[to : to + 8 * self.length] + content[end:]
        return made[:LONGEST]


def _confused(taken: bytes) -> bytes:
    return taken.decode("utf-8", "surrogateescape").translate(CONFUSABLES).encode("utf-8", "surrogateescape")


def by_chance(chance: Random) -> Mutation:
    """Return any change."""
    return Mutation(
        chance.choice(KINDS),
        chance.randrange(1 << 16),
        chance.choice((1, 1, 2, 3, 5, 8, 13, 40, 100)),
        chance.randrange(1 << 16),
        chance.choice(TOKENS),
    )


MUTATIONS = st.lists(
    st.builds(
        Mutation,
        st.sampled_from(KINDS),
        st.integers(0, (1 << 16) - 1),
        st.sampled_from((1, 2, 3, 5, 8, 13, 40, 100)),
        st.integers(0, (1 << 16) - 1),
        st.sampled_from(TOKENS),
    ),
    max_size=5,
)


@st.composite
def harmed(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """Draw one of some good contents, with some changes."""
    content = draw(st.sampled_from(seeds))
    other = draw(st.sampled_from(seeds))
    for one in draw(MUTATIONS):
        content = one.of(content, other)
    return content
