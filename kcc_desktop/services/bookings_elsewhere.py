"""Use cases of appointments in the town's other calendar: the first times there, booking, opening, calling off.

No transaction is open while the other calendar is asked. A booking is written here as doubtful, then asked for there
once, then written as what became of it: whatever gets lost on the way, it says that it may be there and is never asked
for a second time. All of it is slow: another system may take seconds.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kcc_desktop.data import booking_elsewhere_reads as reads
from kcc_desktop.data import booking_elsewhere_writes as writes
from kcc_desktop.data import party_cards
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointment_door import (
    BookingUnsure,
    CreateBooking,
    DoorBooking,
    DoorLocked,
    DoorProduct,
    DoorRefused,
    TimeElsewhere,
    WantedProduct,
    WrongBooking,
)
from kcc_desktop.domain.appointments import CancelledBy, NoTimeLeft, StillAlive
from kcc_desktop.domain.bookings_elsewhere import (
    LONGEST_REFERENCE,
    AskElsewhere,
    BookElsewhere,
    BookingElsewhere,
    CancelElsewhere,
    ElsewhereState,
    FoundElsewhere,
    Heard,
    OtherCalendar,
    SettleElsewhere,
    TimeGone,
)
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound, Outage, Refusal, RegisterAway
from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.free_time import is_in_part
from kcc_desktop.domain.local_time import HERE, local_day
from kcc_desktop.domain.notes import line
from kcc_desktop.services.appointment_ends import DECEASED
from kcc_desktop.services.given_elsewhere import known_of
from kcc_desktop.services.secrecy import check_secrecy
from kcc_desktop.services.town_calendar import TownCalendar

OFFERED = 4
LONGEST_REASON = 300
_SPANS = (timedelta(days=14), timedelta(days=90))  # how far it looks first, and then
_MOST_FOUND = 5


class BookingElsewhereService:
    def __init__(self, database: Database, calendar: TownCalendar) -> None:
        self._database, self._calendar = database, calendar

    def is_used(self) -> bool:
        """Whether the town's calendar is another one than ours."""
        return not self._calendar.is_own()

    def system(self) -> str:
        """Which one, by the word in the settings."""
        return self._calendar.choice().kind

    def look(self, asked: AskElsewhere) -> FoundElsewhere:
        """The first free times there for this product of ours, and what has to be given.

        Refuses with NotFound, NoTimeLeft, DoorRefused, DoorLocked and RegisterAway.
        """
        name, code = self._database.read(lambda look: _product(look, asked.product_id))
        products = self._calendar.door().products()
        product = _theirs(products, asked.chosen or code, name)
        if product is None:
            return FoundElsewhere(None, products)
        wanted = (WantedProduct(product.id),)
        times = self._times(wanted, asked)
        if not times:
            raise NoTimeLeft
        fields = self._calendar.door().required_fields(wanted)
        card = self._database.read(
            lambda look: party_cards.card(look.connection, asked.party_id) if asked.party_id is not None else None
        )
        return FoundElsewhere(product, (), times, fields, known_of(card, fields) if card is not None else {})

    def book(self, command: BookElsewhere) -> BookingElsewhere:
        """Booked there, and known here. Asked twice with one id it is asked there once.

        Refuses with BookingUnsure: it may be there, and is not asked for again. With TimeGone: it is not, and these
        times are left. With PastMoment, FieldsMissing, WrongBooking, DoorRefused, DoorLocked, NotAllowed, RegisterAway.
        """

        def ask(unit: Work) -> BookingElsewhere | None:
            unit.agent.require(Permission.PLAN)
            check_secrecy(unit.agent, command.secrecy)
            before = reads.one(unit, command.id)
            if before is None:
                writes.ask(unit, command, self.system())
                unit.audit("ask", "booking_elsewhere", command.id)
                unit.changed("appointment", command.id)
            return before

        before = self._database.write(ask)
        if before is not None:
            if before.state is ElsewhereState.BOOKED:
                return before
            raise BookingUnsure(before.external_id) if before.state is ElsewhereState.DOUBTFUL else AlreadyDone
        try:
            booked = self._calendar.door().create(
                CreateBooking(
                    command.id, (command.wanted,), command.time.location_id, command.time.starts_at, command.customer
                )
            )
        except BookingUnsure as unsure:
            self._number(command.id, unsure.booking_id)
            raise
        except WrongBooking as wrong:
            if wrong.is_cancelled:
                self._settle_failed(command.id)
            else:
                self._number(command.id, wrong.booking_id)
            raise
        except DoorRefused:
            self._settle_failed(command.id)
            raise self._gone(command) from None
        except (Refusal, RegisterAway):
            self._settle_failed(command.id)
            raise
        try:
            return self._database.write(lambda unit: _booked(unit, command.id, booked))
        except Outage:
            raise BookingUnsure(booked.id) from None  # it is there, and our database did not hear of it

    def open(self, booking_id: UUID) -> BookingElsewhere:
        """What is known here, after its calendar was asked how it stands there; audited. Refuses with NotFound."""

        def work(unit: Work) -> tuple[BookingElsewhere, bool]:
            unit.agent.require(Permission.READ_CONTACT)
            known = _known(unit, booking_id)
            unit.audit("open", "booking_elsewhere", booking_id)
            return known, unit.agent.may(Permission.PLAN)

        known, may_write = self._database.write(work)
        if not known.external_id or known.state not in (ElsewhereState.BOOKED, ElsewhereState.DOUBTFUL):
            return known
        if known.system != self.system():
            return known
        try:
            there = self._calendar.door().details(known.external_id)
        except NotFound:
            if known.state is ElsewhereState.DOUBTFUL and may_write:
                return self._settled(booking_id, None)
            return replace(known, heard=Heard.GONE)
        except (RegisterAway, DoorLocked):
            return replace(known, heard=Heard.AWAY)
        if there.is_cancelled:
            return replace(known, heard=Heard.GONE)
        return self._heard(known, there, may_write=may_write)

    def find(self, reference: str) -> tuple[BookingElsewhere, ...]:
        """Those with this number of the other calendar, the latest first; none is no refusal."""
        wanted = reference.strip()[:LONGEST_REFERENCE]

        def work(look: Look) -> tuple[BookingElsewhere, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return reads.with_reference(look, wanted, _MOST_FOUND) if wanted else ()

        return self._database.read(work)

    def cancel(self, command: CancelElsewhere) -> BookingElsewhere:
        """Called off there, then here; twice is once. What is gone there already is called off here.

        Refuses with AlreadyDone (it is not booked), OtherCalendar, DoorRefused, DoorLocked, NotFound, RegisterAway.
        """
        reason = line(command.reason, "reason", LONGEST_REASON)

        def look(look: Look) -> BookingElsewhere:
            look.agent.require(Permission.PLAN)
            return _known(look, command.id)

        known = self._database.read(look)
        if known.state is ElsewhereState.CANCELLED:
            return known
        if known.state is not ElsewhereState.BOOKED:
            raise AlreadyDone
        if known.system != self.system() or not known.external_id:
            raise OtherCalendar
        with suppress(NotFound):  # it is not there any more, which is what was wanted
            self._calendar.door().cancel(known.external_id)

        def work(unit: Work) -> BookingElsewhere:
            unit.agent.require(Permission.PLAN)
            if writes.cancel(unit, command.id, command.by.value, reason):
                unit.audit("cancel", "booking_elsewhere", command.id)
                unit.changed("appointment", command.id)
            return _known(unit, command.id)

        return self._database.write(work)

    def settle(self, command: SettleElsewhere) -> BookingElsewhere:
        """Somebody looked in the calendar itself. Refuses with AlreadyDone, NotFound, InvalidValue("reference")."""
        if command.reference is None:
            return self._settled(command.id, None)
        reference = line(command.reference, "reference", LONGEST_REFERENCE)
        if not reference:
            raise InvalidValue("reference", "empty")
        return self._settled(command.id, reference)

    def cancel_of_deceased(self, party_id: UUID) -> tuple[UUID, ...]:
        """Everything there still to come for somebody who died is called off by the municipality; answers which.

        Refuses with StillAlive, NotFound, and as `cancel`; what was called off before that stays so.
        """

        def work(look: Look) -> tuple[UUID, ...]:
            look.agent.require(Permission.PLAN)
            died = party_cards.is_deceased(look.connection, party_id)
            if died is None:
                raise NotFound
            if not died:
                raise StillAlive
            return reads.booked_of(look, party_id)

        cancelled = []
        for booking_id in self._database.read(work) if self.is_used() else ():
            self.cancel(CancelElsewhere(booking_id, CancelledBy.MUNICIPALITY, DECEASED))
            cancelled.append(booking_id)
        return tuple(cancelled)

    def _times(self, wanted: Sequence[WantedProduct], asked: AskElsewhere) -> tuple[TimeElsewhere, ...]:
        """The earliest over all its locations."""
        door, today = self._calendar.door(), self._database.read(lambda look: local_day(look.now))
        found: list[TimeElsewhere] = []
        for location in door.locations(wanted):
            here: list[TimeElsewhere] = []
            for span in _SPANS:
                for on in door.dates(wanted, location.id, today, today + span):
                    if len(here) >= OFFERED:
                        break
                    if asked.weekdays and on.weekday() not in asked.weekdays:
                        continue
                    for moment in door.times(wanted, location.id, on):
                        local = moment.astimezone(HERE)
                        one = TimeElsewhere(location.id, location.name, moment)
                        if is_in_part(asked.part, local.hour * 60 + local.minute) and one not in here:
                            here.append(one)
                if here:
                    break
            found += here
        return tuple(sorted(found, key=lambda one: (one.starts_at, one.location))[:OFFERED])

    def _gone(self, command: BookElsewhere) -> Refusal:
        """With the next best in the same answer; without, when the calendar has no more to say."""
        try:
            times = self._times((command.wanted,), AskElsewhere(command.product_id))
        except (Refusal, Outage):
            times = ()
        left = tuple(one for one in times if one != command.time)
        return TimeGone(left) if left else DoorRefused()

    def _number(self, booking_id: UUID, external_id: str) -> None:
        if external_id:
            self._database.write(lambda unit: writes.number(unit, booking_id, external_id))

    def _settle_failed(self, booking_id: UUID) -> None:
        """It is certain that it is not there. When our database is away too, it stays doubtful, which is no lie."""
        try:
            self._settled(booking_id, None)
        except Outage:
            return

    def _settled(self, booking_id: UUID, reference: str | None) -> BookingElsewhere:
        def work(unit: Work) -> BookingElsewhere:
            unit.agent.require(Permission.PLAN)
            known = _known(unit, booking_id)
            if not writes.settle(unit, booking_id, reference):
                raise AlreadyDone
            unit.audit("settle", "booking_elsewhere", known.id)
            unit.changed("appointment", known.id)
            return _known(unit, booking_id)

        return self._database.write(work)

    def _heard(self, known: BookingElsewhere, there: DoorBooking, *, may_write: bool) -> BookingElsewhere:
        told = replace(
            known,
            starts_at=there.starts_at,
            ends_at=there.ends_at,
            location=there.location,
            reference=there.reference,
        )
        if known.state is ElsewhereState.BOOKED and told == known:
            return replace(known, heard=Heard.SAME)
        if not may_write:
            return replace(told, heard=Heard.CHANGED)

        def work(unit: Work) -> BookingElsewhere:
            if known.state is ElsewhereState.DOUBTFUL:
                return _booked(unit, known.id, there)
            if writes.renew(unit, known.id, there):
                unit.audit("renew", "booking_elsewhere", known.id)
                unit.changed("appointment", known.id)
            return _known(unit, known.id)

        return replace(self._database.write(work), heard=Heard.CHANGED)


def _booked(unit: Work, booking_id: UUID, booked: DoorBooking) -> BookingElsewhere:
    if writes.is_there(unit, booking_id, booked):
        unit.audit("book", "booking_elsewhere", booking_id)
        unit.changed("appointment", booking_id)
    return _known(unit, booking_id)


def _theirs(products: Sequence[DoorProduct], code: str, name: str) -> DoorProduct | None:
    """By its code there; without one, by its name."""
    if code:
        return next((one for one in products if one.id == code), None)
    return next((one for one in products if fold(one.name) == fold(name)), None)


def _product(look: Look, product_id: UUID) -> tuple[str, str]:
    look.agent.require(Permission.PLAN)
    found = reads.product_of(look, product_id)
    if found is None:
        raise NotFound
    return found


def _known(look: Look | Work, booking_id: UUID) -> BookingElsewhere:
    found = reads.one(look, booking_id)
    if found is None:
        raise NotFound
    return found
