"""Use cases of safety notes: read and written by named roles only, ended by date or by hand, and always audited."""

from uuid import UUID

from kcc_desktop.data.database import Database
from kcc_desktop.domain.safety_notes import AddSafetyNote, SafetyNote


class SafetyNoteService:
    """All of it refuses with NotAllowed whoever may not read safety notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_visit(self, visit_id: UUID) -> tuple[SafetyNote, ...]:
        """Those that count today of everybody invited and of the address, newest first. Refuses with NotFound."""
        raise NotImplementedError

    def of_party(self, party_id: UUID) -> tuple[SafetyNote, ...]:
        """Those that count today, newest first."""
        raise NotImplementedError

    def add(self, command: AddSafetyNote) -> SafetyNote:
        """Twice is once. Refuses with InvalidValue ("text", "empty" | "too_long"), ("ends_on", "past" | "too_far"),
        ("subject", "empty").
        """
        raise NotImplementedError

    def end(self, note_id: UUID) -> None:
        """It counts no longer. One that ended already is no mistake. Refuses with NotFound."""
        raise NotImplementedError
