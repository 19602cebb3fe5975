"""An appointment on the timeline: what its opened row tells, and what is done with it from there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import select

from kcc_desktop.data import appointment_writes
from kcc_desktop.data.appointments import AppointmentEventRow, AppointmentRow
from kcc_desktop.domain.appointments import (
    AppointmentState,
    Attendee,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    MoveAppointment,
    SlotTaken,
    TimeWish,
    UnlessReason,
)
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import PlannedRef
from kcc_desktop.ui.timeline.came_form import CameForm
from kcc_desktop.ui.timeline.cancel_form import CancelForm
from kcc_desktop.ui.timeline.confirm_form import ConfirmForm
from kcc_desktop.ui.timeline.reschedule_form import RescheduleForm
from kcc_desktop.ui.timeline.sheet import Act
from tests.services.town_hall import HERE, TownHall
from tests.ui.timeline_desk import TimelineDesk
from tests.ui.window_desk import shown_texts


@pytest.fixture
def desk(database, qtbot, shown):
    made = TimelineDesk(database, qtbot)
    shown(made.column, 680, 760)
    made.settle()
    yield made
    made.close()


@pytest.fixture
def hall(database):
    return TownHall(database)


def card_of(desk):
    return desk.column.opening.card()


def test_an_opened_appointment_tells_all_that_is_asked_about_it(desk, hall):
    people = (Attendee(hall.passport, party_id=desk.fatima), Attendee(hall.form, "Sami", 7))
    wish = TimeWish(people, from_on=hall.tomorrow)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    said = {"phone": "+31612345678", "note": "komt met een rolstoel", "unless": UnlessReason.NO_DIGID}
    booked = hall.service.book(BookAppointment(held.id, desk.fatima, "Fatima de Vries", **said))
    desk.look_at()
    desk.open(booked.id)
    told = "\n".join(shown_texts(card_of(desk)))
    for words in (
        "9:00",
        "9:25",
        "Gemeentehuis",
        " ".join(booked.reference),
        "06-12 34 56 78",
        "Fatima de Vries · Paspoort",
        "Sami · 7 jaar · Verhuizing",
        "Pasfoto",
        "komt met een rolstoel",
        "Noor Jansen",
        "Gepland",
    ):
        assert words in told


def test_who_called_it_off_and_why_stands_in_the_row(desk, hall):
    booked = hall.booked(desk.fatima)
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.MUNICIPALITY, "balie dicht"))
    desk.look_at()
    desk.open(booked.id)
    assert "Afgezegd · door de gemeente · balie dicht" in "\n".join(shown_texts(card_of(desk)))


@pytest.fixture
def booked(desk, hall):
    """An appointment tomorrow at nine, opened on the timeline."""
    made = hall.booked(desk.fatima)
    desk.look_at()
    desk.open(made.id)
    return made


def press(desk, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    desk.settle()


def form_of(desk, kind):
    form = desk.column.forms.shown()
    assert isinstance(form, kind)
    return form


def do(desk, act, kind):
    assert desk.column.opening.do(act)
    desk.settle()
    return form_of(desk, kind)


def states(database):
    return database.unguarded_read(
        lambda c: c.execute(select(AppointmentRow.state, AppointmentRow.quantum).order_by(AppointmentRow.id)).all()
    )


def move_away(hall, appointment, minutes):
    """As a colleague would."""
    first = hall.first()
    offer = Offer(first.location_id, first.quantum + minutes // 5, 3, first.counters)
    return hall.service.move(MoveAppointment(appointment.id, new_id(), offer))


def test_another_time_is_two_keys_and_its_row_opens(desk, hall, booked):
    form = do(desk, Act.RESCHEDULE, RescheduleForm)
    assert form.times.hasFocus()
    assert len(form.offers()) == 5
    wanted = form.offers()[1]
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Return)
    assert desk.column.forms.shown() is None
    detail = desk.column.opening.detail()
    assert (detail.starts_at, detail.reference) == (wanted.starts_at, booked.reference)
    assert desk.ids() == [detail.id]
    assert hall.wrong_owners() == ([], {})
    assert sorted(state for state, _quantum in states(desk.database)) == ["booked", "rescheduled"]


def test_the_part_of_the_day_narrows_the_times(desk, booked):
    form = do(desk, Act.RESCHEDULE, RescheduleForm)
    form.part.segments()[2].click()
    desk.settle()
    assert form.offers()
    assert {offer.starts_at.astimezone(HERE).hour >= 12 for offer in form.offers()} == {True}


def test_a_time_that_was_taken_meanwhile_leaves_the_nearest(desk, hall):
    """What is wanted lies before its own time, which would be free for it whoever took what."""
    booked = hall.booked(desk.fatima, hall.service.offers(hall.wish(), 30)[-1])
    desk.look_at()
    desk.open(booked.id)
    form = do(desk, Act.RESCHEDULE, RescheduleForm)
    wanted = form.offers()[0]
    for _counter in hall.counters:
        try:
            hall.booked(None, wanted)
        except SlotTaken:
            break
    form.save()
    desk.settle()
    assert form.isVisible()
    assert "Een collega nam die tijd net" in "\n".join(shown_texts(form))
    assert wanted.quantum not in {offer.quantum for offer in form.offers()}
    form.save()
    desk.settle()
    assert desk.column.opening.detail().id != booked.id
    assert hall.wrong_owners() == ([], {})


def test_one_key_calls_it_off_and_the_row_says_by_whom(desk, hall, booked):
    desk.column.focus_list()
    press(desk, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    form = form_of(desk, CancelForm)
    form.reason.setText("ziek kind")
    assert form.by.hasFocus()
    press(desk, Qt.Key.Key_1)
    assert desk.column.opening.detail().state is AppointmentState.CANCELLED
    assert "Afgezegd · door de inwoner · ziek kind" in "\n".join(shown_texts(card_of(desk)))
    assert card_of(desk).height() >= card_of(desk).heightForWidth(card_of(desk).width())
    assert desk.column.opening.acts() == (Act.CONFIRM,)
    events = desk.database.unguarded_read(
        lambda c: c.execute(
            select(AppointmentEventRow.to_state, AppointmentEventRow.by_whom, AppointmentEventRow.reason)
            .order_by(AppointmentEventRow.number.desc())
            .limit(1)
        ).one()
    )
    assert events == ("cancelled", "citizen", "ziek kind")
    assert hall.occupied(booked.id) == 0


@pytest.mark.parametrize(("act", "kind"), [(Act.RESCHEDULE, RescheduleForm), (Act.CANCEL, CancelForm)])
def test_who_was_first_and_what_they_did_is_told(desk, hall, booked, act, kind):
    form = do(desk, act, kind)
    moved = move_away(hall, booked, 120)
    form.save()
    desk.settle()
    told = "\n".join(shown_texts(form))
    assert "Een collega was eerder" in told
    assert moved.starts_at.astimezone(HERE).strftime("%H:%M") in told
    assert not form.save_button.isEnabled()
    assert desk.ids() == [moved.id]
    press(desk, Qt.Key.Key_Escape)
    assert desk.column.forms.shown() is None


def test_what_was_called_off_is_not_called_off_by_the_other_form(desk, hall, booked):
    form = do(desk, Act.RESCHEDULE, RescheduleForm)
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.MUNICIPALITY))
    form.save()
    desk.settle()
    assert "Afgezegd · door de gemeente" in "\n".join(shown_texts(form))


def test_the_talk_it_was_made_in_reads_out_the_new_time(desk, booked):
    ongoing = desk.talk_with()
    ref = PlannedRef(booked.id, booked.reference, booked.starts_at, booked.location)
    question = replace(ongoing.question, planned=(ref,))
    desk.conversations.put(replace(ongoing, questions=(question,)))
    form = do(desk, Act.RESCHEDULE, RescheduleForm)
    wanted = form.offers()[0]
    form.save()
    desk.settle()
    (planned,) = desk.conversations.active().question.planned
    assert (planned.id, planned.starts_at) == (desk.column.opening.detail().id, wanted.starts_at)
    do(desk, Act.CANCEL, CancelForm).save()
    desk.settle()
    assert desk.conversations.active().question.planned == ()


def test_the_confirmation_is_copied_by_one_key_and_kept_as_a_letter(desk, booked, tmp_path):
    form = do(desk, Act.CONFIRM, ConfirmForm)
    assert "U heeft een afspraak bij de gemeente Noordoostpolder." in "\n".join(shown_texts(form))
    press(desk, Qt.Key.Key_1)
    assert " ".join(booked.reference) in QApplication.clipboard().text()
    press(desk, Qt.Key.Key_2)
    (dialog,) = form.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "brief.pdf"))
    desk.settle()
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")
    assert "Bewaard als brief.pdf." in "\n".join(shown_texts(form))
    dialog.fileSelected.emit(str(tmp_path / "nergens" / "brief.pdf"))
    desk.settle()
    assert "Het kan daar niet worden bewaard" in "\n".join(shown_texts(form))
    dialog.close()
    QTest.keyClick(form.ways, Qt.Key.Key_3)
    (calendar,) = (one for one in form.findChildren(QFileDialog) if one is not dialog)
    assert calendar.defaultSuffix() == "ics"
    calendar.fileSelected.emit(str(tmp_path / "afspraak.ics"))
    desk.settle()
    assert (tmp_path / "afspraak.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    calendar.close()
    QTest.keyClick(form.ways, Qt.Key.Key_4)
    assert QApplication.clipboard().text().startswith("Denkt u aan uw afspraak")
    form.close_form()


def test_that_it_is_off_is_told_too(desk, booked):
    do(desk, Act.CANCEL, CancelForm).save()
    desk.settle()
    form = do(desk, Act.CONFIRM, ConfirmForm)
    assert "gaat niet door" in "\n".join(shown_texts(form))
    assert form.ways.model().rowCount() == 3
    form.close_form()


def test_who_was_missed_came_after_all(desk, hall):
    booked = hall.booked(desk.fatima)
    allowed = (AppointmentState.BOOKED,)
    desk.database.write(lambda unit: appointment_writes.move(unit, booked.id, allowed, AppointmentState.NO_SHOW))
    desk.look_at()
    desk.open(booked.id)
    assert desk.column.opening.acts() == (Act.CAME,)
    do(desk, Act.CAME, CameForm).save()
    desk.settle()
    assert desk.column.opening.detail().state is AppointmentState.BOOKED
    assert hall.wrong_owners() == ([], {})
