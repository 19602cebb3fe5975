"""A control for each kind of cell. Each holds text, as a file's cell does; `edited` tells that somebody changed it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.list_fields import NO, YES, CellKind, ListField
from kcc_desktop.ui.lists import words
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Text, column
from kcc_desktop.ui.shared.buttons import Choice, Segment, SegmentRow
from kcc_desktop.ui.shared.check import Check
from kcc_desktop.ui.shared.fields import Field, NoteField, TextField
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_MOST_SEGMENTS = 3
_LETTER_LINES, _FEW_LINES = 12, 3

# What there is to choose from, when it is asked for: it may have changed, or hang on another field.
Options = Callable[[], tuple[str, ...]]


class CellField(Field):
    """Its label, its control, and what is wrong with it."""

    edited = Signal(str)  # the field's name

    def __init__(self, of: ListField, control: QWidget) -> None:
        super().__init__(words.label(of.name), control)
        self.of = of

    def cell(self) -> str:
        raise NotImplementedError

    def set_cell(self, text: str) -> None:
        """Without `edited`."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What takes the focus."""
        return self.control

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self.of.name)


class LineField(CellField):
    def __init__(self, of: ListField) -> None:
        self._edit = TextField(words.label(of.name))
        super().__init__(of, self._edit)
        self._edit.setMaxLength(of.limit)
        self._edit.textEdited.connect(self._tell)

    def cell(self) -> str:
        return self._edit.text()

    def set_cell(self, text: str) -> None:
        if self._edit.text() != text:
            self._edit.setText(text)


class LinesField(CellField):
    def __init__(self, of: ListField) -> None:
        lines = _LETTER_LINES if of.limit >= 8000 and of.name == "body" else _FEW_LINES
        self._edit = NoteField(words.label(of.name), lines, most=3 * lines)
        super().__init__(of, self._edit)
        self._edit.textChanged.connect(self._tell)

    def cell(self) -> str:
        return self._edit.toPlainText()

    def set_cell(self, text: str) -> None:
        if self._edit.toPlainText() != text:
            self._edit.blockSignals(True)
            self._edit.setPlainText(text)
            self._edit.blockSignals(False)


class CheckField(CellField):
    """Its word stands beside the box, not above it."""

    def __init__(self, of: ListField) -> None:
        self._check = Check(words.label(of.name))
        super().__init__(of, self._check)
        self._caption.hide()
        self._check.clicked.connect(self._tell)

    def cell(self) -> str:
        return YES if self._check.isChecked() else NO

    def set_cell(self, text: str) -> None:
        self._check.setChecked(text == YES)


class SegmentField(CellField):
    """One of a few words."""

    def __init__(self, of: ListField) -> None:
        self._words = of.choices
        segments = [Segment(words.choice(word)) for word in self._words]
        self._row = SegmentRow(*segments, name=words.label(of.name))
        super().__init__(of, self._row)
        self._row.chosen.connect(self._tell)

    def cell(self) -> str:
        at = self._row.index()
        return self._words[at] if at >= 0 else ""

    def set_cell(self, text: str) -> None:
        self._row.choose(self._words.index(text) if text in self._words else -1)

    def first(self) -> QWidget:
        return self._row.segments()[max(0, self._row.index())]


class PickField(CellField):
    """One of many, from a list that is opened; typing narrows it. `may_be_empty` has a row for none of them."""

    def __init__(self, of: ListField, options: Options, shown: Callable[[str], str], empty: str = "") -> None:
        self._options, self._shown, self._empty, self._value = options, shown, empty, ""
        self._choice = Choice("", name=words.label(of.name), placeholder=empty)
        self._picker: Picker | None = None
        super().__init__(of, self._choice)
        self._choice.clicked.connect(self._open)

    def cell(self) -> str:
        return self._value

    def set_cell(self, text: str) -> None:
        self._value = text
        self._choice.setText(self._shown(text) if text else "")

    @Slot()
    def _open(self) -> None:
        if self._picker is None:
            name = words.label(self.of.name)
            self._picker = Picker(self.window(), name, name)
            self._picker.typed.connect(self._narrow)
            self._picker.picked.connect(self._take)
        self._picker.open_at(self._choice, self._rows(""), nothing=words.nothing_found())

    def _rows(self, typed: str) -> list[Row]:
        wanted = typed.casefold().strip()
        none = [Row(self._empty, key="")] if self._empty and not wanted else []
        found = [Row(self._shown(one), key=one, match=typed) for one in self._options()]
        return none + [row for row in found if wanted in row.title.casefold()]

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._rows(typed))

    @Slot(object)
    def _take(self, key: object) -> None:
        self.set_cell(str(key))
        self._tell()


class ManyField(CellField):
    """Any number of names, each a box."""

    def __init__(self, of: ListField, options: Options) -> None:
        self._options = options
        self._holder = QWidget()
        self._box = column(gap=theme.XS)
        self._holder.setLayout(self._box)
        self._checks: list[Check] = []
        self._none = Text("", theme.CAPTION, tone="muted")
        self._none.setText(words.none_yet())
        self._box.addWidget(self._none)
        super().__init__(of, self._holder)

    def cell(self) -> str:
        return " | ".join(check.text() for check in self._checks if check.isChecked())

    def set_cell(self, text: str) -> None:
        chosen = {part.strip() for part in text.split("|")} - {""}
        names = list(dict.fromkeys((*self._options(), *sorted(chosen))))
        if names != [check.text() for check in self._checks]:
            self._build(names)
        for check in self._checks:
            check.setChecked(check.text() in chosen)

    def first(self) -> QWidget:
        return self._checks[0] if self._checks else self._holder

    def _build(self, names: list[str]) -> None:
        for old in self._checks:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._checks = [Check(name) for name in names]
        for check in self._checks:
            self._box.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
            check.clicked.connect(self._tell)
        self._none.setVisible(not names)


def cell_field(of: ListField, options: Options) -> CellField:
    """The control that fits what may stand in it."""
    if of.kind is CellKind.YES_NO:
        return CheckField(of)
    if of.kind is CellKind.NAMES:
        return ManyField(of, options)
    if of.kind is CellKind.CHOICE:
        if len(of.choices) <= _MOST_SEGMENTS:
            return SegmentField(of)
        return PickField(of, lambda: of.choices, words.choice, "" if of.needed else words.none_of(of.name))
    if of.of:
        return PickField(of, options, str, "" if of.needed else words.none_of(of.name))
    return LinesField(of) if of.kind in (CellKind.LINES, CellKind.LETTER) else LineField(of)
