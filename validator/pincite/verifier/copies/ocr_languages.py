"""Which of Tesseract's language data read a language, and which Debian package has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_DATA = {
    "af": "afr", "am": "amh", "ar": "ara", "as": "asm", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben",
    "bo": "bod", "br": "bre", "bs": "bos", "ca": "cat", "co": "cos", "cs": "ces", "cy": "cym", "da": "dan",
    "de": "deu", "dv": "div", "dz": "dzo", "el": "ell", "en": "eng", "eo": "epo", "es": "spa", "et": "est",
    "eu": "eus", "fa": "fas", "fi": "fin", "fil": "fil", "fo": "fao", "fr": "fra", "fy": "fry", "ga": "gle",
    "gd": "gla", "gl": "glg", "grc": "grc", "gu": "guj", "he": "heb", "hi": "hin", "hr": "hrv", "ht": "hat",
    "hu": "hun", "hy": "hye", "id": "ind", "is": "isl", "it": "ita", "iu": "iku", "ja": "jpn", "jv": "jav",
    "ka": "kat", "kk": "kaz", "km": "khm", "kn": "kan", "ko": "kor", "ku": "kmr", "ky": "kir", "la": "lat",
    "lb": "ltz", "lo": "lao", "lt": "lit", "lv": "lav", "mi": "mri", "mk": "mkd", "ml": "mal", "mn": "mon",
    "mr": "mar", "ms": "msa", "mt": "mlt", "my": "mya", "nb": "nor", "ne": "nep", "nl": "nld", "nn": "nor",
    "no": "nor", "oc": "oci", "or": "ori", "pa": "pan", "pl": "pol", "ps": "pus", "pt": "por", "qu": "que",
    "ro": "ron", "ru": "rus", "sa": "san", "sd": "snd", "si": "sin", "sk": "slk", "sl": "slv", "sq": "sqi",
    "sr": "srp", "su": "sun", "sv": "swe", "sw": "swa", "syr": "syr", "ta": "tam", "te": "tel", "tg": "tgk",
    "th": "tha", "ti": "tir", "tl": "tgl", "to": "ton", "tr": "tur", "tt": "tat", "ug": "uig", "uk": "ukr",
    "ur": "urd", "uz": "uzb", "vi": "vie", "yi": "yid", "yo": "yor", "zh": "chi_sim",
}  # fmt: skip
"""Languages by their BCP 47 subtag, with the names of Tesseract's data."""
_VARIETIES = {
    ("zh", "hant"): "chi_tra",
    ("zh", "tw"): "chi_tra",
    ("zh", "hk"): "chi_tra",
    ("zh", "mo"): "chi_tra",
    ("sr", "latn"): "srp_latn",
    ("az", "cyrl"): "aze_cyrl",
    ("uz", "cyrl"): "uzb_cyrl",
    ("de", "latf"): "frk",
}
"""Scripts and regions of a language that have data of their own."""
DEFAULT = "eng"
"""What a picture is read with where no language is named."""


class Choice(NamedTuple):
    """The data to read with, joined as Tesseract takes them; those that are not installed; tags that have none."""

    data: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def data_for(tag: str) -> str | None:
    """Return the name of the data for a language (BCP 47), None where there are none."""
    primary, *rest = tag.lower().replace("_", "-").split("-")
    for subtag in rest:
        if (primary, subtag) in _VARIETIES:
            return _VARIETIES[primary, subtag]
    return _DATA.get(primary)


def chosen(languages: Sequence[str], installed: Collection[str]) -> Choice:
    """Return what pictures in some languages are read with; ``data`` is empty where nothing fitting is installed."""
    wanted: dict[str, None] = {}
    unknown = []
    for tag in languages:
        name = data_for(tag)
        if name is None:
            unknown.append(tag)
        else:
            wanted[name] = None
    wanted = wanted or {DEFAULT: None}
    there = [name for name in wanted if name in installed]
    missing = tuple(name for name in wanted if name not in installed)
    return Choice("+".join(there), missing, tuple(unknown))


def package_of(data: str) -> str:
    """Return the Debian package that has some data."""
    return "tesseract-ocr-" + data.replace("_", "-")
