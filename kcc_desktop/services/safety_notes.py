"""Use cases of safety notes: read and written by named roles only, ended by date or by hand, and always audited."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kcc_desktop.data import safety_notes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.notes import clean
from kcc_desktop.domain.safety_notes import (
    LONGEST_SAFETY_MONTHS,
    LONGEST_SAFETY_NOTE,
    AddSafetyNote,
    SafetyNote,
    address_key,
)
from kcc_desktop.services.visit_words import known

_MONTH = timedelta(days=31)


class SafetyNoteService:
    """Whoever may not read safety notes is refused with NotAllowed, but for being told that there is one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_there_one(self, party_ids: frozenset[UUID], address: Address | None = None) -> bool:
        """Whether a note counts today, for who plans or visits; False for whoever does neither."""

        def work(look: Look) -> bool:
            key = "" if address is None else address_key(address)
            return bool(safety_notes.subjects(look, party_ids, {key} - {""}))

        return self._database.read(work)

    def of_visit(self, visit_id: UUID) -> tuple[SafetyNote, ...]:
        """Those that count today of everybody invited and of the address, newest first. Refuses with NotFound."""

        def work(unit: Work) -> tuple[SafetyNote, ...]:
            unit.agent.require(Permission.READ_SAFETY)
            known(unit, visit_id)
            unit.audit("read_safety", "visit", visit_id)
            return safety_notes.of(unit, *safety_notes.subject_of_visit(unit, visit_id))

        return self._database.write(work)

    def of_party(self, party_id: UUID) -> tuple[SafetyNote, ...]:
        """Those that count today, newest first."""

        def work(unit: Work) -> tuple[SafetyNote, ...]:
            unit.agent.require(Permission.READ_SAFETY)
            unit.audit("read_safety", "party", party_id)
            return safety_notes.of(unit, {party_id}, ())

        return self._database.write(work)

    def add(self, command: AddSafetyNote) -> SafetyNote:
        """Twice is once. Refuses with InvalidValue ("safety_text", "empty" | "too_long"),
        ("ends_on", "past" | "too_far"), ("subject", "empty").
        """
        text = clean(command.text, "safety_text").strip()
        if not text:
            raise InvalidValue("safety_text", "empty")
        if len(text) > LONGEST_SAFETY_NOTE:
            raise InvalidValue("safety_text", "too_long")
        if command.party_id is None and (command.address is None or not address_key(command.address)):
            raise InvalidValue("subject", "empty")

        def work(unit: Work) -> SafetyNote:
            unit.agent.require(Permission.READ_SAFETY)
            before = safety_notes.one(unit, command.id)
            if before is not None:
                return before
            today = local_day(unit.now)
            if command.ends_on < today:
                raise InvalidValue("ends_on", "past")
            if command.ends_on > today + LONGEST_SAFETY_MONTHS * _MONTH:
                raise InvalidValue("ends_on", "too_far")
            safety_notes.add(unit, replace(command, text=text))
            self._tell(unit, "add_safety", command.id, command.party_id)
            made = safety_notes.one(unit, command.id)
            assert made is not None
            return made

        return self._database.write(work)

    def end(self, note_id: UUID) -> None:
        """It counts no longer. One that ended already is no mistake. Refuses with NotFound."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.READ_SAFETY)
            found = safety_notes.one(unit, note_id)
            if found is None:
                raise NotFound
            if safety_notes.end(unit, note_id):
                self._tell(unit, "end_safety", note_id, found.party_id)

        self._database.write(work)

    def _tell(self, unit: Work, action: str, note_id: UUID, party_id: UUID | None) -> None:
        unit.audit(action, "safety_note", note_id)
        unit.changed("safety_note", note_id)
        if party_id is not None:
            unit.changed("party", party_id)
