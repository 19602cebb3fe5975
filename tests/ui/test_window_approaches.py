"""Wat past hier, through the real window: chosen otherwise and why, online step by step, care handed over."""

from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert, update

from kcc_desktop.data.approaches import ContactApproachRow, ProductFeeRow
from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.data.contacts import ContactRow, ProductRow
from kcc_desktop.data.work import QueueRow, TaskRow
from kcc_desktop.domain.approaches import Approach
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.ui.shared.formatting import today
from tests.services.town_hall import TownHall
from tests.ui.desks import register
from tests.ui.window_desk import opened, own_database, rows, shown_texts


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as made:
        products = dict(rows(made, ProductRow.name, ProductRow.id))
        TownHall(made, passport=products["Paspoort"], form=products["Grofvuil ophalen"])

        def work(connection):
            for name, approach in (
                ("Paspoort", Approach.STANDARDISED),
                ("Grofvuil ophalen", Approach.STANDARDISED),
            ):
                values = {"approach": approach.value, "link": "https://voorbeeld.example/formulier"}
                connection.execute(update(ProductRow).where(ProductRow.name == name).values(**values))
            fee = {"product_id": products["Paspoort"], "year": today().year, "channel": "counter"}
            connection.execute(insert(ProductFeeRow).values(**fee, label="tot 18 jaar", cents=6330, is_example=True))
            queue = {"code": "wijkteam", "name": "Wijkteam", "skills": "", "norm_value": 2}
            connection.execute(insert(QueueRow).values(**queue, norm_unit="working_days", position=1))

        made.unguarded_write(work)
        yield made


@pytest.fixture
def hands(database, qapp, qtbot, catalogues, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def talk(hands, database):
    register(database)
    hands.telephone("ringing")
    hands.telephone("answered")

    def about(text):
        hands.type(text)
        hands.settle()
        return hands.window.contact

    return about


def kept(database):
    columns = (ContactApproachRow.approach, ContactApproachRow.proposed, ContactApproachRow.reason)
    return rows(database, *columns, ContactApproachRow.digital)


def test_what_the_product_says_stands_there_with_its_costs(hands, database, talk):
    contact = talk("Wil een nieuw paspoort")
    shown = "\n".join(shown_texts(contact))
    assert "Wat past hier?" in shown
    assert "Standaard" in shown
    assert "(voorbeeld): aan de balie tot 18 jaar € 63,30" in shown
    hands.key("finish")
    assert kept(database) == []


def test_something_else_fits_and_says_why(hands, database, talk):
    contact = talk("Wil een nieuw paspoort")
    hands.key("approach")
    hands.type("zorg")
    hands.chord("Return")
    hands.settle()
    hands.chord("Return")  # the first reason: more is going on
    hands.settle()
    shown = "\n".join(shown_texts(contact))
    assert "Zorg en hulp" in shown
    assert "Schrijf alleen op wat nodig is." in shown
    assert hands.running.desk.conversations.active().question.is_confidential
    hands.key("finish")
    assert kept(database) == [("individual_support", "standardised", "complex", "")]
    assert rows(database, ContactRow.confidentiality) == [("confidential",)]


def test_care_is_handed_over_to_the_neighbourhood_team(hands, database, talk):
    contact = talk("Wil een nieuw paspoort")
    hands.key("approach")
    hands.type("zorg")
    hands.chord("Return")
    hands.settle()
    hands.chord("Return")
    hands.settle()
    hands.key("neighbourhood")
    hands.settle()
    (wish,) = hands.running.desk.conversations.active().question.tasks
    assert (wish.kind, wish.queue_code) == ("task", "wijkteam")
    if wish.owner_colleague_id is None:
        hands.chord("Return")
        hands.settle()
    hands.key("finish")
    assert rows(database, TaskRow.queue_code) == [("wijkteam",)]
    assert contact is hands.window.contact


def test_an_idea_of_their_own_gets_a_call_back(hands, database, talk):
    talk("Wil een nieuw paspoort")
    hands.key("approach")
    hands.type("wegen")
    hands.chord("Return")
    hands.settle()
    hands.type("idee")
    hands.chord("Return")
    hands.settle()
    (wish,) = hands.running.desk.conversations.active().question.tasks
    assert wish.kind == "callback"


def test_the_online_way_is_offered_accepted_and_sent(hands, database, talk):
    contact = talk("Grofvuil laten ophalen")
    assert "Kan ook online: bied het aan" in "\n".join(shown_texts(contact))
    for _ in range(3):
        hands.key("digital")
        hands.settle()
    assert "Online: link verstuurd" in "\n".join(shown_texts(contact))
    assert QApplication.clipboard().text() == "https://voorbeeld.example/formulier"
    hands.key("finish")
    assert kept(database) == [("standardised", "standardised", "", "sent")]


def test_a_new_day_begins_at_midnight_here_also_while_utc_has_the_day_before(
    database, qapp, qtbot, catalogues, tmp_path
):
    """What can be done online from that day on is offered so, and planning asks why not."""
    new_day = today() + timedelta(days=1)
    moment = datetime.combine(new_day, time(0, 30), HERE).astimezone(UTC)
    database.unguarded_write(lambda c: c.execute(update(ProductFactsRow).values(digital_from=new_day)))
    register(database)
    with opened(qapp, database, tmp_path, qtbot, clock=lambda: moment) as hands:
        hands.telephone("ringing")
        hands.telephone("answered")
        hands.type("Grofvuil laten ophalen")
        hands.settle()
        assert "Kan ook online: bied het aan" in "\n".join(shown_texts(hands.window.contact))
        hands.window.contact.plan_appointment()
        hands.settle()
        plan = hands.running.desk.planning.plan()
        assert plan.today == new_day
        assert plan.facts.is_digital_on(plan.today)
