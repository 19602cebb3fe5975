"""Visits on the timeline: opened, moved to another time, called off, and what the conversation reads out after it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from kcc_desktop.data.visits import VisitEventRow, VisitRow
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.ongoing import PlannedRef
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.visit_commands import CancelVisit
from kcc_desktop.domain.visits import VisitState
from kcc_desktop.ui.timeline.sheet import Act
from kcc_desktop.ui.timeline.visit_cancel_form import VisitCancelForm
from kcc_desktop.ui.timeline.visit_confirm_form import VisitConfirmForm
from kcc_desktop.ui.timeline.visit_move_form import VisitMoveForm
from tests.services.field_team import FieldTeam
from tests.ui.desks import register
from tests.ui.window_desk import opened, own_database, rows, shown_texts


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as made:
        yield made


@pytest.fixture
def team(database):
    return FieldTeam(database)


@pytest.fixture
def party(database):
    return register(database)


@pytest.fixture
def booked(team, party):
    return team.booked(party, words={"access": "Achterom", "phone": "+31612345678"})


@pytest.fixture
def hands(database, booked, qapp, qtbot, catalogues, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def opened_visit(hands, party, booked):
    """The visit opened on her timeline."""
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.window.timeline.open_entry(party, EntryKind.VISIT, booked.id)
    hands.settle()
    assert hands.window.timeline.opening.detail().id == booked.id
    return hands.window.timeline


def do(hands, timeline, act, kind):
    assert timeline.opening.do(act)
    hands.settle()
    form = timeline.forms.shown()
    assert isinstance(form, kind)
    return form


def press(hands, key):
    QTest.keyClick(QApplication.focusWidget(), key)
    hands.settle()


def test_an_opened_visit_tells_who_comes_when_and_how_one_gets_in(opened_visit, booked):
    told = "\n".join(shown_texts(opened_visit.opening.card()))
    assert booked.worker in told
    assert " ".join(booked.reference) in told
    assert "Achterom" in told
    assert "06-12 34 56 78" in told
    assert "tussen" in told
    assert opened_visit.opening.acts() == (Act.RESCHEDULE, Act.CANCEL, Act.CONFIRM)


def test_what_is_to_come_says_visits_where_they_are_visits(opened_visit):
    heading = opened_visit.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Komt nog" in heading
    assert "1 bezoek" in heading
    assert "afspraak" not in heading


def test_the_card_lists_the_visit_and_opens_it(hands, party, booked):
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    section = hands.window.who.card.appointments
    row = section.list.row_at(section.list.model().index(0, 0))
    assert row.title == "Keukentafelgesprek"
    assert row.detail.endswith(" · op locatie")
    section.pressed_row.emit(row.key)
    hands.settle()
    assert hands.window.timeline.opening.detail().id == booked.id


def test_another_time_is_promised_from_the_timeline(hands, database, team, opened_visit, booked):
    form = do(hands, opened_visit, Act.RESCHEDULE, VisitMoveForm)
    assert len(form.proposals()) >= 3
    assert form.times.hasFocus()
    press(hands, Qt.Key.Key_2)
    wanted = form.proposals()[1]
    press(hands, Qt.Key.Key_Return)
    states = dict(rows(database, VisitRow.id, VisitRow.state))
    assert states.pop(booked.id) == "rescheduled"
    ((new_id, state),) = states.items()
    assert state == "planned"
    detail = opened_visit.opening.detail()
    assert (detail.id, detail.worker_id, detail.starts_at) == (new_id, wanted.worker_id, wanted.starts_at)
    assert detail.reference == booked.reference
    assert team.wrong_owners() == ([], {})


def test_one_key_calls_it_off_with_the_reason(hands, database, team, opened_visit, booked):
    form = do(hands, opened_visit, Act.CANCEL, VisitCancelForm)
    form.reason.setText("opgenomen in het ziekenhuis")
    assert form.by.hasFocus()
    press(hands, Qt.Key.Key_1)
    assert rows(database, VisitRow.state) == [("cancelled",)]
    assert rows(database, VisitEventRow.reason, where=VisitEventRow.to_state == "cancelled") == [
        ("opgenomen in het ziekenhuis",)
    ]
    assert "Afgezegd · opgenomen in het ziekenhuis" in "\n".join(shown_texts(opened_visit.opening.card()))
    assert opened_visit.opening.acts() == ()
    assert team.occupied(booked.id) == 0


def test_who_was_first_and_what_they_did_is_told(hands, team, opened_visit, booked):
    form = do(hands, opened_visit, Act.RESCHEDULE, VisitMoveForm)
    team.service.cancel(CancelVisit(booked.id, CancelledBy.MUNICIPALITY, "auto stuk"))
    form.save()
    hands.settle()
    told = "\n".join(shown_texts(form))
    assert "Een collega was eerder" in told
    assert "Afgezegd · auto stuk" in told
    assert not form.save_button.isEnabled()


def test_the_talk_it_was_made_in_reads_out_the_new_window(hands, opened_visit, booked, party):
    hands.telephone("answered")
    hands.settle()
    conversations = hands.running.desk.conversations
    ongoing = conversations.active()
    ref = PlannedRef(booked.id, booked.reference, booked.window_from, booked.worker, until=booked.window_until)
    conversations.put(replace(ongoing, questions=(replace(ongoing.question, planned=(ref,)),)))
    hands.window.timeline.open_entry(party, EntryKind.VISIT, booked.id)
    hands.settle()
    do(hands, opened_visit, Act.RESCHEDULE, VisitMoveForm).save()
    hands.settle()
    (planned,) = conversations.active().question.planned
    now = opened_visit.opening.detail()
    assert (planned.id, planned.starts_at, planned.until) == (now.id, now.window_from, now.window_until)
    assert now.state is VisitState.PLANNED
    do(hands, opened_visit, Act.CANCEL, VisitCancelForm).save()
    hands.settle()
    assert conversations.active().question.planned == ()


def test_confirmation_and_reminder_are_copied_and_kept_as_a_letter_in_either_language(
    hands, opened_visit, booked, tmp_path
):
    form = do(hands, opened_visit, Act.CONFIRM, VisitConfirmForm)
    told = "\n".join(shown_texts(form))
    assert "Wij hebben met u afgesproken dat wij bij u langskomen." in told
    assert f"Wie komt er: {booked.worker}" in told
    press(hands, Qt.Key.Key_1)
    assert " ".join(booked.reference) in QApplication.clipboard().text()
    press(hands, Qt.Key.Key_3)
    assert QApplication.clipboard().text().startswith("Denkt u aan het bezoek van")
    form.language.segments()[1].click()
    hands.settle()
    assert "We have agreed with you" in "\n".join(shown_texts(form))
    form.ways.setFocus()
    press(hands, Qt.Key.Key_2)
    (dialog,) = form.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "brief.pdf"))
    hands.settle()
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")
    dialog.close()


@pytest.mark.parametrize("typed", [str, str.lower, " ".join])
def test_the_palette_finds_a_visit_by_its_code(hands, booked, typed):
    hands.key("palette")
    hands.type(typed(booked.reference))
    assert [key.id for key in hands.window.palette_card._shown.visits] == [booked.id]
    hands.row()
    assert hands.window.timeline.opening.detail().id == booked.id
