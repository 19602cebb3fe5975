"""A notice by keys and by mouse, through the real window: put by who may, read by all, refused in place, ended."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.notices import NoticeRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.notices import PutNotice
from kcc_desktop.domain.written_times import parse_time
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.pressable import Pressable
from tests.services.office import roles
from tests.ui.desks import fill_lists
from tests.ui.window_desk import opened, rows


@pytest.fixture
def desk(request, qapp, qtbot, catalogues, database, tmp_path):
    """`(database, hands)` of somebody with the roles of the parameter, a team lead by default."""
    roles(database, *getattr(request, "param", (Role.TEAM_LEAD,)))
    fill_lists(database)
    with opened(qapp, database, tmp_path, qtbot) as hands:
        yield database, hands


def kept(database):
    return rows(database, NoticeRow.__table__)


def save(hands):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()


def resolved(hands):
    """The buttons on the notice line that say it works again."""
    line = hands.window.frame.notice_line
    return [one for one in line.findChildren(Pressable) if one.isVisible() and one.text() == "Storing opgelost"]


def test_an_outage_is_reported_by_keys_in_a_sentence_that_comes_with_the_product(desk):
    database, hands = desk
    hands.key("palette")
    hands.type("storing")
    hands.chord("Return")
    form = hands.window.noticing.form
    assert QApplication.focusWidget() is form.product
    hands.chord("Return")
    hands.row(typed="paspo")
    assert form.product.text() == "Paspoort"
    assert form.text.toPlainText() == "Paspoort: dit online regelen lukt nu niet."
    tomorrow = formatting.today() + timedelta(days=1)
    form.time.setText("16 uur")
    form.day.setText(formatting.full_date(tomorrow))
    save(hands)
    assert not form.isVisible()
    (row,) = kept(database)
    (product,) = rows(database, ProductRow.id, where=ProductRow.name == "Paspoort")
    assert (row.text, row.product_id) == ("Paspoort: dit online regelen lukt nu niet.", product.id)
    assert row.until == datetime(tomorrow.year, tomorrow.month, tomorrow.day, 16, tzinfo=HERE)
    (shown,) = hands.window.frame.notice_line.notices()
    assert shown.text == row.text
    hands.window.noticing.report()
    assert (form.product.text(), form.text.toPlainText(), form.time.text()) == ("", "", "")


def test_what_the_agent_made_of_the_sentence_stays_when_the_product_changes(desk):
    _database, hands = desk
    hands.key("report_notice")
    form = hands.window.noticing.form
    hands.chord("Return")
    hands.row(typed="paspo")
    hands.chord("Shift+Tab")
    hands.chord("Return")
    hands.row(typed="grof")
    assert form.text.toPlainText() == "Grofvuil ophalen: dit online regelen lukt nu niet."  # nobody touched it
    form.text.setPlainText("Grofvuil meld je nu per telefoon.")
    hands.chord("Shift+Tab")
    hands.chord("Return")
    hands.row(typed="paspo")
    assert (form.product.text(), form.text.toPlainText()) == ("Paspoort", "Grofvuil meld je nu per telefoon.")


def test_what_is_wrong_is_said_in_place_and_what_was_typed_stays(desk):
    database, hands = desk
    hands.key("report_notice")
    form = hands.window.noticing.form
    save(hands)
    assert form._fields["text"].reason() == "Zeg wat niet werkt, zodat iedereen het weet."
    form.text.setPlainText("De afsprakenkalender werkt niet.")
    for typed, day, field in (("straks", "", "until"), ("16:00", "ooit", "day"), ("9:00", "01-01-2026", "until")):
        form.time.setText(typed)
        form.day.setText(day or formatting.full_date(formatting.today()))
        save(hands)
        assert form._fields[field].reason(), typed
    assert kept(database) == []
    hands.chord("Esc")
    assert not form.isVisible()
    hands.key("report_notice")
    assert form.text.toPlainText() == "De afsprakenkalender werkt niet."


def test_it_ends_with_the_button_on_its_own_line_by_key_and_by_mouse(desk):
    database, hands = desk
    notices = hands.running.services.notices
    first, second = PutNotice(new_id(), "Eerste"), PutNotice(new_id(), "Tweede")
    for notice in (first, second):
        notices.put(notice)
    hands.window.noticing.load()
    hands.settle()
    (end,) = resolved(hands)
    assert end.accessibleName() == "Storing opgelost: Tweede"
    end.setFocus()
    hands.chord("Return")
    assert [notice.text for notice in hands.window.frame.notice_line.notices()] == ["Eerste"]
    (end,) = resolved(hands)
    hands.click(end)
    assert not hands.window.frame.notice_line.isVisible()
    assert [row.ended_at is not None for row in kept(database)] == [True, True]
    assert QApplication.focusWidget() is not None


def test_a_colleague_who_was_first_is_told_and_the_line_goes(desk):
    _database, hands = desk
    notices = hands.running.services.notices
    notice = PutNotice(new_id(), "Storing")
    notices.put(notice)
    hands.window.noticing.load()
    hands.settle()
    notices.end(notice.id)
    hands.click(resolved(hands)[0])
    assert hands.window.frame.notice_line.notices() == []
    assert hands.window.contact._refusal.accessibleName().startswith("Een collega was eerder")


@pytest.mark.parametrize("desk", [(Role.AGENT,), (Role.COUNTER,)], indirect=True)
def test_whose_role_may_not_reads_the_line_and_hears_who_can_report(desk):
    database, hands = desk
    roles(database, Role.TEAM_LEAD)
    hands.running.services.notices.put(PutNotice(new_id(), "Storing"))
    roles(database, Role.AGENT)
    hands.window.noticing.load()
    hands.settle()
    assert hands.window.frame.notice_line.isVisible()
    assert resolved(hands) == []
    action = next(one for one in hands.window.palette_card._actions if one.id == "report_notice")
    assert (action.is_enabled, action.note) == (False, "kan een teamleider of redacteur")
    hands.key("report_notice")
    assert hands.window.noticing.form is None
    told = hands.window.contact._refusal.accessibleName()
    assert told.startswith("Je kunt geen storing melden. Een teamleider of redacteur kan dat.")


def test_whose_role_was_taken_meanwhile_is_refused_by_the_service(desk):
    database, hands = desk
    hands.key("report_notice")
    form = hands.window.noticing.form
    form.text.setPlainText("De afsprakenkalender werkt niet.")
    form.text.setFocus()
    roles(database, Role.AGENT)
    save(hands)
    assert form.problem().startswith("Je mag dit niet doen")
    assert kept(database) == []


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [("16:00", 16, 0), ("16.30", 16, 30), ("9", 9, 0), ("16u", 16, 0), ("16u30", 16, 30), ("1630", 16, 30)],
)
def test_times_as_people_write_them(written, hour, minute):
    at = parse_time(written)
    assert (at.hour, at.minute) == (hour, minute)


@pytest.mark.parametrize("written", ["", "straks", "25:00", "16:75", "16:0", "٣:٠٠"])
def test_what_is_no_time(written):
    with pytest.raises(InvalidValue):
        parse_time(written)
