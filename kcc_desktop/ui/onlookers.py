"""Which colleagues have open what this desk has open, told and asked off the main thread. Knows no widget.

The citizen on the card and the contact that is opened on the timeline are what is looked at; a form says that one of
them is being changed. Neither is told before it has been in front for a moment: who goes through the tabs looks at
nobody.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.looking import AGAIN_AFTER, LookingKind, Onlooker, Sight
from kcc_desktop.services.looking import LookingService
from kcc_desktop.ui.viewing import Viewed, Viewing

ASK_EVERY = timedelta(seconds=5)
SETTLE_MS = 400
Open = Mapping[Sight, bool]  # what is open, and whether it is being changed
_NOTHING: Open = MappingProxyType({})


class Onlookers(QObject):
    """Made once. `changed`: others look, or look no more; an outage means that nobody knows, and shows nobody."""

    changed = Signal()

    def __init__(
        self, service: LookingService, tasks: TaskRunner, viewing: Viewing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks = service, tasks
        self._party: Sight | None = None
        self._contact: Sight | None = None
        self._edited: UUID | None = None
        self._told: Open = _NOTHING
        self._others: tuple[Onlooker, ...] = ()
        self._is_telling = self._is_behind = False
        self._asked = 0
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._tell)
        self._clock = QTimer(self, interval=round(ASK_EVERY.total_seconds() * 1000))
        self._clock.timeout.connect(self._on_clock)
        viewing.changed.connect(self._on_viewed)

    def others(self) -> tuple[Onlooker, ...]:
        """Each colleague once, who changes something first."""
        once: dict[UUID, Onlooker] = {}
        for one in self._others:
            if one.agent_id not in once or (one.is_editing and not once[one.agent_id].is_editing):
                once[one.agent_id] = one
        return tuple(sorted(once.values(), key=lambda one: not one.is_editing))

    def open_contact(self, contact_id: UUID | None) -> None:
        """The contact that is opened on the timeline; None: none is."""
        self._contact = Sight(LookingKind.CONTACT, contact_id) if contact_id is not None else None
        self._changed()

    def edit(self, thing_id: UUID | None) -> None:
        """The citizen or the contact with this id is being changed; None: neither is."""
        self._edited = thing_id
        self._changed()

    def leave(self) -> None:
        """The desk closes."""
        self._settling.stop()
        self._clock.stop()
        if self._told:
            self._told = _NOTHING
            task = self._tasks.run(partial(self._service.leave, None), self)
            task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_viewed(self, viewed: Viewed) -> None:
        seen = viewed.party_id if viewed.overview is not None and viewed.error is None else None
        self._party = Sight(LookingKind.PARTY, seen) if seen is not None else None
        self._changed()

    def _open(self) -> Open:
        return {sight: sight.id == self._edited for sight in (self._party, self._contact) if sight is not None}

    def _changed(self) -> None:
        now = self._open()
        if now == self._told:
            self._settling.stop()
            return
        if self._others and any(one.sight not in now for one in self._others):
            self._show(tuple(one for one in self._others if one.sight in now))
        self._settling.start()

    @Slot()
    def _tell(self) -> None:
        """One at a time, so that the last one told is the one that holds."""
        if self._is_telling:
            self._is_behind = True
            return
        now, before = self._open(), self._told
        self._is_telling, self._is_behind, self._told, self._asked = True, False, now, 0
        left = tuple(sight for sight in before if sight not in now)
        task = self._tasks.run(partial(_move, self._service, left, now), self)
        task.succeeded.connect(self._on_told)
        task.failed.connect(self._on_not_told)
        if now:
            self._clock.start()
        else:
            self._clock.stop()

    @Slot()
    def _on_clock(self) -> None:
        """Who else came; and now and then that this desk still looks."""
        self._asked += 1
        if self._asked * ASK_EVERY >= AGAIN_AFTER:
            self._tell()
        elif not self._is_telling:
            task = self._tasks.run(partial(self._service.others, tuple(self._told)), self, key="onlookers")
            task.succeeded.connect(self._show)
            task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_told(self, others: tuple[Onlooker, ...]) -> None:
        self._is_telling = False
        self._show(others)
        if self._is_behind:
            self._tell()

    @Slot(object)
    def _on_not_told(self, error: Exception) -> None:
        self._is_telling, self._told = False, _NOTHING
        self._on_failed(error)

    @Slot(object)
    def _show(self, others: tuple[Onlooker, ...]) -> None:
        now = self._open()
        seen = tuple(one for one in others if one.sight in now)
        if seen != self._others:
            self._others = seen
            self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
        self._show(())


def _move(service: LookingService, left: tuple[Sight, ...], now: Open) -> tuple[Onlooker, ...]:
    if left:
        service.leave(left)
    for sight, is_edited in now.items():
        (service.edit if is_edited else service.look)(sight)
    return service.others(tuple(now)) if now else ()
