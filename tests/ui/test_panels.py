"""A panel is made when its door is first opened, has its own keys, and answers some of the window's in its own way."""

import pytest
from PySide6.QtWidgets import QLineEdit

from kcc_desktop.ui import panels
from kcc_desktop.ui.shared import key_table, keys
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.panel import Panel
from tests.ui.window_desk import emptied, focused, shared

LETTER = key_table.Key("other_letter", "T", "A letter")
OWN = key_table.Key("other_finish", "", "Its own finish", instead_of="finish")


class Other(Panel):
    def __init__(self):
        super().__init__()
        self.field, self.plain, self.done = QLineEdit(), Panel(), []
        self.plain.setFocusPolicy(self.field.focusPolicy())
        self.plain.setAccessibleName("plain")
        self.setLayout(column(self.field, self.plain))
        self.is_open = False

    def cover(self):
        self.done.append("cover")

    def slots(self):
        return {"other_letter": lambda: self.done.append("letter"), "other_finish": lambda: self.done.append("finish")}

    def why_not(self, name):
        return "not now" if name == "other_letter" else ""

    def come_forward(self):
        self.done.append("forward")

    def home(self):
        return self.plain

    def later(self):
        was, self.is_open = self.is_open, False
        return was


@pytest.fixture
def hands(request, qapp, catalogues, sqlite_template, tmp_path, monkeypatch, qtbot):
    made = []

    def make(_window):
        made.append(Other())
        return made[-1]

    monkeypatch.setitem(panels.MAKERS, "monitor", make)
    for key in (LETTER, OWN):
        monkeypatch.setitem(keys.ALL, key.id, key)
        monkeypatch.setitem(keys.PANEL_OF, key.id, "monitor")
    monkeypatch.setattr(keys, "GROUPS", (*key_table.GROUPS, key_table.Group("Other", "monitor", (LETTER, OWN))))
    with shared(request, qapp, sqlite_template, tmp_path) as (_database, fresh):
        hands = emptied(fresh, qtbot)
        hands.made = made
        yield hands


def test_a_panel_is_made_once_and_shown_with_the_focus_in_it(hands):
    assert hands.made == []
    hands.window.panels.show("monitor")
    (panel,) = hands.made
    assert hands.window.frame.panel() is panel
    assert focused() is panel.plain
    hands.key("panel_contact")
    assert hands.window.frame.panel() is hands.window.panel
    assert focused() is hands.window.contact.note.edit
    hands.window.panels.show("monitor")
    assert len(hands.made) == 1
    assert panel.done == ["forward", "forward"]


def test_left_alone_it_covers_what_it_shows_also_behind_another(hands):
    hands.window.idling.left_alone.emit()
    hands.window.panels.show("monitor")
    hands.key("panel_contact")
    hands.window.idling.left_alone.emit()
    (panel,) = hands.made
    assert panel.done == ["forward", "cover"]


def test_its_letter_works_there_and_nowhere_else_and_is_text_in_a_field(hands):
    hands.window.panels.show("monitor")
    (panel,) = hands.made
    hands.chord("T")
    assert panel.done == ["forward", "letter"]
    panel.field.setFocus()
    hands.type("T")
    assert (panel.field.text(), panel.done) == ("T", ["forward", "letter"])
    hands.key("panel_contact")
    hands.chord("T")
    assert panel.done == ["forward", "letter"]


def test_it_answers_a_key_of_the_window_in_its_own_way(hands):
    hands.window.panels.show("monitor")
    (panel,) = hands.made
    hands.key("finish")
    assert panel.done == ["forward", "finish"]
    assert hands.window.panels.front == "monitor"


def test_what_only_the_contact_panel_does_is_done_there(hands):
    hands.window.panels.show("monitor")
    hands.key("new_conversation")
    assert hands.window.panels.front == "contact"
    hands.window.panels.show("monitor")
    hands.key("next_question")
    assert hands.window.panels.front == "contact"
    hands.window.panels.show("monitor")
    hands.key("conversation_1")
    assert hands.window.panels.front == "contact"


def test_escape_is_the_panels_and_leaves_the_conversation_alone(hands):
    hands.window.panels.show("monitor")
    (panel,) = hands.made
    panel.is_open = True
    hands.key("later")
    assert not panel.is_open
    assert hands.window.panels.front == "monitor"


def test_the_palette_offers_its_actions_first_with_what_is_missing(hands):
    hands.window.panels.show("monitor")
    offered = hands.window.palette_card._actions
    assert [(action.id, action.note) for action in offered[:2]] == [("other_letter", "not now"), ("other_finish", "")]
    hands.key("panel_contact")
    assert "other_letter" not in [action.id for action in hands.window.palette_card._actions]


def test_its_sheet_of_keys_is_its_own(hands):
    titles = [title for title, _lines in keys.sheet("monitor")]
    assert "Other" in titles
    assert "Dit contact" not in titles
    assert ("Its own finish", "Ctrl+↵") in dict(keys.sheet("monitor"))["Other"]


def test_how_much_waits_stands_on_its_door(hands):
    hands.window.panels.show("monitor")
    hands.made[0].waiting.emit(4)
    (door,) = [button for button in hands.window.frame.rail.buttons() if button.door.id == "monitor"]
    assert "4" in door.accessibleName()
