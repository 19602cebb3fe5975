"""All keys of the desktop as data: what they do, their default, and how they are shown. Makes no shortcut itself.

A screen asks `keys.of("palette")` for the sequence and `keys.shown("palette")` for its cap; an agent's own keys are
given once at the start with `use`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Key:
    """One action's key: `default` as QKeySequence writes it, `text` in English as the key sheet shows it."""

    id: str
    default: str
    text: str


class TwiceGiven(ValueError):
    """Two actions want one key."""


GROUPS: tuple[tuple[str, tuple[Key, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Keys", "Everywhere"),
        (
            Key("palette", "Ctrl+K", QT_TRANSLATE_NOOP("Keys", "Search or do something")),
            Key("help", "F1", QT_TRANSLATE_NOOP("Keys", "All keys")),
            Key("later", "Esc", QT_TRANSLATE_NOOP("Keys", "Later, or close")),
            Key("report_notice", "Ctrl+Shift+S", QT_TRANSLATE_NOOP("Keys", "Report an outage")),
            Key("text_bigger", "Ctrl++", QT_TRANSLATE_NOOP("Keys", "Larger text")),
            Key("text_smaller", "Ctrl+-", QT_TRANSLATE_NOOP("Keys", "Smaller text")),
            Key("dark", "Ctrl+Shift+D", QT_TRANSLATE_NOOP("Keys", "Light or dark")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Conversations"),
        (
            Key("answer", "F2", QT_TRANSLATE_NOOP("Keys", "Answer the call")),
            Key("new_conversation", "Ctrl+N", QT_TRANSLATE_NOOP("Keys", "New conversation")),
            Key("hold", "Ctrl+H", QT_TRANSLATE_NOOP("Keys", "Put on hold, or resume")),
            Key("transfer", "F5", QT_TRANSLATE_NOOP("Keys", "Consult or transfer")),
            Key("take_back", "Ctrl+Shift+G", QT_TRANSLATE_NOOP("Keys", "Take back what was refused, to mend it")),
            Key("throw_away", "Ctrl+Shift+Del", QT_TRANSLATE_NOOP("Keys", "Throw this conversation away")),
            Key("conversation_1", "Alt+1", QT_TRANSLATE_NOOP("Keys", "First conversation")),
            Key("conversation_2", "Alt+2", QT_TRANSLATE_NOOP("Keys", "Second conversation")),
            Key("conversation_3", "Alt+3", QT_TRANSLATE_NOOP("Keys", "Third conversation")),
            Key("conversation_4", "Alt+4", QT_TRANSLATE_NOOP("Keys", "Fourth conversation")),
            Key("conversation_5", "Alt+5", QT_TRANSLATE_NOOP("Keys", "Fifth conversation")),
            Key("conversation_6", "Alt+6", QT_TRANSLATE_NOOP("Keys", "Sixth conversation")),
            Key("conversation_7", "Alt+7", QT_TRANSLATE_NOOP("Keys", "Seventh conversation")),
            Key("conversation_8", "Alt+8", QT_TRANSLATE_NOOP("Keys", "Eighth conversation")),
            Key("conversation_9", "Alt+9", QT_TRANSLATE_NOOP("Keys", "Ninth conversation")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "Who"),
        (
            Key("identity", "Ctrl+I", QT_TRANSLATE_NOOP("Keys", "Identity established; pressed again: how")),
            Key("on_behalf", "Ctrl+W", QT_TRANSLATE_NOOP("Keys", "On behalf of")),
            Key("end_representation", "Ctrl+Shift+W", QT_TRANSLATE_NOOP("Keys", "No longer on behalf of")),
            Key("attach_number", "Ctrl+M", QT_TRANSLATE_NOOP("Keys", "Keep this number with this person")),
            Key("register_person", "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Keys", "New person or company")),
            Key("edit_details", "Ctrl+D", QT_TRANSLATE_NOOP("Keys", "Change contact details")),
            Key("reveal", "Ctrl+B", QT_TRANSLATE_NOOP("Keys", "Show what is covered")),
            Key("refuse_disclosure", "Ctrl+G", QT_TRANSLATE_NOOP("Keys", "Disclosure refused")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "All contacts"),
        (
            Key("timeline", "Ctrl+J", QT_TRANSLATE_NOOP("Keys", "To the contacts")),
            Key("search_timeline", "Ctrl+Shift+F", QT_TRANSLATE_NOOP("Keys", "Search in the contacts")),
            Key("to_note", "Alt+K", QT_TRANSLATE_NOOP("Keys", "Opened contact to the note")),
            Key("attach_contact", "Alt+H", QT_TRANSLATE_NOOP("Keys", "Opened contact belongs to this conversation")),
            Key("correct_contact", "Alt+E", QT_TRANSLATE_NOOP("Keys", "Correct the opened contact")),
            Key("move_contact", "Alt+V", QT_TRANSLATE_NOOP("Keys", "Move the opened contact to somebody else")),
            Key("reschedule", "Alt+T", QT_TRANSLATE_NOOP("Keys", "Another time for the opened appointment")),
            Key("cancel_appointment", "Alt+A", QT_TRANSLATE_NOOP("Keys", "Call the opened appointment off")),
            Key("confirm_appointment", "Alt+B", QT_TRANSLATE_NOOP("Keys", "Confirmation of the opened appointment")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Keys", "This contact"),
        (
            Key("note", "Ctrl+E", QT_TRANSLATE_NOOP("Keys", "To the note")),
            Key("next_question", "Ctrl+T", QT_TRANSLATE_NOOP("Keys", "Next question")),
            Key("question_1", "Ctrl+1", QT_TRANSLATE_NOOP("Keys", "First question")),
            Key("question_2", "Ctrl+2", QT_TRANSLATE_NOOP("Keys", "Second question")),
            Key("question_3", "Ctrl+3", QT_TRANSLATE_NOOP("Keys", "Third question")),
            Key("product", "Ctrl+P", QT_TRANSLATE_NOOP("Keys", "Product")),
            Key("outcome", "Ctrl+R", QT_TRANSLATE_NOOP("Keys", "Outcome")),
            Key("callback", "F6", QT_TRANSLATE_NOOP("Keys", "Call back")),
            Key("appointment", "F7", QT_TRANSLATE_NOOP("Keys", "Plan an appointment")),
            Key("finish", "Ctrl+Return", QT_TRANSLATE_NOOP("Keys", "Finish")),
        ),
    ),
)
SERIES = {
    "conversation": QT_TRANSLATE_NOOP("Keys", "Conversations 1 to 9"),
    "question": QT_TRANSLATE_NOOP("Keys", "Questions 1 to 3"),
}
ALL: dict[str, Key] = {key.id: key for _title, group in GROUPS for key in group}


class _State:
    overrides: Mapping[str, str] = MappingProxyType({})


def use(overrides: Mapping[str, str]) -> None:
    """The agent's own keys, {id: "Ctrl+…"}, in place of the defaults. Refuses with KeyError an id nobody knows, with
    ValueError what is no key, and with TwiceGiven a key that two actions would have."""
    given: dict[str, str] = {}
    for name, keys in overrides.items():
        if name not in ALL:
            raise KeyError(name)
        sequence = QKeySequence(keys)
        if sequence.isEmpty() or sequence.toString() == "":
            raise ValueError(f"no key: {keys!r}")
        given[name] = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    taken: dict[str, str] = {}
    for key in ALL.values():
        keys = QKeySequence(given.get(key.id, key.default)).toString(QKeySequence.SequenceFormat.PortableText)
        if keys in taken:
            raise TwiceGiven(f"{keys}: {taken[keys]} and {key.id}")
        taken[keys] = key.id
    _State.overrides = given


def of(name: str) -> QKeySequence:
    """The key of an action. An unknown id refuses with KeyError."""
    return QKeySequence(_State.overrides.get(name, ALL[name].default))


def shown(name: str) -> str:
    """How the key is written on its cap: "Ctrl+↵"."""
    return shown_text(of(name))


def shown_text(sequence: QKeySequence | str) -> str:
    """How any key is written on its cap, in the words on the keyboard."""
    text = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)
    for word, sign in (("Return", "↵"), ("Enter", "↵"), ("Escape", "Esc"), ("Left", "←"), ("Right", "→")):
        text = text.replace(word, sign)
    return text


def title(name: str) -> str:
    """What the key does, in the language that holds."""
    return QCoreApplication.translate("Keys", ALL[name].text)


def sheet() -> list[tuple[str, list[tuple[str, str]]]]:
    """For the sheet of all keys: (group, [(what it does, the key as shown)]), in the language that holds.

    Conversations one to nine are one line, and so are the questions.
    """
    shown_groups = []
    for group, keys in GROUPS:
        lines: list[tuple[str, str]] = []
        for key in keys:
            series, _, number = key.id.rpartition("_")
            if not number.isdigit():
                lines.append((title(key.id), shown(key.id)))
            elif number == "1":
                last = max(
                    (k.id for k in keys if k.id.startswith(f"{series}_")), key=lambda name: int(name[len(series) + 1 :])
                )
                lines.append((QCoreApplication.translate("Keys", SERIES[series]), f"{shown(key.id)} … {shown(last)}"))
        shown_groups.append((QCoreApplication.translate("Keys", group), lines))
    return shown_groups
