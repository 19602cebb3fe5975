"""Things one presses: with the mouse, with Space and Enter, and for who cannot see them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Button, Chip, Choice, Segment, SegmentRow

RANKS = pytest.mark.parametrize("rank", ["plain", "primary", "quiet"])


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@RANKS
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press(shown, qtbot, rank, key):
    button = shown(Button("Bel terug", rank=rank))
    with qtbot.waitSignal(button.clicked, timeout=1000):
        qtbot.keyClick(button, key)


def test_enter_with_ctrl_is_not_the_buttons(shown, qtbot):
    button = shown(Button("Bel terug"))
    pressed = []
    button.clicked.connect(pressed.append)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


@RANKS
def test_each_state_looks_different(shown, qtbot, rank):
    holder = QWidget()
    button, other = Button("Afronden", icon="check", keys="F6", rank=rank), QLineEdit()
    holder.setLayout(column(other, button))
    shown(holder)
    other.setFocus()
    pictures = [button.grab().toImage()]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    pictures.append(button.grab().toImage())
    button.setDown(True)
    pictures.append(button.grab().toImage())
    button.setDown(False)
    button.setEnabled(False)
    pictures.append(button.grab().toImage())
    assert all(one != two for at, one in enumerate(pictures) for two in pictures[at + 1 :])


def test_words_with_an_ampersand_stay_as_they_are(shown):
    button = Button("Bouwen & wonen")
    assert button.text() == "Bouwen & wonen"
    assert spoken(button) == "Bouwen & wonen"
    assert button.shortcut() == QKeySequence()


def test_other_words_make_another_width_and_name(shown):
    button = shown(Button("Taak", keys="F6"))
    narrow = button.sizeHint().width()
    button.setText("Terugbelverzoek")
    assert button.sizeHint().width() > narrow
    assert spoken(button) == "Terugbelverzoek, F6"
    button.set_keys("Ctrl+T")
    assert spoken(button) == "Terugbelverzoek, Ctrl+T"


def test_a_button_of_one_icon_has_a_name_and_a_tip(shown):
    button = Button("", icon="bell", name="Meldingen")
    assert spoken(button) == "Meldingen"
    assert button.toolTip() == "Meldingen"


def test_a_chip_says_how_many_it_stands_for(shown):
    chip = shown(Chip("Telefoon", icon="phone", count="17"))
    assert "Telefoon" in spoken(chip)
    assert spoken(chip).endswith("17")
    narrow = chip.width()
    chip.set_count("1234")
    assert spoken(chip).endswith("1234")
    assert chip.width() > narrow
    chip.click()
    assert chip.isChecked()


def test_a_choice_says_its_field_and_its_value(shown):
    choice = Choice("", keys="Ctrl+P", name="Product", placeholder="Kies een product")
    assert spoken(choice) == "Product, Kies een product, Ctrl+P"
    choice.setText("Paspoort")
    choice.set_note("uit je notitie")
    assert spoken(choice) == "Product, Paspoort, uit je notitie, Ctrl+P"


@pytest.fixture
def outcomes(shown):
    return shown(
        SegmentRow(Segment("Beantwoord", on=True), Segment("Taak"), Segment("Doorgezet"), name="Resultaat"), 400, 40
    )


def test_exactly_one_segment_is_chosen(outcomes, qtbot):
    told = []
    outcomes.chosen.connect(told.append)
    qtbot.mouseClick(outcomes.segments()[2], Qt.MouseButton.LeftButton)
    assert [segment.isChecked() for segment in outcomes.segments()] == [False, False, True]
    assert (told, outcomes.index()) == ([2], 2)


def test_arrows_move_the_choice_and_stop_at_the_ends(outcomes, qtbot):
    told = []
    outcomes.chosen.connect(told.append)
    first = outcomes.segments()[0]
    first.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(outcomes.window().focusWidget() or first, key)
    assert told == [1, 2, 1]
    assert outcomes.segments()[1].hasFocus()


def test_choosing_from_outside_tells_nobody(outcomes):
    told = []
    outcomes.chosen.connect(told.append)
    outcomes.choose(1)
    assert (outcomes.index(), told) == (1, [])
    outcomes.choose(-1)
    assert outcomes.index() == -1


def test_an_action_in_the_row_is_never_the_chosen_one(shown, qtbot):
    questions = shown(
        SegmentRow(Segment("1", on=True), Segment("", icon="plus", action=True, name="Nieuw"), name="Vragen"), 300, 40
    )
    told = []
    questions.chosen.connect(told.append)
    qtbot.keyClick(questions.segments()[0], Qt.Key.Key_Right)
    assert told == []
    qtbot.mouseClick(questions.segments()[1], Qt.MouseButton.LeftButton)
    assert (told, questions.index()) == ([1], 0)


def test_a_row_can_be_built_anew_and_keeps_the_focus(shown, qtbot):
    questions = shown(SegmentRow(Segment("1", on=True), name="Vragen"), 300, 40)
    questions.segments()[0].setFocus()
    questions.set_segments([Segment("1"), Segment("2", on=True)])
    assert (len(questions.segments()), questions.index()) == (2, 1)
    qtbot.waitUntil(questions.segments()[1].hasFocus)
    told = []
    questions.chosen.connect(told.append)
    questions.segments()[0].click()
    assert told == [0]


def test_the_shortcut_of_the_screen_still_works_with_the_focus_on_a_button(shown, qtbot):
    holder, pressed = QWidget(), []
    button = Button("Bel terug", keys="Ctrl+↵")
    holder.setLayout(column(button))
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), holder)
    shortcut.activated.connect(lambda: pressed.append(1))
    shown(holder)
    holder.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]


@pytest.mark.parametrize("scale", [100, 200])
def test_the_words_of_a_button_are_never_cut_by_its_own_size(shown, look, scale):
    theme.apply(look, theme.LIGHT, scale)
    for rank in ("plain", "primary", "quiet"):
        button = Button("Afronden met afspraak", icon="check", keys="Ctrl+↵", rank=rank)
        needed = 12 + theme.px(16) + 8 + button.fontMetrics().horizontalAdvance("") + 12
        assert button.sizeHint().width() > needed
        assert button.minimumSizeHint() == button.sizeHint()
