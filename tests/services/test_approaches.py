"""What fits a question, kept with its contact when it was chosen otherwise; what a product costs, and online ways."""

from datetime import date

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.approaches import ContactApproachRow, ProductFeeRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.work import QueueRow
from kcc_desktop.domain.approaches import (
    AS_PROPOSED,
    Approach,
    CallReason,
    ChosenApproach,
    DigitalOffer,
    DigitalWay,
    Fee,
    FeeChannel,
    OverrideReason,
    fees_on,
    reason_to_call,
)
from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.documents import from_document, to_document
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Question
from kcc_desktop.domain.work import NormUnit, QueueNorm, TaskKind
from kcc_desktop.domain.work_lists import in_queue
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.work import WorkService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.town_hall import TownHall

CHOSEN = ChosenApproach(
    Approach.INDIVIDUAL_SUPPORT, Approach.STANDARDISED, OverrideReason.COMPLEX, DigitalOffer.DECLINED
)


def test_a_choice_is_kept_with_its_reason_and_can_be_read(database):
    asked = question(make_party(database), handling=CHOSEN)
    contacts = ContactService(database)
    contacts.record(conversation(asked))
    assert contacts.open(asked.id).handling == CHOSEN


def test_what_the_product_says_and_nothing_offered_leaves_no_row(database):
    asked = question(make_party(database))
    contacts = ContactService(database)
    contacts.record(conversation(asked))
    assert contacts.open(asked.id).handling == AS_PROPOSED
    assert database.unguarded_read(lambda c: c.scalars(select(ContactApproachRow.contact_id)).all()) == []


def test_an_offer_alone_is_kept_too(database):
    sent = ChosenApproach(Approach.STANDARDISED, Approach.STANDARDISED, None, DigitalOffer.SENT)
    asked = question(make_party(database), handling=sent)
    contacts = ContactService(database)
    contacts.record(conversation(asked))
    assert contacts.open(asked.id).handling == sent


def test_another_choice_says_why_and_stays_by_the_databases_word(database):
    asked = question(make_party(database), handling=ChosenApproach(Approach.LIVEABILITY, Approach.STANDARDISED))
    with pytest.raises(IntegrityError):
        ContactService(database).record(conversation(asked))
    asked = question(make_party(database), handling=CHOSEN)
    ContactService(database).record(conversation(asked))
    with pytest.raises(IntegrityError):
        database.unguarded_write(lambda c: c.execute(update(ContactApproachRow).values(reason="other")))


def test_a_draft_keeps_it(database):
    asked = Question(new_id(), handling=CHOSEN)
    assert from_document(Question, to_document(asked)) == asked


def test_a_product_says_what_fits_what_it_costs_and_where_it_is_online(database):
    hall = TownHall(database)
    values = {"approach": Approach.STANDARDISED.value, "advises_contact": True, "link": "https://voorbeeld.example/v"}

    def work(connection):
        connection.execute(update(ProductRow).where(ProductRow.id == hall.form).values(**values))
        for year, channel, cents in ((2025, "counter", 1200), (2026, "counter", 1270), (2026, "digital", 1050)):
            row = {"product_id": hall.form, "year": year, "channel": channel, "cents": cents, "is_example": True}
            connection.execute(insert(ProductFeeRow).values(**row))

    database.unguarded_write(work)
    product = ProductService(database).get(hall.form)
    assert (product.approach, product.advises_contact) == (Approach.STANDARDISED, True)
    assert product.digital == DigitalWay(date(2020, 1, 1), "https://voorbeeld.example/v")
    now = fees_on(product.fees, date(2026, 5, 1))
    assert [(fee.channel, fee.cents) for fee in now] == [(FeeChannel.DIGITAL, 1050), (FeeChannel.COUNTER, 1270)]
    assert [fee.cents for fee in fees_on(product.fees, date(2025, 5, 1))] == [1200]
    assert fees_on((Fee(hall.form, 2027, FeeChannel.ANY, "", 5),), date(2026, 5, 1)) == ()
    other = ProductService(database).get(hall.passport)
    assert (other.approach, other.digital, other.fees) == (None, None, ())
    assert {one.id: one for one in ProductService(database).all()}[hall.form] == product


def test_care_goes_to_the_neighbourhood_teams_queue_where_there_is_one(database):
    def recorded():
        wish = TaskWish(new_id(), TaskKind.TASK, None, "Belt over haar moeder", "", START, queue_code="wijkteam")
        ContactService(database).record(conversation(question(None, tasks=(wish,))))
        return wish.id

    first = recorded()
    assert [item.task.id for item in WorkService(database).listed(in_queue("general")).items] == [first]
    queue = {
        "code": "wijkteam",
        "name": "Wijkteam",
        "skills": "",
        "norm_value": 2,
        "norm_unit": "working_days",
        "position": 1,
    }
    database.unguarded_write(lambda c: c.execute(insert(QueueRow).values(**queue)))
    second = recorded()
    assert [item.task.id for item in WorkService(database).listed(in_queue("wijkteam")).items] == [second]


def test_a_call_of_our_own_stands_in_the_clusters_queue_with_its_reason(database):
    own = WorkService(database).own_queue()
    assert own is not None
    assert own.code == "general"  # no queue is the cluster's

    def work(connection):
        cluster_id = connection.scalar(select(AgentRow.cluster_id).where(AgentRow.cluster_id.is_not(None)))
        row = {"skills": "", "norm_value": 3, "norm_unit": "hours", "cluster_id": cluster_id}
        connection.execute(insert(QueueRow).values(**row, code="later", name="Later", position=9))
        connection.execute(insert(QueueRow).values(**row, code="first", name="Eerst", position=8))
        connection.execute(insert(QueueRow).values(**row, code="old", name="Oud", position=1, is_in_use=False))

    database.unguarded_write(work)
    own = WorkService(database).own_queue()
    assert (own.code, own.name, own.norm) == ("first", "Eerst", QueueNorm(3, NormUnit.HOURS))
    wish = TaskWish(
        new_id(),
        TaskKind.CALLBACK,
        None,
        "Wil een buurtfeest",
        "+31527123456",
        START,
        queue_code=own.code,
        reason=CallReason.ADVISED,
    )
    command = conversation(question(make_party(database), tasks=(wish,)))
    assert ContactService(database).record(command) == ContactService(database).record(command)
    (item,) = WorkService(database).listed(in_queue("first")).items
    assert (item.task.id, item.reason, item.task.owner) == (wish.id, CallReason.ADVISED, "")


@pytest.mark.parametrize(
    ("approach", "handling", "is_advised", "expected"),
    [
        (None, AS_PROPOSED, False, None),
        (Approach.STANDARDISED, AS_PROPOSED, True, CallReason.ADVISED),
        (Approach.INDIVIDUAL_SUPPORT, AS_PROPOSED, True, None),
        (Approach.INFRASTRUCTURE, AS_PROPOSED, False, CallReason.INITIATIVE),
        (
            Approach.LIVEABILITY,
            ChosenApproach(Approach.LIVEABILITY, Approach.STANDARDISED, OverrideReason.INITIATIVE),
            True,
            CallReason.INITIATIVE,
        ),
    ],
)
def test_why_we_would_call(approach, handling, is_advised, expected):
    assert reason_to_call(approach, handling, is_advised=is_advised) is expected
