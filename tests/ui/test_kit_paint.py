"""Whatever text comes in is painted: nothing crashes, nothing hangs, nothing of a paragraph is lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.basics import Paragraph, Text
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import facts
from kcc_desktop.ui.shared.fields import NoteField, TextField

NASTY = {
    "right to left": "محمد بن علي الهاشمي",
    "both ways": "afspraak met محمد om 10:02",
    "emoji": "👩‍👩‍👧‍👦🇳🇱👍🏽 ok",
    "nul": "a\x00b\x00",
    "controls": "\x01\x07\x1b[31m\x7f",
    "lone surrogate": "a\ud800b",
    "combining": "e" + "\u0301" * 500,
    "one word": "x" * 100_000,
    "words": "lange notitie " * 7_200,
    "lines": "a\n" * 50_000,
    "html": "<b>&amp;</b> '; DROP TABLE --",
    "separators": "a\u2028b\u2029c\r\nd\re",
    "empty": "",
}


@pytest.fixture
def painter(look):
    image = QImage(400, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    with QPainter(image) as made:
        yield made


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_any_text_is_painted_in_a_line(painter, text):
    area = QRect(0, 0, 200, 20)
    assert 0 <= paint.draw_text(painter, area, text) <= 200
    paint.draw_badge(painter, 0, 40, text[:60], "near", "clock")
    paint.draw_state(painter, 390, 60, text[:60], "good", "check")
    paint.draw_key(painter, 390, 80, text[:20])
    assert paint.text_width(text) >= 0


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
@pytest.mark.parametrize("width", [0, 1, 150, 360])
def test_any_text_is_painted_as_a_paragraph(painter, text, width):
    area = QRect(0, 0, width, 200)
    assert paint.draw_paragraph(painter, area, text) == paint.wrapped_height(text, width)


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_any_text_fits_in_every_part(shown, text):
    text = text.replace("\ud800", "")
    for part in (
        Text(text, elided=True),
        Paragraph(text),
        Button(text, icon="phone", keys="F6", wide=True),
        facts([(text[:40], text, text[:40])]),
        TextField(text=text[:1000]),
    ):
        shown(part, 300, 120).grab()


def test_a_note_takes_a_hundred_thousand_characters(shown, qtbot):
    note = shown(NoteField("Notitie"))
    note.setPlainText(NASTY["words"])
    assert note.toPlainText() == NASTY["words"]
    note.grab()


@given(text=st.text(max_size=400), width=st.integers(20, 300), scale=st.sampled_from([100, 150, 200]))
@settings(max_examples=150, deadline=None)
def test_a_paragraph_loses_nothing(qapp, text, width, scale):
    theme._State.scale = scale
    try:
        lines = paint.wrapped_lines(text, width)
    finally:
        theme._State.scale = 100
    bare = re.compile(r"\s|[\x00-\x1f\x7f\u2028\u2029]")
    assert bare.sub("", "".join(lines)) == bare.sub("", text)


def test_a_long_text_breaks_where_a_short_one_does(look):
    words = "Paspoort kwijt sinds het weekend, thuis gezocht. " * 200
    lines = paint.wrapped_lines(words, 300)
    assert " ".join(lines) == words.strip()
    assert all(paint.text_width(line) <= 302 for line in lines)
    assert all(paint.text_width(f"{one} {two.split()[0]}") > 300 for one, two in pairwise(lines))


def test_a_phone_number_stays_on_one_line(look):
    for width in range(80, 400, 7):
        lines = paint.wrapped_lines("Bel ons op 06-12 34 56 78 of kom langs aan de balie.", width)
        if width > paint.text_width("06-12 34 56 78") + 4:
            assert any("06-12 34 56 78" in line for line in lines), width


def test_only_the_lines_in_sight_are_drawn(painter, monkeypatch):
    drawn = []
    monkeypatch.setattr(paint, "draw_text", lambda _painter, _area, text, **_look: drawn.append(text))
    painter.setClipRect(QRect(0, 38, 400, 38))
    paint.draw_paragraph(painter, QRect(0, 0, 400, 200_000), "\n".join(str(n) for n in range(10_000)))
    assert drawn[0] == "2"
    assert len(drawn) <= 4


def test_a_line_that_does_not_fit_is_elided(painter):
    whole = paint.draw_text(painter, QRect(0, 0, 400, 20), "Fatima de Vries")
    assert whole == paint.text_width("Fatima de Vries") - 1
    assert 20 < paint.draw_text(painter, QRect(0, 0, 60, 20), "Fatima de Vries") <= 60


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_text_stands_in_the_middle_of_its_height(look, scale):
    theme.apply(look, theme.LIGHT, scale)
    height = theme.grown(theme.CONTROL)
    image = QImage(theme.px(80), height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        paint.draw_text(painter, image.rect(), "HH")
    inked = [y for y in range(height) if any(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()))]
    above, below = inked[0], height - 1 - inked[-1]
    assert abs(above - below) <= max(2, theme.px(2))
