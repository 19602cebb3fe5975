"""Asking a colleague while the citizen waits, or connecting them with the note travelling along."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import HandoverKind, HandoverState, HandoverWish
from kcc_desktop.domain.work import Colleague
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.contacts.colleague_choice import ColleagueChoice
from kcc_desktop.ui.presence import Presences
from kcc_desktop.ui.shared import formatting, presence_words, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Segment, SegmentRow
from kcc_desktop.ui.shared.fields import TextField, field

_KINDS = (HandoverKind.CONSULT, HandoverKind.WARM_TRANSFER)
_STATES = (HandoverState.ANSWERED, HandoverState.UNANSWERED)


class HandoverForm(Layer):
    """Shows one `HandoverWish`. `edited` carries the new one, `withdrawn` its id."""

    edited = Signal(object)
    withdrawn = Signal(object)

    def __init__(
        self,
        colleagues: ColleagueService,
        catalogue: Catalogue,
        tasks: TaskRunner,
        presences: Presences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("well")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Colleague"))
        self._catalogue, self._presences = catalogue, presences
        self._wish: HandoverWish | None = None
        self._kind = SegmentRow(
            Segment(self.tr("Ask"), icon="chats", height=theme.CONTROL_SMALL),
            Segment(self.tr("Connect"), icon="arrow-bend-up-right", height=theme.CONTROL_SMALL),
            name=self.tr("Ask or connect"),
        )
        self._kind.chosen.connect(self._on_kind)
        name = self.tr("Do not hand over")
        away = Button("", icon="trash", rank="quiet", height=theme.CONTROL_SMALL, name=name)
        away.clicked.connect(self._on_withdrawn)
        self.colleague = ColleagueChoice(self.tr("With whom"), colleagues, catalogue, tasks, presences)
        self.colleague.picked.connect(self._on_colleague)
        self._reach = Text("", theme.CAPTION, tone="muted", elided=True)
        if presences is not None:
            presences.colleagues_changed.connect(self._show_reach)
        self._state = SegmentRow(
            Segment(self.tr("Reached"), icon="check", height=theme.CONTROL_SMALL),
            Segment(self.tr("Not reached"), icon="phone-x", height=theme.CONTROL_SMALL),
            name=self.tr("Did somebody answer"),
        )
        self._state.chosen.connect(self._on_state)
        self._note = TextField(self.tr("For the colleague"), self.tr("Your note travels along; add something here"))
        self._note.textEdited.connect(self._on_note)
        self._consequence = Text("", theme.CAPTION, tone="near", elided=True)
        head = row(Icon("arrow-bend-up-right", "brand"), self._kind, away, gap=theme.S)
        self.setLayout(
            column(
                head,
                self.colleague,
                self._reach,
                self._state,
                self._consequence,
                field(self.tr("For the colleague"), self._note),
                gap=theme.S,
                margins=(theme.M,),
            )
        )

    def wish_id(self) -> UUID | None:
        return self._wish.id if self._wish is not None else None

    def show_wish(self, wish: HandoverWish | None) -> None:
        self._wish = wish
        if wish is None:
            return
        self._kind.choose(_KINDS.index(wish.kind))
        colleague = self._catalogue.colleague(wish.colleague_id)
        self.colleague.show_colleague(colleague)
        self._show_reach()
        self._state.choose(_STATES.index(wish.state) if wish.state in _STATES else -1)
        unanswered = wish.state is HandoverState.UNANSWERED
        self._consequence.setText(self.tr("Not reached: this becomes a call-back request.") if unanswered else "")
        self._consequence.setVisible(unanswered)
        if self._note.text() != wish.note:
            self._note.setText(wish.note)

    @Slot()
    def _show_reach(self) -> None:
        """What they are doing now, and how to reach them."""
        colleague = self._catalogue.colleague(self._wish.colleague_id) if self._wish is not None else None
        state = self._presences.of(colleague) if colleague is not None and self._presences is not None else None
        parts = [presence_words.word(state)] if state is not None else []
        if colleague is not None:
            parts += [formatting.phone(colleague.phone), colleague.availability]
        reach = " · ".join(part for part in parts if part)
        self._reach.setText(reach)
        self._reach.setVisible(bool(reach))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._presences is not None:
            self._presences.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._presences is not None:
            self._presences.watch(False)

    @Slot(int)
    def _on_kind(self, number: int) -> None:
        self._edit(kind=_KINDS[number])

    @Slot(int)
    def _on_state(self, number: int) -> None:
        self._edit(state=_STATES[number])

    @Slot(object)
    def _on_colleague(self, colleague: Colleague) -> None:
        self._edit(colleague_id=colleague.id)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self._edit(note=text)

    @Slot()
    def _on_withdrawn(self) -> None:
        if self._wish is not None:
            self.withdrawn.emit(self._wish.id)

    def _edit(self, **changes: object) -> None:
        if self._wish is not None:
            self._wish = replace(self._wish, **changes)  # type: ignore[arg-type]
            self.edited.emit(self._wish)
