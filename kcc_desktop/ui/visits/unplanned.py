"""The visits that stand in nobody's day, and where the chosen one could go. A row is dragged from here onto a lane."""

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.visits import NoVisitPossible, Visit, VisitProposal
from kcc_desktop.ui.shared import formatting, keys, theme, wording
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.basics import Layer, Paragraph, Text, column, heading, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.visits.board import Shown

_LISTED = 9  # as many as there are digits


class Unplanned(Layer):
    """`wanted`: a place for this visit. While a row is dragged: where the hand is, and that it let go."""

    wanted = Signal(object)  # UUID
    place_chosen = Signal(int)
    dropped = Signal()
    given_up = Signal()
    dragged = Signal(object)  # QPoint, global
    let_go = Signal(object)  # QPoint, global
    chosen = Signal(object)  # UUID of the row that is meant, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Not planned yet"))
        self._count = Text("", theme.CAPTION, tone="muted")
        self.list = row_list(self.tr("Visits that are not planned yet"), [], fit=False)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._nothing = Message("check-circle", self.tr("Nothing waits"), self.tr("Every visit stands in a day."))
        self._where = Text("", strong=True, elided=True)
        away = Button("", icon="x", rank="quiet", height=theme.CONTROL_SMALL, name=self.tr("Leave it unplanned"))
        away.clicked.connect(self.given_up)
        self.places = row_list(self.tr("Where it could go"), [], compact=True)
        self.places.installEventFilter(self)
        self.places.clicked.connect(self._on_place_clicked)
        self._said = Paragraph("", "muted")
        self.plan_button = Button(self.tr("Plan here"), icon="check", keys="↵", rank="primary", wide=True)
        self.plan_button.clicked.connect(self.dropped)
        self._hint = Text(
            self.tr("Drag a visit onto a day, or {keys}").format(keys=keys.shown("visit_place")),
            theme.CAPTION,
            tone="muted",
            elided=True,
        )
        self._placing = QWidget()
        self._placing.setLayout(
            column(row(self._where, None, away), self.places, self._said, self.plan_button, gap=theme.S)
        )
        head = heading(self.tr("Not planned yet"), self._count)
        whole = column(
            head,
            self._hint,
            self._nothing,
            self.list,
            self._placing,
            gap=theme.S,
            margins=(theme.L, theme.L, theme.S, theme.L),
        )
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._pressed: QPoint | None = None
        self._is_dragging = False
        self._placing.hide()

    def show_board(self, shown: Shown) -> None:
        self._count.setText(str(len(shown.unplanned)) if shown.unplanned else "")
        self.list.set_rows([_row(visit) for visit in shown.unplanned])
        self.list.setVisible(bool(shown.unplanned))
        self._hint.setVisible(bool(shown.unplanned) and shown.placing is None)
        self._nothing.setVisible(not shown.unplanned and shown.read_at is not None)
        placing = shown.placing
        had_focus = self.places.hasFocus()
        self._placing.setVisible(placing is not None)
        if placing is None:
            if had_focus:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.choose(placing.id)
        self._where.setText(placing.title)
        listed = shown.places[:_LISTED]
        self.places.set_rows([_place_row(one, number, shown) for number, one in enumerate(listed, 1)])
        self.places.choose(shown.place if shown.place < len(listed) else -1)
        if had_focus and not listed and not shown.is_looking:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # first: what is hidden gives the focus to anything
        self.places.setVisible(bool(listed) or shown.is_looking)
        text, tone = "", "muted"
        if shown.is_looking and not listed:
            text = self.tr("Looking where it fits …")
        elif isinstance(shown.problem, NoVisitPossible) and placing.window_from is not None:
            text, tone = (
                self.tr("It fits nowhere within the promised time. Make room, or agree on another time."),
                "over",
            )
        elif isinstance(shown.problem, Refusal | Outage):
            text, tone = wording.sentences(*wording.sentence(shown.problem)), "over"
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))
        self.plan_button.setEnabled(shown.proposal is not None and not shown.is_busy)

    def visit_id(self) -> UUID | None:
        shown = self.list.current_row()
        return shown.key if shown is not None and isinstance(shown.key, UUID) else None

    def choose(self, visit_id: UUID) -> None:
        """Make this row the one that is meant."""
        rows = self.list.model().rows()  # type: ignore[attr-defined]
        for line, shown in enumerate(rows):
            if shown.key == visit_id and self.list.currentIndex().row() != line:
                self.list.choose(line)

    def is_dragging(self) -> bool:
        return self._is_dragging

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.visit_id())

    @Slot(QModelIndex)
    def _on_place_clicked(self, index: QModelIndex) -> None:
        self.place_chosen.emit(index.row())

    # Keys of the two lists, and the drag

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        if watched is self.list.viewport() and isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.list and is_enter and self.visit_id() is not None:
            self.wanted.emit(self.visit_id())
            return True
        if watched is not self.places:
            return False
        line = self.places.currentIndex().row()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if is_enter:
            self.dropped.emit()
        elif event.key() in steps:
            self.place_chosen.emit(max(0, line + steps[Qt.Key(event.key())]))
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.place_chosen.emit(event.key() - Qt.Key.Key_1)
        else:
            return False
        return True

    def _on_mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = at if self.list.indexAt(at).isValid() else None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far and not self._is_dragging and self.visit_id() is not None:
                self._is_dragging = True
                self.list.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.wanted.emit(self.visit_id())
            if self._is_dragging:
                self.dragged.emit(event.globalPosition().toPoint())
                return True  # the list would choose the rows the hand passes over
        elif event.type() == QEvent.Type.MouseButtonRelease:
            was_dragging, self._is_dragging, self._pressed = self._is_dragging, False, None
            if was_dragging:
                self.list.viewport().unsetCursor()
                self.let_go.emit(event.globalPosition().toPoint())
                return True
        elif event.type() == QEvent.Type.MouseButtonDblClick and self.visit_id() is not None:
            self.wanted.emit(self.visit_id())
            return True
        return False


def _row(visit: Visit) -> Row:
    address = visit.place.address
    where = address.place or address.line1() or address.postcode
    promised = words.promised(visit)
    detail = f"{where} · {promised}" if promised else where
    mark = ("shield-warning", "near") if visit.has_safety_note else ("", "muted")
    return Row(
        visit.title,
        detail=detail,
        icon="car-simple",
        detail_icon=mark[0],
        detail_tone=mark[1],
        key=visit.id,
    )


def _place_row(one: VisitProposal, number: int, shown: Shown) -> Row:
    when = formatting.time(one.starts_at)
    if one.on != shown.on:
        when = f"{formatting.day(one.on)} {when}"
    detail = f"{words.more_driving(one.extra_minutes)} · {words.between(one)}"
    return Row(f"{when} · {words.who(one)}", detail=detail, keys=str(number), key=(one.worker_id, one.quantum))
