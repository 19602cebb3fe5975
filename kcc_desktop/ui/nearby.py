"""What is reported near the place of the question in front, asked while it is typed. Knows no widget.

It also finds the point that the place's words stand for, and puts it with the place: what is recorded then has one,
and is a signal unless the agent said otherwise.
"""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.contacts import ContactKind, Place
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.ongoing import JoinedRef, Ongoing, Question
from kcc_desktop.domain.street_reports import Around, NearbyReport
from kcc_desktop.services.street_reports import StreetReportService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.conversations import Conversations

TYPING_MS = 250
Asked = tuple[UUID, str, float | None, float | None]


class Nearby(QObject):
    """Made once. `changed`: another question, another place, or other reports."""

    changed = Signal()

    def __init__(
        self,
        service: StreetReportService,
        tasks: TaskRunner,
        conversations: Conversations,
        catalogue: Catalogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self._conversations, self._catalogue = conversations, catalogue
        self._asked: Asked | None = None
        self._around: Around | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._ask)
        conversations.activated.connect(self._follow)
        conversations.changed.connect(self._on_changed)
        catalogue.changed.connect(self._follow)

    def question(self) -> Question | None:
        """The question in front when it is about the street, else None."""
        ongoing = self._conversations.active()
        product = self._catalogue.product(ongoing.question.product.id if ongoing and ongoing.question.product else None)
        return ongoing.question if ongoing is not None and product is not None and product.is_street_report else None

    def around(self) -> Around | None:
        """What is known of the place; None while nothing is, or nobody has typed one."""
        return self._around

    def join(self, report: NearbyReport | None = None) -> bool:
        """The question is about this report too, the nearest without one; done again it is not. False: none is there.

        With the same key that joined: who pressed it for the wrong citizen presses it once more.
        """
        ongoing, question = self._conversations.active(), self.question()
        if ongoing is None or question is None:
            return False
        if question.joined is not None and (report is None or report.id == question.joined.id):
            self._conversations.put(ongoing.with_question(joined=None))
            return True
        chosen = report or next(iter(self._around.reports if self._around is not None else ()), None)
        if chosen is None:
            return False
        self._conversations.put(ongoing.with_question(joined=JoinedRef(chosen.id, chosen.reference)))
        return True

    def set_place(self, text: str) -> None:
        """What was typed; the point of before was of other words."""
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(ongoing.with_question(place=Place(text) if text.strip() else None))

    def on_changes(self, changes: tuple[Change, ...]) -> None:
        """What any desk wrote."""
        if self._asked is not None and any(change.entity == "street_report" for change in changes):
            self._ask()

    @Slot(object, object)
    def _on_changed(self, before: Ongoing, after: Ongoing) -> None:
        active = self._conversations.active()
        if active is None or active.id != after.id:
            return
        if (before.current, before.question.product, before.question.place, before.question.joined) != (
            after.current,
            after.question.product,
            after.question.place,
            after.question.joined,
        ):
            self._follow()

    @Slot()
    def _follow(self) -> None:
        asked = self._wanted()
        if asked != self._asked:
            self._asked = asked
            if asked is None:
                self._around = None
                self._typing.stop()
            else:
                self._typing.start()
        self.changed.emit()

    def _wanted(self) -> Asked | None:
        question = self.question()
        if question is None or question.product is None or question.place is None:
            return None
        place = question.place
        return question.product.id, place.text, place.latitude, place.longitude

    @Slot()
    def _ask(self) -> None:
        if self._asked is None:
            return
        product_id, text, latitude, longitude = self._asked
        work = partial(self._service.around, product_id, Place(text, latitude, longitude))
        task = self._tasks.run(work, self, key="around")
        task.succeeded.connect(partial(self._on_around, self._asked))
        task.failed.connect(self._on_failed)

    def _on_around(self, asked: Asked, around: Around) -> None:
        if asked != self._asked:
            return
        self._around = around
        ongoing = self._conversations.active()
        point, place = around.point, ongoing.question.place if ongoing is not None else None
        if ongoing is not None and point is not None and place is not None and place.latitude is None:
            found = replace(place, latitude=point.latitude, longitude=point.longitude)
            kind = ongoing.question.kind
            self._asked = (asked[0], asked[1], point.latitude, point.longitude)  # answered already
            self._conversations.put(
                ongoing.with_question(place=found, kind=ContactKind.SIGNAL if kind is ContactKind.QUESTION else kind)
            )
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Away, or not this agent's to see: the report is made all the same, and joined by hand afterwards."""
        self._around = None
        self.changed.emit()
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
