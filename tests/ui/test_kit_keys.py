"""One key, one action; what stands on a cap is what is on the keyboard."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QKeySequence

import kcc_desktop
from kcc_desktop.ui.shared import keys
from kcc_desktop.ui.shared.translation import language, use_language

NEEDED = {
    "palette",
    "new_conversation",
    "next_question",
    "note",
    "product",
    "finish",
    "answer",
    "later",
    "callback",
    "identity",
    "on_behalf",
    "hold",
    "attach_number",
    "timeline",
    "search_timeline",
    "reveal",
    "outcome",
    "transfer",
    "help",
    "refuse_disclosure",
    "register_person",
    "edit_details",
    "text_bigger",
    "text_smaller",
    "dark",
    "question_1",
    "question_2",
    "question_3",
}


def test_every_action_has_a_key():
    assert NEEDED | {f"conversation_{n}" for n in range(1, 10)} <= set(keys.ALL)
    assert all(not keys.of(name).isEmpty() for name in keys.ALL)


def test_no_two_actions_have_one_key():
    """Behind one door: two panels may have one letter, and a panel may answer a key of the window in its own way."""
    for panel in set(keys.PANEL_OF.values()):
        here = {*keys.of_window(), *(name for name in keys.of_panel(panel) if not keys.ALL[name].instead_of)}
        given = [keys.of(name).toString() for name in here]
        assert sorted(given) == sorted(set(given))


def test_no_key_is_one_that_a_text_field_needs():
    needed = [
        QKeySequence(standard)
        for standard in (
            QKeySequence.StandardKey.Copy,
            QKeySequence.StandardKey.Paste,
            QKeySequence.StandardKey.Cut,
            QKeySequence.StandardKey.Undo,
            QKeySequence.StandardKey.SelectAll,
        )
    ]
    assert [name for name in keys.ALL if keys.of(name) in needed] == []


def test_every_key_beside_a_note_has_ctrl_or_alt_or_is_no_letter():
    for name in keys.of_window():
        text = keys.of(name).toString()
        assert text.startswith(("Ctrl+", "Alt+", "F")) or text == "Esc", name


@pytest.mark.parametrize(
    ("name", "cap"),
    [
        ("palette", "Ctrl+K"),
        ("finish", "Ctrl+↵"),
        ("later", "Esc"),
        ("text_bigger", "Ctrl++"),
        ("dark", "Ctrl+Shift+D"),
    ],
)
def test_caps_say_what_is_on_the_keyboard(name, cap):
    assert keys.shown(name) == cap


def test_an_agent_may_have_other_keys():
    keys.use({"palette": "Ctrl+Y"})
    assert keys.of("palette") == QKeySequence("Ctrl+Y")
    assert keys.shown("palette") == "Ctrl+Y"
    keys.use({})
    assert keys.shown("palette") == "Ctrl+K"


def test_two_actions_may_swap_their_keys():
    keys.use({"palette": "Ctrl+T", "next_question": "Ctrl+K"})
    assert (keys.shown("palette"), keys.shown("next_question")) == ("Ctrl+T", "Ctrl+K")


def test_a_key_that_is_taken_is_refused_and_nothing_changes():
    with pytest.raises(keys.TwiceGiven):
        keys.use({"palette": "Ctrl+T"})
    assert keys.shown("palette") == "Ctrl+K"


def test_what_is_no_action_or_no_key_is_refused():
    with pytest.raises(KeyError):
        keys.use({"coffee": "Ctrl+L"})
    with pytest.raises(ValueError, match="no key"):
        keys.use({"palette": ""})


def test_the_sheet_has_every_key_and_nine_conversations_in_one_line():
    lines = [line for _group, lines in keys.sheet() for line in lines]
    assert ("Zoek of doe iets", "Ctrl+K") in lines
    assert ("Gesprek 1 tot en met 9", "Alt+1 … Alt+9") in lines
    assert len(lines) == len(keys.of_window()) - 8 - 2


def test_the_sheet_is_in_the_language_that_holds(look):
    use_language(look, "en")
    assert keys.sheet()[0][0] == "Everywhere"
    use_language(look, "nl")
    assert keys.sheet()[0][0] == "Overal"


def test_languages_change_while_running(look):
    use_language(look, "en")
    assert (language(), look.translate("KeySheet", "All keys")) == ("en", "All keys")
    use_language(look, "nl")
    assert (language(), look.translate("KeySheet", "All keys")) == ("nl", "Alle toetsen")
    with pytest.raises(ValueError, match="no such language"):
        use_language(look, "fy")
    assert language() == "nl"


def test_every_text_with_a_number_is_collected_with_its_forms():
    """The tool that collects texts knows a number in `self.tr(…, n)` only: in `translate(…, n)` it loses the plural."""
    for file in sorted((Path(kcc_desktop.__file__).parent / "ui").rglob("*.py")):
        for call in (
            node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
        ):
            is_plural = getattr(call.func, "attr", "") == "translate" and len(call.args) > 3
            assert not is_plural or file.name == "translation.py", f"{file.name}, line {call.lineno}"


def test_plurals_in_both_languages(look):
    def said(n):
        return look.translate("Counted", "%n minute(s) ago", "", n)

    assert (said(1), said(5)) == ("1 minuut geleden", "5 minuten geleden")
    use_language(look, "en")
    assert (said(1), said(5)) == ("1 minute ago", "5 minutes ago")


def test_qts_own_words_are_dutch_too(look):
    assert (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) != ""
    assert look.translate("QLineEdit", "Select All") != "Select All"
