"""New work, entered by hand: a form or message that came in elsewhere, or what is still to follow after a talk."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import Channel
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.work import EnterWork, WorkQueue
from kcc_desktop.services.work import WorkService
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import NoteField, TextField, beside, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row, matches
from kcc_desktop.ui.work import words

_USUAL = "e-form"  # what is typed over most often


class CitizenPart(Protocol):
    """A field that finds a citizen; another folder makes it."""

    def ref(self) -> PartyRef | None: ...

    def show_ref(self, ref: PartyRef | None) -> None: ...


class NewWorkForm(FormPanel):
    """`saved` carries the `EnterWork` that stands in its queue now."""

    def __init__(
        self,
        beside_widget: QWidget,
        service: WorkService,
        catalogue: Catalogue,
        citizen: CitizenPart,
        tasks: TaskRunner,
    ) -> None:
        super().__init__(beside_widget, tasks, "", "")
        self.set_title(self.tr("New work"))
        self.save_button.setText(self.tr("Put in the queue"))
        self._service, self._catalogue, self.citizen = service, catalogue, citizen
        self._id = new_id()
        self._queue: WorkQueue | None = None
        self._queues: tuple[WorkQueue, ...] = ()
        self._channel: Channel | None = None
        self._product: Product | None = None
        self.text = NoteField(self.tr("What is asked"), lines=3, most=8)
        self.queue = Choice("", icon="tray", name=self.tr("Queue"), placeholder=self.tr("Choose"))
        self.channel = Choice("", icon="globe-simple", name=self.tr("Came in by"), placeholder=self.tr("Choose"))
        self.product = Choice("", icon="tag", name=self.tr("Product"), placeholder=self.tr("Choose"))
        self.phone = TextField(self.tr("Number to call"))
        for choice, pick in ((self.queue, self._pick_queue), (self.channel, self._pick_channel)):
            choice.clicked.connect(pick)
        self.product.clicked.connect(self._pick_product)
        text, queue = field(self.tr("What is asked"), self.text), field(self.tr("Queue"), self.queue)
        channel, product = field(self.tr("Came in by"), self.channel), field(self.tr("Product"), self.product)
        phone = field(self.tr("Number to call"), self.phone)
        self._known_as(task=text, queue=queue, channel=channel, product=product, phone=phone)
        self._lay_out(
            text, beside(queue, channel, shares=(1, 1)), cast(QWidget, citizen), beside(product, phone, shares=(1, 1))
        )
        self._picker: Picker | None = None
        self._rows: list[Row] = []
        self._then: Callable[[object], None] = self._on_queue

    def open_form(self, queues: tuple[WorkQueue, ...], queue_code: str, about: PartyRef | None) -> None:
        """What was typed before and not saved is still there; the queue in front and who is looked at are proposed."""
        self._queues = queues
        if self._queue is None:
            self._on_queue(next((one for one in queues if one.code == queue_code), next(iter(queues), None)))
        if self._channel is None:
            self._on_channel(self._catalogue.channel(_USUAL))
        if self.citizen.ref() is None and about is not None:
            self.citizen.show_ref(about)
        self.appear()

    def _first(self) -> QWidget:
        return self.text

    def _pick(self, anchor: QWidget, title: str, rows: list[Row], then: Callable[[object], None]) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), title, title)
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        self._rows, self._then = rows, then
        self._picker.set_title(title)
        self._picker.open_at(anchor, rows, nothing=self.tr("Nothing has this name."))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows([one for one in self._rows if not text.strip() or matches(one.title, text)])

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        self._then(key)

    @Slot()
    def _pick_queue(self) -> None:
        rows = [
            Row(one.name, one.cluster or words.within(one.norm), words.QUEUE_ICONS.get(one.code, "tray"), key=one)
            for one in self._queues
        ]
        self._pick(self.queue, self.tr("Queue"), rows, self._on_queue)

    @Slot()
    def _pick_channel(self) -> None:
        rows = [Row(label(one), icon=one.icon, key=one) for one in self._catalogue.channels]
        self._pick(self.channel, self.tr("Came in by"), rows, self._on_channel)

    @Slot()
    def _pick_product(self) -> None:
        rows = [Row(one.name, icon="tag", trailing=one.owner, key=one) for one in self._catalogue.products]
        self._pick(self.product, self.tr("Product"), rows, self._on_product)

    def _on_queue(self, chosen: object) -> None:
        self._queue = chosen if isinstance(chosen, WorkQueue) else None
        self.queue.setText(self._queue.name if self._queue is not None else "")

    def _on_channel(self, chosen: object) -> None:
        self._channel = chosen if isinstance(chosen, Channel) else None
        self.channel.setText(label(self._channel) if self._channel is not None else "")
        self.channel.set_icon(self._channel.icon if self._channel is not None else "globe-simple")

    def _on_product(self, chosen: object) -> None:
        self._product = chosen if isinstance(chosen, Product) else None
        self.product.setText(self._product.name if self._product is not None else "")

    def _save(self) -> None:
        party = self.citizen.ref()
        command = EnterWork(
            self._id,
            self._queue.code if self._queue is not None else "",
            self._channel.code if self._channel is not None else "",
            self.text.toPlainText(),
            party.id if party is not None else None,
            self._product.id if self._product is not None else None,
            self.phone.text(),
        )
        self._submit(partial(self._service.enter, command), command)

    def _on_saved(self) -> None:
        super()._on_saved()
        self._id = new_id()
        self.text.setPlainText("")
        self.phone.clear()
        self._on_product(None)
        self.citizen.show_ref(None)
