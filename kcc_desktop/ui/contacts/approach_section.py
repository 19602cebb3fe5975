"""*Wat past hier?*: what the product says fits, what is chosen instead and why, and how far the online way came."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.approaches import (
    AS_PROPOSED,
    Approach,
    CallReason,
    ChosenApproach,
    DigitalOffer,
    OverrideReason,
    reason_to_call,
)
from kcc_desktop.domain.ongoing import Question
from kcc_desktop.domain.products import Product
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared import approach_words, keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.buttons import Button, Choice
from kcc_desktop.ui.shared.fields import field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_NEXT = {
    None: DigitalOffer.OFFERED,
    DigitalOffer.OFFERED: DigitalOffer.ACCEPTED,
    DigitalOffer.ACCEPTED: DigitalOffer.SENT,
    DigitalOffer.SENT: DigitalOffer.DECLINED,
    DigitalOffer.DECLINED: None,
}


class ApproachSection(QWidget):
    """`chosen` carries a `ChosenApproach`; `handed_over` asks for the neighbourhood team's task.

    `call_wanted` carries the `CallReason` for which we call by ourselves.
    """

    chosen = Signal(object)
    handed_over = Signal()
    call_wanted = Signal(object)

    def __init__(self, catalogue: Catalogue, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._today = catalogue, today
        self._handling = AS_PROPOSED
        self._product: Product | None = None
        self._rows: list[Row] = []
        self._wanted: Approach | None = None
        self._choice = Choice(
            "", icon="compass", keys=keys.shown("approach"), name=self.tr("What fits here?"), placeholder="–"
        )
        self._choice.clicked.connect(self.pick)
        self._says = Paragraph("", "muted", theme.CAPTION)
        self._online = Button("", icon="globe", keys=keys.shown("digital"), height=theme.CONTROL_SMALL, wide=True)
        self._online.clicked.connect(self.step_online)
        self._team = Button(
            self.tr("Hand over to the neighbourhood team"),
            icon="users-three",
            keys=keys.shown("neighbourhood"),
            height=theme.CONTROL_SMALL,
            wide=True,
        )
        self._team.clicked.connect(self.handed_over)
        self._call = Button(
            "", icon="phone-outgoing", keys=keys.shown("call_by_ourselves"), height=theme.CONTROL_SMALL, wide=True
        )
        self._call.clicked.connect(self.call_by_ourselves)
        self._reason: CallReason | None = None
        self._picker: Picker | None = None
        box = column(
            field(self.tr("What fits here?"), self._choice), self._says, self._call, self._online, self._team, gap=6
        )
        self.setLayout(box)

    def show_question(self, question: Question) -> None:
        """Hidden while there is nothing to say: no product, or one nobody said anything about."""
        self._handling = question.handling
        self._product = self._catalogue.product(question.product.id if question.product else None)
        product = self._product
        approach = self.approach()
        way = product.digital if product is not None else None
        is_online = way is not None and way.is_open_on(self._today())
        advised = product is not None and product.advises_contact
        proposed = reason_to_call(approach, self._handling, is_advised=advised) if product is not None else None
        self._reason = proposed if not question.tasks else None
        self._call.setVisible(self._reason is not None)
        self._call.setText(approach_words.call(self._reason) if self._reason is not None else "")
        self.setVisible(product is not None and (approach is not None or is_online or self._reason is not None))
        self._choice.setText(approach_words.approach(approach) if approach is not None else "")
        reason = self._handling.reason
        self._choice.set_note(approach_words.reason(reason) if reason is not None else "")
        says = approach_words.advice(approach, product) if product is not None else ""
        self._says.set_text(says)
        self._says.setVisible(bool(says))
        self._online.setVisible(is_online)
        self._online.setText(approach_words.online(self._handling.digital))
        is_support = approach is Approach.INDIVIDUAL_SUPPORT
        self._team.setVisible(is_support and not question.tasks)

    def approach(self) -> Approach | None:
        """What was chosen, else what the product says."""
        if self._handling.is_override:
            return self._handling.approach
        return self._product.approach if self._product is not None else None

    @Slot()
    def pick(self) -> None:
        """The four; what the product says needs no reason, another one does."""
        if self._product is not None and self.isVisibleTo(self.window()):
            rows = [
                Row(approach_words.approach(one), icon="compass", detail=approach_words.short(one), key=one)
                for one in Approach
            ]
            self._open(self.tr("What fits here?"), rows)

    @Slot()
    def call_by_ourselves(self) -> None:
        """What is proposed is made; nothing where nothing is, or something was promised already."""
        if self._reason is not None and self.isVisibleTo(self.window()):
            self.call_wanted.emit(self._reason)

    @Slot()
    def step_online(self) -> None:
        """One further: offered, accepted, sent (then its address is on the clipboard), declined, nothing."""
        way = self._product.digital if self._product is not None else None
        if way is None or not way.is_open_on(self._today()):
            return
        after = _NEXT[self._handling.digital]
        if after is DigitalOffer.SENT:
            QGuiApplication.clipboard().setText(way.link)
        self.chosen.emit(replace(self._based(), digital=after))

    def _based(self) -> ChosenApproach:
        """As it is now; untouched, it is what the product says."""
        proposed = self._product.approach if self._product is not None else None
        return (
            self._handling
            if self._handling.is_override
            else replace(self._handling, approach=proposed, proposed=proposed, reason=None)
        )

    def _open(self, name: str, rows: list[Row]) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), name, self.tr("Type a few letters"))
            self._picker.picked.connect(self._on_picked)
            self._picker.typed.connect(self._on_typed)
        self._rows = rows
        self._picker.open_at(self._choice, rows)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows([row for row in self._rows if text.strip().casefold() in row.title.casefold()])

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        proposed = self._product.approach if self._product is not None else None
        if isinstance(key, Approach) and key is not proposed:
            self._wanted = key
            rows = [Row(approach_words.reason(one), icon="chat-text", key=one) for one in OverrideReason]
            self._open(self.tr("Why?"), rows)
        elif isinstance(key, Approach):
            chosen = replace(self._handling, approach=proposed, proposed=proposed, reason=None)
            self.chosen.emit(chosen)
        elif isinstance(key, OverrideReason):
            self.chosen.emit(replace(self._handling, approach=self._wanted, proposed=proposed, reason=key))
