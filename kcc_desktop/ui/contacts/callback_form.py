"""The promise that somebody calls back or takes something up: who, before when, at which number. Filled in already."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.work import Colleague, TaskKind
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.contacts.beside import Beside
from kcc_desktop.ui.contacts.colleague_choice import ColleagueChoice
from kcc_desktop.ui.contacts.editing import OwnerSource
from kcc_desktop.ui.shared import approach_words, formatting, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, column, row
from kcc_desktop.ui.shared.buttons import Button, Choice, Segment, SegmentRow
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_KINDS = (TaskKind.CALLBACK, TaskKind.TASK)


class CallbackForm(Layer):
    """Shows one `TaskWish`. `edited` carries the new one, `withdrawn` the id of one that is not to be."""

    edited = Signal(object)
    withdrawn = Signal(object)

    def __init__(
        self, colleagues: ColleagueService, catalogue: Catalogue, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__("well")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Promise"))
        self._catalogue = catalogue
        self._wish: TaskWish | None = None
        self._moments: tuple[datetime, ...] = ()
        self._kind = SegmentRow(
            Segment(self.tr("Call back"), icon="phone-outgoing", height=theme.CONTROL_SMALL),
            Segment(self.tr("Task"), icon="check-square", height=theme.CONTROL_SMALL),
            name=self.tr("Kind of promise"),
        )
        self._kind.chosen.connect(self._on_kind)
        name = self.tr("Withdraw this promise")
        away = Button("", icon="trash", rank="quiet", height=theme.CONTROL_SMALL, name=name)
        away.clicked.connect(self._on_withdrawn)
        self.owner = ColleagueChoice(self.tr("Who does it"), colleagues, catalogue, tasks)
        self.owner.picked.connect(self._on_owner)
        self._due = Choice("", name=self.tr("Before when"))
        self._due.clicked.connect(self.pick_moment)
        self._phone = TextField(self.tr("Number to call"))
        self._phone.textEdited.connect(self._on_phone)
        self._phone_field = field(self.tr("Number to call"), self._phone)
        self._explanation = TextField(
            self.tr("What is to be done"), self.tr("The note, unless you type something else")
        )
        self._explanation.textEdited.connect(self._on_explanation)
        self._picker: Picker | None = None
        two = Beside(field(self.tr("Before when"), self._due), self._phone_field, (6, 5))
        head = row(Icon("phone-outgoing", "brand"), self._kind, away, gap=theme.S)
        self.setLayout(
            column(
                head,
                self.owner,
                two,
                field(self.tr("What is to be done"), self._explanation),
                gap=theme.S,
                margins=(theme.M,),
            )
        )

    def wish_id(self) -> UUID | None:
        return self._wish.id if self._wish is not None else None

    def show_wish(self, wish: TaskWish, moments: tuple[datetime, ...], source: OwnerSource | None = None) -> None:
        """`moments` are proposed in the list of when; `source` says where the owner is from."""
        self._wish, self._moments = wish, moments
        self._kind.choose(_KINDS.index(TaskKind(wish.kind)))
        self.owner.show_colleague(self._catalogue.colleague(wish.owner_colleague_id), self._source_words(source))
        own = self._catalogue.own_queue
        if wish.reason is not None and wish.owner_colleague_id is None:
            self.owner.show_queue(own.name if own is not None else "", approach_words.why_called(wish.reason))
        self._due.setText(f"{formatting.day(wish.due_at)} {formatting.time(wish.due_at)}")
        for edit, text in ((self._phone, wish.phone), (self._explanation, wish.explanation)):
            if edit.text() != text:
                edit.setText(text)

    def focus_phone(self) -> None:
        self._phone.setFocus()

    def refuse_phone(self, reason: str) -> None:
        self._phone_field.refuse(reason)
        self._phone.setFocus()

    def refuse_owner(self, reason: str) -> None:
        self.owner.refuse(reason)
        self.owner.pick()

    def _source_words(self, source: OwnerSource | None) -> str:
        if source is OwnerSource.PRODUCT:
            return self.tr("from the product")
        return self.tr("from your other question") if source is OwnerSource.CONVERSATION else ""

    @Slot()
    def pick_moment(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Before when"), self.tr("Choose a moment"))
            self._picker.typed.connect(self._on_moment_typed)
            self._picker.picked.connect(self._on_moment)
        self._picker.open_at(self._due, self._moment_rows(""))

    def _moment_rows(self, text: str) -> list[Row]:
        return [
            Row(formatting.promise_moment(moment), icon="clock", match=text, key=moment)
            for moment in self._moments
            if text.casefold() in formatting.promise_moment(moment).casefold()
        ]

    @Slot(str)
    def _on_moment_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._moment_rows(text))

    @Slot(object)
    def _on_moment(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self._edit(due_at=moment)

    @Slot(int)
    def _on_kind(self, number: int) -> None:
        self._edit(kind=_KINDS[number].value)

    @Slot(object)
    def _on_owner(self, colleague: Colleague) -> None:
        self._edit(owner_colleague_id=colleague.id)

    @Slot(str)
    def _on_phone(self, text: str) -> None:
        self._phone_field.accept()
        self._edit(phone=text)

    @Slot(str)
    def _on_explanation(self, text: str) -> None:
        self._edit(explanation=text)

    @Slot()
    def _on_withdrawn(self) -> None:
        if self._wish is not None:
            self.withdrawn.emit(self._wish.id)

    def _edit(self, **changes: object) -> None:
        if self._wish is not None:
            self._wish = replace(self._wish, **changes)  # type: ignore[arg-type]
            self.edited.emit(self._wish)
