"""The left of the agenda: the month, what is looked for, and the first free times of each part of the day."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import ProductFacts
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.agenda.month import MonthDays
from kcc_desktop.ui.agenda.store import AgendaStore, Wanted
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared import formatting, keys, theme, times
from kcc_desktop.ui.shared.basics import KeyHint, Layer, Paragraph, Text, column, hairline, heading, row
from kcc_desktop.ui.shared.buttons import Button, Choice
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row, row_list

_ICONS = {PartOfDay.MORNING: "sun-horizon", PartOfDay.AFTERNOON: "sun", PartOfDay.EVENING: "moon"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchColumn(Layer):
    """`free_chosen`: a free time was chosen and is shown in the agenda."""

    free_chosen = Signal()

    def __init__(
        self, store: AgendaStore, service: AppointmentService, catalogue: Catalogue, tasks: TaskRunner
    ) -> None:
        self._store, self._service, self._catalogue, self._tasks = store, service, catalogue, tasks
        self._facts: dict[UUID, ProductFacts] = {}
        self._pickers: dict[str, Picker] = {}
        super().__init__("surface")
        self.setAccessibleName(self.tr("Search in the agenda"))
        self._title = Text("", strong=True)
        back, on = (
            Button("", icon=icon, rank="quiet", height=theme.CONTROL_SMALL, name=name)
            for icon, name in (("caret-left", self.tr("Month before")), ("caret-right", self.tr("Month after")))
        )
        self.month = MonthDays(store.today)
        back.clicked.connect(partial(self._turn, -1))
        on.clicked.connect(partial(self._turn, 1))
        self.month.chosen.connect(store.go_to)
        self.location = Choice("", icon="map-pin", name=self.tr("Location"), placeholder=self.tr("No location yet"))
        self.product = Choice("", icon="tag", name=self.tr("Product"), placeholder=self.tr("For which product?"))
        self.persons = Choice("", icon="users", name=self.tr("Persons"))
        self.location.clicked.connect(self.pick_location)
        self.product.clicked.connect(self.pick_product)
        self.persons.clicked.connect(self.pick_persons)
        self.free = row_list(self.tr("First free times"), [], compact=True, pad=theme.XS)
        self.free.installEventFilter(self)
        self.free.clicked.connect(self._on_clicked)
        self._said = Paragraph("", "muted", theme.CAPTION)
        inside = QWidget()
        inside.setLayout(
            column(
                row(self._title, None, back, on, gap=theme.XS),
                self.month,
                hairline(),
                column(self.location, self.product, self.persons, gap=theme.S),
                hairline(),
                heading(self.tr("First free"), KeyHint(keys.shown("agenda_first_free"))),
                self._said,
                self.free,
                None,
                gap=theme.M,
                margins=(theme.L,),
            )
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._scroll = scroll
        self.setLayout(column(scroll, gap=0))
        store.changed.connect(self.show_store)
        store.free_changed.connect(self.show_free)
        catalogue.changed.connect(self._ask_facts)
        self._ask_facts()
        self.show_store()
        self.show_free()

    def focus_free(self) -> None:
        """To the first free times; to the product while none is chosen."""
        if self._store.wanted.product_id is None:
            self.pick_product()
            return
        self.free.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self.free)
        if self.free.current_row() is None and self._store.free:
            self.free.choose(1)

    @Slot()
    def show_store(self) -> None:
        store = self._store
        self.month.show_day(store.on)
        self._title.setText(formatting.month(self.month.month()))
        location = store.location()
        self.location.setText(location.name if location is not None else "")
        self._show_wanted()

    @Slot()
    def show_free(self) -> None:
        store = self._store
        rows: list[Row] = []
        last: PartOfDay | None = None
        today = store.today()
        for number, (part, offer) in enumerate(store.free, 1):
            if part is not last:
                rows.append(Row(times.part(part), heading=True, key=part))
                last = part
            day = self.tr("today") if formatting.local(offer.starts_at).date() == today else ""
            when = f"{day or formatting.day(offer.starts_at, today)} {formatting.time(offer.starts_at)}"
            rows.append(
                Row(when, detail=self._where(offer.counters[0]), icon=_ICONS[part], keys=str(number), key=number - 1)
            )
        self.free.set_rows(rows)
        self.free.setVisible(bool(rows))
        said = ""
        if store.wanted.product_id is None:
            said = self.tr("Choose a product to see its first times.")
        elif store.is_looking:
            said = self.tr("Looking …")
        elif not rows:
            said = self.tr("Nothing is free in the next sixty days.")
        self._said.set_text(said)
        self._said.setVisible(bool(said))
        self._show_wanted()

    def _where(self, lane_id: UUID) -> str:
        agenda, location = self._store.agenda, self._store.location()
        lane = next((one.name for one in agenda.lanes if one.id == lane_id), "") if agenda is not None else ""
        return " · ".join(part for part in (lane, location.name if location is not None else "") if part)

    def _show_wanted(self) -> None:
        wanted = self._store.wanted
        product = self._catalogue.product(wanted.product_id)
        self.product.setText(product.name if product is not None else "")
        facts = self._facts.get(wanted.product_id) if wanted.product_id is not None else None
        minutes = facts.base_minutes + (wanted.persons - 1) * facts.extra_minutes if facts is not None else 0
        lasts = self.tr("{minutes} min").format(minutes=minutes) if minutes else ""
        self.persons.setText(" · ".join(part for part in (words.AgendaCounts().persons(wanted.persons), lasts) if part))

    @Slot()
    def _ask_facts(self) -> None:
        ids = [product.id for product in self._catalogue.products]
        if ids:
            task = self._tasks.run(partial(self._service.facts, ids), self, key="facts")
            task.succeeded.connect(self._on_facts)

    @Slot(object)
    def _on_facts(self, facts: dict[UUID, ProductFacts]) -> None:
        self._facts = facts
        self._show_wanted()

    # Picking

    @Slot()
    def pick_location(self) -> None:
        rows = [Row(one.name, one.address, icon="map-pin", key=one.id) for one in self._store.locations]
        self._picker("location", self.tr("Choose a location"), self._on_location).open_at(self.location, rows)

    @Slot()
    def pick_product(self) -> None:
        rows = [
            Row(product.name, icon="tag", key=product.id)
            for product in self._catalogue.products
            if product.id in self._facts
        ]
        self._picker("product", self.tr("Choose a product"), self._on_product).open_at(
            self.product, rows, nothing=self.tr("No product has appointments.")
        )

    @Slot()
    def pick_persons(self) -> None:
        product_id = self._store.wanted.product_id
        facts = self._facts.get(product_id) if product_id is not None else None
        most = facts.most_persons if facts is not None else 1
        rows = [Row(words.AgendaCounts().persons(number), icon="users", key=number) for number in range(1, most + 1)]
        self._picker("persons", self.tr("How many persons?"), self._on_persons).open_at(self.persons, rows)

    def _picker(self, name: str, title: str, picked: object) -> Picker:
        if name not in self._pickers:
            picker = Picker(self.window(), title, self.tr("Type a few letters"))
            picker.picked.connect(picked)
            picker.typed.connect(partial(self._narrow, name))
            self._pickers[name] = picker
        return self._pickers[name]

    def _narrow(self, name: str, text: str) -> None:
        if name == "product":
            found = self._facts
            typed = text.casefold().split()
            rows = [
                Row(product.name, icon="tag", match=text, key=product.id)
                for product in self._catalogue.products
                if product.id in found and all(part in product.name.casefold() for part in typed)
            ]
            self._pickers[name].set_rows(rows)

    @Slot(object)
    def _on_location(self, location_id: object) -> None:
        if isinstance(location_id, UUID):
            self._store.choose_location(location_id)

    @Slot(object)
    def _on_product(self, product_id: object) -> None:
        if isinstance(product_id, UUID):
            self._store.want(Wanted(product_id, 1))
            self.free.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_persons(self, number: object) -> None:
        if isinstance(number, int):
            self._store.want(Wanted(self._store.wanted.product_id, number))

    # Keys of the list

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.free and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self._take(event.key() - Qt.Key.Key_1):
            return True
        row_now = self.free.current_row()
        if event.key() in _ENTER and row_now is not None and isinstance(row_now.key, int):
            return self._take(row_now.key)
        if event.text().isprintable() and event.text():
            event.ignore()  # a letter is a key of the panel, not the beginning of a word in the list
            return True
        return False

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        found = self.free.row_at(index)
        if found is not None and isinstance(found.key, int):
            self._take(found.key)

    def _take(self, number: int) -> bool:
        if not self._store.choose_free(number):
            return False
        self.free_chosen.emit()
        return True

    def _turn(self, by: int) -> None:
        self.month.turn(by)
        self._title.setText(formatting.month(self.month.month()))
