"""Which key holds for an action and how it is shown. Makes no shortcut itself; `key_table` lists them.

A screen asks `keys.of("palette")` for the sequence and `keys.shown("palette")` for its cap; an agent's own keys are
given once at the start with `use`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from kcc_desktop.ui.shared.key_table import GROUPS, SERIES, Key


class TwiceGiven(ValueError):
    """Two actions want one key."""


ALL: dict[str, Key] = {key.id: key for group in GROUPS for key in group.keys}
PANEL_OF: dict[str, str] = {key.id: group.panel for group in GROUPS for key in group.keys}


class _State:
    overrides: Mapping[str, str] = MappingProxyType({})


def use(overrides: Mapping[str, str]) -> None:
    """The agent's own keys, {id: "Ctrl+…"}, in place of the defaults. Refuses with KeyError an id nobody knows, with
    ValueError what is no key, and with TwiceGiven a key that two actions would have."""
    given: dict[str, str] = {}
    for name, keys in overrides.items():
        if name not in ALL or ALL[name].instead_of:
            raise KeyError(name)
        sequence = QKeySequence(keys)
        if sequence.isEmpty() or sequence.toString() == "":
            raise ValueError(f"no key: {keys!r}")
        given[name] = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    taken: list[tuple[str, str, str]] = []
    for key in ALL.values():
        if key.instead_of:
            continue
        keys = QKeySequence(given.get(key.id, key.default)).toString(QKeySequence.SequenceFormat.PortableText)
        place = _place(key.id)
        for other_keys, other_place, other in taken:
            if keys == other_keys and (place == other_place or "" in (place, other_place)):
                raise TwiceGiven(f"{keys}: {other} and {key.id}")
        taken.append((keys, place, key.id))
    _State.overrides = given


def _place(name: str) -> str:
    """Behind which door a key works alone; "" when it is the window's, as those of the Contact panel are."""
    return "" if PANEL_OF[name] == "contact" else PANEL_OF[name]


def of(name: str) -> QKeySequence:
    """The key of an action. An unknown id refuses with KeyError."""
    key = ALL[ALL[name].instead_of or name]
    return QKeySequence(_State.overrides.get(key.id, key.default))


def instead_of(name: str, panel: str) -> str:
    """The action by which a panel answers the key of `name` in its own way; "" when it does not."""
    return next((key.id for key in ALL.values() if key.instead_of == name and PANEL_OF[key.id] == panel), "")


def of_window() -> tuple[str, ...]:
    """The actions whose keys work in the whole window."""
    return tuple(name for name in ALL if not _place(name))


def of_panel(panel: str) -> tuple[str, ...]:
    """The actions whose keys work behind this door alone, those with another action's key as well."""
    return tuple(name for name in ALL if _place(name) == panel)


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


def sheet(panel: str = "contact") -> list[tuple[str, list[tuple[str, str]]]]:
    """For the sheet of all keys: (group, [(what it does, the key as shown)]), in the language that holds.

    Those that work behind this door: what a panel answers in its own way stands as the panel says it. Conversations
    one to nine are one line, and so are the questions.
    """
    answered = {ALL[name].instead_of for name in of_panel(panel)}
    shown_groups = []
    for group in GROUPS:
        if group.panel not in ("", panel):
            continue
        lines: list[tuple[str, str]] = []
        for key in group.keys:
            series, _, number = key.id.rpartition("_")
            if key.id in answered:
                continue
            if not number.isdigit():
                lines.append((title(key.id), shown(key.id)))
            elif number == "1":
                ids = (k.id for k in group.keys if k.id.startswith(f"{series}_"))
                last = max(ids, key=lambda name: int(name[len(series) + 1 :]))
                lines.append((QCoreApplication.translate("Keys", SERIES[series]), f"{shown(key.id)} … {shown(last)}"))
        shown_groups.append((QCoreApplication.translate("Keys", group.title), lines))
    return shown_groups
