"""The look follows while running: palette, text scale and brand, on everything that is already on screen."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QColor

import kcc_desktop
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Badge, Icon, KeyHint, Layer, Paragraph, Text, column, hairline, heading, row
from kcc_desktop.ui.shared.buttons import Button, Chip, Choice, Segment, SegmentRow
from kcc_desktop.ui.shared.cards import Avatar, Dot, Message, Skeleton, banner, card, facts
from kcc_desktop.ui.shared.fields import NoteField, TextField, field
from kcc_desktop.ui.shared.rows import Row, row_list


def everything():
    """One of each part, on one surface."""
    note = NoteField("Notitie", 3)
    note.setPlainText("Paspoort kwijt.\nReist 21 maart.")
    refused = field("Telefoon", TextField(text="06-1234 56"))
    refused.refuse("Dit nummer is te kort.")
    parts = column(
        Text("Fatima de Vries", theme.TITLE, strong=True),
        Paragraph("Zeg: mevrouw De Vries", "muted"),
        row(
            Icon("phone", "brand"),
            KeyHint("Ctrl+K"),
            Badge("Te laat", "over", "warning"),
            Dot("good"),
            Avatar("NJ"),
            None,
        ),
        hairline(),
        heading("Namens", Text("2", theme.CAPTION, tone="muted")),
        row(Button("Bel terug", icon="phone-outgoing", keys="F6"), Chip("Alles", count="48", on=True), None),
        Button("Afronden", icon="check", keys="Ctrl+↵", rank="primary", height=40, wide=True),
        SegmentRow(Segment("Beantwoord", on=True), Segment("Taak"), name="Resultaat"),
        Choice("Paspoort", icon="tag", keys="Ctrl+P", name="Product"),
        refused,
        field("Notitie", note),
        banner("over", "eye-slash", "Geheimhouding", "Geef geen gegevens aan anderen."),
        facts([("Geboren", "12-07-1987"), ("E-mail", "f@voorbeeld.nl", "website, 12 jan")]),
        Message("check-circle", "Alles is opgepakt", "Er staat niets meer.", Button("Verder")),
        Skeleton(1),
        card(column(Text("Lees voor")), layer="well"),
        row_list("Mensen", [Row("Jan", "Marknesse", "user", match="jan"), Row("Piet", trailing="3")], compact=True),
        None,
        margins=(16,),
    )
    return Layer("surface", parts, "Alles")


def heights(window):
    kinds = (Text, Icon, KeyHint, Badge, Button, Chip, Segment, Choice, TextField, NoteField, Avatar, Dot, Skeleton)
    return [
        (type(part).__name__, part.height()) for kind in kinds for part in window.findChildren(kind) if part.isVisible()
    ]


def test_another_palette_changes_what_is_on_screen_and_back_is_the_same_picture(shown, look, qtbot):
    window = shown(everything(), 420, 1500)
    before = window.grab().toImage()
    assert before.pixelColor(QPoint(2, 2)) == QColor(theme.LIGHT.surface)
    theme.apply(look, theme.DARK)
    look.processEvents()
    dark = window.grab().toImage()
    assert dark.pixelColor(QPoint(2, 2)) == QColor(theme.DARK.surface)
    theme.apply(look, theme.LIGHT)
    qtbot.waitUntil(lambda: window.grab().toImage() == before)


def test_no_colour_of_the_light_palette_is_left_in_the_dark_one(shown, look):
    window = shown(everything(), 420, 1500)
    theme.apply(look, theme.DARK)
    look.processEvents()
    picture = window.grab().toImage()
    light = {QColor(c).rgb() for c in (theme.LIGHT.surface, theme.LIGHT.canvas, theme.LIGHT.brand, theme.LIGHT.text)}
    found = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert not light & found


def test_larger_text_makes_every_part_higher_and_back_is_the_same_picture(shown, look, qtbot):
    window = shown(everything(), 640, 2400)
    before, picture = heights(window), window.grab().toImage()
    theme.apply(look, theme.LIGHT, 150)
    look.processEvents()
    for (kind, low), (other, high) in zip(before, heights(window), strict=True):
        assert kind == other
        assert high > low, kind
    theme.apply(look, theme.LIGHT, 100)
    look.processEvents()
    assert heights(window) == before
    qtbot.waitUntil(lambda: window.grab().toImage() == picture)  # nested layouts settle one after the other


def test_a_widget_made_at_a_scale_is_like_one_that_grew_to_it(shown, look):
    grown = shown(everything(), 640, 2400)
    theme.apply(look, theme.DARK, 200)
    look.processEvents()
    fresh = shown(everything(), 640, 2400)
    assert heights(fresh) == heights(grown)


def test_another_brand_shows_at_once(shown, look):
    button = Button("Afronden", rank="primary", wide=True)
    window = shown(Layer("surface", column(TextField(), button, None, margins=(40,))), 300, 200)
    theme.apply(look, theme.LIGHT, brand="#7A1F5C")
    look.processEvents()
    at = button.mapTo(window, QPoint(10, button.height() // 2))
    assert window.grab().toImage().pixelColor(at) == QColor("#7A1F5C")


def test_a_widget_that_is_gone_no_longer_listens(look, qtbot):
    changed = SIGNAL("changed()")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = theme.notifier().receivers(changed)
    window = everything()
    qtbot.addWidget(window)
    assert theme.notifier().receivers(changed) > before + 20
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert theme.notifier().receivers(changed) == before


def test_sizes_grow_with_the_text_and_the_air_does_not(look):
    assert (theme.px(12), theme.line_height(), theme.grown(32), theme.grown(56, theme.BODY, theme.CAPTION)) == (
        12,
        19,
        32,
        56,
    )
    theme.apply(look, theme.LIGHT, 200)
    assert (theme.px(12), theme.line_height(), theme.grown(32), theme.grown(56, theme.BODY, theme.CAPTION)) == (
        24,
        38,
        51,
        91,
    )


@pytest.mark.parametrize(("asked", "held"), [(10, 80), (100, 100), (175, 175), (900, 200)])
def test_the_text_scale_stays_within_reason(look, asked, held):
    theme.apply(look, theme.LIGHT, asked)
    assert theme.text_scale() == held
    assert theme.font().pixelSize() == round(13 * held / 100)


def test_the_font_is_inter_and_bold_is_bolder(look):
    assert theme.font().family() == "Inter"
    plain, strong = Text("Vries"), Text("Vries", strong=True)
    assert strong.sizeHint().width() > plain.sizeHint().width()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen(look, ratio):
    made = theme.pixmap("phone", "brand", theme.ICON, ratio)
    assert made.size().width() == round(16 * ratio)
    assert made.deviceIndependentSize().width() == pytest.approx(16)
    image = made.toImage()
    inked = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    strongest = max(inked, key=QColor.alpha)
    assert strongest.alpha() > 200
    assert abs(strongest.hue() - QColor(theme.LIGHT.brand).hue()) <= 3


def test_an_icon_nobody_drew_is_a_bug(look):
    with pytest.raises(KeyError):
        theme.pixmap("no-such-icon")


def icons_in_the_code():
    for file in sorted((Path(kcc_desktop.__file__).parent / "ui").rglob("*.py")):
        for call in (n for n in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            given = [word.value for word in call.keywords if word.arg in ("icon", "detail_icon", "badge_icon")]
            given += call.args[:1] if name in ("Icon", "set_icon", "Message") else []
            for value in given:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                    yield f"{file.name}: {value.value}", value.value


def test_every_icon_named_in_the_screens_exists(look):
    unknown = [where for where, name in icons_in_the_code() if name not in theme._icon_codes()]
    assert unknown == []


def test_motion_can_be_switched_off(look):
    theme.set_motion(True)
    assert theme.motion()
    theme.set_motion(False)
    assert not theme.motion()


@pytest.mark.parametrize(("name", "tokens"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_a_palette_is_chosen_by_its_name(look, name, tokens):
    assert theme.chosen(name) is tokens
    assert theme.chosen("system") in (theme.LIGHT, theme.DARK)
