"""The Werk panel through the real window, by keys alone; what came of it stands in the database's rows."""

from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert, update

from kcc_desktop.data.agents import AgentRoleRow, AgentRow, AgentSkillRow
from kcc_desktop.data.appointments import AppointmentRow, OccupancyRow
from kcc_desktop.data.contacts import ContactRow, ConversationRow, ProductRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.looking import LookingRow
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.visits import VisitRow
from kcc_desktop.data.work import ColleagueRow, QueueRow, TaskRow, WorkEventRow, WorkEventTextRow
from kcc_desktop.domain.contact_commands import MoveContact
from kcc_desktop.domain.contacts import Direction, TaskWish
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.incoming import GivenAttachment, IncomingConversation, Sender
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.looking import LookingKind, Sight
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.work import CloseWork, EnterWork, TaskKind, WorkOutcome
from kcc_desktop.domain.work_lists import ListKind, Narrowing, WorkList, in_queue
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.incoming import IncomingService
from kcc_desktop.services.looking import LookingService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.work import WorkService
from kcc_desktop.settings.options import Hours
from kcc_desktop.ui.timeline.sheet import of_task
from kcc_desktop.ui.visits.visit_form import VisitForm
from tests.conftest import SQLITE_KEY
from tests.services.conversations import conversation, question
from tests.services.field_team import FieldTeam
from tests.services.test_work import colleague_takes, make_queue
from tests.services.town_hall import TownHall
from tests.ui.desks import open_desk, register
from tests.ui.test_budgets import settle_at
from tests.ui.window_desk import emptied, focused, rows, shared, shown_texts


@pytest.fixture(scope="module")
def opened_window(request, qapp, sqlite_template, tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    with shared(request, qapp, sqlite_template, folder) as (database, hands):
        database.unguarded_write(lambda c: c.execute(update(QueueRow).values(name="Algemeen")))
        for code, name in (("permits", "Vergunningen"),):
            row = {"code": code, "name": name, "norm_value": 1, "norm_unit": "working_days", "position": 9}
            database.unguarded_write(lambda c, row=row: c.execute(insert(QueueRow).values(**row)))
        ruben = {"id": new_id(), "login": "ruben", "name": "Ruben Smit", "is_active": True}
        database.unguarded_write(lambda c: c.execute(insert(AgentRow).values(**ruben)))
        role = {"agent_id": ruben["id"], "role": "agent"}
        database.unguarded_write(lambda c: c.execute(insert(AgentRoleRow).values(**role)))
        products = dict(rows(database, ProductRow.name, ProductRow.id))
        TownHall(database, passport=products["Paspoort"], form=products["Grofvuil ophalen"])
        beside = Database(open_sqlite(folder / "kcc.db", SQLITE_KEY, login="ruben"), origin="ruben")
        partner = {"id": new_id(), "kind": "partner", "name": "Woningcorporatie", "source_key": "partner"}
        database.unguarded_write(lambda c: c.execute(insert(ColleagueRow).values(**partner)))
        yield database, hands, beside
        beside.close()


@pytest.fixture
def work(opened_window, qtbot):
    """Hands at an open Werk panel whose only queue in front is empty: what was there before is closed."""
    database, hands, beside = opened_window
    done = {"state": "done", "closed_at": datetime.now(UTC), "taken_by": None, "taken_at": None}
    mine = (TaskRow.state == "open") & (TaskRow.taken_by.is_(None) | (TaskRow.taken_by == _me(database)))
    database.unguarded_write(lambda c: c.execute(update(TaskRow).where(mine).values(**done)))
    queue = {
        "code": f"q{new_id().hex[-12:]}",
        "name": "Terugbellen",
        "norm_value": 1,
        "norm_unit": "hours",
        "position": 1,
    }
    database.unguarded_write(lambda c: c.execute(insert(QueueRow).values(**queue)))
    fresh = emptied(hands, qtbot)
    fresh.window.panels.show("contact")
    return Werk(database, fresh, queue["code"], beside)


class Werk:
    """The panel with its database: makes items, opens, and reads what became of them."""

    def __init__(self, database, hands, queue, beside):
        self.beside = beside  # the same database, as Ruben's desk reaches it
        self.database, self.hands, self.window, self.queue = database, hands, hands.window, queue

    def item(self, text="Wil weten waarom toeslag is gestopt", minutes=60, party=None, product_id=None, **changes):
        due = datetime.now(UTC) + timedelta(minutes=minutes)
        wish = TaskWish(new_id(), TaskKind.CALLBACK, None, text, "0612345678", due, product_id)
        ContactService(self.database).record(conversation(question(party, tasks=(wish,), **changes)))
        self.into_queue([wish.id])
        return wish.id

    def into_queue(self, ids):
        put = update(TaskRow).where(TaskRow.id.in_(ids)).values(queue_code=self.queue)
        self.database.unguarded_write(lambda c: c.execute(put))

    def open(self, wanted=None):
        self.hands.key("panel_work")
        self.panel = self.window.panels.panel()
        self.hands.running.desk.work.load()
        self.hands.settle()
        self.panel.queues.choose(wanted or in_queue(self.queue))
        self.hands.settle()
        self.hands.count = 0
        self.panel.focus_home()
        return self.panel

    def task(self, task_id):
        (found,) = rows(self.database, TaskRow.__table__, where=TaskRow.id == task_id)
        return found

    def moves(self, task_id):
        found = rows(self.database, WorkEventRow.number, WorkEventRow.move, where=WorkEventRow.task_id == task_id)
        return [move for _, move in sorted(found)]

    def titles(self):
        return [item.task.title for item in self.panel.model.items()]


def _me(database):
    return rows(database, AgentRow.id, where=AgentRow.name == "Noor Jansen")[0].id


def test_items_stand_in_the_order_of_their_norm_with_what_can_be_read_of_them(work):
    party = register(work.database, "Anna", "Wiersma", "")
    work.item("Later", 300, party)
    work.item("Eerst\nmet meer", -65)
    work.item("Straks", 38)
    panel = work.open()
    assert work.titles() == ["Eerst", "Straks", "Later"]
    said = [panel.model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert said[0].startswith("1 u 05 over, Eerst, ")
    assert said[1].startswith("nog 3")
    assert said[1].endswith("vrij")
    assert "Anna Wiersma" in said[2]
    assert panel.head.chips[Narrowing.OVER].accessibleName().endswith("1")
    assert focused() is panel.view


def test_take_makes_it_mine_with_one_key(work):
    task_id = work.item()
    work.open()
    work.hands.chord("T")
    assert work.hands.count == 1
    assert work.task(task_id).taken_by == _me(work.database)
    assert work.panel.model.items()[0].taken_by == "Noor Jansen"
    work.hands.chord("G")
    assert work.task(task_id).taken_by is None
    assert work.moves(task_id) == ["taken", "given_back"]


def test_next_takes_the_most_urgent_and_opens_it(work):
    late, early = work.item("Later", 200), work.item("Nu", 10)
    panel = work.open()
    work.hands.key("finish")
    assert (work.task(early).taken_by, work.task(late).taken_by) == (_me(work.database), None)
    assert panel.view.opened_id() == early
    assert panel.card.item.task.title == "Nu"
    work.hands.key("finish")
    assert panel.view.opened_id() == late
    work.hands.key("finish")
    assert "Er ligt hier niets meer" in panel.head.said.text()


def test_an_item_opens_in_place_with_its_text_and_history(work):
    party = register(work.database, "Anna", "Wiersma", "")
    task_id = work.item("Paspoort voor mij en mijn dochter\nVóór de voorjaarsvakantie.", 38, party)
    work.item("Ander", 90)
    panel = work.open()
    work.hands.chord("Return")
    texts = " ".join(shown_texts(panel.card))
    for wanted in ("Vóór de voorjaarsvakantie.", "Anna Wiersma", "06-12 34 56 78", "door Noor Jansen"):
        assert wanted in texts
    assert panel.view.rowHeight(0) > panel.view.rowHeight(1)
    work.hands.chord("Escape")
    assert panel.view.opened_id() is None
    assert panel.view.rowHeight(0) == panel.view.rowHeight(1)
    assert focused() is panel.view
    assert work.task(task_id).state == "open"


def test_what_arrived_says_who_sent_it_whose_it_may_be_and_which_files_came(work):
    known = PartyService(work.database)
    for name in ("Anna", "Bert"):
        known.register_person(RegisterPerson(new_id(), PersonName(name, "", "Wiersma"), phone="0687654321"))
    files = (GivenAttachment("brief.pdf", "application/pdf", b"%PDF-"), GivenAttachment("x.exe", "", b"MZ"))
    sender = Sender("<b>A. W.</b>", "06 87654321")
    form = IncomingConversation(
        "website", str(new_id()), "e-form", datetime.now(UTC), sender, "Hallo", attachments=files
    )
    received = IncomingService(work.database).receive(form)
    assert (received.party_id, received.matches) == (None, 2)
    work.into_queue([received.task_id])
    panel = work.open()
    work.hands.chord("Return")
    work.hands.settle()
    texts = " ".join(shown_texts(panel.card))
    for wanted in (
        "<b>A. W.</b>, 06 87654321",
        "via website",
        "Anna Wiersma",
        "Bert Wiersma",
        "brief.pdf",
        "x.exe (niet",
    ):
        assert wanted in texts


def test_not_reached_asks_when_again_and_enter_takes_the_first(work):
    task_id = work.item()
    work.open()
    work.hands.chord("T")
    work.hands.chord("N")
    work.hands.chord("Return")
    task = work.task(task_id)
    assert (task.attempts, task.taken_by, task.state) == (1, None, "open")
    assert task.next_try_at > datetime.now(UTC)
    assert work.moves(task_id) == ["taken", "not_reached"]
    panel = work.panel
    panel.queues.choose(WorkList(ListKind.NOT_REACHED))
    work.hands.settle()
    assert [item.task.id for item in panel.model.items()] == [task_id]


@pytest.mark.parametrize("key", ["work_close", "work_not_reached", "work_hand_over"])
def test_what_is_picked_for_a_row_that_went_away_is_not_done_to_its_neighbour(work, key):
    """Ruben closes the first one while the list is open; the second becomes the row in front."""
    first, second = work.item("Als eerste", 10), work.item("Als tweede", 20)
    panel = work.open()
    work.hands.key(key)
    WorkService(work.beside).close(CloseWork(new_id(), first, WorkOutcome.SETTLED))
    panel.reading.reload()
    work.hands.settle()
    assert work.titles() == ["Als tweede"]
    assert panel.view.current_item().task.id == second
    work.hands.chord("Return")
    assert work.moves(second) == []
    assert work.moves(first) == ["done"]
    assert panel.card is None


def test_a_digit_picks_from_a_list_at_once(work):
    task_id = work.item()
    work.open()
    work.hands.chord("S")
    work.hands.type("4")
    work.hands.chord("Return")  # nothing has to be told
    assert work.task(task_id).state == "withdrawn"
    assert rows(work.database, WorkEventTextRow.text, where=WorkEventTextRow.task_id == task_id) == []
    assert work.panel.model.items() == []
    assert "Hier wacht niets" in shown_texts(work.panel)


def test_what_the_citizen_is_told_is_kept_and_stands_in_the_timeline(work):
    party = register(work.database, "Anna", "Wiersma", "")
    task_id = work.item(party=party)
    work.open()
    work.hands.chord("S")
    work.hands.type("1")
    work.hands.type("De toeslag loopt door")
    work.hands.chord("Return")
    assert (work.task(task_id).state, work.moves(task_id)) == ("done", ["done"])
    detail = TaskService(work.database).open(task_id)
    assert detail.told == "De toeslag loopt door"
    texts = of_task(detail, "Taak", datetime.now(UTC).date()).texts
    assert ("Gezegd tegen de inwoner", "De toeslag loopt door") in texts


def test_escape_leaves_the_item_open_while_one_is_asked_what_is_told(work):
    task_id = work.item()
    panel = work.open()
    work.hands.chord("S")
    work.hands.type("1")
    work.hands.chord("Escape")
    assert (work.task(task_id).state, panel.view.opened_id()) == ("open", task_id)
    assert not panel.card.closing.isVisible()


def test_the_hours_of_the_settings_reach_norms_and_next_tries(database, qapp, tmp_path):
    every_night = (Hours(time(22), time(23)),) * 7
    make_queue(database, norm_value=1)
    running = open_desk(qapp, database, tmp_path, office_hours=every_night)
    assert running.desk.work.hours == every_night
    entered = running.services.work.enter(EnterWork(new_id(), "vergunningen", "e-form", "Wanneer?"))
    assert entered.task.due_at.astimezone(HERE).hour in (22, 23)
    running.stop()


def test_a_next_try_is_within_the_offices_own_hours(work, monkeypatch):
    at_night = ((time(22), time(23)),) * 7
    monkeypatch.setattr(work.window.desk.work, "hours", at_night)
    work.item()
    work.open()
    work.hands.chord("N")
    work.hands.chord("Return")
    (again,) = rows(work.database, TaskRow.next_try_at, where=TaskRow.queue_code == work.queue)
    assert again.next_try_at.astimezone(HERE).hour in (22, 23)


@pytest.mark.parametrize(
    ("typed", "column", "name"),
    [
        ("Vergunningen", "queue_code", "permits"),
        ("Ruben Smit", "meant_for", AgentRow),
        ("Woningc", "owner_colleague_id", ColleagueRow),
    ],
)
def test_work_is_handed_over_to_a_queue_an_agent_or_a_partner(work, typed, column, name):
    task_id = work.item()
    panel = work.open()
    work.hands.chord("O")
    work.hands.row(typed=typed)
    work.hands.type("Kent de zaak al")
    work.hands.chord("Return")
    wanted = name
    if not isinstance(name, str):
        (found,) = rows(work.database, name.id, where=name.name.startswith(typed[:6]))
        wanted = found.id
    assert getattr(work.task(task_id), column) == wanted
    assert work.moves(task_id) == ["handed_over"]
    said = rows(work.database, WorkEventTextRow.text, where=WorkEventTextRow.task_id == task_id)
    assert [one.text for one in said] == ["Kent de zaak al"]
    assert panel.view.opened_id() is None


def test_nothing_is_handed_over_without_a_reason(work):
    task_id = work.item()
    panel = work.open()
    work.hands.chord("O")
    work.hands.row(typed="Ruben Smit")
    work.hands.chord("Return")
    assert work.moves(task_id) == []
    assert "Zeg waarom" in " ".join(shown_texts(panel.card))


def test_a_colleagues_item_says_who_and_cannot_be_taken(work):
    task_id = work.item()
    panel = work.open()
    colleague_takes(work.database, task_id, "Sanne de Boer")
    work.hands.chord("T")
    assert "Sanne de Boer" in panel.head.said.text()
    assert panel.model.items()[0].taken_by == "Sanne de Boer"  # the row was read again by itself
    work.hands.chord("Return")
    assert not panel.card.buttons["work_close"].isEnabled()


def test_filters_by_digit_narrow_the_list(work):
    work.item("Vrij", 100)
    mine = work.item("Van mij", 200)
    work.item("Te laat", -10)
    panel = work.open()
    work.hands.chord("Down")
    work.hands.chord("Down")
    work.hands.chord("T")
    for key, wanted in (
        ("3", ["Te laat", "Vrij"]),
        ("4", ["Te laat"]),
        ("5", []),
        ("1", ["Te laat", "Vrij", "Van mij"]),
    ):
        work.hands.chord(key)
        assert work.titles() == wanted
    assert work.task(mine).taken_by == _me(work.database)
    assert panel.head.chips[Narrowing.ALL].isChecked()


def test_queues_are_chosen_by_keys(work):
    work.item("Algemeen")
    panel = work.open(WorkList(ListKind.MINE))
    assert work.titles() == []
    work.hands.key("timeline")
    assert focused() is panel.queues.view
    while panel.queues.wanted() != in_queue(work.queue):
        work.hands.chord("Down")
    work.hands.chord("Return")
    assert focused() is panel.view
    assert work.titles() == ["Algemeen"]


def test_what_a_colleague_changes_is_read_again_and_nothing_else(work, monkeypatch):
    one, other = work.item("Eén", 30), work.item("Twee", 60)
    panel = work.open()
    reads = []
    monkeypatch.setattr(panel.reading, "reload", lambda: reads.append("all"))
    colleague_takes(work.database, one)
    work.hands.running.desk.work.touch([one])
    work.hands.settle()
    assert [item.taken_by for item in panel.model.items()] == ["Sanne", ""]
    late = work.item("Ertussen", 45)
    work.hands.running.desk.work.touch([late])
    work.hands.settle()
    assert work.titles() == ["Eén", "Ertussen", "Twee"]
    done = {"state": "done", "closed_at": datetime.now(UTC)}
    work.database.unguarded_write(lambda c: c.execute(update(TaskRow).where(TaskRow.id == other).values(**done)))
    work.hands.running.desk.work.touch([other])
    work.hands.settle()
    assert (work.titles(), reads) == (["Eén", "Ertussen"], [])


def test_long_lists_load_on_while_scrolling(work):
    wishes = tuple(
        TaskWish(new_id(), TaskKind.TASK, None, f"Item {n:03}", "", datetime.now(UTC) + timedelta(minutes=n + 1))
        for n in range(130)
    )
    ContactService(work.database).record(conversation(question(None, tasks=wishes)))
    work.into_queue([wish.id for wish in wishes])
    panel = work.open()
    assert len(work.titles()) == 50
    for _ in range(6):
        panel.view.verticalScrollBar().setValue(panel.view.verticalScrollBar().maximum())
        work.hands.settle()
    assert work.titles() == [f"Item {n:03}" for n in range(130)]


def in_the_rail(work):
    button = next(one for one in work.window.frame.rail.buttons() if one.door.id == "work")
    return int("".join(filter(str.isdigit, button.accessibleName())) or 0)


def test_the_rail_counts_what_fits_me(work):
    work.open()
    before = in_the_rail(work)
    work.item()
    taken = work.item()
    colleague_takes(work.database, taken, "Joris")
    work.open()
    assert in_the_rail(work) == before + 1


def test_letters_are_text_where_one_types(work):
    task_id = work.item()
    panel = work.open()
    work.hands.chord("O")
    work.hands.row(typed="Ruben Smit")
    work.hands.type("TNSG")
    assert panel.card.handing.text.text() == "TNSG"
    assert work.moves(task_id) == []


def test_a_click_on_the_line_of_an_opened_row_closes_it(work):
    work.item()
    panel = work.open()
    work.hands.chord("Return")
    QTest.mouseClick(panel.card, Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    QApplication.processEvents()
    assert panel.view.opened_id() is None


def test_a_colleague_who_looks_is_told_on_the_row(work):
    task_id = work.item()
    panel = work.open()
    LookingService(work.beside).look(Sight(LookingKind.TASK, task_id))
    panel.opened.onlookers.ask()
    work.hands.settle()
    assert panel.painter.looking == {task_id: "kijkt mee: Ruben Smit"}
    work.hands.chord("Return")
    mine = LookingRow.agent_id == _me(work.database)
    assert [one.entity_id for one in rows(work.database, LookingRow.entity_id, where=mine)] == [task_id]
    work.hands.chord("Escape")
    assert rows(work.database, LookingRow.entity_id, where=mine) == []


def test_next_gives_nothing_of_a_queue_whose_skill_one_has_not(work):
    task_id = work.item()
    change = update(QueueRow).where(QueueRow.code == work.queue).values(skills="burgerlijke-stand")
    work.database.unguarded_write(lambda c: c.execute(change))
    work.open()
    assert work.panel.head.chips[Narrowing.FITS].accessibleName().endswith(" 0")
    work.hands.key("finish")
    assert work.task(task_id).taken_by is None
    add = insert(AgentSkillRow).values(agent_id=_me(work.database), skill="burgerlijke-stand")
    work.database.unguarded_write(lambda c: c.execute(add))
    work.open()
    work.hands.key("finish")
    assert work.task(task_id).taken_by == _me(work.database)


def test_the_model_is_one_as_qt_wants_it(work, qtmodeltester):
    work.item()
    panel = work.open()
    qtmodeltester.check(panel.model)
    late = work.item("Nog een", 5)
    work.hands.running.desk.work.touch([late])
    work.hands.settle()
    work.hands.chord("T")
    qtmodeltester.check(panel.model)
    assert len(work.titles()) == 2


def test_left_alone_nothing_opened_stays_in_sight(work):
    work.item("Wil weten waarom\nBelt uit het ziekenhuis")
    panel = work.open()
    work.hands.chord("Return")
    assert "Belt uit het ziekenhuis" in shown_texts(panel)
    work.window.idling.left_alone.emit()
    assert panel.card is None
    assert "Belt uit het ziekenhuis" not in shown_texts(panel)
    panel.focus_home()
    work.hands.chord("Return")
    assert "Belt uit het ziekenhuis" in shown_texts(panel)


# Calling out


def begin_call(work, text="Wil weten waarom toeslag is gestopt", **changes):
    party = register(work.database, "Yara", "Idrissi", "El")
    task_id = work.item(text, 60, party, **changes)
    work.open()
    work.hands.chord("B")
    return task_id, party


def test_calling_out_takes_the_item_and_begins_the_conversation(work):
    task_id, party = begin_call(work)
    assert work.hands.count == 1
    task = work.task(task_id)
    assert (task.taken_by, task.calling_at is not None) == (_me(work.database), True)
    ongoing = work.hands.running.desk.conversations.active()
    assert (ongoing.direction, ongoing.speaker.id, ongoing.work.task_id) == (Direction.OUTBOUND, party, task_id)
    assert ongoing.caller_number == "+31612345678"
    assert work.window.panels.front == "contact"
    assert "Wil weten waarom toeslag is gestopt" in shown_texts(work.window.contact.work)
    work.hands.key("panel_work")
    assert "Noor Jansen belt nu" in work.panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_finishing_the_call_closes_the_item_and_leaves_an_outbound_contact(work):
    task_id, _party = begin_call(work)
    ongoing = work.hands.running.desk.conversations.active()
    work.hands.type("Uitgelegd waarom.")
    work.hands.key("finish")
    task = work.task(task_id)
    assert (task.state, task.taken_by, task.calling_at) == ("done", None, None)
    assert work.moves(task_id) == ["taken", "done"]
    (kept,) = rows(work.database, ConversationRow.direction, where=ConversationRow.id == ongoing.id)
    assert kept.direction == "outbound"


def test_a_call_about_a_confidential_item_is_recorded_as_confidential(work):
    task_id, _party = begin_call(work, is_confidential=True)
    ongoing = work.hands.running.desk.conversations.active()
    work.hands.type("Uitgelegd waarom.")
    work.hands.key("finish")
    assert work.task(task_id).state == "done"
    where = ContactRow.conversation_id == ongoing.id
    ((secrecy,),) = rows(work.database, ContactRow.confidentiality, where=where)
    assert secrecy == "confidential"


def test_a_call_after_which_the_item_stays_open(work):
    task_id, _party = begin_call(work)
    work.hands.type("Zoekt papieren op.")
    work.hands.click(work.window.contact.work._end.segments()[1])
    work.hands.key("finish")
    task = work.task(task_id)
    assert (task.state, task.taken_by, task.calling_at) == ("open", _me(work.database), None)


def test_nobody_picks_up_and_one_key_says_so(work):
    task_id, _party = begin_call(work)
    ongoing = work.hands.running.desk.conversations.active()
    work.hands.key("not_reached")
    task = work.task(task_id)
    assert (task.attempts, task.taken_by, task.calling_at) == (1, None, None)
    assert task.next_try_at > datetime.now(UTC)
    assert work.hands.running.desk.conversations.active() is None
    assert rows(work.database, ConversationRow.id, where=ConversationRow.id == ongoing.id) == []
    assert work.window.panels.front == "work"


def test_what_was_typed_before_nobody_picked_up_stands_at_the_attempt(work):
    task_id, _party = begin_call(work)
    work.hands.type("Voicemail ingesproken.")
    work.hands.key("not_reached")
    (text,) = rows(work.database, WorkEventTextRow.text, where=WorkEventTextRow.task_id == task_id)
    assert text == ("Voicemail ingesproken.",)


def test_what_does_not_fit_with_an_attempt_stays_and_says_so(work):
    task_id, _party = begin_call(work)
    ongoing = work.hands.running.desk.conversations.active()
    work.hands.running.desk.conversations.put(ongoing.with_question(summary="x" * 1001))
    work.hands.key("not_reached")
    assert work.hands.running.desk.conversations.active().question.summary == "x" * 1001
    assert work.task(task_id).attempts == 0
    assert any("hoogstens 1.000 tekens" in text for text in shown_texts(work.window.contact))


def test_an_attempt_whose_answer_got_lost_stands_once_and_the_call_can_still_be_finished(work, monkeypatch):
    """Written, but the desk did not hear so: again is the same attempt, and finishing is a move of its own."""
    task_id, _party = begin_call(work)
    service, heard = work.hands.running.desk.work.service, WorkService.note_attempt

    def unheard(command):
        heard(service, command)
        raise DatabaseAway

    monkeypatch.setattr(service, "note_attempt", unheard)
    work.hands.key("not_reached")
    work.hands.key("not_reached")
    assert work.task(task_id).attempts == 1
    ongoing = work.hands.running.desk.conversations.active()
    work.hands.type("Belde zelf terug.")
    work.hands.key("finish")
    assert work.moves(task_id) == ["taken", "not_reached", "done"]
    assert len(rows(work.database, ConversationRow.id, where=ConversationRow.id == ongoing.id)) == 1


def test_a_call_that_is_thrown_away_leaves_the_item_mine_and_nobody_calling(work):
    task_id, _party = begin_call(work)
    ongoing = work.hands.running.desk.conversations.active()
    work.hands.running.desk.finishing.throw_away(ongoing.id)
    work.hands.settle()
    task = work.task(task_id)
    assert (task.state, task.taken_by, task.calling_at) == ("open", _me(work.database), None)


def test_a_colleagues_item_is_not_called_about(work):
    task_id = work.item()
    work.open()
    WorkService(work.beside).take(new_id(), task_id)
    work.hands.chord("B")
    assert work.hands.running.desk.conversations.active() is None
    assert "Ruben Smit" in work.panel.head.said.text()


# Planning in place


def passport(work):
    return rows(work.database, ProductRow.id, where=ProductRow.name == "Paspoort")[0].id


def planned(work, party):
    columns = (AppointmentRow.state, AppointmentRow.reference, AppointmentRow.id)
    return rows(work.database, *columns, where=AppointmentRow.party_id == party)


def test_an_appointment_is_planned_from_the_item_in_place(work):
    party = register(work.database, "Anna", f"Wiersma{new_id().hex[-6:]}", "")
    task_id = work.item("Paspoort voor mij", 38, party, passport(work))
    panel = work.open()
    work.hands.key("appointment")
    form = panel.card._part
    assert panel.card.isAncestorOf(form)
    assert form.times.hasFocus()
    assert work.task(task_id).taken_by == _me(work.database)
    work.hands.chord("Return")
    assert work.hands.count == 2
    ((state, code, _),) = planned(work, party)
    assert state == "booked"
    assert work.task(task_id).state == "done"
    assert code in panel.head.said.text()
    (note,) = rows(work.database, WorkEventTextRow.text, where=WorkEventTextRow.task_id == task_id)
    assert code in note.text
    # It stands with the contact in which it was asked for, and names no talk that nobody had.
    columns = (AppointmentRow.contact_id, AppointmentRow.conversation_id)
    ((contact_id, talk_id),) = rows(work.database, *columns, where=AppointmentRow.party_id == party)
    assert (contact_id, talk_id) == (work.task(task_id).contact_id, None)
    wrong = register(work.database, "Anne", f"Wiersma{new_id().hex[-6:]}", "")
    ContactService(work.database).move(MoveContact(new_id(), contact_id, wrong, "verkeerde persoon"))
    assert rows(work.database, AppointmentRow.party_id, where=AppointmentRow.contact_id == contact_id) == [(wrong,)]
    assert work.hands.running.desk.conversations.all() == ()
    assert panel.model.items() == []


def test_what_is_planned_from_a_confidential_item_is_confidential(work):
    party = register(work.database, "Anna", f"Wiersma{new_id().hex[-6:]}", "")
    work.item("Paspoort voor mij", 38, party, passport(work), is_confidential=True)
    work.open()
    work.hands.key("appointment")
    work.hands.chord("Return")
    ((secrecy,),) = rows(work.database, AppointmentRow.confidentiality, where=AppointmentRow.party_id == party)
    assert secrecy == "confidential"


def test_escape_lets_the_time_go_and_leaves_the_item_open(work):
    party = register(work.database, "Anna", f"Wiersma{new_id().hex[-6:]}", "")
    task_id = work.item("Paspoort voor mij", 38, party, passport(work))
    panel = work.open()
    before = len(rows(work.database, OccupancyRow.quantum))
    work.hands.key("appointment")
    assert len(rows(work.database, OccupancyRow.quantum)) > before
    work.hands.chord("Escape")
    assert len(rows(work.database, OccupancyRow.quantum)) == before
    assert panel.card is not None
    assert panel.card._part is None
    assert work.task(task_id).state == "open"
    work.hands.chord("Escape")
    assert panel.card is None


def test_what_it_is_about_is_asked_where_nobody_said_so(work):
    task_id = work.item("Wil langskomen", 38)
    panel = work.open()
    work.hands.key("appointment")
    work.hands.row(typed="Paspoort")
    assert panel.card._part is not None
    work.hands.chord("Return")
    assert work.task(task_id).state == "done"


def test_letters_are_the_forms_while_an_appointment_is_planned(work):
    task_id = work.item("Paspoort voor mij", 38, None, passport(work))
    panel = work.open()
    work.hands.key("appointment")
    work.hands.chord("G")
    work.hands.chord("1")
    assert work.task(task_id).taken_by == _me(work.database)
    assert panel.card._part is not None


def test_a_visit_is_planned_from_the_item_in_place(work):
    team = FieldTeam(work.database)
    party = register(work.database, "Jannie", f"Smit{new_id().hex[-6:]}", "")
    settle_at(work.database, party)
    task_id = work.item("Keukentafelgesprek", 38, party, team.product)
    panel = work.open()
    work.hands.key("visit")
    assert isinstance(panel.card._part, VisitForm)
    work.hands.chord("Return")
    ((state, reference),) = rows(
        work.database,
        VisitRow.state,
        VisitRow.reference,
        where=(VisitRow.party_id == party) & (VisitRow.state != "released"),
    )
    assert (state, work.task(task_id).state) == ("planned", "done")
    assert reference in panel.head.said.text()
    ((contact_id, talk_id),) = rows(
        work.database, VisitRow.contact_id, VisitRow.conversation_id, where=VisitRow.reference == reference
    )
    assert (contact_id, talk_id) == (work.task(task_id).contact_id, None)


# Entered by hand


def test_what_came_in_elsewhere_is_entered_by_hand(work):
    party = register(work.database, "Thijs", "Zandstra", "")
    name = rows(work.database, PartyRow.title, where=PartyRow.id == party)[0].title
    panel = work.open()
    work.hands.chord("W")
    form = panel._form
    assert form.isVisible()
    assert focused() is form.text
    work.hands.type("Rijbewijs verlopen tijdens verblijf buitenland")
    work.hands.chord("Tab")
    work.hands.chord("Tab")
    work.hands.chord("Tab")
    work.hands.chord("Space")
    work.hands.row(typed=name)
    work.hands.chord("Tab")
    work.hands.chord("Space")
    work.hands.row(typed="Paspoort")
    work.hands.chord("Ctrl+Return")
    assert form.problem() == ""
    assert not form.isVisible()
    (task,) = rows(work.database, TaskRow.__table__, where=TaskRow.party_id == party)
    assert (task.queue_code, task.channel_code, task.contact_id) == (work.queue, "e-form", None)
    assert task.product_id == passport(work)
    assert work.titles() == ["Rijbewijs verlopen tijdens verblijf buitenland"]
    assert name in panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_nothing_is_entered_without_words(work):
    panel = work.open()
    work.hands.chord("W")
    work.hands.chord("Ctrl+Return")
    assert panel._form.isVisible()
    assert "Zeg wat er gevraagd wordt" in " ".join(shown_texts(panel._form))
    work.hands.chord("Escape")
    assert work.titles() == []


def test_left_alone_what_was_typed_for_new_work_is_out_of_sight_and_stays(work):
    panel = work.open()
    work.hands.key("work_new")
    work.hands.type("Schreef ons een brief")
    work.window.idling.left_alone.emit()
    assert "Schreef ons een brief" not in shown_texts(work.window)
    panel.focus_home()
    work.hands.key("work_new")
    assert panel._form.text.toPlainText() == "Schreef ons een brief"
    panel._form.text.clear()
    work.hands.chord("Escape")
