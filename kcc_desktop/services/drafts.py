"""The front door to drafts and outbox for screens. Knows no role: what somebody types is theirs."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.domain.drafts import Delivery, Draft, OutboxItem
from kcc_desktop.domain.errors import Outage, Refusal

T = TypeVar("T")


class DraftService:
    """Every call may refuse with WrongKey, DraftsSetAside, DraftsTooNew or DraftsAway (`domain/drafts.py`)."""

    def __init__(self, store: DraftStore) -> None:
        self._store = store

    def save(self, conversation_id: UUID, document: str, revision: int) -> datetime:
        """The instant at which `document` was on disk; an older revision than the kept one changes nothing."""
        return self._store.save(conversation_id, document, revision)

    def load_all(self) -> tuple[Draft, ...]:
        """What was typed and never finished, the last saved first."""
        return self._store.load_all()

    def forget(self, conversation_id: UUID) -> None:
        """The conversation was recorded or thrown away."""
        self._store.forget(conversation_id)

    def keep_for_later(self, command_id: UUID, kind: str, document: str, conversation_id: UUID | None = None) -> None:
        """A finished command whose database is away; its draft is forgotten in the same commit."""
        self._store.keep(command_id, kind, document, forget=conversation_id)

    def waiting(self) -> tuple[OutboxItem, ...]:
        """What is finished and not yet in the database, oldest first."""
        return self._store.pending()

    def take_back(
        self, command_id: UUID, reopen: Callable[[OutboxItem], T], draft: Callable[[T], tuple[UUID, str]]
    ) -> T | None:
        """What `reopen` made of what is kept, on disk as the draft (id, document) that `draft` makes of it.

        One commit keeps the draft and lets go of the finished one, so that there is always one of the two and never
        both. None, and nothing kept, when it is gone already. What `reopen` raises leaves everything as it was.
        """
        item = next((item for item in self._store.pending() if item.command_id == command_id), None)
        if item is None:
            return None
        reopened = reopen(item)
        return reopened if self._store.take_back(command_id, *draft(reopened)) else None

    def deliver(self, send: Callable[[OutboxItem], object], skip: frozenset[UUID] = frozenset()) -> Delivery:
        """Send what waits and is not in `skip`, oldest first, each until `send` returned once.

        An outage ends the round: the rest waits. What a rule refuses, and what meets a bug, stays for a person to
        see and does not hold up the others. `send` may meet an id that already arrived (the program died in
        between), so the service behind it takes the same command twice.
        """
        answers: list[object] = []
        refused: list[tuple[UUID, Refusal]] = []
        bugs: list[tuple[UUID, Exception]] = []
        ended_by = None
        for item in self._store.pending():
            if item.command_id in skip:
                continue
            try:
                answer = send(item)
            except Outage as outage:
                ended_by = outage
                self._store.failed(item.command_id, type(outage).__name__)
                break
            except Refusal as refusal:
                # Without its traceback, which holds this frame and what the worker runs.
                refused.append((item.command_id, refusal.with_traceback(None)))
                self._store.failed(item.command_id, type(refusal).__name__)
            except Exception as error:
                bugs.append((item.command_id, error))
                self._store.failed(item.command_id, type(error).__name__)
            else:
                answers.append(answer)
                self._store.sent(item.command_id)
        left = tuple(item.command_id for item in self._store.pending())
        return Delivery(tuple(answers), left, tuple(refused), tuple(bugs), ended_by)

    def close(self) -> None:
        self._store.close()
