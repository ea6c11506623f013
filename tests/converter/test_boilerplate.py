"""Lines of the page that are not the article, and sentences of the article that only look like them."""

from __future__ import annotations

import pytest

from pincite import convert
from pincite.converter.lexicon import lexicon
from pincite.converter.segment.boilerplate import is_boilerplate, is_figure_line

_BOILERPLATE = [
    ("en", "Subscribe to our newsletter"),
    ("en", "Follow us on Mastodon"),
    ("en", "Twitter | Telegram"),
    ("en", "Twitter | Facebook | RSS"),
    ("en", "Home > Essays > Lamps"),
    ("en", "Home | Essays | About"),
    ("en", "© 2019 Harbour Online"),
    ("en", "(c) 2019 Harbour Online"),
    ("en", "All rights reserved."),
    ("en", "This site uses cookies."),
    ("en", "Back to top"),
    ("en", "Click here to join the mailing list"),
    ("en", "Read more"),
    ("en", "Share this"),
    ("en", "To join the mailing list, write to lamps@harbour.example."),
    ("es", "Volver a la portada"),
    ("es", "Suscríbete al boletín de noticias"),
    ("de", "Zurück zur Startseite"),
    ("de", "Newsletter abonnieren"),
    ("de", "Impressum"),
    ("fr", "Twitter | Facebook"),
    ("fr", "Partager cet article"),
    ("es", "Artículo siguiente"),
    ("de", "Diesen Artikel teilen"),
    ("ru", "Вернуться на главную"),
    ("ru", "Подписаться на рассылку"),
    ("ru", "Поделиться: ВКонтакте | Телеграм"),
    ("ru", "Все права защищены."),
    ("ru", "Читайте также"),
]
_BODY = [
    ("en", "The keeper lit the lamp at dusk."),
    ("en", "He sent a telegram to the harbour office in the morning."),
    ("en", "The committee printed a newsletter for the keepers, and it was read in every port of the coast."),
    (
        "en",
        "She would follow the coast as far as the second lamp, and there she would wait for the evening boat.",
    ),
    ("en", "The keepers kept a mailing list of the captains who had asked for a chart of the lamps."),
    ("en", "The keeper wrote:"),
    ("en", "Tags were tied to the oil cans, which the keeper described as follows:"),
    (
        "en",
        "The house had a front page of the Courier framed on the wall above the stove, as visitors remembered.",
    ),
    ("en", "The lamp, the oil, the wick"),
    ("es", "El farero encendía la lámpara al anochecer."),
    ("es", "La junta quiso compartir el aceite con los barcos que esperaban en el puerto."),
    ("de", "Der Wärter entzündete die Lampe am Abend."),
    ("de", "Die Wärter wollten das Öl unter den Booten teilen, die im Hafen lagen."),
    ("fr", "Le gardien allumait la lampe au crépuscule."),
    ("fr", "Les gardiens voulaient partager l’huile avec les bateaux qui attendaient."),
    ("es", "Imprimir la hoja de mareas era caro."),
    ("de", "Drucken war teuer, und der Wärter schrieb mit der Hand."),
    ("fr", "Imprimer coûtait cher."),
    ("ru", "Смотритель зажигал лампу в сумерках."),
    ("ru", "Содержание маяка стоило дорого."),
    ("ru", "Смотрители хотели поделиться маслом с лодками, которые ждали у мола."),
]
_KNOWN = [
    ("en", "Tags were tied to the oil cans."),
    ("en", "Follow the lamp and keep the rock to the left, the old keeper used to say."),
]
"""Sentences of the article that are still taken for boilerplate."""
_FIGURE_LINES = [
    ("en", "Figure 3: The lamp of the outer mole"),
    ("en", "Above: the lamp of the outer mole"),
    ("en", "Photo by Nora Glass"),
    ("en", "A lamp on a mole Description automatically generated"),
    ("de", "Abb. 3: Die Lampe der Mole"),
    ("es", "Foto de Nora Vidal"),
    ("ru", "Рис. 3: лампа внешнего мола"),
]
_NO_FIGURE_LINES = [
    ("en", "The figure of the keeper stood above the mole."),
    ("en", "Above the mole there was a lamp."),
    ("en", "Left to himself, the keeper read."),
    ("de", "Oben auf der Mole stand eine Lampe."),
    ("es", "Arriba, en el muelle, había una lámpara."),
]


@pytest.mark.parametrize(("code", "line"), _BOILERPLATE)
def test_a_line_of_the_page_is_boilerplate(code: str, line: str) -> None:
    assert is_boilerplate(line, lexicon(code))


@pytest.mark.parametrize(("code", "line"), _BODY)
def test_a_sentence_of_the_article_is_none(code: str, line: str) -> None:
    assert not is_boilerplate(line, lexicon(code))


@pytest.mark.parametrize(("code", "line"), _KNOWN)
def test_a_known_confusion_is_still_there(code: str, line: str) -> None:
    # a cured sentence must move to those above
    assert is_boilerplate(line, lexicon(code))


@pytest.mark.parametrize(("code", "line"), _FIGURE_LINES)
def test_a_line_about_a_picture_is_seen(code: str, line: str) -> None:
    assert is_figure_line(line, lexicon(code))


@pytest.mark.parametrize(("code", "line"), _NO_FIGURE_LINES)
def test_a_sentence_with_the_same_words_is_no_such_line(code: str, line: str) -> None:
    assert not is_figure_line(line, lexicon(code))


def test_boilerplate_is_a_block_of_its_own_and_no_claim() -> None:
    text = (
        "The lamps of the harbour were lit by hand for the whole of that century, and the keepers wrote of it:\n\n"
        "The oil was cold. (The Lamp Keeper, Ines Marrow, Harbour Press, 1901, p. 12)\n\n"
        "Subscribe to our newsletter\n"
    )
    document = convert(text)
    last = document["article"]["blocks"][-1]
    assert (last["type"], text[last["start"] : last["end"]]) == ("boilerplate", "Subscribe to our newsletter")
    assert "claims" not in document
