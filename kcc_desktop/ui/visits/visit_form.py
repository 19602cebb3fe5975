"""Plans a visit on location beside the note: who could come stands there already, Enter books the first of them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QScrollArea, QWidget

from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.domain.visits import VisitTimeTaken
from kcc_desktop.ui.shared import formatting, theme, times, wording
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.basics import Badge, Icon, Layer, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Segment, SegmentRow
from kcc_desktop.ui.shared.flow import FlowLayout
from kcc_desktop.ui.shared.rows import row_list
from kcc_desktop.ui.visits.extras_part import ExtrasPart
from kcc_desktop.ui.visits.invited_part import PartyPart
from kcc_desktop.ui.visits.place_part import OTHER_KEY, PlacePart
from kcc_desktop.ui.visits.plan import STEP_MINUTES, Asks, VisitPlan
from kcc_desktop.ui.visits.planning import VisitPlanning

_PARTS = tuple(one for one in PartOfDay if one is not PartOfDay.EVENING)
SECOND_KEY, HOLD_KEY = "S", "E"


class VisitForm(Layer):
    """Shows the `VisitPlanning`'s plan. `closed`: nothing is planned (any more), the hand goes back to the note."""

    closed = Signal()
    opened = Signal(bool)  # it needs the room, or gives it back

    def __init__(
        self, planning: VisitPlanning, chooser: Callable[[str], PartyPart], parent: QWidget | None = None
    ) -> None:
        super().__init__("well")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Plan a visit on location"))
        self._planning = planning
        self._is_open = False
        self._revealed: QWidget | None = None
        self._title = Text("", strong=True, elided=True)
        away = Button("", icon="x", rank="quiet", height=theme.CONTROL_SMALL, name=self.tr("Plan nothing"))
        away.clicked.connect(self.close_form)
        self.place = PlacePart()
        self.place.address_given.connect(planning.set_address)
        self.place.point_given.connect(planning.point_at)
        self._shorter = Button("", icon="minus", height=theme.CONTROL_SMALL, name=self.tr("Shorter"))
        self._longer = Button("", icon="plus", height=theme.CONTROL_SMALL, name=self.tr("Longer"))
        self._length = Text("")
        self._shorter.clicked.connect(self._on_shorter)
        self._longer.clicked.connect(self._on_longer)
        self.second = Button(
            self.tr("With two"),
            icon="users",
            keys=SECOND_KEY,
            height=theme.CONTROL_SMALL,
            size=theme.CAPTION,
            wide=True,
        )
        self.second.setCheckable(True)
        self.second.clicked.connect(self._on_second)
        self._part = SegmentRow(
            *(Segment(times.part(one), height=theme.CONTROL_SMALL, size=theme.CAPTION) for one in _PARTS),
            name=self.tr("Part of the day"),
        )
        self._part.chosen.connect(self._on_part)
        self.proposals = row_list(self.tr("Who could come, and when"), [], compact=True)
        self.proposals.installEventFilter(self)
        self.proposals.clicked.connect(self._on_clicked)
        self._source = Text("", theme.CAPTION, tone="muted", elided=True)
        self._said = Paragraph("")
        self.extras = ExtrasPart(planning, chooser)
        self.extras.left.connect(self._to_list)
        self.extras.entered.connect(self._reveal)
        self._safety = Badge(self.tr("Safety note present"), tone="near", icon="shield-warning")
        self._held = Text("", theme.CAPTION, tone="muted")
        self.longer_button = Button(
            self.tr("Ten minutes more"), keys=HOLD_KEY, rank="quiet", height=theme.CONTROL_SMALL, size=theme.CAPTION
        )
        self.longer_button.clicked.connect(planning.extend)
        self.book_button = Button(self.tr("Book"), icon="calendar-check", keys="↵", rank="primary", wide=True)
        self.book_button.clicked.connect(self.book)
        holding = FlowLayout(theme.S, theme.XS)  # with large text the button goes below
        holding.addWidget(self._held)
        holding.addWidget(self.longer_button)
        self.setLayout(
            column(
                row(Icon("car-simple", "brand"), self._title, None, away, gap=theme.S),
                row(self._safety, None),
                self.place,
                self.proposals,
                self._said,
                self.book_button,
                holding,
                row(self._shorter, self._length, self._longer, None, gap=theme.S),
                self.second,
                self._part,
                self.extras,
                self._source,
                gap=theme.S,
                margins=(theme.M,),
            )
        )
        planning.changed.connect(self._show)
        self._show(None)

    def begin(self) -> bool:
        """Open on the question in front; False when it names no product yet."""
        if not self._planning.begin():
            return False
        if self.place.is_typing():
            self.place.take_focus()
        else:
            self._to_list()
        return True

    @Slot()
    def close_form(self) -> None:
        """Not while a booking is under way: it may have been done already."""
        if not self._planning.is_booking():
            self._planning.leave()

    def is_busy(self) -> bool:
        return self._planning.is_booking()

    @Slot()
    def book(self) -> None:
        self._planning.book()

    @Slot(object)
    def _show(self, plan: VisitPlan | None) -> None:
        if plan is None and self._has_focus():
            self.closed.emit()  # first: what is hidden gives the focus to the next button, and Enter would press it
        self.setVisible(plan is not None)
        if self._is_open != (plan is not None):
            self._is_open = plan is not None
            self.opened.emit(self._is_open)
        if plan is None:
            self.extras.fold()
            return
        was_typing = self.place.is_typing()
        self._title.setText(plan.product)
        self.place.show_place(plan.place, plan.asks)
        self._length.setText(words.VisitWords().minutes(plan.minutes))
        self.second.setChecked(plan.with_second)
        self.second.set_tone("brand" if plan.with_second else "text")
        self._part.choose(_PARTS.index(plan.part))
        self.proposals.set_rows([words.proposal_row(one, number) for number, one in enumerate(plan.proposals, 1)])
        self.proposals.setVisible(bool(plan.proposals) or plan.is_looking)
        if plan.proposals:
            self.proposals.choose(plan.chosen)
        self.extras.show_plan(plan)
        self._show_source(plan)
        self._say(plan)
        self._safety.setVisible(plan.has_safety_note)
        held = plan.held
        until = formatting.time(held.expires_at) if held is not None and held.expires_at is not None else ""
        self._held.setText(self.tr("Held until {time}").format(time=until) if until else "")
        self._held.setVisible(bool(until))
        self._held.setFixedHeight(theme.grown(theme.CONTROL_SMALL, theme.CAPTION))  # on the button's line
        self.longer_button.setVisible(bool(until))
        self.book_button.setEnabled(held is not None and not plan.is_booking)
        if held is not None and self.proposals.hasFocus():
            self._reveal(self.book_button)
        if self.place.is_typing() and not was_typing and self._has_focus():
            self.place.take_focus()
        elif not self.place.is_typing() and was_typing:
            self._to_list()

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @Slot(object)
    def _reveal(self, part: QWidget) -> None:
        """Scroll the column as far as it takes to see this, once it has its place."""
        self._revealed = part
        QTimer.singleShot(0, self, self._scroll_there)

    @Slot()
    def _scroll_there(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and self._revealed is not None and self._revealed.isVisible():
            across = area.horizontalScrollBar().value()
            area.ensureWidgetVisible(self._revealed, 0, theme.M)
            area.horizontalScrollBar().setValue(across)  # up and down only

    @Slot()
    def _to_list(self) -> None:
        self.proposals.setVisible(True)  # what is not seen takes no focus
        self.proposals.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_source(self, plan: VisitPlan) -> None:
        sources = {proposal.source for proposal in plan.proposals}
        said = ", ".join(sorted(words.source(one) for one in sources))
        self._source.setText(self.tr("Driving times: {source}").format(source=said.lower()) if said else "")
        self._source.setVisible(bool(said))

    def _say(self, plan: VisitPlan) -> None:
        """Looking, nobody able, taken by somebody, or an outage: one sentence in the place of the list."""
        text, tone = "", "muted"
        if plan.is_looking:
            text = self.tr("Looking who could come …")
        elif plan.asks is Asks.POINT:
            text = ""  # asked for above, in the place itself
        elif isinstance(plan.problem, VisitTimeTaken):
            text, tone = self.tr("A colleague just took that time. These are the next best."), "near"
        elif isinstance(plan.problem, Refusal | Outage):
            title, why = wording.sentence(plan.problem)
            text, tone = f"{title}. {why}" if why else title, "over"
        elif plan.problem is not None:
            text, tone = self.tr("This went wrong. What you typed is kept. Try again."), "over"
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))

    # Keys: they are this list's, so that a letter in the note stays a letter

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.proposals and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, plan = event.key(), self._planning.plan()
        if plan is None or event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.book()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._planning.choose(plan.chosen + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._on_longer()
        elif key == Qt.Key.Key_Minus:
            self._on_shorter()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._planning.choose(key - Qt.Key.Key_1)
        else:
            return self._on_letter(QKeySequence(key).toString())
        return True

    def _on_letter(self, letter: str) -> bool:
        if letter == SECOND_KEY:
            self._on_second()
        elif letter == HOLD_KEY:
            self._planning.extend()
        elif letter == OTHER_KEY:
            self.place.type_other()
        else:
            return self.extras.open_by(letter)
        return True

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._planning.choose(index.row())

    @Slot(int)
    def _on_part(self, number: int) -> None:
        self._planning.set_part(_PARTS[number])

    @Slot()
    def _on_second(self) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.set_second(not plan.with_second)

    @Slot()
    def _on_longer(self) -> None:
        self._by(STEP_MINUTES)

    @Slot()
    def _on_shorter(self) -> None:
        self._by(-STEP_MINUTES)

    def _by(self, minutes: int) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.set_minutes(plan.minutes + minutes)
