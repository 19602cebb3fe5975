"""The card of a call that rings: slides in over the timeline, never over the note, and takes no focus.

Shows what `IncomingCalls` holds and hands keys and clicks to it; a missed call stands here quietly for ten seconds.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QLayout, QWidget

from kcc_desktop.domain.calls import Call
from kcc_desktop.ui.calls.armed_keys import ArmedKeys
from kcc_desktop.ui.calls.candidate_rows import candidate_row, shown_number
from kcc_desktop.ui.calls.incoming import IncomingCalls
from kcc_desktop.ui.calls.ringing import MOST_KEYS, Lookup, Ringing
from kcc_desktop.ui.conversations import MOST
from kcc_desktop.ui.shared import formatting, keys, theme, wording
from kcc_desktop.ui.shared.basics import Icon, KeyHint, Text, column, hairline, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.rows import Row, row_list

WIDTH = 440
NOTICE_MS = 10_000
_MOST_ROWS = 5  # more candidates scroll: the card must not grow over the whole timeline
_AWAY_RIGHT, _AWAY_BOTTOM = 20, 16


class RingCard(Floating):
    """Made once, hidden until something rings. `set_room` says where it may stand."""

    name_wanted = Signal()  # "somebody else": the agent wants to type a name

    def __init__(self, incoming: IncomingCalls, now: Callable[[], datetime], parent: QWidget) -> None:
        self._incoming, self._now = incoming, now
        self._room = QRect(0, 0, WIDTH, 0)
        self._shown_call = ""
        self._notice: tuple[Call, str] | None = None
        self._icon = Icon("phone-incoming", "brand", theme.ICON_LARGE)
        self._number = Text("", theme.LEAD, strong=True, elided=True)
        self._since = Text("", theme.CAPTION, tone="muted", elided=True)
        self._answer = Button(self.tr("Answer"), icon="phone", keys=keys.shown("answer"), rank="primary")
        self._line = hairline()
        self._told = Text("", theme.CAPTION, tone="muted", elided=True)
        self._list = row_list(self.tr("Who may be calling"), [], compact=True, fit=False)
        self._somebody = _NameWish(self.tr("Somebody else? Type a name."), theme.CAPTION, tone="muted", elided=True)
        self._later_key = KeyHint(keys.shown("later"))
        self._later = Text("", theme.CAPTION, tone="muted")
        super().__init__(self._laid_out(), parent, "")
        for silent in (self._answer, self._list):
            silent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clock = QTimer(self, interval=1_000)
        self._clock.timeout.connect(self._tell_since)
        self._quiet = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._quiet.timeout.connect(self.dismiss_notice)
        self._keys = ArmedKeys(self)
        self._connect()
        self.refresh()

    def _laid_out(self) -> QLayout:
        head = row(self._icon, column(self._number, self._since, gap=0), self._answer, gap=theme.M)
        head.setStretch(1, 1)
        foot = row(self._somebody, None, self._later_key, self._later)
        margins = (theme.L, theme.M, theme.L, theme.M)
        return column(head, self._line, self._told, self._list, foot, margins=margins)

    def _connect(self) -> None:
        incoming = self._incoming
        incoming.changed.connect(self.refresh)
        incoming.armed_changed.connect(self._keys.arm)
        incoming.missed.connect(self._on_missed)
        incoming.taken.connect(self._on_taken)
        self._keys.digit.connect(incoming.choose)
        self._keys.entered.connect(incoming.answer_unchosen)
        self._keys.stopped.connect(incoming.disarm)
        self._answer.clicked.connect(incoming.answer_unchosen)
        self._list.clicked.connect(self._on_clicked)
        self._somebody.clicked.connect(self.name_wanted)
        theme.notifier().changed.connect(self.refresh)  # after all that is in the card

    def set_room(self, room: QRect) -> None:
        """The part of the window it may cover; it stands at the bottom right of it."""
        if room != self._room:
            self._room = room
            if self.isVisible():
                self._place()

    def is_open(self) -> bool:
        """Whether Escape would mean this card."""
        return self._incoming.front() is not None or self._notice is not None

    @Slot()
    def answer(self) -> None:
        """F2, wherever the focus is."""
        self._incoming.answer()

    @Slot()
    def later(self) -> None:
        """Esc: put the call off, or take the notice of a missed one away."""
        if self._incoming.front() is not None:
            self._incoming.later()
        else:
            self.dismiss_notice()

    @Slot()
    def dismiss_notice(self) -> None:
        self._notice = None
        self._quiet.stop()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what there is to show now."""
        ring = self._incoming.front()
        if ring is None and self._notice is None:
            self._shown_call = ""
            self._clock.stop()
            self.hide()
            return
        if ring is not None:
            self._show_ring(ring)
        elif self._notice is not None:
            self._show_notice(*self._notice)
        call = ring.call if ring is not None else None
        is_new = call is not None and call.call_id != self._shown_call
        self._shown_call = call.call_id if call is not None else ""
        self._place()
        if is_new:
            self.slide_in()
        self._say()

    def _show_ring(self, ring: Ringing) -> None:
        self._icon.set_icon("phone" if ring.is_answered else "phone-incoming", "brand")
        self._number.setText(shown_number(ring.call.number, is_known=ring.lookup is Lookup.FOUND))
        self._tell_since()
        if not self._clock.isActive():
            self._clock.start()
        self._answer.setVisible(not ring.is_answered)
        self._answer.setEnabled(not self._incoming.is_full())
        self._told.setText(self._words_for(ring))
        self._told.set_tone("near" if self._is_urgent(ring) else "muted")
        self._show_rows(self._rows_of(ring))
        self._somebody.setVisible(bool(ring.candidates))
        self._later.setText(self.tr("close") if ring.is_answered else self.tr("later"))
        for part in (self._line, self._told):
            part.show()

    def _is_urgent(self, ring: Ringing) -> bool:
        return self._incoming.is_full() and not ring.is_answered

    def _words_for(self, ring: Ringing) -> str:
        """The line under the number: what is known of who calls, or what the agent is to do now."""
        if self._is_urgent(ring):
            return self.tr("You have %n conversation(s): finish one first.", "", MOST)
        if self._incoming.is_armed():
            last = min(len(ring.candidates), MOST_KEYS)
            if ring.is_answered:
                return self.tr("Press 1 to {last} for who it is.").format(last=last)
            return self.tr("Press 1 to {last}, or {key} to answer without choosing.").format(
                last=last, key=keys.shown("answer")
            )
        if ring.is_anonymous:
            return self.tr("The number is withheld. Answer and type a name.")
        if ring.lookup is Lookup.LOOKING:
            return self.tr("Looking up who has this number …")
        if ring.lookup is Lookup.FAILED:
            return self.tr("Looking up does not work now. Answer and type a name.")
        if ring.lookup is Lookup.UNREADABLE:
            return self.tr("This cannot be read as a phone number. Answer and type a name.")
        if not ring.candidates:
            return self.tr("Nobody with this number. Type a name.")
        if ring.is_answered:
            return self.tr("%n person(s) or organisation(s) with this number: who is it?", "", len(ring.candidates))
        return self.tr("%n person(s) or organisation(s) with this number", "", len(ring.candidates))

    def _rows_of(self, ring: Ringing) -> list[Row]:
        armed, key = self._incoming.is_armed(), keys.shown("answer")
        now, made = self._now(), []
        for number, party in enumerate(ring.candidates, 1):
            cap = ""
            if ring.is_choice and number <= MOST_KEYS:
                cap = str(number) if armed else f"{key} {number}"
            promises = self.tr("%n open promise(s)", "", party.open_promises) if party.open_promises else ""
            made.append(candidate_row(party, number, cap, now, promises))
        return made

    def _show_rows(self, rows: list[Row]) -> None:
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        height = sum(self._list.sizeHintForRow(line) for line in range(min(len(rows), _MOST_ROWS)))
        self._list.setFixedHeight(max(1, height))

    def _show_notice(self, call: Call, words: str) -> None:
        self._clock.stop()
        self._icon.set_icon("phone-x", "muted")
        self._number.setText(shown_number(call.number))
        self._since.setText(words)
        self._show_rows([])
        for part in (self._answer, self._line, self._told, self._somebody):
            part.hide()
        self._later.setText(self.tr("close"))

    @Slot()
    def _tell_since(self) -> None:
        ring = self._incoming.front()
        if ring is None:
            return
        call = ring.call
        if ring.is_answered or ring.needs_room:
            words = [self.tr("the phone was picked up")]
        else:
            seconds = max(0, int((self._now() - call.first_at).total_seconds()))
            words = [self.tr("rings for {seconds} s").format(seconds=seconds)]
        more = self._incoming.waiting() - (0 if ring.is_answered else 1)
        if more:
            words.append(self.tr("%n more", "", more))
        self._since.setText(" · ".join(words))

    def _place(self) -> None:
        room = self._room
        width = min(theme.px(WIDTH), max(room.width() - 2 * _AWAY_RIGHT, 1))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        height = self.card_size().height()
        left = room.right() + 1 - _AWAY_RIGHT - width
        self.place(QRect(left, room.bottom() + 1 - _AWAY_BOTTOM - height, width, height))

    def _say(self) -> None:
        """The card takes no focus, so what it says is announced."""
        if self._notice is not None and self._incoming.front() is None:
            name = wording.sentences(self._number.text(), self._since.text())
        else:
            name = self.tr("Incoming call: {number}. {words}").format(
                number=self._number.text(), words=self._told.text()
            )
        if name == self.accessibleName():
            return
        self.setAccessibleName(name)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))

    @Slot(object)
    def _on_missed(self, call: Call) -> None:
        self._notify(call, self.tr("Missed at {time}").format(time=formatting.time(call.first_at)))

    @Slot(object)
    def _on_taken(self, call: Call) -> None:
        self._notify(call, self.tr("A colleague answered this call"))

    def _notify(self, call: Call, words: str) -> None:
        self._notice = call, words
        self._quiet.start()
        self.refresh()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._incoming.choose(index.row() + 1)


class _NameWish(Text):
    """A line that can be clicked as well as read."""

    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
