"""Use cases of appointments that end without anybody saying so: nobody came, or whoever they are for died."""

from uuid import UUID

from kcc_desktop.data import appointment_ends, appointment_reads, appointment_writes, message_writes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.data.party_cards import is_deceased
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import (
    Appointment,
    AppointmentState,
    CancelAppointment,
    CancelledBy,
    SlotTaken,
    StillAlive,
)
from kcc_desktop.domain.errors import AlreadyDone, NotFound

DECEASED = "overleden"  # the reason on the timeline, in the field's own word


class AppointmentEnds:
    """Of the appointments' service, which is the front door."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note_no_shows(self, minutes: int) -> tuple[UUID, ...]:
        """Whoever is not there so many minutes after the start did not come; answers which ones that were noted now.

        Each once, however many desktops look; where nobody notes arrivals, nobody is noted as missing.
        """

        def look(look: Look) -> tuple[UUID, ...]:
            look.agent.require(Permission.PLAN)
            return appointment_ends.not_come(look, minutes)

        def work(unit: Work) -> tuple[UUID, ...]:
            noted = []
            for appointment_id in late:
                allowed = (AppointmentState.BOOKED,)
                if appointment_writes.move(unit, appointment_id, allowed, AppointmentState.NO_SHOW, "automatic"):
                    unit.audit("no_show", "appointment", appointment_id)
                    _changed(unit, appointment_id)
                    noted.append(appointment_id)
            return tuple(noted)

        late = self._database.read(look)
        return self._database.write(work) if late else ()

    def came_after_all(self, appointment_id: UUID) -> Appointment:
        """Within a day of being noted as missing. Twice is once.

        Refuses with NotFound, with AlreadyDone (a day is over, or it never was a no-show), and with SlotTaken when
        somebody else has the time that is left.
        """

        def work(unit: Work) -> Appointment:
            unit.agent.require(Permission.PLAN)
            state = appointment_writes.state_of(unit, appointment_id)
            if state is None:
                raise NotFound
            if state is not AppointmentState.NO_SHOW or not appointment_ends.is_of_last_day(unit, appointment_id):
                if state is AppointmentState.BOOKED:
                    return _known(unit, appointment_id)
                raise AlreadyDone
            if not appointment_ends.bring_back(unit, appointment_id):
                raise SlotTaken
            unit.audit("came_after_all", "appointment", appointment_id)
            _changed(unit, appointment_id)
            return _known(unit, appointment_id)

        return self._database.write(work)

    def cancel_of_deceased(self, party_id: UUID) -> tuple[UUID, ...]:
        """Everything still to come for somebody who died is called off by the municipality; answers which.

        Refuses with StillAlive when the register does not say so, and NotFound.
        """

        def work(unit: Work) -> tuple[UUID, ...]:
            unit.agent.require(Permission.PLAN)
            died = is_deceased(unit.connection, party_id)
            if died is None:
                raise NotFound
            if not died:
                raise StillAlive
            cancelled = []
            for appointment_id in appointment_ends.of_deceased(unit, party_id):
                command = CancelAppointment(appointment_id, CancelledBy.MUNICIPALITY, DECEASED)
                if appointment_writes.cancel(unit, command):
                    unit.audit("cancel", "appointment", appointment_id)
                    message_writes.withdraw(unit, appointment_id)
                    _changed(unit, appointment_id)
                    cancelled.append(appointment_id)
            return tuple(cancelled)

        return self._database.write(work)


def _changed(unit: Work, appointment_id: UUID) -> None:
    unit.changed("appointment", appointment_id)
    found = appointment_reads.one(unit, appointment_id)
    for party_id in {found.party_id, *(one.party_id for one in found.attendees)} if found is not None else ():
        if party_id is not None:
            unit.changed("party", party_id)


def _known(unit: Work, appointment_id: UUID) -> Appointment:
    found = appointment_reads.one(unit, appointment_id)
    if found is None:
        raise NotFound
    return found
