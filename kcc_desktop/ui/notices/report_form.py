"""Tells every desk that something does not work: which product, in one sentence, and until when that is expected."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.list_search import find_in
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.notices import PutNotice
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.written_dates import parse_day
from kcc_desktop.domain.written_times import parse_time
from kcc_desktop.services.notices import NoticeService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import NoteField, TextField, beside, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_MOST = 30


class ReportForm(FormPanel):
    """`saved` carries the id of the notice that every desk sees now."""

    def __init__(
        self,
        column_widget: QWidget,
        notices: NoticeService,
        catalogue: Catalogue,
        tasks: TaskRunner,
        today: Callable[[], date],
    ) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.set_title(self.tr("Report an outage"))
        self.save_button.setText(self.tr("Tell every desk"))
        self._notices, self._catalogue, self._today = notices, catalogue, today
        self._id = new_id()
        self._product: UUID | None = None
        self._proposed = ""
        self.product = Choice("", icon="tag", name=self.tr("What does not work?"), placeholder=self.tr("Choose"))
        self.product.clicked.connect(self.pick)
        product = field(self.tr("What does not work?"), self.product)
        self.text = NoteField(self.tr("What every desk reads"), lines=2, most=4)
        text = field(self.tr("What every desk reads"), self.text)
        self.time, self.day = TextField(placeholder="16:00"), TextField(placeholder="12-07-2026")
        self.day.setText(formatting.full_date(today()))
        time, day = field(self.tr("Until about when (may stay empty)"), self.time), field(self.tr("Day"), self.day)
        self._known_as(product=product, text=text, until=time, day=day)
        self._lay_out(product, text, beside(time, day, shares=(3, 2)))
        self._picker: Picker | None = None

    def open_form(self) -> None:
        """What was typed before and not saved is still there."""
        self.appear()

    def _first(self) -> QWidget:
        return self.product

    @Slot()
    def pick(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Choose a product"), self.tr("Type a few letters"))
            self._picker.picked.connect(self._on_picked)
            self._picker.typed.connect(self._on_typed)
        self._picker.open_at(self.product, self._rows(""), nothing=self.tr("No product has these words."))

    def _rows(self, typed: str) -> list[Row]:
        products = self._catalogue.products
        found = find_in(products, typed, _MOST, _texts) if typed else products[:_MOST]
        return [Row(one.name, icon="tag", trailing=one.owner, match=typed, key=one) for one in found]

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._rows(text.strip()))

    @Slot(object)
    def _on_picked(self, chosen: object) -> None:
        """The sentence follows the product, unless the agent made another of it."""
        if not isinstance(chosen, Product):
            return
        self._product = chosen.id
        self.product.setText(chosen.name)
        if self.text.toPlainText().strip() in ("", self._proposed):
            self._proposed = self.tr("{product}: arranging this online does not work now.").format(product=chosen.name)
            self.text.setPlainText(self._proposed)
        self.text.setFocus()

    def _save(self) -> None:
        try:
            until = self._until()
        except InvalidValue as error:
            self.refuse(error)
            return
        command = PutNotice(self._id, self.text.toPlainText(), self._product, until)
        self._submit(partial(self._notices.put, command), self._id)

    def _until(self) -> datetime | None:
        """None: nobody knows. Refuses with InvalidValue("until" | "day", …)."""
        if not self.time.text().strip():
            return None
        try:
            at = parse_time(self.time.text())
        except InvalidValue as error:
            raise InvalidValue("until", "characters") from error
        return datetime.combine(parse_day(self.day.text(), self._today()), at, HERE)

    def _on_saved(self) -> None:
        super()._on_saved()
        self._id, self._product, self._proposed = new_id(), None, ""
        self.product.setText("")
        self.text.setPlainText("")
        self.time.clear()
        self.day.setText(formatting.full_date(self._today()))


def _texts(product: Product) -> tuple[str, str, str]:
    return product.name, product.keywords, product.upl_name
