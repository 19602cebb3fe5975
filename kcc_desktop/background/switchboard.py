"""Makes calls out of the lines that later starts and links hand to this desk. Knows no screen and no person."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.calls import Call, CallLog, parse_message
from kcc_desktop.domain.errors import InvalidValue

log = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


class Switchboard(QObject):
    """Lives as long as the program; `SingleInstance.received` is connected to `receive`.

    `call_changed` carries each call that is new or whose phase or number changed; repeated, late and out-of-order
    reports change nothing. `show_requested` is somebody who started the program again.
    """

    call_changed = Signal(object)  # Call
    show_requested = Signal()

    def __init__(self, extension: str = "", now: Callable[[], datetime] = _now, parent: QObject | None = None) -> None:
        """`extension` is this desk's own telephone (Settings.extension); without one every call is ours."""
        super().__init__(parent)
        self._log, self._now = CallLog(extension), now

    def calls(self) -> tuple[Call, ...]:
        """The calls known to this desk, in no order that means anything."""
        return tuple(self._log.calls.values())

    def set_extension(self, extension: str) -> None:
        """From now on this is the desk's own telephone; what is known stays."""
        self._log = CallLog(extension, self._log.calls)

    @Slot(str)
    def receive(self, line: str) -> None:
        """One line as `single_instance.send` handed it over; what is none of ours is logged without its content."""
        try:
            event = parse_message(line, now=self._now())
        except InvalidValue as refused:
            log.warning("a message to this desk was refused: %s %s", refused.field, refused.reason)
            return
        if event is None:
            self.show_requested.emit()
            return
        self._log, call = self._log.apply(event)
        if call is not None:
            self.call_changed.emit(call)
