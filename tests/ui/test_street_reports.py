"""A broken lamp through the real window: place typed, what is there seen, joined by one key, solved and told."""

import pytest
from sqlalchemy import insert

from kcc_desktop.data.contacts import ContactRow, ProductRow
from kcc_desktop.data.street_reports import StreetMessageRow, StreetReporterRow, StreetReportRow
from kcc_desktop.data.work import TaskRow, TaskTextRow
from kcc_desktop.domain.contacts import ContactKind
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.street_reports import CloseReport, ReportState
from kcc_desktop.services.street_reports import StreetReportService
from tests.services.conversations import make_party
from tests.services.test_street_reports import place, say
from tests.ui.window_desk import focused, opened, own_database, rows, shown_texts

POINT = "52.7108, 5.7486"
NOTE = "De lantaarnpaal voor de deur is kapot."


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as database:
        lamp = {"name": "Kapotte straatverlichting", "keywords": "lantaarnpaal lamp", "is_street_report": True}
        database.unguarded_write(lambda c: c.execute(insert(ProductRow).values(id=new_id(), **lamp)))
        yield database


@pytest.fixture
def hands(qapp, qtbot, database, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as hands:
        yield hands


@pytest.fixture
def lamps(database):
    return rows(database, ProductRow.id, where=ProductRow.is_street_report)[0].id


def street(hands):
    return hands.window.contact.street


def talk(hands):
    return hands.running.desk.conversations.active()


def around(hands, qtbot):
    """Typed, and what is there has come."""
    nearby = hands.running.desk.nearby
    qtbot.waitUntil(lambda: not nearby._typing.isActive(), timeout=3000)
    hands.settle()
    return nearby.around()


def report_lamp(hands, qtbot, where=POINT):
    """A conversation about the lamp with its place; what is reported there."""
    hands.key("new_conversation")
    hands.type(NOTE)
    hands.key("place")
    hands.type(where)
    return around(hands, qtbot)


def listed(hands):
    return [(row.title, row.detail) for row in street(hands).list.model().rows()]


def test_a_place_is_asked_for_where_the_product_is_about_the_street(hands, qtbot):
    hands.key("new_conversation")
    hands.type("Paspoort kwijt")
    assert street(hands).isHidden()
    hands.key("next_question")
    hands.type(NOTE)
    assert talk(hands).question.product.name == "Kapotte straatverlichting"
    assert street(hands).isVisible()
    hands.key("place")
    assert focused() is street(hands).place
    hands.type(POINT)
    assert around(hands, qtbot).reports == ()
    assert (talk(hands).question.place.latitude, talk(hands).question.place.longitude) == (52.7108, 5.7486)
    assert "Op de kaart: 52.71080, 5.74860" in shown_texts(street(hands))
    assert talk(hands).question.kind is ContactKind.SIGNAL
    hands.key("question_1")
    assert street(hands).isHidden()


def test_the_first_report_has_a_number_that_can_be_read_out(hands, database, qtbot):
    report_lamp(hands, qtbot)
    hands.key("finish")
    (report,) = rows(database, StreetReportRow.reference, StreetReportRow.state)
    assert report.state == "open"
    assert report.reference in hands.window.contact.idle.promise_text()


def test_what_is_reported_nearby_is_seen_while_typing_and_one_key_joins(hands, database, qtbot, lamps):
    report = say(database, lamps, make_party(database, "Jan Bakker"), place(40))
    found = report_lamp(hands, qtbot)
    assert [one.id for one in found.reports] == [report]
    reference = found.reports[0].reference
    assert listed(hands) == [(reference, "op 40 m · zojuist · open · 1 melder")]
    assert "Bakker" not in " ".join(shown_texts(hands.window))
    before = hands.count
    hands.key("join_report")
    assert hands.count - before == 1
    assert talk(hands).question.joined.id == report
    assert f"Gemeld bij {reference}" in shown_texts(street(hands))
    assert f"Dit is al gemeld, onder nummer {reference}." in hands.window.contact.promise.text()
    hands.key("finish")
    assert rows(database, StreetReportRow.id, StreetReportRow.reporters) == [(report, 2)]
    assert len(rows(database, StreetReporterRow.contact_id)) == 2
    assert len(rows(database, ContactRow.id)) == 2


def test_the_same_key_says_that_it_is_something_else_after_all(hands, database, qtbot, lamps):
    say(database, lamps, None, place(40))
    report_lamp(hands, qtbot)
    hands.key("join_report")
    hands.key("join_report")
    assert talk(hands).question.joined is None
    hands.key("finish")
    assert len(rows(database, StreetReportRow.id)) == 2


def test_a_click_joins_another_than_the_nearest(hands, database, qtbot, lamps):
    say(database, lamps, None, place(10))
    far = say(database, lamps, None, place(60))
    report_lamp(hands, qtbot)
    view = street(hands).list
    view.setFocus()
    hands.chord("Down")
    view.choose(1)
    hands.chord("Return")
    assert talk(hands).question.joined.id == far


def test_words_that_are_no_place_say_what_would_be_and_join_goes_there(hands, database, qtbot):
    found = report_lamp(hands, qtbot, "ergens bij de kerk")
    assert found.point is None
    assert any("Nog niet op de kaart" in text for text in shown_texts(street(hands)))
    hands.window.contact.focus_note()
    hands.key("join_report")
    assert focused() is street(hands).place
    hands.window.contact.focus_note()
    hands.key("finish")
    assert rows(database, StreetReportRow.id) == []
    assert rows(database, ContactRow.place) == [("ergens bij de kerk",)]


def test_another_place_has_another_point(hands, database, qtbot):
    report_lamp(hands, qtbot)
    field = street(hands).place
    field.selectAll()
    hands.type("52.6386, 5.8253")
    around(hands, qtbot)
    assert talk(hands).question.place.latitude == 52.6386


def test_a_report_is_taken_up_and_solved_and_its_reporters_are_told(hands, database, qtbot, lamps):
    parties = [make_party(database, name) for name in ("Fatima de Vries", "Jan Bakker")]
    report = say(database, lamps, parties[0])
    say(database, lamps, parties[1], place(), report)
    hands.key("street_reports")
    hands.row()
    form = hands.window.street_reports.form
    reference = rows(database, StreetReportRow.reference)[0].reference
    assert form.message.toPlainText() == f"Uw melding “Kapotte straatverlichting” (nummer {reference}) is opgelost."
    hands.click(form.begin_button)
    assert rows(database, StreetReportRow.state) == [(ReportState.IN_PROGRESS.value,)]
    assert form.save_button.text() == "Opgelost: laat 2 melders weten"
    hands.chord("Ctrl+Return")
    assert not form.isVisible()
    assert rows(database, StreetReportRow.state) == [(ReportState.CLOSED.value,)]
    assert {row.party_id for row in rows(database, StreetMessageRow.party_id)} == set(parties)
    assert len(rows(database, TaskRow.id)) == 2
    assert {text for (text,) in rows(database, TaskTextRow.explanation)} == {
        f"Laat weten: Uw melding “Kapotte straatverlichting” (nummer {reference}) is opgelost."
    }
    assert "2 berichten aan melders staan in de wachtrij." in " ".join(shown_texts(hands.window.contact))


def test_a_colleague_was_first(hands, database, lamps):
    report = say(database, lamps, make_party(database))
    hands.key("street_reports")
    hands.row()
    StreetReportService(database).close(CloseReport(report, "Klaar"))
    hands.chord("Ctrl+Return")
    form = hands.window.street_reports.form
    assert form.problem().startswith("Een collega was eerder.")
    assert (form.isVisible(), form.choice.text()) == (True, "")
    hands.chord("Esc")
    assert len(rows(database, TaskRow.id)) == 1


def test_without_a_report_or_words_it_says_what_is_missing(hands, database, lamps):
    say(database, lamps, make_party(database))
    hands.key("street_reports")
    hands.chord("Esc")
    hands.chord("Ctrl+Return")
    form = hands.window.street_reports.form
    assert form.isVisible()
    form.pick()
    hands.row()
    form.message.setPlainText(" ")
    hands.chord("Ctrl+Return")
    assert "Zeg wat alle melders te horen krijgen." in " ".join(shown_texts(form))
    assert rows(database, StreetReportRow.state) == [("open",)]
