"""Moves appointments from state to state, each by one conditional statement, with its event and its time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data import occupancy, references
from kcc_desktop.data.appointment_reads import attendees
from kcc_desktop.data.appointments import (
    AppointmentEventRow,
    AppointmentRow,
    AppointmentTextRow,
    AttendeeRow,
)
from kcc_desktop.data.blocks import EXTRA_LANES, CounterLaneRow
from kcc_desktop.data.calendar_reads import location_of, zone_of
from kcc_desktop.data.database import Work
from kcc_desktop.data.timeline_writes import put_on_timeline, take_off_timelines
from kcc_desktop.domain.appointments import (
    BLOCKING,
    HOLD_MINUTES,
    AppointmentState,
    Attendee,
    BookAppointment,
    CancelAppointment,
    HoldTime,
    OverbookAppointment,
)
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.timeline import EntryKind


def hold(unit: Work, command: HoldTime, counters: Sequence[UUID], quanta: int, help_minutes: int) -> bool:
    """Claims the time at the first of `counters` that is free; False when none is."""
    expires_at = unit.now + timedelta(minutes=HOLD_MINUTES)
    counter_id = occupancy.claim(unit, counters, command.offer.quantum, quanta, command.id, expires_at)
    if counter_id is None:
        return False
    _insert(
        unit,
        command.id,
        counter_id,
        AppointmentState.HELD,
        location_id=command.offer.location_id,
        quantum=command.offer.quantum,
        quanta=quanta,
        conversation_id=command.conversation_id,
        help_minutes=help_minutes,
        expires_at=expires_at,
    )
    _attend(unit, command.id, command.wish.attendees)
    return True


def extend(unit: Work, appointment_id: UUID) -> bool:
    """Ten minutes from now; False when it is no longer held by this agent. One that ran out and is still there, too."""
    expires_at = unit.now + timedelta(minutes=HOLD_MINUTES)
    moved = unit.connection.scalar(
        update(AppointmentRow)
        .where(
            AppointmentRow.id == appointment_id,
            AppointmentRow.state == AppointmentState.HELD,
            AppointmentRow.made_by == unit.agent.id,
        )
        .values(expires_at=expires_at)
        .returning(AppointmentRow.id)
    )
    if moved is None:
        return False
    occupancy.keep(unit, appointment_id, expires_at)
    return True


def book(unit: Work, command: BookAppointment) -> bool:
    """The hold becomes an appointment and stands on the timeline; False when it is no longer held."""
    _name_them(unit, command)
    moved = _move(
        unit,
        command.id,
        (AppointmentState.HELD,),
        AppointmentState.BOOKED,
        expires_at=None,
        party_id=command.party_id,
        language=command.language,
        unless_reason=command.unless.value if command.unless is not None else "",
        confidentiality=command.secrecy.value,
        owner_cluster_id=unit.agent.cluster_id,
        contact_id=command.contact_id,
        needs_interpreter=command.needs_interpreter,
    )
    if not moved:
        return False
    occupancy.keep(unit, command.id, None)
    unit.connection.execute(
        insert(AppointmentTextRow).values(
            appointment_id=command.id,
            name=command.name,
            phone=command.phone,
            email=command.email,
            note=command.note,
        )
    )
    show(unit, command.id)
    return True


def overbook(unit: Work, command: OverbookAppointment, location_id: UUID, quanta: int) -> bool:
    """Booked at once: at the counter when it is free after all, else in a lane beside it. False when all are taken."""
    lanes = _lanes(unit, command.counter_id)
    taken = occupancy.claim(unit, [command.counter_id, *lanes], command.quantum, quanta, command.id, None)
    if taken is None:
        return False
    is_extra = taken != command.counter_id
    _insert(
        unit,
        command.id,
        command.counter_id,
        AppointmentState.BOOKED,
        command.reason if is_extra else "",
        lane_id=taken if is_extra else None,
        location_id=location_id,
        quantum=command.quantum,
        quanta=quanta,
        party_id=command.party_id,
        owner_cluster_id=unit.agent.cluster_id,
    )
    unit.connection.execute(
        insert(AppointmentTextRow).values(appointment_id=command.id, name=command.name, phone=command.phone)
    )
    _attend(unit, command.id, command.wish.attendees)
    show(unit, command.id)
    return True


def _lanes(unit: Work, counter_id: UUID) -> list[UUID]:
    """The extra lanes of a counter, made when it has none yet; two that make them get the same."""
    wanted = select(CounterLaneRow.id).where(CounterLaneRow.counter_id == counter_id).order_by(CounterLaneRow.number)
    found = list(unit.connection.scalars(wanted))
    if len(found) == len(EXTRA_LANES):
        return found
    adding = postgresql_insert if unit.connection.dialect.name == "postgresql" else sqlite_insert
    rows = [{"id": new_id(), "counter_id": counter_id, "number": number} for number in EXTRA_LANES]
    unit.connection.execute(adding(CounterLaneRow).on_conflict_do_nothing(), rows)
    return list(unit.connection.scalars(wanted))


def let_go(unit: Work, appointment_id: UUID) -> bool:
    """A hold that is not wanted after all."""
    moved = _move(unit, appointment_id, (AppointmentState.HELD,), AppointmentState.RELEASED, expires_at=None)
    if moved:
        occupancy.release(unit, appointment_id)
    return moved


def cancel(unit: Work, command: CancelAppointment) -> bool:
    moved = _move(
        unit,
        command.id,
        (AppointmentState.BOOKED, AppointmentState.CHECKED_IN),
        AppointmentState.CANCELLED,
        by_whom=command.by.value,
        reason=command.reason,
    )
    if moved:
        occupancy.release(unit, command.id)
    return moved


def replace(
    unit: Work, old_id: UUID, new_id: UUID, counters: Sequence[UUID], quantum: int, quanta: int, reason: str
) -> bool:
    """The old one gives up its time first, so that it may be moved by five minutes; both or, on False, nothing.

    The caller rolls back on False: then the old one still has its time.
    """
    if not _move(unit, old_id, (AppointmentState.BOOKED,), AppointmentState.RESCHEDULED, reason=reason):
        return False
    occupancy.release(unit, old_id)
    counter_id = occupancy.claim(unit, counters, quantum, quanta, new_id, None)
    if counter_id is None:
        return False
    old = unit.connection.execute(select(AppointmentRow.__table__).where(AppointmentRow.id == old_id)).one()
    _insert(
        unit,
        new_id,
        counter_id,
        AppointmentState.BOOKED,
        reference=old.reference,
        location_id=location_of(unit.connection, counter_id),
        quantum=quantum,
        quanta=quanta,
        party_id=old.party_id,
        conversation_id=old.conversation_id,
        language=old.language,
        unless_reason=old.unless_reason,
        confidentiality=old.confidentiality,
        owner_cluster_id=old.owner_cluster_id,
        contact_id=old.contact_id,
        needs_interpreter=old.needs_interpreter,
        help_minutes=old.help_minutes,
        moves=old.moves + 1,
        replaces_id=old_id,
    )
    words = unit.connection.execute(
        select(AppointmentTextRow.__table__).where(AppointmentTextRow.appointment_id == old_id)
    ).one()
    unit.connection.execute(insert(AppointmentTextRow).values({**words._mapping, "appointment_id": new_id}))
    _attend(unit, new_id, attendees(unit, old_id))
    take_off_timelines(unit, [old_id])
    show(unit, new_id)
    return True


def move(
    unit: Work, appointment_id: UUID, allowed: Sequence[AppointmentState], into: AppointmentState, reason: str = ""
) -> bool:
    """Any other move: arriving, being served, served, not come. False when it was in none of `allowed`."""
    moved = _move(unit, appointment_id, allowed, into, reason=reason)
    if moved and into not in BLOCKING:
        occupancy.release(unit, appointment_id)
    return moved


def state_of(unit: Work, appointment_id: UUID) -> AppointmentState | None:
    """None when there is no such appointment."""
    word = unit.connection.scalar(select(AppointmentRow.state).where(AppointmentRow.id == appointment_id))
    return None if word is None else AppointmentState(word)


def _move(
    unit: Work,
    appointment_id: UUID,
    allowed: Sequence[AppointmentState],
    into: AppointmentState,
    *,
    by_whom: str = "",
    reason: str = "",
    **values: Any,
) -> bool:
    """One conditional statement for each state it may come from, so that the event tells which it was."""
    for state in allowed:
        found = unit.connection.scalar(
            update(AppointmentRow)
            .where(AppointmentRow.id == appointment_id, AppointmentRow.state == state)
            .values(state=into.value, **values)
            .returning(AppointmentRow.id)
        )
        if found is not None:
            _note(unit, appointment_id, state.value, into.value, by_whom, reason)
            return True
    return False


def _insert(
    unit: Work, appointment_id: UUID, counter_id: UUID, state: AppointmentState, reason: str = "", **values: Any
) -> None:
    zone = zone_of(unit.connection, values["location_id"])
    row = {
        "reference": references.drawn(unit.connection, AppointmentRow),
        "language": "nld",
        "unless_reason": "",
        "local_on": instant_of(values["quantum"]).astimezone(zone).date(),
        "made_at": unit.now,
        "made_by": unit.agent.id,
        **values,
    }
    unit.connection.execute(
        insert(AppointmentRow).values(id=appointment_id, counter_id=counter_id, state=state.value, **row)
    )
    _note(unit, appointment_id, "", state.value, reason=reason)


def _note(unit: Work, appointment_id: UUID, before: str, after: str, by_whom: str = "", reason: str = "") -> None:
    unit.connection.execute(
        insert(AppointmentEventRow).values(
            appointment_id=appointment_id,
            from_state=before,
            to_state=after,
            by_whom=by_whom,
            reason=reason,
            at=unit.now,
            actor_id=unit.agent.id,
        )
    )


def _name_them(unit: Work, command: BookAppointment) -> None:
    """Who comes, said since the time was held; nothing changes when somebody took it meanwhile."""
    for position, one in enumerate(command.attendees):
        unit.connection.execute(
            update(AttendeeRow)
            .where(
                AttendeeRow.appointment_id == command.id,
                AttendeeRow.position == position,
                select(AppointmentRow.id)
                .where(AppointmentRow.id == command.id, AppointmentRow.state == AppointmentState.HELD)
                .exists(),
            )
            .values(
                name=one.name,
                age=one.age,
                party_id=one.party_id,
                consent=one.consent or "",
                authority=one.authority or "",
            )
        )


def _attend(unit: Work, appointment_id: UUID, people: Sequence[Attendee]) -> None:
    unit.connection.execute(
        insert(AttendeeRow),
        [
            {
                "appointment_id": appointment_id,
                "position": position,
                "product_id": one.product_id,
                "party_id": one.party_id,
                "name": one.name,
                "age": one.age,
                "consent": one.consent or "",
                "authority": one.authority or "",
            }
            for position, one in enumerate(people)
        ],
    )


def show(unit: Work, appointment_id: UUID) -> None:
    """On the timeline of whoever it is for and of everybody who comes along, at the time it is for."""
    row = unit.connection.execute(select(AppointmentRow.__table__).where(AppointmentRow.id == appointment_id)).one()
    parties = {one.party_id for one in attendees(unit, appointment_id)} | {row.party_id}
    for party_id in sorted(one for one in parties if one is not None):
        put_on_timeline(
            unit,
            party_id,
            EntryKind.APPOINTMENT,
            appointment_id,
            instant_of(row.quantum),
            owner_cluster_id=row.owner_cluster_id,
            secrecy=Confidentiality(row.confidentiality),
        )
        unit.changed("party", party_id)
