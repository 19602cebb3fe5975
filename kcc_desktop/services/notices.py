"""Use cases of notices: "digital product X is down", told to every desk until it ends."""

from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import notices
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.notes import line
from kcc_desktop.domain.notices import Notice, PutNotice

LONGEST = 300


class NoticeService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> tuple[Notice, ...]:
        """What holds now by the database's clock, the newest first."""
        return self._database.read(notices.current)

    def put(self, command: PutNotice) -> None:
        """Tell every desk. Twice the same id is once.

        Refuses with NotAllowed, and InvalidValue("text", "empty" | "too_long") or ("until", "past").
        """
        command = replace(command, text=line(command.text, "text", LONGEST))
        if not command.text:
            raise InvalidValue("text", "empty")

        def work(unit: Work) -> None:
            unit.agent.require(Permission.PUT_NOTICE)
            if notices.exists(unit, command.id):
                return
            if command.until is not None and command.until <= unit.now:
                raise InvalidValue("until", "past")
            notices.put(unit, command)
            unit.audit("put", "notice", command.id)
            unit.changed("notice", command.id)

        self._database.write(work)

    def end(self, notice_id: UUID) -> None:
        """It is over. Refuses with NotAllowed, NotFound, and AlreadyDone when a colleague ended it first."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.PUT_NOTICE)
            if not notices.end(unit, notice_id):
                raise AlreadyDone if notices.exists(unit, notice_id) else NotFound
            unit.audit("end", "notice", notice_id)
            unit.changed("notice", notice_id)

        self._database.write(work)
