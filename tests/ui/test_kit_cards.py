"""Cards and what floats: read out whole, changed in place, never in the way of what one types."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QRect
from PySide6.QtWidgets import QLineEdit, QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Badge, Icon, KeyHint, Layer, Paragraph, Text, column
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import FactLine, Floating, Message, Skeleton, banner, facts


def test_a_fact_is_read_out_with_its_source(shown):
    card = shown(facts([("Telefoon", "06-12 34 56 78", "BRP, 3 mrt"), ("Geboren", "12-07-1987")]), 300, 100)
    lines = card.findChildren(FactLine)
    assert [line.accessibleName() for line in lines] == ["Telefoon: 06-12 34 56 78 (BRP, 3 mrt)", "Geboren: 12-07-1987"]
    assert [line.toolTip() for line in lines] == ["BRP, 3 mrt", ""]


def test_facts_change_in_place(shown, look):
    card = shown(facts([("A", "1"), ("B", "2"), ("C", "3")]), 300, 200)
    first = card.findChildren(FactLine)[0]
    card.set_pairs([("A", "een"), ("B", "twee")])
    lines = [line for line in card.findChildren(FactLine) if line.isVisible()]
    assert [line.accessibleName() for line in lines] == ["A: een", "B: twee"]
    assert lines[0] is first
    card.set_pairs([])
    assert card.pairs() == []
    assert not [line for line in card.findChildren(FactLine) if line.isVisible()]


def test_a_hint_that_does_not_fit_goes_below(shown, look):
    card = shown(facts([("E-mail", "f.devries@voorbeeld.nl", "website, 12 januari 2026")]), 500, 60)
    line = card.findChild(FactLine)
    assert line.heightForWidth(500) == theme.line_height()
    assert line.heightForWidth(260) > theme.line_height()


def test_values_begin_below_each_other_whatever_the_labels(shown):
    card = facts([("Kort", "1"), ("Een veel langer label", "2")])
    shown(card, 400, 80)
    one, two = card.findChildren(FactLine)
    assert one._label_width == two._label_width >= Text("Een veel langer label").sizeHint().width()


def test_a_banner_is_read_out_and_changes(shown):
    warning = shown(banner("over", "eye-slash", "Geheimhouding", "Geef geen gegevens aan anderen."), 300, 100)
    assert warning.accessibleName() == "Geheimhouding. Geef geen gegevens aan anderen."
    warning.set_banner("near", "warning", "In onderzoek", "")
    assert warning.accessibleName() == "In onderzoek"
    assert [part.isVisible() for part in warning.findChildren(Paragraph)] == [True, False]


def test_a_message_says_what_is_so_and_what_to_do(shown):
    button = Button("Probeer nu", keys="F5")
    message = shown(Message("wifi-slash", "Geen verbinding", "Je kunt doorwerken.", button, tone="near"), 400, 200)
    assert message.accessibleName() == "Geen verbinding. Je kunt doorwerken."
    other = Button("Terug")
    message.set_message("check-circle", "Alles is opgepakt", "", "good")
    message.set_buttons(other)
    assert message.accessibleName() == "Alles is opgepakt"
    assert message.buttons() == [other]
    assert other.isVisible()
    assert not button.isVisible()


def test_a_floating_card_takes_no_focus_and_lies_where_it_is_put(shown, qtbot):
    window = QWidget()
    note = QLineEdit()
    window.setLayout(column(note))
    shown(window, 600, 400)
    window.activateWindow()
    note.setFocus()
    floating = Floating(column(Text("0527-12 34 56"), margins=(16,)), window, "Inkomend gesprek")
    assert not floating.isVisible()
    floating.place(QRect(100, 200, 300, 100))
    qtbot.waitUntil(floating.isVisible)
    assert note.hasFocus()
    assert floating.geometry().adjusted(24, 24, -24, -24) == QRect(100, 200, 300, 100)
    picture = window.grab().toImage()
    inside, under, away = (picture.pixelColor(110, y).lightness() for y in (250, 303, 390))
    assert inside > under
    assert under < away


def test_a_card_slides_only_where_motion_is_on(shown):
    window = shown(QWidget(), 600, 400)
    floating = Floating(column(Text("x")), window, "x")
    floating.place(QRect(100, 200, 300, 100))
    floating.slide_in()
    assert floating._slide.state() == QAbstractAnimation.State.Stopped
    theme.set_motion(True)
    end = floating.pos()
    floating.slide_in()
    assert floating._slide.state() == QAbstractAnimation.State.Running
    assert floating._slide.duration() <= 150
    assert floating._slide.endValue() == end
    floating.place(QRect(120, 200, 300, 100))
    assert floating._slide.state() == QAbstractAnimation.State.Stopped


def test_small_parts_change_in_place(shown, look):
    parts = [Text("een"), Badge("Loopt", "brand", "phone-call"), KeyHint("F2"), Icon("phone"), Layer("card")]
    window = QWidget()
    window.setLayout(column(*parts, None))
    shown(window, 300, 200)
    before = [part.grab().toImage() for part in parts]
    text, badge, key, icon, layer = parts
    text.setText("twee woorden")
    badge.set_badge("Wacht", "near", "clock")
    key.set_keys("Ctrl+Shift+N")
    icon.set_icon("globe-simple", "over")
    layer.setFixedHeight(20)
    layer.set_layer("over")
    look.processEvents()
    assert all(part.grab().toImage() != old for part, old in zip(parts, before, strict=True))
    assert (text.accessibleName(), badge.accessibleName()) == ("twee woorden", "Wacht")
    assert key.accessibleName() == "toets Ctrl+Shift+N"


def test_an_elided_text_gives_way_and_says_the_whole(shown):
    name = "Wilhelmina van den Berg-Hoekstra tot Oldenhave"
    text, firm = Text(name, elided=True), Text(name)
    assert text.minimumSizeHint().width() < 40 < firm.minimumSizeHint().width()
    assert text.toolTip() == name
    assert text.accessibleName() == name


@pytest.mark.parametrize("scale", [100, 150])
def test_a_paragraph_is_as_high_as_its_lines(shown, look, scale):
    theme.apply(look, theme.LIGHT, scale)
    window = QWidget()
    paragraph = Paragraph("Geef geen gegevens aan anderen, ook niet aan familie. " * 3)
    window.setLayout(column(paragraph, None))
    shown(window, 300, 400)
    assert paragraph.height() == paragraph.heightForWidth(paragraph.width()) > 2 * theme.line_height()
    tall = paragraph.height()
    paragraph.set_text("Kort.")
    look.processEvents()
    assert paragraph.height() == theme.line_height() < tall


def test_a_skeleton_says_it_is_loading(shown):
    assert Skeleton(3).accessibleName() == "laden"
