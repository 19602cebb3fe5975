"""The panel On location through the real window: the day as lanes, placed by hand and by key, carried out, reported."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from sqlalchemy import delete, insert, select, update

from kcc_desktop.data.agents import AgentRoleRow, AgentRow
from kcc_desktop.data.appointments import OccupancyRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.contacts import TimelineEntryRow
from kcc_desktop.data.parties import PartyAddressRow, PersonRow
from kcc_desktop.data.visits import SafetyNoteRow, SafetyNoteTextRow, VisitPartyRow, VisitReportRow, VisitRow
from kcc_desktop.data.workers import PostcodePointRow, WorkerHoursRow
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.purposes import Purpose
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.visits import PointQuality, SolverMissing, VisitTimeTaken
from kcc_desktop.domain.workers import AddAbsence
from kcc_desktop.services.visits import VisitService
from kcc_desktop.services.workers import WorkerService
from kcc_desktop.ui.frame.rail import RailButton
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.formatting import today
from tests.reports.test_day_sheet import content
from tests.services.field_team import FAR, NEAR, FieldTeam
from tests.ui.desks import register
from tests.ui.window_desk import opened, own_database, rows, shown_texts


def goes_out_as_well(connection):
    """Somebody who plans, makes visits and leads the team: that all keys can be pressed in one test."""
    agent = connection.scalar(select(AgentRow.id))
    roles = [{"agent_id": agent, "role": role} for role in ("visitor", "team_lead")]
    connection.execute(insert(AgentRoleRow), roles)


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as made:
        made.unguarded_write(goes_out_as_well)
        yield made


@pytest.fixture
def team(database):
    return FieldTeam(database)


@pytest.fixture
def party(database):
    return register(database)


@pytest.fixture
def hands(database, team, qapp, qtbot, catalogues, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as made:
        yield made


def go(hands, team):
    """To the panel, on the team's day."""
    hands.window.panels.show("location")
    hands.settle()
    panel = hands.window.panels.panel()
    panel.board.go(team.tomorrow)
    hands.settle()
    return panel


def press(hands, key):
    QTest.keyClick(QApplication.focusWidget(), key)
    hands.settle()


def letter(hands, panel, name):
    """A panel's key; offscreen no window system sends shortcuts on their way."""
    panel.slots()[name]()
    hands.settle()


def visit_rows(database):
    return rows(database, VisitRow.id, VisitRow.state, VisitRow.worker_id, VisitRow.quantum)


def test_the_day_stands_in_lanes_with_the_driving_between(hands, team, party):
    first = team.booked(party)
    panel = go(hands, team)
    assert [day.worker.name for day in panel.lanes.days()] == ["Werker 1", "Werker 2", "Werker 3"]
    (item,) = panel.lanes.items()
    assert (item.stop.visit.id, item.title) == (first.id, "Emmeloord")
    panel.lanes.setFocus()
    while panel.lanes.lane() != [day.worker.id for day in panel.lanes.days()].index(first.worker_id):
        press(hands, Qt.Key.Key_Right)
    press(hands, Qt.Key.Key_Down)
    said = panel.lanes.accessibleDescription()
    assert "Keukentafelgesprek" in said
    assert "3 min rijden" in said
    assert "Keukentafelgesprek" in shown_texts(panel.details)
    assert panel.map.accessibleName().startswith(f"Kaart: {first.worker}")
    assert "1 Emmeloord" in panel.map.accessibleName()


def test_an_unplanned_visit_is_placed_by_keys_alone(hands, database, team, party):
    waiting = team.requested(party)
    panel = go(hands, team)
    letter(hands, panel, "visit_unplanned")
    assert panel.unplanned.list.hasFocus()
    press(hands, Qt.Key.Key_Return)
    assert panel.board.now().placing.id == waiting.id
    assert len(panel.board.now().places) >= 3
    letter(hands, panel, "visit_place")
    assert panel.unplanned.places.hasFocus()
    press(hands, Qt.Key.Key_2)
    wanted = panel.board.now().proposal
    assert wanted == panel.board.now().places[1]
    press(hands, Qt.Key.Key_Return)
    assert visit_rows(database) == [(waiting.id, "planned", wanted.worker_id, wanted.quantum)]
    assert panel.board.now().unplanned == ()
    assert panel.lanes.visit_id() == waiting.id
    assert panel.lanes.hasFocus()
    assert team.wrong_owners() == ([], {})


def mouse(kind, widget, at, buttons=Qt.MouseButton.LeftButton):
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    there = QPointF(widget.mapFromGlobal(at))
    event = QMouseEvent(kind, there, QPointF(at), button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def drag(hands, panel, to, *, let_go=True):
    """The first row of the list, in the hand, to a point of the lanes."""
    view = panel.unplanned.list.viewport()
    at = view.mapToGlobal(panel.unplanned.list.visualRect(panel.unplanned.list.model().index(0, 0)).center())
    mouse(QEvent.Type.MouseButtonPress, view, at)
    there = panel.lanes.mapToGlobal(to)
    mouse(QEvent.Type.MouseMove, view, at + QPoint(40, 0))
    hands.settle()
    mouse(QEvent.Type.MouseMove, view, there)
    hands.settle()
    if let_go:
        mouse(QEvent.Type.MouseMove, view, there + QPoint(1, 0))
        mouse(QEvent.Type.MouseButtonRelease, view, there, Qt.MouseButton.NoButton)
        hands.settle()


def point_at(panel, lane, moment):
    """Where in the lanes that moment is."""
    x = panel.lanes._x(lane) + panel.lanes._lane_width() // 2
    return QPoint(x, panel.lanes._y(moment) + 1)


def test_a_visit_is_dragged_onto_a_lane(hands, database, team, party):
    waiting = team.requested(party)
    panel = go(hands, team)
    drag(hands, panel, point_at(panel, 1, team.at(13)))
    ((visit_id, state, worker_id, _),) = visit_rows(database)
    assert (visit_id, state, worker_id) == (waiting.id, "planned", team.workers[1])
    (stop,) = panel.board.now().days[1].stops
    assert abs(stop.starts_at - team.at(13)) <= timedelta(minutes=45)
    assert team.late() == []


def test_what_is_against_it_is_said_before_it_is_let_go(hands, database, team, party):
    busy = team.booked(party, worker_ids=frozenset({team.workers[0]}))
    WorkerService(database).add_absence(AddAbsence(new_id(), team.workers[1], team.at(12), team.at(14), "Overleg"))
    team.requested(party)
    panel = go(hands, team)

    def against(lane, moment):
        drag(hands, panel, point_at(panel, lane, moment), let_go=False)
        return panel.lanes._against[1]

    begin = busy.starts_at + timedelta(minutes=10)
    assert "Daar staat al Emmeloord" in against(0, begin)
    assert "Daar staat al Overleg, 12:00–14:00" in against(1, team.at(13))
    assert visit_rows(database)[1].state == "booked" or visit_rows(database)[0].state == "booked"


def test_escape_stops_placing_and_the_visit_waits_on(hands, database, team, party):
    team.requested(party)
    panel = go(hands, team)
    letter(hands, panel, "visit_unplanned")
    letter(hands, panel, "visit_place")
    assert panel.lanes.rect_of is not None
    assert panel.board.now().placing is not None
    assert panel.later()
    assert panel.board.now().placing is None
    assert [row.state for row in visit_rows(database)] == ["booked"]


def test_out_of_the_day_and_back_the_promise_stays(hands, database, team, party):
    booked = team.booked(party)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    letter(hands, panel, "visit_unplan")
    assert [row.state for row in visit_rows(database)] == ["booked"]
    (waiting,) = panel.board.now().unplanned
    assert (waiting.window_from, waiting.window_until) == (booked.window_from, booked.window_until)
    letter(hands, panel, "visit_place")
    letter(hands, panel, "visit_place")
    panel.board.drop()
    hands.settle()
    ((_, state, _, _),) = visit_rows(database)
    assert state == "planned"


def test_on_the_way_there_reported_signed_and_done_once_more(hands, database, team, party):
    booked = team.booked(party)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    for state in ("dispatched", "en_route", "on_site"):
        letter(hands, panel, "visit_forward")
        assert [row.state for row in visit_rows(database)] == [state]
    letter(hands, panel, "visit_outcome")
    form = panel.visiting.form
    assert form.outcomes.hasFocus()
    press(hands, Qt.Key.Key_2)
    form.report.setPlainText("Alles gemeten, de drempel volgt.")
    form.identity.click()
    middle = form.pad.rect().center()
    QTest.mousePress(form.pad, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(5):
        QTest.mouseMove(form.pad, middle + QPoint(8 * step, 4 * step))
    QTest.mouseRelease(form.pad, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 20))
    form.save()
    hands.settle()
    assert form.problem() == ""
    ((outcome, checked),) = rows(
        database, VisitRow.outcome, VisitRow.identity_checked, where=VisitRow.state == "partly_done"
    )
    assert (outcome, checked) == ("partly", True)
    ((report, signer, picture),) = rows(
        database, VisitReportRow.report, VisitReportRow.signed_by, VisitReportRow.signature
    )
    assert (report, signer) == ("Alles gemeten, de drempel volgt.", "Fatima de Vries")
    assert picture.startswith(b"\x89PNG")
    ((again,),) = rows(database, VisitRow.follow_up_of, where=VisitRow.state == "booked")
    assert again == booked.id
    assert len(panel.board.now().unplanned) == 1
    assert team.wrong_owners() == ([], {})


def test_without_a_hand_on_the_glass_it_is_signed_on_paper(hands, database, team, party):
    booked = team.booked(party)
    for step in (team.service.dispatch, team.service.en_route, team.service.on_site):
        step(booked.id)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    letter(hands, panel, "visit_outcome")
    form = panel.visiting.form
    form.on_paper.click()
    assert not form.pad.isVisible()
    form.save()
    hands.settle()
    assert rows(database, VisitReportRow.signed_by, VisitReportRow.signature) == [("Fatima de Vries (op papier)", b"")]


def test_a_failed_visit_without_a_word_is_refused_in_its_place(hands, database, team, party):
    booked = team.booked(party)
    for step in (team.service.dispatch, team.service.en_route, team.service.on_site):
        step(booked.id)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    letter(hands, panel, "visit_outcome")
    form = panel.visiting.form
    press(hands, Qt.Key.Key_3)
    form.save()
    hands.settle()
    assert "Zeg wat er gebeurde" in "\n".join(shown_texts(form))
    assert [row.state for row in visit_rows(database)] == ["on_site"]


def test_all_of_a_visit_is_shown_when_it_is_opened_and_that_is_written_down(hands, database, team, party):
    booked = team.booked(party, words={"phone": "+31612345678", "access": "Achterom"})
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    assert "06-12 34 56 78" not in "\n".join(shown_texts(panel.details))
    panel.lanes.setFocus()
    press(hands, Qt.Key.Key_Return)
    assert "06-12 34 56 78" in "\n".join(shown_texts(panel.details))
    assert ("open", "visit") in [
        (row.action, row.object_kind) for row in rows(database, AuditLineRow.action, AuditLineRow.object_kind)
    ]


def test_the_link_to_a_door_has_a_point_and_no_name(hands, team, party):
    booked = team.booked(party)
    panel = go(hands, team)
    opened_links = []
    panel.along._open_link = lambda url: opened_links.append(url.toString()) or True
    panel.lanes.choose_visit(booked.id)
    letter(hands, panel, "visit_navigate")
    (link,) = opened_links
    assert link == f"geo:{NEAR.latitude:.5f},{NEAR.longitude:.5f}"
    assert QApplication.clipboard().text() == link


@pytest.mark.parametrize(
    ("name", "ending", "begin"),
    [("visit_sheet", "pdf", b"%PDF-"), ("visit_calendar", "ics", b"BEGIN:VCALENDAR")],
)
def test_the_day_is_kept_as_a_sheet_and_as_a_calendar_file(hands, database, team, party, tmp_path, name, ending, begin):
    booked = team.booked(party)
    panel = go(hands, team)
    panel.lanes.choose_lane([day.worker.id for day in panel.lanes.days()].index(booked.worker_id))
    letter(hands, panel, name)
    (dialog,) = panel.findChildren(QFileDialog)
    where = tmp_path / f"dag.{ending}"
    dialog.fileSelected.emit(str(where))
    hands.settle()
    assert where.read_bytes().startswith(begin)
    assert f"De dag is bewaard als dag.{ending}" in panel.details.said()
    actions = [row.action for row in rows(database, AuditLineRow.action)]
    assert "print" in actions
    dialog.fileSelected.emit(str(tmp_path / "nergens" / "dag.pdf"))
    hands.settle()
    assert "Daar kan het niet worden bewaard" in panel.details.said()
    dialog.close()


def test_days_without_anybody_say_so(hands, database, team):
    database.unguarded_write(lambda c: c.execute(delete(WorkerHoursRow)))
    panel = go(hands, team)
    assert "Niemand gaat deze dag op pad" in "\n".join(shown_texts(panel))


def test_another_desks_plan_is_seen_at_once(hands, database, team, party):
    panel = go(hands, team)
    assert panel.lanes.items() == ()
    booked = team.booked(party)
    panel.board.follow((Change("visit", booked.id),))
    hands.settle()
    assert [item.stop.visit.id for item in panel.lanes.items()] == [booked.id]


def test_what_the_rail_says_waits(hands, team, party):
    team.requested(party, point=FAR)
    go(hands, team)
    (door,) = (one for one in hands.window.frame.rail.findChildren(RailButton) if one.door.id == "location")
    assert door.accessibleName() == "Op locatie, 1 wacht"


def warn_of(database, party):
    """A safety note about her."""
    now = datetime.now(UTC)

    def work(connection):
        by, note = connection.scalar(select(AgentRow.id)), new_id()
        row = {"id": note, "party_id": party, "ground": "animal", "made_by": by, "made_at": now}
        connection.execute(insert(SafetyNoteRow).values(**row, ends_on=now.date() + timedelta(days=30)))
        connection.execute(insert(SafetyNoteTextRow).values(note_id=note, text="De hond bijt"))

    database.unguarded_write(work)


def test_the_safety_note_is_read_by_who_may_and_written_down(hands, database, team, party):
    warn_of(database, party)
    booked = team.booked(party)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    assert "Veiligheidsbericht aanwezig" in shown_texts(panel.details)
    assert "De hond bijt" not in "\n".join(shown_texts(panel.details))
    letter(hands, panel, "visit_safety")
    told = "\n".join(shown_texts(panel.details))
    assert "Hond of ander dier: De hond bijt" in told
    assert "read_safety" in [row.action for row in rows(database, AuditLineRow.action)]
    panel.lanes.choose_lane((panel.lanes.lane() + 1) % 3)
    assert "De hond bijt" not in "\n".join(shown_texts(panel.details))


def test_who_may_not_read_safety_notes_is_told_so(hands, database, team, party):
    warn_of(database, party)
    booked = team.booked(party)
    panel = go(hands, team)
    database.unguarded_write(lambda c: c.execute(delete(AgentRoleRow).where(AgentRoleRow.role != "agent")))
    panel.lanes.choose_visit(booked.id)
    letter(hands, panel, "visit_safety")
    assert "Je mag dit niet doen" in panel.details.said()
    assert "De hond bijt" not in "\n".join(shown_texts(panel.details))


def test_a_better_order_is_shown_before_it_is_applied(hands, database, team, party):
    """Zigzag between two villages; the solver puts what is near beside each other."""
    for point in (NEAR, FAR, NEAR, FAR):
        team.booked(party, point=point, minutes=30, worker_ids=frozenset({team.workers[0]}))
    team.requested(party, point=NEAR, minutes=30)
    panel = go(hands, team)
    before = visit_rows(database)
    letter(hands, panel, "visit_optimise")
    better = panel.board.now().better
    assert better is not None
    assert panel.better.isVisible()
    assert visit_rows(database) == before
    said = "\n".join(shown_texts(panel.better))
    assert "min rijden wordt" in said
    press(hands, Qt.Key.Key_Return)
    assert panel.board.now().better is None
    now = {row.id: (row.worker_id, row.quantum) for row in visit_rows(database)}
    assert all(now[stop.visit_id] == (stop.worker_id, stop.quantum) for stop in better.stops)
    assert team.wrong_owners() == ([], {})
    assert team.late() == []


def test_a_better_order_is_left_by_escape(hands, database, team, party):
    team.requested(party, minutes=30)
    panel = go(hands, team)
    letter(hands, panel, "visit_optimise")
    assert panel.better.isVisible()
    assert panel.later()
    assert not panel.better.isVisible()
    assert [row.state for row in visit_rows(database)] == ["booked"]
    assert panel.lanes.hasFocus()


def test_without_the_solver_it_is_said_how_to_get_it(hands, team, party, monkeypatch):
    team.booked(party)
    panel = go(hands, team)

    def missing(*_arguments):
        raise SolverMissing

    monkeypatch.setattr(VisitService, "optimise", missing)
    letter(hands, panel, "visit_optimise")
    assert "pip install kcc-desktop[routes]" in "\n".join(shown_texts(panel.head))


def test_offline_the_day_stays_and_says_from_when_it_is(hands, team, party, monkeypatch):
    booked = team.booked(party)
    panel = go(hands, team)

    def away(*_arguments):
        raise DatabaseAway("test")

    monkeypatch.setattr(VisitService, "days", away)
    panel.board.load()
    hands.settle()
    assert [item.stop.visit.id for item in panel.lanes.items()] == [booked.id]
    assert "stand van" in "\n".join(shown_texts(panel.head))


def test_a_visit_is_taken_from_one_lane_to_another(hands, database, team, party):
    booked = team.booked(party, worker_ids=frozenset({team.workers[0]}))
    panel = go(hands, team)
    (item,) = panel.lanes.items()
    at = panel.lanes.rect_of(item).center()
    to = point_at(panel, 2 if item.lane != 2 else 1, item.starts_at)
    there = panel.lanes.mapToGlobal
    mouse(QEvent.Type.MouseButtonPress, panel.lanes, there(at))
    mouse(QEvent.Type.MouseMove, panel.lanes, there(at + QPoint(40, 0)))
    hands.settle()
    mouse(QEvent.Type.MouseMove, panel.lanes, there(to))
    hands.settle()
    mouse(QEvent.Type.MouseMove, panel.lanes, there(to))
    mouse(QEvent.Type.MouseButtonRelease, panel.lanes, there(to), Qt.MouseButton.NoButton)
    hands.settle()
    ((visit_id, state, worker_id, _),) = visit_rows(database)
    assert (visit_id, state) == (booked.id, "planned")
    assert worker_id != team.workers[0]


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


@pytest.mark.parametrize("scale", [100, 150])
def test_all_that_takes_keys_has_a_name_and_tab_comes_round(hands, qapp, team, party, scale):
    team.booked(party)
    team.requested(party)
    panel = go(hands, team)
    theme.apply(qapp, theme.LIGHT, scale)
    try:
        hands.settle()
        letter(hands, panel, "visit_unplanned")
        letter(hands, panel, "visit_place")
        takers = [one for one in panel.findChildren(QWidget) if one.isVisible()]
        takers = [one for one in takers if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        assert [one for one in takers if not spoken(one)] == []
        seen = []
        for _ in range(60):
            press(hands, Qt.Key.Key_Tab)
            at = QApplication.focusWidget()
            if at in seen:
                break
            seen.append(at)
        else:
            raise AssertionError("Tab never comes round")
        inside = [one for one in seen if panel.isAncestorOf(one)]
        assert panel.lanes in inside
        assert panel.unplanned.plan_button in inside
        assert hands.window.size().width() <= 1440
    finally:
        theme.apply(qapp, theme.LIGHT)


def test_the_form_beside_the_note_has_names_and_goes_by_keys(hands, team, party, database):
    hands.telephone("answered")
    hands.type("Keukentafelgesprek aan huis")
    hands.key("visit")
    hands.settle()
    form = hands.window.visit
    assert form.place.street.hasFocus()  # nobody's address is known
    takers = [one for one in form.findChildren(QWidget) if one.isVisible()]
    assert [one for one in takers if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not spoken(one)] == []
    press(hands, Qt.Key.Key_Return)
    assert "Typ een postcode" in form.place._postcode.reason()
    form.place.street.setText("Voorbeeldstraat")
    form.place.number.setText("12a")
    form.place.postcode.setText("8302 ab")
    press(hands, Qt.Key.Key_Return)
    assert "Dit adres staat niet op de kaart" in form.place._why.text()
    point = {"postcode": "8302AB", "latitude": NEAR.latitude, "longitude": NEAR.longitude}
    database.unguarded_write(lambda c: c.execute(insert(PostcodePointRow).values(**point)))
    press(hands, Qt.Key.Key_Return)
    plan = hands.running.desk.visit_planning.plan()
    assert (plan.place.quality, plan.place.address.house_number) == (PointQuality.AGENT, 12)
    assert len(plan.proposals) >= 3
    assert "Aangewezen door een medewerker" in shown_texts(form)
    assert form.proposals.hasFocus()


def test_when_nobody_is_at_the_desk_nothing_opened_stays_in_sight(hands, database, team, party):
    warn_of(database, party)
    booked = team.booked(party, words={"phone": "+31612345678"})
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    panel.lanes.setFocus()
    press(hands, Qt.Key.Key_Return)
    letter(hands, panel, "visit_safety")
    told = "\n".join(shown_texts(panel.details))
    assert "06-12 34 56 78" in told
    assert "De hond bijt" in told
    hands.window.idling.left_alone.emit()
    hands.settle()
    told = "\n".join(shown_texts(panel.details))
    assert "06-12 34 56 78" not in told
    assert "De hond bijt" not in told
    panel.slots()["visit_safety"]()
    hands.window.idling.left_alone.emit()  # before the answer is there
    hands.settle()
    assert "De hond bijt" not in "\n".join(shown_texts(panel.details))


def test_a_covered_address_is_asked_for_and_used_once_it_is_in_sight(hands, database, team, party):
    lives = {"party_id": party, "kind": "residence", "street": "Voorbeeldstraat", "house_number": 12}
    point = {"postcode": "8302AB", "latitude": NEAR.latitude, "longitude": NEAR.longitude}

    def work(connection):
        connection.execute(insert(PartyAddressRow).values(**lives, postcode="8302 AB", place="Emmeloord"))
        connection.execute(insert(PostcodePointRow).values(**point))
        connection.execute(update(PersonRow).where(PersonRow.party_id == party).values(restriction=7))

    database.unguarded_write(work)
    hands.telephone("answered")
    hands.type("Keukentafelgesprek aan huis")
    hands.key("visit")
    hands.settle()
    form, planning = hands.window.visit, hands.running.desk.visit_planning
    assert planning.plan().proposals == ()
    assert "Het adres is afgedekt" in form.place._why.text()
    assert "Voorbeeldstraat" not in "\n".join(shown_texts(form))
    hands.window.who.revealing.ask(party, next(iter(Purpose)))
    hands.settle()
    assert planning.plan().place.address.street == "Voorbeeldstraat"
    assert len(planning.plan().proposals) >= 3


def test_a_hold_is_kept_ten_minutes_longer_by_a_key(hands, database, team, party):
    lives = {"party_id": party, "kind": "residence", "street": "Voorbeeldstraat", "house_number": 12}
    point = {"postcode": "8302AB", "latitude": NEAR.latitude, "longitude": NEAR.longitude}

    def work(connection):
        connection.execute(insert(PartyAddressRow).values(**lives, postcode="8302 AB", place="Emmeloord"))
        connection.execute(insert(PostcodePointRow).values(**point))

    database.unguarded_write(work)
    hands.telephone("answered")
    hands.type("Keukentafelgesprek aan huis")
    hands.key("visit")
    hands.settle()
    planning = hands.running.desk.visit_planning
    before = planning.plan().held
    earlier = before.expires_at - timedelta(minutes=5)
    database.unguarded_write(lambda c: c.execute(update(VisitRow).values(expires_at=earlier)))
    press(hands, Qt.Key.Key_E)
    ((state, expires_at),) = rows(database, VisitRow.state, VisitRow.expires_at)
    assert state == "held"
    assert expires_at >= before.expires_at
    assert planning.plan().held.expires_at == expires_at
    assert hands.window.visit.proposals.hasFocus()


def notes_kept(database):
    return rows(
        database,
        SafetyNoteRow.party_id,
        SafetyNoteRow.address_key,
        SafetyNoteRow.ground,
        SafetyNoteRow.ends_on,
        SafetyNoteTextRow.text,
        where=SafetyNoteTextRow.note_id == SafetyNoteRow.id,
    )


def test_a_safety_note_is_written_at_the_visit_and_ended_by_a_key(hands, database, team, party):
    booked = team.booked(party)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    assert "visit_safety" not in panel._possible()
    letter(hands, panel, "visit_warn")
    form = panel.safety.form
    assert form.ground.hasFocus()
    press(hands, Qt.Key.Key_3)
    form.note.setPlainText("De hond loopt los\nop het erf")
    proposed = today() + timedelta(days=182)
    assert form.ends_on.text() == formatting.full_date(proposed)
    QTest.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    assert not form.isVisible()
    assert notes_kept(database) == [(party, "", "animal", proposed, "De hond loopt los\nop het erf")]
    told = "\n".join(shown_texts(panel.details))
    assert "Veiligheidsbericht aanwezig" in told
    assert "De hond loopt los" in told
    letter(hands, panel, "visit_end_safety")
    assert QApplication.focusWidget() in panel.details.notes.buttons.values()
    press(hands, Qt.Key.Key_Return)
    ((ended_at, ended_by),) = rows(database, SafetyNoteRow.ended_at, SafetyNoteRow.ended_by)
    assert ended_at is not None
    assert ended_by is not None
    told = "\n".join(shown_texts(panel.details))
    assert "Het veiligheidsbericht geldt niet meer" in panel.details.said()
    assert "Veiligheidsbericht aanwezig" not in told
    assert "De hond loopt los" not in told
    assert "visit_end_safety" not in panel._possible()
    actions = [row.action for row in rows(database, AuditLineRow.action)]
    assert [one for one in actions if "safety" in one] == ["add_safety", "read_safety", "end_safety", "read_safety"]


def test_a_safety_note_about_the_address_holds_whoever_lives_there(hands, database, team, party):
    booked = team.booked(party)
    other = team.booked(register(database, "Jan", "Bakker", "", phone="06-8765 4321"))
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    letter(hands, panel, "visit_warn")
    form = panel.safety.form
    form.about.choose(1)
    form.note.setPlainText("Het trapgat is open")
    form.save()
    hands.settle()
    ((about, key, _, _, _),) = notes_kept(database)
    assert (about, key) == (None, "8302AB/12")
    assert panel.board.now().visit(other.id).has_safety_note


def test_a_safety_note_with_a_wrong_end_is_refused_in_its_place_and_kept_typed(hands, database, team, party):
    booked = team.booked(party)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    letter(hands, panel, "visit_warn")
    form = panel.safety.form
    form.note.setPlainText("De hond bijt")
    for typed, sentence in (
        ("01-01-2020", "Een dag die nog komt"),
        ("", "Zeg tot en met welke dag het bericht geldt"),
        ("morgen", "Dit is geen datum"),
        ("01-01-2090", "Hoogstens twee jaar"),
    ):
        form.ends_on.setText(typed)
        form.save()
        hands.settle()
        assert sentence in "\n".join(shown_texts(form))
        assert (form.ends_on.text(), form.note.toPlainText()) == (typed, "De hond bijt")
        assert form.ends_on.hasFocus()
    assert notes_kept(database) == []
    form.ends_on.setText(formatting.full_date(today()))
    form.note.setPlainText(" ")
    form.save()
    hands.settle()
    assert "Zeg wat een bezoeker moet weten" in "\n".join(shown_texts(form))
    form.note.setPlainText("De hond bijt")
    assert panel.later()
    assert not form.isVisible()
    letter(hands, panel, "visit_warn")
    assert panel.safety.form is form
    form.save()
    hands.settle()
    ((_, _, _, ends_on, text),) = notes_kept(database)
    assert (ends_on, text) == (today(), "De hond bijt")
    letter(hands, panel, "visit_warn")
    assert panel.safety.form.note.toPlainText() == ""


def test_who_may_not_read_safety_notes_neither_writes_nor_ends_one(hands, database, team, party):
    database.unguarded_write(lambda c: c.execute(delete(AgentRoleRow).where(AgentRoleRow.role != "agent")))
    warn_of(database, party)
    booked = team.booked(party)
    panel = go(hands, team)
    panel.lanes.choose_visit(booked.id)
    assert "Veiligheidsbericht aanwezig" in shown_texts(panel.details)
    assert panel._possible() & {"visit_warn", "visit_end_safety"} == set()
    assert not panel.details.buttons["visit_warn"].isVisible()
    letter(hands, panel, "visit_warn")
    assert panel.safety.form is None
    letter(hands, panel, "visit_safety")
    letter(hands, panel, "visit_end_safety")
    assert panel.details.notes.buttons == {}
    assert len(notes_kept(database)) == 1


def test_more_than_one_is_invited_and_all_of_them_see_it(hands, database, team, party):
    neighbour = register(database, "Jan", "Bakker", "", phone="06-8765 4321")
    other = register(database, "Anna", "Smit", "", phone="06-8765 4322")
    warn_of(database, neighbour)
    lives = {"party_id": party, "kind": "residence", "street": "Voorbeeldstraat", "house_number": 12}
    point = {"postcode": "8302AB", "latitude": NEAR.latitude, "longitude": NEAR.longitude}

    def work(connection):
        connection.execute(insert(PartyAddressRow).values(**lives, postcode="8302 AB", place="Emmeloord"))
        connection.execute(insert(PostcodePointRow).values(**point))

    database.unguarded_write(work)
    hands.telephone("answered")
    hands.type("Keukentafelgesprek aan huis")
    hands.key("visit")
    hands.settle()
    form, planning = hands.window.visit, hands.running.desk.visit_planning
    assert form.proposals.hasFocus()
    assert not planning.plan().has_safety_note
    for name in ("Smit", "Bakker"):
        press(hands, Qt.Key.Key_I)
        assert hands.window.rect().contains(form.extras.invited.choice._picker.geometry())
        hands.type(name)
        press(hands, Qt.Key.Key_Return)
        assert form.proposals.hasFocus()
    assert [one.id for one in planning.plan().invited] == [other, neighbour]
    assert planning.plan().has_safety_note
    form.extras.invited.buttons[other].click()
    hands.settle()
    assert form.proposals.hasFocus()
    assert "Anna Smit" not in "\n".join(shown_texts(form))
    assert [one.id for one in planning.plan().invited] == [neighbour]
    press(hands, Qt.Key.Key_Return)
    ((visit_id, state, worker_id, _),) = visit_rows(database)
    assert state == "planned"
    invited = rows(database, VisitPartyRow.party_id, VisitPartyRow.position)
    assert sorted(invited, key=lambda row: row.position) == [(party, 0), (neighbour, 1)]
    shown = rows(
        database, TimelineEntryRow.party_id, TimelineEntryRow.object_id, where=TimelineEntryRow.kind == "visit"
    )
    assert set(shown) == {(party, visit_id), (neighbour, visit_id)}
    hands.running.desk.viewing.look_at(neighbour)
    hands.settle()
    assert "filter Bezoeken 1" in shown_texts(hands.window.timeline)
    panel = go(hands, team)
    visit = VisitService(database).open(visit_id)
    panel.board.go(formatting.local(visit.starts_at).date())
    hands.settle()
    panel.lanes.choose_visit(visit_id)
    hands.settle()
    assert "Fatima de Vries, Jan Bakker" in "\n".join(shown_texts(panel.details))
    files = hands.running.desk.services.day_sheets.make(worker_id, panel.board.now().on, "nl")
    assert b"Jan Bakker" in content(files.sheet)
    assert form.extras.invited.buttons == {}


def test_what_was_just_refused_is_not_held_again_by_itself(hands, database, team, party):
    """Time that is taken and does not look so: to try it for ever would keep the database busy and tell nobody."""
    lives = {"party_id": party, "kind": "residence", "street": "Voorbeeldstraat", "house_number": 12}
    point = {"postcode": "8302AB", "latitude": NEAR.latitude, "longitude": NEAR.longitude}
    begin = quantum_at(team.at(0, days=0))
    taken = [
        {"resource_id": worker, "quantum": quantum, "owner_id": new_id()}
        for worker in team.workers
        for quantum in range(begin, begin + 21 * 288)
    ]

    def work(connection):
        connection.execute(insert(PartyAddressRow).values(**lives, postcode="8302 AB", place="Emmeloord"))
        connection.execute(insert(PostcodePointRow).values(**point))
        connection.execute(insert(OccupancyRow), taken)

    database.unguarded_write(work)
    hands.telephone("answered")
    hands.type("Keukentafelgesprek aan huis")
    hands.key("visit")
    hands.settle()
    plan = hands.running.desk.visit_planning.plan()
    assert (plan.held, plan.holding) == (None, None)
    assert isinstance(plan.problem, VisitTimeTaken)
    assert len(plan.proposals) >= 3
    database.unguarded_write(lambda c: c.execute(delete(OccupancyRow)))
    press(hands, Qt.Key.Key_2)
    assert hands.running.desk.visit_planning.plan().held is not None
