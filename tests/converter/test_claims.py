"""What an article claims without a source, and which quotations it says agree or disagree: data-driven cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pincite import check, convert
from pincite.reading.yaml_syntax import YamlText
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.model.format import Claim, DocumentData

_BARE_LOG = (
    "The light was out at nine and stayed out. (The Pilot’s Log, Ines Marrow, Harbour Press, 1901, p. 12)"
)
_QUOTED = {
    "{letter}": (
        "The keeper had to write to his sister about the lamp, and this is what he wrote of that winter:\n\n"
        "The oil was frozen and the wick with it. (Peter Lund to Ada Holm, 3 March 1890. In: “The Lund Letters”, Vol. 2, p. 9)\n"
    ),
    "{log}": f"The pilot had seen it from the sea and wrote of it:\n\n{_BARE_LOG}\n",
    "{bare log}": f"\n{_BARE_LOG}\n",
    "{second letter}": (
        "\nThe light was out. (Paul Dane to Ada Holm, 4 March 1890. In: “The Dane Letters”, Vol. 1, p. 4)\n"
    ),
    "{memorandum}": (
        "The office had a clerk who knew better, and he wrote of it:\n\n"
        "No oil was wanting. (Memorandum, Ada Marrow, 4 April 1890. In: “Harbour Papers”, Vol. 1, p. 3)\n"
    ),
    "{brief}": (
        "Der Wärter schrieb seiner Schwester von der Lampe, und das war mit Recht eine Klage über den Winter:\n\n"
        "Das Öl war gefroren und der Docht mit ihm. (Peter Lund an Ada Holm, 3. März 1890. In: „Die Lund-Briefe“, Bd. 2, S. 9)\n"
    ),
    "{carta}": (
        "El farero escribió a su hermana que vivía en la ciudad, y con razón se quejó de la lámpara:\n\n"
        "El aceite estaba helado y la mecha con él. (Pedro Lund a Ada Holm, 3 de marzo de 1890. En: «Cartas de Lund», vol. 2, p. 9)\n"
    ),
    "{lettre}": (
        "Le gardien écrivit à sa sœur pour se plaindre de la lampe et du froid qui est dans la tour :\n\n"
        "L’huile était gelée et la mèche avec elle. (Pierre Lund à Ada Holm, 3 mars 1890. Dans : « Lettres de Lund », vol. 2, p. 9)\n"
    ),
    "{письмо}": (
        "Смотритель, который был этим огорчён, писал сестре о том, как он жил в башне, когда была зима:\n\n"
        "Масло замёрзло, и фитиль вместе с ним. (Пётр Лунд — Аде Холм, 3 марта 1890 г. В кн.: «Письма Лунда», т. 2, с. 9)\n"
    ),
}
_LISTED: Any = YamlText((Path(__file__).parent / "cases" / "claims.yaml").read_text("utf-8")).data
_CASES = [pytest.param(case, id=case["name"]) for case in _LISTED]


def _text(case: dict[str, Any]) -> str:
    text = str(case["text"])
    for mark, quoted in _QUOTED.items():
        text = text.replace(f"{mark}\n", f"{quoted}\n")
    return text


def _written(claim: Claim) -> str:
    evidence = f" [{', '.join(map(str, claim['evidence']))}]" if "evidence" in claim else ""
    return f"{claim['basis']}{evidence}: {claim['text']}"


def _claims(document: DocumentData) -> list[str]:
    return [_written(one) for one in document.get("claims", []) if one.get("basis") not in {None, "source"}]


@pytest.mark.parametrize("case", _CASES)
def test_an_article_claims_this(case: dict[str, Any]) -> None:
    assert _claims(convert(_text(case))) == case.get("claims", [])


@pytest.mark.parametrize("case", _CASES)
def test_quotations_are_set_against_each_other_like_this(case: dict[str, Any]) -> None:
    text = _text(case)
    document = convert(text)
    relations = document.get("relations", [])
    assert [
        f"{one['from']} {one['type']} {one['to']}: {one['anchor']['exact']}" for one in relations
    ] == case.get("relations", [])
    for one in relations:
        assert text[one["anchor"]["start"] : one["anchor"]["end"]] == one["anchor"]["exact"]


@pytest.mark.parametrize("case", _CASES)
def test_each_such_claim_is_a_sentence_of_the_text_and_says_why(case: dict[str, Any]) -> None:
    text = _text(case)
    for claim in convert(text).get("claims", []):
        assert text[claim["anchor"]["start"] : claim["anchor"]["end"]] == claim["text"]
        if claim.get("basis") in {"common_knowledge", "inference"}:
            assert claim["inferred"].keys() == {"basis", *({"evidence"} & claim.keys())}


def test_a_phrase_without_a_source_is_still_told() -> None:
    case = next(one for one in _LISTED if one["name"] == "common knowledge")
    assert "PIN601" in [finding.code for finding in check(convert(_text(case))).findings]


def test_a_conclusion_from_nothing_is_told_and_one_from_a_quotation_is_not() -> None:
    told = {
        name: "PIN113" in [finding.code for finding in check(convert(_text(case))).findings]
        for case in _LISTED
        if (name := case["name"]) in {"an inference points to nothing", "an inference points to the letter"}
    }
    assert told == {"an inference points to nothing": True, "an inference points to the letter": False}


def test_long_prose_is_read_in_linear_time() -> None:
    sentence = "It is common knowledge that this letter is corroborated by nobody and it follows that "
    start = _QUOTED["{letter}"]

    def text(times: int) -> str:
        return f"{start}\n" + (sentence * 20 + "was so. ") * times + f"\n\nThe clerk wrote:\n\n{_BARE_LOG}\n"

    assert_proportional(convert, text, 15, at_most=8)
