"""The sheet of all keys, by group. Shows the table of `keys`; F1 opens it, Escape closes it."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from kcc_desktop.ui.shared import keys, paint, theme
from kcc_desktop.ui.shared.basics import KeyHint, Text, column, hairline, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.focus import give_back

Group = tuple[str, list[tuple[str, str]]]
NARROWEST_COLUMN, WIDEST_COLUMN = 260, 380  # at 100 % text


class KeySheet(Floating):
    """All keys at a glance; it takes the focus while it is open and gives it back."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        self._back_to: QWidget | None = None
        self._window = window
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of the sheet move it
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = Text("", theme.TITLE, strong=True)
        self._close = Button("", icon="x", rank="quiet")
        head = row(self._title, None, self._close)
        box = column(head, hairline(), self._scroll, gap=theme.M, margins=(theme.XL, theme.L, theme.XL, theme.L))
        super().__init__(box, window, "")
        self._close.clicked.connect(self.close_sheet)

    def open_sheet(self, panel: str = "contact") -> None:
        """The keys that work behind this door, over the middle of the window and never larger than that."""
        window = self._window
        if not self.isVisible():
            self._back_to = window.window().focusWidget()
        self.setAccessibleName(self.tr("All keys"))
        self._title.setText(self.tr("All keys"))
        self._close.setText(self.tr("Close"))
        self._close.set_keys(keys.shown("later"))
        groups = keys.sheet(panel)
        lines = [line for _title, lines in groups for line in lines]
        needed = max(paint.text_width(words) + theme.L + paint.key_width(shown) for words, shown in lines)
        wide = min(max(theme.px(NARROWEST_COLUMN), needed), theme.px(WIDEST_COLUMN))
        count = max(1, min(3, (window.width() - 8 * theme.XL) // (wide + theme.XL)))
        content = _columns(groups, count)
        self._scroll.setWidget(content)
        wanted = content.sizeHint()
        room = window.rect().adjusted(theme.XL, theme.XL, -theme.XL, -theme.XL)
        head = self._title.sizeHint().height() + 2 * theme.L + 3 * theme.M + theme.S
        width = min(room.width(), count * wide + (count - 1) * theme.XL + 2 * theme.XL + theme.L)
        height = min(room.height(), wanted.height() + head)
        area = QRect(0, 0, width, height)
        area.moveCenter(room.center())
        self.place(area)
        self.slide_in()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def close_sheet(self) -> None:
        """Away, with the focus where it was."""
        if not self.isVisible():
            return
        self.hide()
        give_back(self._back_to)
        self._back_to = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: theme.line_height() * 2,
            Qt.Key.Key_Up: -theme.line_height() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _spread(groups: list[Group], count: int) -> list[list[Group]]:
    """The groups in their order over at most `count` columns, the longest of them as short as can be."""
    lengths = [len(lines) + 2 for _title, lines in groups]
    for most in range(max(lengths), sum(lengths) + 1):
        columns: list[list[Group]] = [[]]
        room = most
        for group, length in zip(groups, lengths, strict=True):
            if length > room:
                columns.append([])
                room = most
            columns[-1].append(group)
            room -= length
        if len(columns) <= count:
            return columns
    return [groups]


def _columns(groups: list[Group], count: int) -> QWidget:
    whole: QHBoxLayout = row(gap=theme.XL, margins=(0, 0, theme.S, 0))
    for part in _spread(groups, count):
        box = column(gap=theme.XS)
        for number, (title, lines) in enumerate(part):
            if number:
                box.addSpacing(theme.M)
            box.addWidget(Text(title, strong=True))
            for words, shown in lines:
                box.addLayout(row(Text(words, tone="muted", elided=True), None, KeyHint(shown)))
        box.addStretch(1)
        whole.addLayout(box, 1)
    content = QWidget()
    content.setLayout(whole)
    return content
