"""The card of an opened row: what it tells, and what one can do with it. Knows a sheet, no service and no list."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from kcc_desktop.ui.shared import keys, paint, theme
from kcc_desktop.ui.shared.basics import Paragraph, Restyled, Text, column, hairline, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.flow import FlowLayout
from kcc_desktop.ui.timeline.reading import LongText, ReadText
from kcc_desktop.ui.timeline.sheet import Act, Pair, Sheet
from kcc_desktop.ui.timeline.words import Face

KEYS = {
    Act.TO_NOTE: "to_note",
    Act.ATTACH: "attach_contact",
    Act.CORRECT: "correct_contact",
    Act.MOVE: "move_contact",
    Act.RESCHEDULE: "reschedule",
    Act.CANCEL: "cancel_appointment",
    Act.CONFIRM: "confirm_appointment",
    Act.CAME: "came_after_all",
    Act.SETTLE: "settle_booking",
}
_ICONS = {
    Act.TO_NOTE: "copy-simple",
    Act.ATTACH: "link-simple",
    Act.CORRECT: "pencil-simple",
    Act.MOVE: "arrow-bend-up-right",
    Act.RESCHEDULE: "calendar-plus",
    Act.CANCEL: "prohibit",
    Act.CONFIRM: "envelope-simple",
    Act.CAME: "user-plus",
    Act.SETTLE: "check-square",
}


_BESIDE = 300  # narrower than this at 100 % text the state stands below the title


class StateMark(Restyled, QWidget):
    """The state of the row, as the closed row shows it."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self.setAccessibleName(face.state)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        face = self._face
        return QSize(paint.state_width(face.state, face.tone, face.state_icon), theme.grown(20, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        face, middle = self._face, self.height() // 2
        paint.draw_state(QPainter(self), self.width(), middle, face.state, face.tone, face.state_icon)


class CardHead(QWidget):
    """The whole title, with the state beside it; below it where there is little room."""

    def __init__(self, title: str, face: Face) -> None:
        super().__init__()
        self._title, self._state = Paragraph(title, strong=True), StateMark(face)
        self._title.setParent(self)
        self._state.setParent(self)
        self._state.setVisible(bool(face.state))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), self.heightForWidth(max(self.width(), theme.px(160))))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, state = self._places(width)
        return max(title.bottom(), state.bottom() if not self._state.isHidden() else 0) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        title, state = self._places(self.width())
        self._title.setGeometry(title)
        self._state.setGeometry(state)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        size = self._state.sizeHint()
        if self._state.isHidden() or width < theme.px(_BESIDE):
            title = QRect(0, 0, width, self._title.heightForWidth(width))
            return title, QRect(QPoint(0, title.height() + 2), size)
        room = width - size.width() - theme.M
        title = QRect(0, 0, room, self._title.heightForWidth(room))
        return title, QRect(QPoint(width - size.width(), 0), size)


class _Value(ReadText):
    """A few words, as wide as they are; more of them wrap."""

    def sizeHint(self) -> QSize:
        return QSize(paint.text_width(self.words()) + 2, theme.line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 80), theme.line_height())


class MetaPair(QWidget):
    """A muted label over its value; the value can be marked and copied."""

    def __init__(self, pair: Pair) -> None:
        super().__init__()
        self._label, self._value = Text(pair[0], theme.CAPTION, tone="muted"), _Value(pair[1])
        self.setLayout(column(self._label, self._value, gap=0))
        self.setAccessibleName(f"{pair[0]}: {pair[1]}")

    def sizeHint(self) -> QSize:
        width = max(self._label.sizeHint().width(), self._value.sizeHint().width())
        return QSize(width, self._label.sizeHint().height() + theme.line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._label.sizeHint().height() + self._value.heightForWidth(width)


class OpenedCard(Restyled, QWidget):
    """`acted` carries the Act that was chosen. `grew`: another height is wanted. `again`: load once more."""

    acted = Signal(object)
    closing = Signal()  # its title was clicked
    grew = Signal()
    again = Signal()
    part_focused = Signal(object)  # QWidget

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._head: CardHead | None = None
        self._inside: QWidget | None = None
        self._foot: QWidget | None = None
        self.buttons: dict[Act, Button] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.follow_theme()

    def show_sheet(self, sheet: Sheet, face: Face, sought: str = "") -> None:
        """Everything there is to read; `set_acts` says what can be done."""
        texts = [self._text(label, text, sought) for label, text in sheet.texts]
        history = [part for line, before in sheet.history for part in self._history(line, before)]
        meta = FlowLayout(theme.XL, theme.S)
        for pair in sheet.meta:
            meta.addWidget(MetaPair(pair))
        self._head = CardHead(sheet.title, face)
        words = column(self._head, *texts, meta, *history, gap=theme.S + 2)
        self._show(words)
        self.setAccessibleName(f"{sheet.title}, {face.state}" if face.state else sheet.title)

    def show_failure(self, sheet: Sheet, face: Face, title: str, why: str) -> None:
        """The row could not be opened; what the list knew is shown with the reason."""
        again = Button(self.tr("Again"), icon="arrows-clockwise", height=theme.CONTROL_SMALL)
        again.clicked.connect(self.again)
        reason = column(Paragraph(title, "over", strong=True), Paragraph(why, "muted"), gap=2)
        texts = [self._text(label, text, "") for label, text in sheet.texts]
        self._head = CardHead(sheet.title, face)
        words = column(self._head, *texts, reason, row(again, None), gap=theme.S + 2)
        self._show(words)
        self._watch([again])

    def set_acts(self, acts: Sequence[Act], *, attached: bool) -> None:
        """What can be done now, below the words; `attached`: it belongs to the conversation already."""
        if tuple(self.buttons) != tuple(acts):
            self._make_buttons(acts)
        link = self.buttons.get(Act.ATTACH)
        if link is not None:
            link.setText(self.tr("Belongs to this conversation") if attached else self._word(Act.ATTACH))
            link.set_icon("check" if attached else _ICONS[Act.ATTACH])
            link.set_keys("" if attached else keys.shown(KEYS[Act.ATTACH]))
            link.setEnabled(not attached)

    def order_tabs(self, after: QWidget) -> None:
        """Tab goes from `after` through the card: what was made last would else come last in the window."""
        if self.window() is not after.window():
            return  # not in the list yet
        for button in self.findChildren(Button):
            QWidget.setTabOrder(after, button)
            after = button

    def _show(self, words: QLayout) -> None:
        words.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        old, self._inside = self._inside, QWidget()
        self._inside.setLayout(words)
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._box.insertWidget(0, self._inside)
        self._inside.show()  # at once: what is not shown yet has no height
        self.grew.emit()

    def _make_buttons(self, acts: Sequence[Act]) -> None:
        old, self._foot = self._foot, QWidget()
        self.buttons = {}
        flow = FlowLayout(theme.XS, 0)
        for act in acts:
            button = Button(
                self._word(act),
                icon=_ICONS[act],
                keys=keys.shown(KEYS[act]),
                rank="quiet",
                height=theme.CONTROL_SMALL,
            )
            button.clicked.connect(partial(self._on_act, act))
            self.buttons[act] = button
            flow.addWidget(button)
        self._watch(self.buttons.values())
        line = row(hairline(), margins=(theme.L, 0, theme.L, 0))
        inner = row(flow, margins=(theme.XS, theme.XS, theme.XS, theme.XS))
        self._foot.setLayout(column(line, inner, gap=0))
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._box.addWidget(self._foot)
        self._foot.setVisible(bool(acts))
        self.grew.emit()

    def _text(self, label: str, text: str, sought: str) -> QLayout:
        words = LongText(text, sought=sought)
        words.grew.connect(self.grew)
        if words.more is not None:
            self._watch([words.more])
        return column(Text(label, theme.CAPTION, tone="muted"), words, gap=2)

    def _history(self, line: str, before: str) -> list[QLayout | QWidget]:
        parts: list[QLayout | QWidget] = [Paragraph(line, "muted", theme.CAPTION)]
        if before:
            words = LongText(before, "muted")
            words.grew.connect(self.grew)
            parts.append(column(Text(self.tr("Before that it said"), theme.CAPTION, tone="muted"), words, gap=2))
        return parts

    def _word(self, act: Act) -> str:
        return {
            Act.TO_NOTE: self.tr("Copy to the note"),
            Act.ATTACH: self.tr("With this conversation"),
            Act.CORRECT: self.tr("Correct"),
            Act.MOVE: self.tr("Move"),
            Act.RESCHEDULE: self.tr("Another time"),
            Act.CANCEL: self.tr("Call off"),
            Act.CONFIRM: self.tr("Confirmation"),
            Act.CAME: self.tr("Came after all"),
            Act.SETTLE: self.tr("Is it booked?"),
        }[act]

    def _watch(self, buttons: Iterable[Button]) -> None:
        for button in buttons:
            button.installEventFilter(self)

    @Slot()
    def _on_act(self, act: Act, _checked: bool = False) -> None:
        self.acted.emit(act)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is clicked in here is no click on the row below."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        head = self._head
        if head is not None and head.rect().contains(head.mapFrom(self, event.position().toPoint())):
            self.closing.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.part_focused.emit(watched)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_box(QPainter(self), self.rect(), theme.now().canvas, theme.now().hairline)
