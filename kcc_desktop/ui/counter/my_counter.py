"""My counter, at the right: who is called or served, what to bring, who they are, the note, and what comes next."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.counter import CounterDesk, CounterState, Ticket, TicketState
from kcc_desktop.ui.counter import words
from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared.basics import Badge, Icon, Layer, Paragraph, Text, column, heading, row
from kcc_desktop.ui.shared.buttons import Button, Choice
from kcc_desktop.ui.shared.cards import Banner, Facts, Message
from kcc_desktop.ui.shared.facts import Pair
from kcc_desktop.ui.shared.fields import NoteField, field

WIDTH = 376
_ACTION = "action"  # a button's property: what it stands for


class MyCounter(Layer):
    """`wanted` carries the id of the action that a button stands for, as its key does."""

    wanted = Signal(str)
    typed = Signal(str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.place = Choice("", name="", placeholder="")
        self._number = Text("", theme.DISPLAY, strong=True, figures=True)
        self._who = Text("", theme.LEAD, strong=True, elided=True)
        self._products = Paragraph("")
        self._needs = QWidget()
        self._facts = Facts()
        self._bring_title = Text("", theme.CAPTION, tone="muted")
        self._bring = Paragraph("")
        self._identity_icon = Icon("identification-card", "good")
        self._identity_words = Text("", tone="good", elided=True)
        self._identity = QWidget()
        self.note = NoteField("", lines=4, most=9)
        self._empty = Message("user-focus", "", "")
        self._said = Banner("near", "warning", "", "")
        self.primary = Button(
            "", keys=keys.shown("finish"), rank="primary", height=theme.CONTROL_PRIMARY, wide=True, icon="user-plus"
        )
        super().__init__("surface")
        self.setAccessibleName(self.tr("My counter"))
        self._lay_out()
        self.primary.clicked.connect(self._on_primary)
        self.note.textChanged.connect(self._on_typed)
        self.place.clicked.connect(self._on_place)
        self._action = "counter_mine"

    def _lay_out(self) -> None:
        self.place.setAccessibleName(self.tr("My counter"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What it is about; this stands on the timeline"))
        self._bring_title.setText(self.tr("To bring"))
        self._bring_box = QWidget()
        self._bring_box.setLayout(column(self._bring_title, self._bring, gap=theme.XS))
        self._identity.setLayout(row(self._identity_icon, self._identity_words, None, gap=theme.S))
        self._badges = row(None, gap=theme.S)
        self._needs.setLayout(self._badges)
        self._note_field = field(self.tr("Note"), self.note)
        self.buttons: dict[str, Button] = {}
        for name, text, icon in (
            ("counter_again", self.tr("Call again"), "megaphone"),
            ("counter_back", self.tr("Back in the row"), "arrow-u-up-left"),
            ("counter_not_come", self.tr("Did not come"), "user-minus"),
            ("counter_serve_unseen", self.tr("No document"), "hand-palm"),
            ("counter_hold", self.tr("On hold"), "pause"),
            ("counter_transfer", self.tr("Send on"), "arrow-bend-up-right"),
        ):
            button = Button(text, icon=icon, keys=keys.shown(name), wide=True)
            button.setProperty(_ACTION, name)
            button.clicked.connect(self._on_button)
            self.buttons[name] = button
        again, back, gone, unseen, hold, send = self.buttons.values()
        self._when_called, self._when_served = QWidget(), QWidget()
        self._when_called.setLayout(column(row(again, back), row(gone, unseen)))
        self._when_served.setLayout(row(hold, send))
        self._card = QWidget()
        self._card.setLayout(
            column(
                self._number,
                column(self._who, self._products, gap=0),
                self._needs,
                self._facts,
                self._identity,
                self._bring_box,
                self._note_field,
                self._when_called,
                self._when_served,
                gap=theme.M,
            )
        )
        body = QWidget()
        body.setLayout(column(self._empty, self._card, None, gap=theme.M))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        foot = column(self._said, self.primary, gap=theme.M)
        box: QVBoxLayout = column(
            heading(self.tr("My counter")), self.place, self._scroll, foot, gap=theme.M, margins=(theme.L,)
        )
        box.setStretch(2, 1)
        self._said.hide()
        self.setLayout(box)

    def focus_note(self) -> None:
        """Ready to type, in sight in a low window too."""
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_note)

    @Slot()
    def _show_note(self) -> None:
        self._scroll.ensureWidgetVisible(self.note)

    def say(self, title: str, text: str, tone: str = "near") -> None:
        """What did not happen, above the button; "" takes it away."""
        self._said.set_banner(tone, "warning" if tone == "near" else "check", title, text)
        self._said.setVisible(bool(title))

    def show_counter(self, desk: CounterDesk | None, ticket: Ticket | None, note: str, waiting: int) -> None:
        """What is so now. `note`: of the talk that goes on; `waiting`: how many this counter could call."""
        is_served = ticket is not None and ticket.state is TicketState.SERVING
        self.place.setText(f"{desk.name} · {words.counter_line(desk)}" if desk is not None else "")
        self.place.setText(self.place.text() or self.tr("Where do you sit?"))
        self._card.setVisible(ticket is not None)
        self._empty.setVisible(ticket is None)
        if ticket is None:
            self._show_nobody(desk, waiting)
        else:
            self._show_ticket(ticket, is_served=is_served)
        self._note_field.setVisible(is_served)
        if is_served and self.note.toPlainText() != note:
            self.note.blockSignals(True)
            self.note.setPlainText(note)
            self.note.blockSignals(False)

    def _show_nobody(self, desk: CounterDesk | None, waiting: int) -> None:
        if desk is None:
            self._empty.set_message(
                "bank", self.tr("You sit at no counter yet"), self.tr("Choose yours; then you can call somebody.")
            )
            self._set_primary("counter_mine", self.tr("Choose a counter"), "bank")
        elif desk.state is CounterState.PAUSED:
            self._empty.set_message(
                "pause", self.tr("Your counter is paused"), self.tr("Nobody is called until you open it again.")
            )
            self._set_primary("counter_mine", self.tr("Open again"), "bank")
        else:
            title = self.tr("%n wait(s) for you", "", waiting) if waiting else self.tr("Nobody waits for you")
            why = self.tr("Call the next one, or choose somebody in the list.") if waiting else self.tr("Well done.")
            self._empty.set_message("users" if waiting else "check", title, why)
            self._set_primary("counter_next", self.tr("Call the next one"), "user-plus")

    def _show_ticket(self, ticket: Ticket, *, is_served: bool) -> None:
        self._number.setText(ticket.number)
        self._who.setText(ticket.name or words.say(words.NAMELESS))
        self._products.set_text(words.products(ticket))
        self._show_needs(ticket)
        self._facts.set_pairs(self._pairs(ticket))
        self._bring.set_text("\n".join(f"· {thing}" for thing in ticket.bring))
        self._bring_box.setVisible(bool(ticket.bring))
        is_seen = ticket.identity is not IdentityLevel.NOT_ESTABLISHED
        self._identity.setVisible(is_served)
        self._identity_words.setText(self.tr("Identity document seen") if is_seen else self.tr("No document seen"))
        self._identity_words.set_tone("good" if is_seen else "muted")
        self._identity_icon.set_icon("identification-card", "good" if is_seen else "muted")
        self._when_called.setVisible(not is_served)
        self._when_served.setVisible(is_served)
        if is_served:
            self._set_primary("counter_finish", self.tr("Finish"), "check")
        else:
            self._set_primary("counter_serve", self.tr("Help, document seen"), "identification-card")

    def _show_needs(self, ticket: Ticket) -> None:
        for old in self._needs.findChildren(Badge):
            self._badges.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, one in enumerate(sorted(ticket.needs)):
            text, icon = words.need(one)
            badge = Badge(text, tone="near", icon=icon)
            self._badges.insertWidget(place, badge)
            badge.show()
        self._needs.setVisible(bool(ticket.needs))

    def _pairs(self, ticket: Ticket) -> list[Pair]:
        pairs: list[Pair] = []
        if ticket.appointment_id is not None:
            pairs.append((self.tr("Appointment"), formatting.time(ticket.due_at)))
        pairs.append((self.tr("Came at"), formatting.time(ticket.created_at)))
        if ticket.language != "nld":
            pairs.append((self.tr("Language"), ticket.language))
        if ticket.note:
            pairs.append((self.tr("Note along"), ticket.note))
        return pairs

    def _set_primary(self, name: str, text: str, icon: str) -> None:
        self._action = name
        self.primary.setText(text)
        self.primary.set_icon(icon)

    @Slot()
    def _on_button(self) -> None:
        self.wanted.emit(str(self.sender().property(_ACTION)))

    @Slot()
    def _on_primary(self) -> None:
        self.wanted.emit(self._action)

    @property
    def action(self) -> str:
        """What the primary button does now."""
        return self._action

    @Slot()
    def _on_place(self) -> None:
        self.wanted.emit("counter_mine")

    @Slot()
    def _on_typed(self) -> None:
        self.typed.emit(self.note.toPlainText())
