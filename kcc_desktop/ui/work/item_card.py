"""An item opened in place: what was asked, who it is, what was done with it, and what can be done now."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kcc_desktop.domain.incoming import Arrival
from kcc_desktop.domain.work import WorkDetail, WorkItem, WorkState
from kcc_desktop.ui.shared import approach_words, formatting, keys, theme
from kcc_desktop.ui.shared.basics import Icon, Paragraph, Restyled, column, hairline, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.flow import FlowLayout
from kcc_desktop.ui.work import delegate, words
from kcc_desktop.ui.work.asking import Asking

_SHOWN = 5  # moves of the history; the first ones are the newest


class ItemCard(Restyled, QWidget):
    """Lies under the painted line of its row. `wanted` carries the name of a key in the panel's group."""

    wanted = Signal(str)
    closed = Signal()
    reason_given = Signal(str)
    told = Signal(str)
    grew = Signal()

    def __init__(self, item: WorkItem, now: Callable[[], datetime], me: UUID | None) -> None:
        super().__init__()
        self.item, self._now, self._me = item, now, me
        self.detail: WorkDetail | None = None
        self._part: QWidget | None = None
        self.setAccessibleName(self.tr("Opened: {title}").format(title=item.task.title))
        self._text = Paragraph("")
        self._facts = Paragraph("", "muted")
        self._arrival = Paragraph("", "muted")
        self._events = QWidget()
        self._events.setLayout(column(gap=theme.XS))
        self._problem = Paragraph("", "over")
        self._problem.hide()
        hand_over = Button(self.tr("Hand over"), icon="arrow-bend-up-right", keys="↵", rank="primary")
        need = self.tr("Say why: who gets it must know.")
        self.handing = Asking(self.tr("Why"), self.tr("Why you hand it over"), hand_over, need)
        close = Button(self.tr("Close"), icon="check", keys="↵", rank="primary")
        self.closing = Asking(self.tr("What do you tell the citizen?"), self.tr("May stay empty"), close)
        for asking, given in ((self.handing, self.reason_given), (self.closing, self.told)):
            asking.given.connect(given)
            asking.grew.connect(self.grew)
        self.buttons = {name: self._button(name, text, icon) for name, (text, icon) in self._actions().items()}
        first = FlowLayout(theme.S, theme.S)
        for name in _LEFT:
            first.addWidget(self.buttons[name])
        second = row(*(self.buttons[name] for name in _RIGHT), None, gap=theme.S)
        self._foot = row(first, second, gap=theme.S)
        self._foot.setStretch(0, 1)
        self._line = hairline()
        self._hidden: frozenset[str] = frozenset()
        self._room = column(gap=0)
        self._body = column(
            self._text,
            self._facts,
            self._arrival,
            self._events,
            self._room,
            self.handing,
            self.closing,
            self._problem,
            self._line,
            self._foot,
            gap=theme.M,
        )
        self.setLayout(self._body)
        self.show_item(item)
        self.follow_theme()

    def _actions(self) -> dict[str, tuple[str, str]]:
        return {
            "work_take": (self.tr("Take"), "hand"),
            "work_call": (self.tr("Call"), "phone-call"),
            "work_plan": (self.tr("Appointment"), "calendar-plus"),
            "work_visit": (self.tr("Visit on location"), "car-simple"),
            "work_hand_over": (self.tr("Hand over"), "arrow-bend-up-right"),
            "work_close": (self.tr("Close"), "check"),
            "work_give_back": (self.tr("Give back"), "arrow-u-up-left"),
            "work_not_reached": (self.tr("Not reached"), "phone-x"),
        }

    def _button(self, name: str, text: str, icon: str) -> Button:
        button = Button(text, icon=icon, keys=keys.shown(name), rank="quiet" if name in _RIGHT else "plain")
        button.setProperty("action", name)
        button.clicked.connect(self._on_pressed)
        return button

    def _on_pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            self.wanted.emit(str(pressed.property("action")))

    def restyle(self) -> None:
        left = delegate.PAD
        self._body.setContentsMargins(left, delegate.line_height(), left, theme.L)
        self.grew.emit()

    def show_item(self, item: WorkItem) -> None:
        """As it is now: what can be done follows from who has it."""
        self.item = item
        is_mine = item.taken_by_id is not None and item.taken_by_id == self._me
        is_theirs = item.taken_by_id is not None and not is_mine
        is_open = item.state in (WorkState.OPEN, WorkState.TAKEN)
        free = is_open and item.taken_by_id is None
        self._hidden = frozenset(
            name for name, shown in (("work_take", free), ("work_give_back", is_mine)) if not shown
        )
        self.buttons["work_call"].set_rank("primary" if is_mine else "plain")
        self.buttons["work_take"].set_rank("primary")
        for name in ("work_call", "work_plan", "work_visit", "work_hand_over", "work_close", "work_not_reached"):
            self.buttons[name].setEnabled(is_open and not is_theirs)
        if is_theirs:
            self.say(self.tr("{name} works on it.").format(name=item.taken_by), "near")
        self._show_beside_part()
        self.grew.emit()

    def show_detail(self, detail: WorkDetail) -> None:
        """The words of it, which are read when it is opened."""
        self.detail = detail
        now, task = self._now(), detail.task
        rest = task.explanation.partition("\n")[2].strip()
        self._text.set_text(rest)
        item = detail.item
        parts = [
            item.citizen or self.tr("nobody's name"),
            formatting.phone(task.summary.phone),
            task.product,
            self.tr("promised {moment}").format(moment=formatting.promise_moment(item.task.due_at)),
            self.tr("by {name}").format(name=task.created_by),
            item.task.owner,
            approach_words.why_called(item.reason) if item.reason is not None else "",
            item.task.reference,
            *task.case_references,
        ]
        self._facts.set_text(" · ".join(part for part in parts if part))
        box = self._events.layout()
        while box is not None and box.count():
            gone = box.takeAt(0)
            old = gone.layout() if gone is not None else None
            while old is not None and old.count():
                inside = old.takeAt(0)
                widget = inside.widget() if inside is not None else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        for one in detail.history[:_SHOWN]:
            icon, said = words.event(one, now)
            line = row(Icon(icon, "muted", theme.ICON_SMALL), Paragraph(said, "muted", theme.CAPTION), gap=theme.S)
            line.setStretch(1, 1)
            if isinstance(box, type(self._room)):
                box.addLayout(line)
        self.show_item(item)

    def show_arrival(self, arrival: Arrival | None) -> None:
        """Who sent it by their own word, who that may be, and the files with it; nothing for a talk at the desk."""
        self._arrival.set_text("\n".join(words.arrival(arrival)) if arrival is not None else "")
        self._show_beside_part()
        self.grew.emit()

    def ask_reason(self, whom: str) -> None:
        """The one that is handed over to is chosen; why is typed."""
        self.closing.put_away()
        self.handing.ask(self.tr("To {whom}").format(whom=whom))

    def ask_told(self, outcome: str) -> None:
        """How it ended is chosen; what the citizen is told may be typed."""
        self.handing.put_away()
        self.closing.ask(outcome)

    def put_part(self, part: QWidget | None) -> None:
        """What plans an appointment or a visit, in place; None takes it away."""
        if self._part is not None:
            self._part.hide()
            self._room.removeWidget(self._part)
            self._part.setParent(None)
        self._part = part
        if part is not None:
            self._room.addWidget(part)
            part.show()
        self._show_beside_part()
        self.grew.emit()

    def _show_beside_part(self) -> None:
        """While something is planned it has the row to itself."""
        is_free, detail = self._part is None, self.detail
        self._text.setVisible(is_free and bool(self._text.text()))
        self._facts.setVisible(is_free)
        self._arrival.setVisible(is_free and bool(self._arrival.text()))
        self._events.setVisible(is_free and detail is not None and bool(detail.history))
        self._line.setVisible(is_free)
        for name, button in self.buttons.items():
            button.setVisible(is_free and name not in self._hidden)

    def say(self, text: str, tone: str = "over") -> None:
        """A sentence above what can be done; "" for none."""
        self._problem.set_text(text, tone)
        self._problem.setVisible(bool(text))
        self.grew.emit()

    def later(self) -> bool:
        """Escape: what was begun in here is put away; False when nothing was."""
        was_handed, was_closed = self.handing.put_away(), self.closing.put_away()
        return was_handed or was_closed

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_override and self._part is not None and _is_plain(event):  # type: ignore[arg-type]
            event.accept()  # letters and digits are the part's while it is open
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = sum(button.sizeHint().width() + theme.S for button in self.buttons.values() if not button.isHidden())
        beside = wide + 2 * delegate.PAD <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._foot.direction() is not direction:
            self._foot.setDirection(direction)
            self.grew.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # and the release comes here too, not to the list below

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.position().y() <= delegate.line_height():
            self.closed.emit()


def _is_plain(event: QKeyEvent) -> bool:
    bare = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return not bare and event.text().isprintable() and bool(event.text())


_LEFT = ("work_take", "work_call", "work_plan", "work_visit", "work_hand_over", "work_close")
_RIGHT = ("work_not_reached", "work_give_back")
