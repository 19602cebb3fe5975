"""Fields: nothing typed is lost, a refusal says what would be right, a note reads well."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QTextBlockFormat, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import NoteField, TextField, field

PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def line_types(note):
    block, found = note.document().begin(), []
    while block.isValid():
        found.append(block.blockFormat().lineHeightType())
        block = block.next()
    return found


def pasted(text="", html=""):
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    return data


@pytest.fixture
def note(shown):
    made = shown(NoteField("Notitie", 3, 6), 300, 100)
    made.setFocus()
    return made


def test_every_line_has_our_height_however_it_came(note, qtbot):
    note.setPlainText("een\ntwee\ndrie")
    assert line_types(note) == [PROPORTIONAL] * 3
    qtbot.keyClick(note, Qt.Key.Key_Return)
    qtbot.keyClicks(note, "vier")
    note.insertFromMimeData(pasted("vijf\nzes\nzeven"))
    assert line_types(note) == [PROPORTIONAL] * 6
    for _ in range(4):
        note.undo()
    assert line_types(note) == [PROPORTIONAL] * len(line_types(note))
    note.clear()
    qtbot.keyClicks(note, "opnieuw")
    assert line_types(note) == [PROPORTIONAL]


def test_lines_are_as_far_apart_as_designed(note):
    note.setPlainText("een\ntwee\ndrie\nvier\nvijf")
    tall = note.document().size().height() - 2 * note.document().documentMargin()
    assert tall / 5 == pytest.approx(theme.LINE_HEIGHT[theme.BODY], abs=0.6)


def test_undo_takes_back_typing_and_nothing_else(note, qtbot):
    note.setPlainText("eerst")
    qtbot.keyClicks(note, " meer")
    note.undo()
    assert note.toPlainText() == "eerst"
    note.undo()
    assert note.toPlainText() == "eerst"


def test_what_is_pasted_is_plain(note):
    note.insertFromMimeData(pasted("vet en groot", "<h1><b>vet</b> en groot</h1>"))
    assert note.toPlainText() == "vet en groot"
    assert not note.document().begin().begin().fragment().charFormat().fontWeight() > 400
    image = QMimeData()
    image.setImageData(QApplication.primaryScreen().grabWindow(0))
    assert not note.canInsertFromMimeData(image)


def test_a_note_grows_with_what_is_typed_and_then_scrolls(note, qtbot):
    low = note.height()
    note.setPlainText("regel\n" * 4)
    middle = note.height()
    note.setPlainText("regel\n" * 40)
    most = note.height()
    assert low < middle < most
    assert most == 6 * theme.line_height() + 18
    assert note.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    note.setPlainText("")
    assert note.height() == low == 3 * theme.line_height() + 18


def test_a_note_of_its_fewest_lines_needs_no_scroll_bar(note):
    note.setPlainText("een\ntwee\ndrie")
    assert note.verticalScrollBar().maximum() == 0


def test_tab_leaves_the_note(shown, qtbot):
    holder = QWidget()
    note, after = NoteField("Notitie"), TextField("Naam")
    holder.setLayout(column(note, after))
    shown(holder)
    holder.activateWindow()
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    assert note.toPlainText() == ""


def test_another_text_scale_leaves_text_and_undo_alone(note, look, qtbot):
    qtbot.keyClicks(note, "een")
    theme.apply(look, theme.LIGHT, 150)
    assert note.toPlainText() == "een"
    assert note.height() == 3 * theme.line_height() + 18
    note.undo()
    assert note.toPlainText() == ""


def test_a_refused_field_keeps_what_was_typed_and_says_why(shown):
    edit = TextField(text="06-1234 56")
    holder = shown(field("Telefoon", edit), 300, 120)
    low = holder.sizeHint().height()
    holder.refuse("Dit nummer is te kort.")
    assert edit.text() == "06-1234 56"
    assert holder.reason() == "Dit nummer is te kort."
    assert edit.accessibleDescription() == "Dit nummer is te kort."
    assert holder.sizeHint().height() > low
    holder.accept()
    assert (holder.reason(), edit.accessibleDescription()) == ("", "")
    assert holder.sizeHint().height() == low


def test_a_refusal_draws_a_border_and_takes_it_away(shown, look):
    edit = TextField(text="06-1234 56")
    holder = shown(field("Telefoon", edit), 300, 120)
    holder.setFocus()
    before = edit.grab().toImage()
    edit.refuse("Dit nummer is te kort.")
    look.processEvents()
    refused = edit.grab().toImage()
    assert refused.pixelColor(1, edit.height() // 2).name().upper() == theme.LIGHT.over
    edit.accept()
    look.processEvents()
    assert edit.grab().toImage() == before


def test_refusing_the_control_itself_shows_in_the_form(shown):
    note = NoteField("Notitie")
    holder = shown(field("Notitie", note), 300, 200)
    note.refuse("Te lang.")
    assert holder.reason() == "Te lang."
    note.accept()
    assert holder.reason() == ""


def test_any_control_can_be_refused(shown):
    choice = Choice("", name="Product", placeholder="Kies")
    holder = shown(field("Product", choice), 300, 120)
    before = choice.grab().toImage()
    holder.refuse("Kies een product.")
    assert choice.grab().toImage() != before
    assert choice.accessibleDescription() == "Kies een product."
    holder.accept()
    assert choice.grab().toImage() == before


def test_a_field_is_named_by_its_label(shown):
    edit = TextField()
    holder = field("Telefoon", edit)
    assert holder.control is edit
    assert QAccessible.queryAccessibleInterface(edit).text(QAccessible.Text.Name) == "Telefoon"


def lines_of(block):
    """The pieces a paragraph is broken into, as laid out."""
    layout = block.layout()
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [block.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]


def test_a_word_that_is_none_is_broken_anywhere_and_words_are_not(shown, qtbot):
    """Between words Qt looks for the word's end anew at each line: 99,000 characters cost 0.3 s a key."""
    note = shown(NoteField("Notitie"), 300, 100)
    words = "Mevrouw belt over haar paspoort en vraagt hoe lang het duurt. " * 40
    note.setPlainText(f"{words}\n{'x' * 5_000}")
    assert note.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    below = lines_of(note.document().lastBlock())
    assert len(below) > 50
    assert len({len(line) for line in below[:-1]}) == 1  # each as full as the one before
    qtbot.keyClick(note, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == f"{words}\n"
    assert note.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    assert all(line.endswith(" ") for line in lines_of(note.document().firstBlock()))


def test_a_long_note_of_words_is_broken_between_them(shown, qtbot):
    note = shown(NoteField("Notitie"), 300, 100)
    note.setPlainText("woord " * 16_000)
    qtbot.keyClick(note, Qt.Key.Key_A)
    assert note.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@pytest.mark.parametrize("how", ["typed", "pasted"])
def test_the_wrapping_changes_with_the_one_character_that_makes_the_word_too_long(shown, qtbot, how):
    note = shown(NoteField("Notitie"), 300, 100)
    note.setPlainText("x" * 2_000)
    assert note.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    if how == "typed":
        qtbot.keyClick(note, Qt.Key.Key_X)
    else:
        note.insertFromMimeData(pasted("x"))
    assert note.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    note.undo()
    assert note.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
