"""The Agenda through the real window: days and events by keys and mouse, moved, blocked, overbooked, called off."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from sqlalchemy import select

from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.blocks import BlockRow, BlockSeriesRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.domain.agenda import EventKind, LaneKind
from kcc_desktop.domain.agenda_moves import Place
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_on
from kcc_desktop.services.blocks import BlockService
from kcc_desktop.ui.agenda.block_form import BlockForm, UnblockForm
from kcc_desktop.ui.agenda.cancel_form import CancelForm
from kcc_desktop.ui.agenda.event_card import EventCard
from kcc_desktop.ui.agenda.overbook_form import OverbookForm
from kcc_desktop.ui.agenda.store import Wanted
from tests.services.field_team import FieldTeam
from tests.services.office import roles
from tests.services.test_blocks import block
from tests.services.town_hall import HERE, TownHall
from tests.ui.desks import register
from tests.ui.window_desk import opened, own_database, rows

FRIDAY = 4


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as made:
        roles(made, Role.TEAM_LEAD)
        yield made


@pytest.fixture
def hall(database):
    """Its step is a quarter: moving by a key is seen at once."""
    products = dict(rows(database, ProductRow.name, ProductRow.id))
    return TownHall(database, passport=products["Paspoort"], form=products["Grofvuil ophalen"])


@pytest.fixture
def hands(database, hall, qapp, qtbot, catalogues, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def panel(hands):
    hands.window.panels.show("agenda")
    hands.settle()
    return hands.window.panels.panel()


def at(hall, hour, minute=0, on=None):
    return quantum_on(on or hall.tomorrow, 60 * hour + minute, HERE)


def offer(hall, quantum, counter=0):
    return Offer(hall.location, quantum, 3, (hall.counters[counter],))


def show_tomorrow(panel, hands, hall):
    panel.store.read()
    panel.store.go_to(hall.tomorrow)
    hands.settle()
    panel.week.setFocus()


def shown(panel):
    return {event.id: event for event in panel.week.events.events()}


def centre(panel, hands, event):
    panel.week.choose(event)
    hands.settle()
    return panel.week.visualRect(panel.week.currentIndex()).center()


def of_appointment(database, *columns, **where):
    statement = [getattr(AppointmentRow, name) == value for name, value in where.items()]
    return database.unguarded_read(lambda c: c.execute(select(*columns).where(*statement)).all())


def test_a_day_in_words_and_every_event_with_a_name(hands, panel, hall):
    party = register(hall.database)
    booked = hall.booked(party, offer(hall, at(hall, 9)))
    held = hall.held(offer(hall, at(hall, 10), 1))
    BlockService(hall.database).place(block(hall, hall.counters[1], from_minute=720, until_minute=780))
    show_tomorrow(panel, hands, hall)
    names = [panel.week.events.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(3)]
    assert [name.split(", ", 1)[1] for name in names] == [
        f"Paspoort, Fatima de Vries, {0}",
        f"vastgehouden door Noor Jansen tot {held.expires_at.astimezone(HERE):%H:%M}, {1}",
        "geblokkeerd, Training, 1",
    ]
    assert "09:00 – 09:15" in names[0]
    interface = QAccessible.queryAccessibleInterface(panel.week)
    spoken = [interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())]
    assert set(names) <= set(spoken)
    assert "1 afspraak · 1 vastgehouden" in panel.header._summary.text()
    assert booked.id in shown(panel)
    QAbstractItemModelTester(panel.week.events, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.store.read()
    hands.settle()


def test_arrows_go_from_event_to_event_and_on_to_the_next_day(hands, panel, hall):
    first = hall.booked(None, offer(hall, at(hall, 9)))
    below = hall.booked(None, offer(hall, at(hall, 11)))
    beside = hall.booked(None, offer(hall, at(hall, 9, 30), 1))
    show_tomorrow(panel, hands, hall)
    seen = []
    for key in ("Home", "Down", "Up", "Right", "Left"):
        hands.chord(key)
        seen.append(panel.week.event_now().id)
    assert seen == [first.id, below.id, first.id, beside.id, first.id]
    hands.chord("Right")
    hands.chord("Right")
    assert panel.store.on > hall.tomorrow
    hands.chord("Left")
    assert panel.store.on == hall.tomorrow
    assert panel.week.event_now().id == beside.id  # from the right, the lane there


def test_letters_change_day_and_week_and_are_letters_in_a_field(hands, panel, hall):
    assert panel.store.is_week
    panel.week.setFocus()
    hands.chord("D")
    assert [day.on for day in panel.store.days()] == [panel.store.on]
    hands.chord("W")
    assert len(panel.store.days()) == 7  # this town hall is open at the weekend, too
    hands.chord(">")
    assert panel.store.on == panel.store.today() + timedelta(days=7)
    hands.chord("<")
    hands.chord("<")
    hands.chord(".")
    assert panel.store.on == panel.store.today()
    hands.chord("B")
    form = panel.doing.form()
    assert isinstance(form, BlockForm)
    hands.type("DWM")
    assert (form.reason.text(), panel.store.is_week) == ("DWM", True)
    hands.chord("Esc")
    assert panel.doing.form() is None


def test_a_move_shows_what_is_against_it_and_drops_where_nothing_is(hands, panel, hall, database):
    party = register(database)
    mine = hall.booked(party, offer(hall, at(hall, 9)))
    other = hall.booked(None, offer(hall, at(hall, 9), 1))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("M")
    hands.chord("Right")
    assert other.reference in panel.header.said()
    assert panel.header.is_over()
    hands.chord("Return")  # is refused: it goes on lying there, on its way
    assert panel.moving.moved is not None
    assert of_appointment(database, AppointmentRow.state, id=mine.id) == [("booked",)]
    for _ in range(3):
        hands.chord("Down")
    assert not panel.header.is_over()
    hands.chord("Return")
    moved = of_appointment(
        database, AppointmentRow.counter_id, AppointmentRow.quantum, AppointmentRow.reference, replaces_id=mine.id
    )
    assert moved == [(hall.counters[1], at(hall, 9, 15), mine.reference)]
    assert of_appointment(database, AppointmentRow.state, id=mine.id) == [("rescheduled",)]
    assert mine.id not in shown(panel)
    assert mine.reference in panel.header.said()
    assert hall.wrong_owners() == ([], {})


def test_escape_leaves_it_where_it_was(hands, panel, hall, database):
    mine = hall.booked(None, offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("M")
    hands.chord("Up")
    assert "daar zit niet de hele tijd iemand" in panel.header.said()
    hands.chord("Esc")
    assert panel.moving.moved is None
    assert panel.header.said() == ""
    assert of_appointment(database, AppointmentRow.state, id=mine.id) == [("booked",)]


def test_past_the_last_lane_lies_the_next_day(hands, panel, hall, database):
    mine = hall.booked(None, offer(hall, at(hall, 9), 1))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("M")
    hands.chord("Right")
    on = hall.tomorrow + timedelta(days=1)
    assert panel.store.on == on
    hands.chord("Return")
    assert of_appointment(database, AppointmentRow.quantum, replaces_id=mine.id) == [(at(hall, 9, on=on),)]


def drag(week, hands, start, end):
    viewport = week.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        point = start + (end - start) * step / 5
        QTest.mouseMove(viewport, QPoint(round(point.x()), round(point.y())))
    hands.qtbot.wait(20)


def test_the_mouse_drags_to_where_nothing_is(hands, panel, hall, database):
    mine = hall.booked(None, offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    start = centre(panel, hands, shown(panel)[mine.id])
    g = panel.week.lies
    there = g.box(hall.tomorrow, hall.counters[1], at(hall, 9, 30), at(hall, 9, 45))
    end = there.center() - QPoint(panel.week.horizontalOffset(), panel.week.verticalOffset())
    drag(panel.week, hands, start, end)
    assert panel.moving.place == Place(hall.counters[1], at(hall, 9, 30))
    QTest.mouseRelease(panel.week.viewport(), Qt.MouseButton.LeftButton, pos=end)
    hands.settle()
    moved = of_appointment(database, AppointmentRow.counter_id, AppointmentRow.quantum, replaces_id=mine.id)
    assert moved == [(hall.counters[1], at(hall, 9, 30))]


def test_the_mouse_does_not_drop_on_a_promise(hands, panel, hall, database):
    mine = hall.booked(None, offer(hall, at(hall, 9)))
    other = hall.booked(None, offer(hall, at(hall, 9, 30), 1))
    show_tomorrow(panel, hands, hall)
    start = centre(panel, hands, shown(panel)[mine.id])
    scrolled = QPoint(panel.week.horizontalOffset(), panel.week.verticalOffset())
    end = panel.week.box_of(shown(panel)[other.id]).center() - scrolled
    drag(panel.week, hands, start, end)
    assert other.reference in panel.header.said()
    QTest.mouseRelease(panel.week.viewport(), Qt.MouseButton.LeftButton, pos=end)
    hands.settle()
    assert of_appointment(database, AppointmentRow.state, id=mine.id) == [("booked",)]
    assert panel.moving.moved is None


def test_a_colleague_who_was_first_leaves_it_where_it_was(hands, panel, hall, database):
    mine = hall.booked(None, offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("M")
    for _ in range(3):
        hands.chord("Down")
    hall.booked(None, offer(hall, at(hall, 9, 15)))  # not in sight yet
    hands.chord("Return")
    assert of_appointment(database, AppointmentRow.state, id=mine.id) == [("booked",)]
    assert panel.header.is_over()
    assert len(shown(panel)) == 2  # and is seen now


def test_a_colleagues_change_arrives_by_the_watcher(hands, panel, hall):
    show_tomorrow(panel, hands, hall)
    assert shown(panel) == {}
    booked = hall.booked(None, offer(hall, at(hall, 9)))
    panel.store.on_changes((Change("party", new_id()),))
    hands.settle()
    assert shown(panel) == {}
    panel.store.on_changes((Change("appointment", booked.id),))
    hands.settle()
    assert list(shown(panel)) == [booked.id]


def test_what_is_chosen_stays_so_when_others_come_and_go(hands, panel, hall):
    mine = hall.booked(None, offer(hall, at(hall, 11)))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hall.booked(None, offer(hall, at(hall, 9)))
    panel.store.read()
    hands.settle()
    assert panel.week.event_now().id == mine.id


def test_enter_opens_and_x_calls_off(hands, panel, hall, database):
    mine = hall.booked(register(database), offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("Return")
    card = panel.doing.form()
    assert isinstance(card, EventCard)
    assert mine.reference in card._lines.text()
    hands.chord("Esc")
    hands.chord("X")
    form = panel.doing.form()
    assert isinstance(form, CancelForm)
    hands.chord("2")
    assert of_appointment(database, AppointmentRow.state, id=mine.id) == [("cancelled",)]
    assert shown(panel) == {}
    assert panel.doing.form() is None


def test_left_alone_nothing_opened_stays_in_sight(hands, panel, hall, database):
    mine = hall.booked(register(database), offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("Return")
    card = panel.doing.form()
    assert mine.reference in card._lines.text()
    hands.window.idling.left_alone.emit()
    assert panel.doing.form() is None
    assert mine.reference not in card._lines.text()
    panel.week.setFocus()
    QTest.keyClick(panel.week, Qt.Key.Key_Return)
    card.cover()  # the answer is still on its way
    hands.settle()
    assert (panel.doing.form(), card._lines.text()) == (None, "")
    hands.chord("Return")
    assert mine.reference in panel.doing.form()._lines.text()


def test_left_alone_no_name_stays_in_the_days_until_the_key_that_uncovers(hands, panel, hall, database):
    booked = hall.booked(register(database), offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    assert "Fatima de Vries" in names_in(panel)
    hands.window.idling.left_alone.emit()
    assert "de Vries" not in names_in(panel)
    assert shown(panel)[booked.id].name == "afgedekt"
    panel.store.load()
    hands.settle()
    assert "de Vries" not in names_in(panel)
    hands.key("reveal")
    assert hands.window.panels.front == "agenda"
    assert "Fatima de Vries" in names_in(panel)
    hands.window.idling.left_alone.emit()
    hands.click(panel.covered.reveal)
    assert "Fatima de Vries" in names_in(panel)
    assert panel.covered.isHidden()


def names_in(panel):
    """All that the days say to whoever reads or hears them."""
    model = panel.week.events
    return "\n".join(row.spoken() for row in model.rows())


def test_the_opened_appointment_leads_to_its_resident(hands, panel, hall, database):
    mine = hall.booked(register(database), offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("Return")
    hands.chord("Ctrl+Return")
    assert hands.window.panels.front == "contact"
    assert hands.window.who.card.name() == "Fatima de Vries"
    assert hands.window.timeline.opening.detail().id == mine.id


def test_a_block_is_told_what_is_promised_and_laid_round_it(hands, panel, hall, database):
    mine = hall.booked(None, offer(hall, at(hall, 9, 30)))
    show_tomorrow(panel, hands, hall)
    hands.chord("B")
    form = panel.doing.form()
    hands.type("Training")
    form.begin.setText("9:00")
    form.end.setText("10:30")
    hands.chord("Ctrl+Return")
    assert mine.reference in form._told._text.text()
    assert form.save_button.text() == "Eromheen blokkeren"
    hands.chord("Ctrl+Return")
    placed = rows(database, BlockRow.quantum, BlockRow.quanta)
    assert sorted(placed) == [(at(hall, 9), 6), (at(hall, 9, 45), 9)]
    kinds = [event.kind for event in panel.week.events.events()]
    assert kinds == [EventKind.BLOCK, EventKind.APPOINTMENT, EventKind.BLOCK]
    assert hall.wrong_owners() == ([], {})
    panel.week.choose(panel.week.events.events()[0])
    hands.chord("Return")
    assert isinstance(panel.doing.form(), UnblockForm)
    hands.chord("Ctrl+Return")
    assert [event.kind for event in panel.week.events.events()] == [EventKind.APPOINTMENT, EventKind.BLOCK]


def test_a_block_repeats_by_a_rule_but_not_on_some_days(hands, panel, hall, database):
    show_tomorrow(panel, hands, hall)
    hands.chord("B")
    form = panel.doing.form()
    hands.type("Overleg")
    form.begin.setText("12:00")
    form.end.setText("13:00")
    form.repeat.segments()[1].click()
    last, but_not = (hall.tomorrow + timedelta(weeks=weeks) for weeks in (3, 1))
    form.until.setText(f"{last:%d-%m-%Y}")
    form.but_not.setText(f"{but_not:%d-%m-%Y}")
    hands.chord("Ctrl+Return")
    days = sorted(day for (day,) in rows(database, BlockRow.local_on))
    assert days == [hall.tomorrow + timedelta(weeks=weeks) for weeks in (0, 2, 3)]
    assert rows(database, BlockSeriesRow.repeats) == [("weekly",)]


def test_what_is_typed_wrong_is_said_at_its_field(hands, panel, hall, database):
    show_tomorrow(panel, hands, hall)
    hands.chord("B")
    form = panel.doing.form()
    form.begin.setText("half negen")
    hands.chord("Ctrl+Return")
    assert form._fields["from"].reason()
    form.begin.setText("9:00")
    form.end.setText("10:00")
    hands.chord("Ctrl+Return")
    assert form._fields["reason"].reason() == "Zeg kort waarom." or form._fields["reason"].reason()
    assert rows(database, BlockRow.id) == []


def test_one_too_many_is_booked_with_a_reason(hands, panel, hall, database):
    mine = hall.booked(None, offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    panel.store.want(Wanted(hall.passport, 1))
    hands.settle()
    panel.week.setFocus()
    panel.week.choose(shown(panel)[mine.id])
    hands.chord("O")
    form = panel.doing.form()
    assert isinstance(form, OverbookForm)
    hands.type("Jan Bakker")
    hands.chord("Ctrl+Return")
    assert form._fields["reason"].reason()
    hands.type("Reist morgen")
    hands.chord("Ctrl+Return")
    extra = [event for event in panel.week.events.events() if event.is_extra]
    assert [event.name for event in extra] == ["Jan Bakker"]
    first, second = (panel.week.box_of(shown(panel)[one]) for one in (mine.id, extra[0].id))
    assert first.intersects(second)
    assert second.left() > first.left()  # beside it, and seen as such


def test_who_may_not_is_told_so(hands, panel, hall, database):
    roles(database, Role.AGENT)
    panel.store.load()
    hands.settle()
    panel.week.setFocus()
    hands.chord("B")
    assert panel.doing.form() is None
    assert "blokkeren" in panel.header.said()


def test_first_free_by_part_of_the_day_is_chosen_by_its_digit(hands, panel, hall):
    panel.store.want(Wanted(hall.passport, 2))
    hands.settle()
    panel.week.setFocus()
    hands.chord("V")
    titles = [(row.title, row.heading) for row in panel.search.free.model().rows()]
    assert [title for title, is_heading in titles if is_heading][-1] == "Middag"
    hands.chord("1")
    (free,) = [event for event in panel.week.events.events() if event.kind is EventKind.FREE]
    assert free.quanta == 5  # a quarter of an hour, and ten minutes for the second
    assert panel.week.event_now() == free
    hands.chord("Esc")
    assert not [event for event in panel.week.events.events() if event.kind is EventKind.FREE]


def test_the_product_is_picked_by_its_name(hands, panel, hall):
    panel.week.setFocus()
    hands.chord("V")  # nothing is chosen yet: it asks for which product
    hands.type("pas")
    hands.chord("Return")
    assert panel.store.wanted == Wanted(hall.passport, 1)
    assert "15 min" in panel.search.persons.text()


def test_the_month_goes_to_a_day(hands, panel):
    panel.search.month.setFocus()
    hands.chord("Down")
    assert panel.store.on == panel.store.today() + timedelta(days=7)


@pytest.mark.parametrize("when", [datetime(2027, 3, 28, 8, tzinfo=UTC), datetime(2026, 10, 25, 8, tzinfo=UTC)])
def test_on_a_day_the_clock_changes_nine_is_at_nine(hands, panel, hall, when):
    panel.store.go_to(when.date())
    hands.settle()
    g = panel.week.lies
    at_nine = dict(g.hours())[9]
    for day in g.days:
        assert g.y_of(day, quantum_on(day.on, 9 * 60, HERE)) == at_nine


def test_nothing_in_it_stands_outside_its_place(hands, panel, hall):
    hall.booked(None, offer(hall, at(hall, 9)))
    show_tomorrow(panel, hands, hall)
    for size in ((1440, 900), (1100, 700)):
        hands.window.resize(*size)
        hands.settle()
        assert (hands.window.width(), hands.window.height()) == size
        g = panel.week.lies
        for event in panel.week.events.events():
            assert g.day_box(event.on).contains(panel.week.box_of(event))
    assert replace(panel.week.event_now() or shown(panel).popitem()[1]).on == hall.tomorrow


def test_lanes_of_who_is_on_location_can_be_left_out(hands, panel, hall, database):
    visit = FieldTeam(database, code="karin").booked()
    panel.store.go_to(visit.starts_at.astimezone(HERE).date())
    panel.store.read()
    hands.settle()
    assert [lane.kind for lane in panel.store.lanes()] == [LaneKind.COUNTER, LaneKind.COUNTER, LaneKind.WORKER]
    assert visit.id in shown(panel)
    chip = panel.header.kinds[LaneKind.WORKER]
    assert (chip.isVisible(), chip.accessibleName()) == (True, "filter Op locatie 1")
    hands.click(chip)
    assert [lane.kind for lane in panel.store.lanes()] == [LaneKind.COUNTER, LaneKind.COUNTER]
    assert visit.id not in shown(panel)
    hands.click(chip)
    panel.week.choose(shown(panel)[visit.id])
    panel.week.setFocus()
    hands.chord("Return")
    assert hands.window.panels.front == "location"


def test_what_lies_below_is_scrolled_to_with_the_heads_in_sight(hands, panel, hall):
    late = hall.booked(None, offer(hall, at(hall, 16, 30)))
    early = hall.booked(None, offer(hall, at(hall, 9)))
    hands.window.resize(1100, 700)
    show_tomorrow(panel, hands, hall)
    for one in (late, early):
        panel.week.choose(shown(panel)[one.id])
        hands.settle()
        box = panel.week.visualRect(panel.week.currentIndex())
        assert box.top() >= panel.week.lies.head
        assert box.bottom() <= panel.week.viewport().height()
    assert panel.week.lies.size().height() > panel.week.viewport().height()  # so that there was something to scroll
