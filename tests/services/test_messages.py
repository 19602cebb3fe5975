"""What goes out: planned with what it is about, sent once, to who agreed and lives, and a contact when it was sent."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.contacts import ContactRow, ConversationRow, TimelineEntryRow
from kcc_desktop.data.messages import MessageEventRow, OutgoingMessageRow, OutgoingTextRow
from kcc_desktop.data.parties import AgreedMessageRow, PersonRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import CancelAppointment, CancelledBy, MoveAppointment
from kcc_desktop.domain.errors import AlreadyDone, NotAllowed, RegisterAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.messages import (
    CarrierBusy,
    Delivery,
    Hindrance,
    MaybeSent,
    MessageChannel,
    MessageRefused,
    MessageState,
    NoCarrier,
    SentCounts,
)
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.message_planning import MessageRules
from kcc_desktop.services.messages import MessageService
from kcc_desktop.services.timeline import TimelineService
from tests.services.letters import RULES, agreeing
from tests.services.office import roles
from tests.services.town_hall import TownHall


class Post:
    """A carrier that keeps what it is given, and does what it is told."""

    name = "smtp"
    channels = frozenset({MessageChannel.EMAIL, MessageChannel.SMS})

    def __init__(self):
        self.sent, self.does, self.told = [], None, None

    def send(self, message):
        if self.does is not None:
            raise self.does
        self.sent.append(message)
        return f"post-{len(self.sent)}"

    def delivery(self, carrier_id):
        return self.told

    def check(self):
        if self.does is not None:
            raise self.does


@pytest.fixture
def hall(database):
    made = TownHall(database)
    made.service = AppointmentService(database, RULES)
    return made


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def messages(database, post):
    return MessageService(database, [post])


def rows(database):
    statement = select(OutgoingMessageRow.__table__).order_by(OutgoingMessageRow.planned_at, OutgoingMessageRow.kind)
    return database.unguarded_read(lambda c: c.execute(statement).all())


def states(database):
    return [(row.kind, row.state, row.hindrance) for row in rows(database)]


def make_due(database):
    database.unguarded_write(
        lambda c: c.execute(update(OutgoingMessageRow).values(not_before=datetime.now(UTC) - timedelta(hours=1)))
    )


def test_a_booking_plans_its_confirmation_and_its_reminder_once(database, hall, messages, post):
    party = agreeing(database)
    booked = hall.booked(party)
    early = [row for row in rows(database) if row.kind == "confirmation"]
    assert [(row.channel, row.state, row.party_id) for row in early] == [("email", "waiting", party)]
    assert messages.send_due() == SentCounts(sent=1)
    (sent,) = post.sent
    assert sent.to == "fatima@voorbeeld.nl"
    assert sent.subject == "Uw afspraak"
    assert " ".join(booked.reference) in sent.text
    assert "gemeente Meerbergen" in sent.text
    assert messages.send_due() == SentCounts()
    assert len(post.sent) == 1


def test_a_reminder_is_due_before_and_not_after(database, hall, messages, post):
    hall.service = AppointmentService(database, MessageRules("Meerbergen", RULES.channels, timedelta(minutes=1)))
    booked = hall.booked(agreeing(database))
    (reminder,) = [row for row in rows(database) if row.kind == "reminder"]
    assert reminder.due_at == booked.starts_at - timedelta(minutes=1)
    assert reminder.useful_until == booked.starts_at
    assert messages.send_due().sent == 1
    make_due(database)
    assert messages.send_due().sent == 1
    assert "Denkt u aan uw afspraak" in post.sent[1].text


def test_what_was_sent_is_a_contact_with_how_far_it_is(database, hall, messages, post):
    party = agreeing(database)
    hall.booked(party)
    messages.send_due()
    (row,) = [row for row in rows(database) if row.state == "sent"]
    made = database.unguarded_read(
        lambda c: c.execute(
            select(ConversationRow.direction, ConversationRow.channel_code, ContactRow.party_id, TimelineEntryRow.kind)
            .join(ContactRow, ContactRow.conversation_id == ConversationRow.id)
            .join(TimelineEntryRow, TimelineEntryRow.object_id == ContactRow.id)
            .where(ContactRow.id == row.id)
        ).one()
    )
    assert made == ("outbound", "e-mail", party, "contact")

    def shown():
        page = TimelineService(database).page(party, TimelineFilter())
        (entry,) = [one for one in page.entries if one.id == row.id]
        return entry.title, entry.state, entry.labels

    assert shown() == ("Uw afspraak", "sent", ("Verstuurd", "Sent"))
    post.told = Delivery.DELIVERED
    assert messages.note_deliveries() == 1
    assert shown() == ("Uw afspraak", "delivered", ("Afgeleverd", "Delivered"))
    assert messages.note_deliveries() == 0


def test_a_cancellation_withdraws_what_waits_and_tells_who_it_was_for(database, hall, messages, post):
    booked = hall.booked(agreeing(database))
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.MUNICIPALITY))
    assert ("confirmation", "withdrawn", "called_off") in states(database)
    assert messages.send_due() == SentCounts(sent=1)
    assert "gaat niet door" in post.sent[0].text


def test_a_move_replaces_what_waits(database, hall, messages, post):
    booked = hall.booked(agreeing(database))
    moved = hall.service.move(MoveAppointment(booked.id, new_id(), hall.service.offers(hall.wish(), 5)[-1]))
    about = {(row.subject_id, row.state) for row in rows(database) if row.kind == "confirmation"}
    assert about == {(booked.id, "withdrawn"), (moved.id, "waiting")}
    messages.send_due()
    (sent,) = post.sent
    assert "is verzet" in sent.text


@pytest.mark.parametrize("without", [{"agreed": ()}, {"email": ""}])
def test_nothing_is_planned_without_an_address_that_agreed(database, hall, without):
    hall.booked(agreeing(database, **without))
    assert rows(database) == []


def test_nothing_is_planned_where_nothing_carries_it(database):
    TownHall(database).booked(agreeing(database))
    assert rows(database) == []
    with pytest.raises(NoCarrier):
        MessageService(database).send_due()


def test_who_died_or_took_it_back_since_gets_nothing(database, hall, messages, post):
    party = agreeing(database)
    hall.booked(party)
    database.unguarded_write(
        lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == party).values(is_deceased=True))
    )
    assert messages.send_due() == SentCounts(withdrawn=1)
    other = agreeing(database, email="ander@voorbeeld.nl")
    hall.booked(other)
    database.unguarded_write(lambda c: c.execute(AgreedMessageRow.__table__.delete()))
    assert messages.send_due() == SentCounts(withdrawn=1)
    assert post.sent == []
    hindrances = {row.hindrance for row in rows(database) if row.state == "withdrawn"}
    assert hindrances == {"deceased", "no_consent"}


def test_the_dead_are_planned_nothing(database, hall):
    party = agreeing(database)
    database.unguarded_write(
        lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == party).values(is_deceased=True))
    )
    hall.booked(party)
    assert rows(database) == []


@pytest.mark.parametrize(
    ("does", "counts", "state"),
    [
        (MessageRefused(Hindrance.ADDRESS_REFUSED), SentCounts(failed=1), "failed"),
        (MaybeSent(), SentCounts(doubtful=1), "maybe_sent"),
        (CarrierBusy(120), SentCounts(later=1), "waiting"),
        (RegisterAway("post"), SentCounts(later=1), "waiting"),
    ],
)
def test_what_the_carrier_says_decides(database, hall, messages, post, does, counts, state):
    hall.booked(agreeing(database))
    post.does = does
    assert messages.send_due() == counts
    (row,) = [one for one in rows(database) if one.kind == "confirmation"]
    assert row.state == state
    post.does = None
    assert messages.send_due() == SentCounts()  # never by itself, and not before its time
    if state == "waiting":
        make_due(database)
        database.unguarded_write(
            lambda c: c.execute(
                update(OutgoingMessageRow)
                .where(OutgoingMessageRow.kind == "reminder")
                .values(not_before=OutgoingMessageRow.due_at)
            )
        )
        assert messages.send_due() == SentCounts(sent=1)


def test_a_person_decides_what_nobody_knows(database, hall, messages, post):
    hall.booked(agreeing(database))
    post.does = MaybeSent()
    messages.send_due()
    (doubt,) = messages.doubtful()
    assert (doubt.state, doubt.sender) == (MessageState.MAYBE_SENT, "Noor Jansen")
    messages.it_was_sent(doubt.id)
    messages.it_was_sent(doubt.id)
    assert messages.doubtful() == ()
    with pytest.raises(AlreadyDone):
        messages.send_again(doubt.id)
    contacts = database.unguarded_read(lambda c: c.scalars(select(ContactRow.id)).all())
    assert contacts == [doubt.id]


def test_a_person_sends_it_again_unless_it_was_called_off(database, hall, messages, post):
    booked = hall.booked(agreeing(database))
    post.does = MaybeSent()
    messages.send_due()
    (doubt,) = messages.doubtful()
    messages.send_again(doubt.id)
    messages.send_due()
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.CITIZEN))
    with pytest.raises(AlreadyDone):
        messages.send_again(doubt.id)
    post.does = None
    messages.send_due()
    assert [one.subject for one in post.sent] == ["Uw afspraak gaat niet door"]


def test_what_is_called_off_while_it_is_sent_is_not_sent_later(database, hall, messages, post):
    booked = hall.booked(agreeing(database))

    class CallsOff(Post):
        def send(self, message):
            if not self.sent:
                self.sent.append(message)
                hall.service.cancel(CancelAppointment(booked.id, CancelledBy.CITIZEN))
            raise RegisterAway("post")

    MessageService(database, [CallsOff()]).send_due()
    assert ("confirmation", "withdrawn", "called_off") in states(database)


def test_whoever_died_while_sending_leaves_a_doubt(database, hall, messages, post):
    hall.booked(agreeing(database))
    post.does = KeyboardInterrupt()  # the process is gone between sending and noting
    with pytest.raises(KeyboardInterrupt):
        messages.send_due()
    post.does = None
    assert messages.send_due() == SentCounts()
    database.unguarded_write(
        lambda c: c.execute(
            update(OutgoingMessageRow)
            .where(OutgoingMessageRow.state == "sending")
            .values(moved_at=datetime.now(UTC) - timedelta(minutes=11))
        )
    )
    assert messages.send_due() == SentCounts(doubtful=1)
    assert [one.state for one in messages.doubtful()] == [MessageState.MAYBE_SENT]
    assert messages.send_due() == SentCounts()
    assert post.sent == []


def test_every_move_is_an_event(database, hall, messages):
    hall.booked(agreeing(database))
    messages.send_due()
    (row,) = [one for one in rows(database) if one.kind == "confirmation"]
    found = database.unguarded_read(
        lambda c: c.execute(
            select(MessageEventRow.from_state, MessageEventRow.to_state)
            .where(MessageEventRow.message_id == row.id)
            .order_by(MessageEventRow.at)
        ).all()
    )
    assert set(found) == {("", "waiting"), ("waiting", "sending"), ("sending", "sent")}


def test_only_who_may_sends_and_decides(database, hall, messages):
    roles(database, Role.AUDITOR)
    for work in (messages.send_due, messages.doubtful, messages.note_deliveries):
        with pytest.raises(NotAllowed):
            work()


@pytest.mark.parametrize(
    "values",
    [
        {"state": "sent"},
        {"state": "maybe_sent"},
        {"state": "sending"},  # without counting
        {"due_at": datetime(2099, 1, 1, tzinfo=UTC)},
        {"channel": "sms"},
    ],
)
def test_the_database_refuses_what_no_program_does(database, hall, values):
    hall.booked(agreeing(database))
    with pytest.raises(DBAPIError):
        database.unguarded_write(lambda c: c.execute(update(OutgoingMessageRow).values(**values)))
    with pytest.raises(DBAPIError):
        database.unguarded_write(lambda c: c.execute(OutgoingTextRow.__table__.delete()))
