"""The town's own lists through the real window: by keyboard, checked while typing, nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import delete, insert, select

from kcc_desktop.data.agents import AgentRoleRow, AgentRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.calendars import ClosureRow, CounterRow, LocationRow, WeeklyHoursRow
from kcc_desktop.domain.lists import ListKind, SaveEntry
from kcc_desktop.services.lists import ListService
from kcc_desktop.ui.lists.lists_panel import KINDS
from tests.ui.window_desk import emptied, focused, rows, shared, shown_texts

ROLES = ("agent", "editor")


def give_roles(database, *names):
    def work(connection):
        agent = connection.scalar(select(AgentRow.id))
        connection.execute(delete(AgentRoleRow))
        connection.execute(insert(AgentRoleRow), [{"agent_id": agent, "role": name} for name in names])

    database.unguarded_write(work)


@pytest.fixture(scope="module")
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    with shared(request, qapp, sqlite_template, tmp_path_factory.mktemp("lists")) as both:
        yield both


@pytest.fixture
def hands(desk, qtbot):
    database, hands = desk
    give_roles(database, *ROLES)

    def empty(connection):
        for row in (WeeklyHoursRow, ClosureRow, CounterRow, LocationRow):
            connection.execute(delete(row))

    database.unguarded_write(empty)
    hands.window.panels.show("contact")
    fresh = emptied(hands, qtbot)
    fresh.database = database
    fresh.window.panels.show("administration")
    fresh.settle()
    fresh.panel = fresh.window.panels.panel()
    fresh.panel.editing.forget()
    go(fresh, ListKind.LOCATIONS)
    yield fresh
    if fresh.panel._shows_sheet():
        fresh.panel.close_sheet()


def go(hands, kind):
    hands.panel.sections.choose(KINDS.index(kind))
    hands.settle()
    hands.panel.load()
    hands.settle()


def make(hands, kind, **cells):
    saved = ListService(hands.database).save(SaveEntry(kind, "", cells)).entry
    go(hands, kind)
    return saved


HALL = {"code": "hal", "name": "Hal", "address": "Plein 1", "zone": "Europe/Amsterdam", "step": "5", "in_use": "yes"}


def location(hands, **changes):
    return make(hands, ListKind.LOCATIONS, **{**HALL, **changes})


def typed(hands, name, text):
    """Into a field of the form, in place of what is there."""
    field = hands.panel.form().fields[name]
    field.first().setFocus(Qt.FocusReason.OtherFocusReason)
    field.first().selectAll()
    hands.type(text)
    return field


def titles(hands):
    return [row.title for row in hands.panel.list.rows.model().rows()]


def test_a_location_is_made_by_keyboard_alone(hands):
    assert "Hier staat nog niets" in shown_texts(hands.panel)
    hands.window.setFocus()
    hands.panel.sections.setFocus()
    hands.key("new_entry")
    assert focused() is hands.panel.form().fields["code"].control
    hands.type("hal")
    hands.chord("Tab")
    hands.type("Stadhuis")
    hands.key("save_entry")
    assert rows(hands.database, LocationRow.code, LocationRow.name) == [("hal", "Stadhuis")]
    assert titles(hands) == ["Stadhuis"]
    assert "add_location" in {row.action for row in rows(hands.database, AuditLineRow.action)}
    assert hands.panel.form().entry().cells["zone"] == "Europe/Amsterdam"


def test_what_is_wrong_is_said_while_typing_and_what_was_typed_stays(hands):
    location(hands)
    field = typed(hands, "step", "7")
    assert (field.reason(), field.control.text()) == ("Een veelvoud van vijf minuten.", "7")
    hands.key("save_entry")
    assert rows(hands.database, LocationRow.step_minutes) == [(5,)]
    assert focused() is field.control
    typed(hands, "step", "15")
    assert field.reason() == ""
    hands.key("save_entry")
    assert rows(hands.database, LocationRow.step_minutes) == [(15,)]


def test_an_empty_form_is_no_mistake_until_it_is_saved(hands):
    hands.panel.new_entry()
    form = hands.panel.form()
    assert all(field.reason() == "" for field in form.fields.values())
    hands.key("save_entry")
    assert form.fields["code"].reason() == "Vul dit in."
    assert form.fields["name"].reason() == "Vul dit in."


def test_what_was_typed_and_not_saved_is_still_there_after_another_entry(hands):
    location(hands)
    location(hands, code="bad", name="Zwembad")
    hands.panel.list.rows.choose(0)
    typed(hands, "address", "Laan 2")
    hands.panel.list.rows.choose(1)
    assert hands.panel.form().fields["address"].cell() == "Plein 1"
    badges = [row.badge for row in hands.panel.list.rows.model().rows()]
    assert badges == ["niet opgeslagen", ""]
    hands.panel.list.rows.choose(0)
    assert hands.panel.form().fields["address"].cell() == "Laan 2"


def test_a_colleagues_change_comes_in_and_what_is_typed_is_kept(hands):
    made = location(hands)
    typed(hands, "address", "Laan 2")
    theirs = SaveEntry(ListKind.LOCATIONS, made.id, {**made.cells, "name": "Grote hal"})
    ListService(hands.database).save(theirs)
    hands.key("save_entry")
    form = hands.panel.form()
    assert "Een collega veranderde dit eerder" in form.problem()
    assert (form.fields["name"].cell(), form.fields["address"].cell()) == ("Grote hal", "Laan 2")
    hands.key("save_entry")
    assert rows(hands.database, LocationRow.name, LocationRow.address) == [("Grote hal", "Laan 2")]


def test_the_rules_of_the_database_are_said_at_the_field(hands):
    location(hands)
    hands.panel.new_entry()
    hands.type("HAL")
    typed(hands, "name", "Ander")
    hands.key("save_entry")
    assert hands.panel.form().fields["code"].reason() == "Dit is er al."
    assert hands.panel.form().fields["name"].cell() == "Ander"


def test_the_field_narrows_and_enter_goes_on_to_the_list_and_the_form(hands):
    location(hands)
    location(hands, code="bad", name="Zwembad")
    hands.panel.sections.setFocus()
    hands.key("filter_entries")
    hands.type("zwem")
    assert titles(hands) == ["Zwembad"]
    hands.chord("Return")
    assert focused() is hands.panel.list.rows
    hands.chord("Return")
    assert focused() is hands.panel.form().fields["code"].control
    assert hands.panel.form().entry().cells["name"] == "Zwembad"
    hands.key("later")
    assert focused() is hands.panel.list.rows
    hands.panel.list.focus_filter()
    hands.type("niets zo")
    assert "Nergens staan deze woorden" in shown_texts(hands.panel)
    hands.panel.list.clear_filter()


def test_hours_offer_the_counters_of_their_location(hands):
    location(hands)
    make(hands, ListKind.COUNTERS, location="Hal", name="Balie 1", position="1", skills="", in_use="yes")
    go(hands, ListKind.HOURS)
    hands.panel.new_entry()
    form = hands.panel.form()
    form.fields["location"].set_cell("Hal")
    assert form.fields["counter"]._options() == ("Balie 1",)
    form.fields["counter"].first().setFocus()
    hands.chord("Space")
    hands.row(typed="balie")
    assert form.fields["counter"].cell() == "Balie 1"
    form.fields["weekday"].set_cell("monday")
    typed(hands, "from", "09:00")
    typed(hands, "until", "08:00")
    assert form.fields["until"].reason() == "Dit is niet na het begin."
    typed(hands, "until", "17:00")
    hands.key("save_entry")
    assert titles(hands) == ["Maandag 09:00–17:00"]


def test_a_closure_is_taken_away_and_a_location_is_not(hands):
    location(hands)
    assert hands.panel.why_not("remove_entry") == "waar naar verwezen wordt, zet je buiten gebruik"
    make(hands, ListKind.CLOSURES, location="", from_on="25-12-2026", until_on="", reason="Kerst")
    hands.panel.list.focus_list()
    hands.panel.to_form()
    hands.key("remove_entry")
    assert titles(hands) == []
    assert focused() is hands.panel.list.filter
    assert rows(hands.database, LocationRow.code) == [("hal",)]


def test_a_file_is_looked_at_before_it_is_written(hands, tmp_path):
    location(hands)
    file = tmp_path / "locaties.csv"
    file.write_text("code;naam;stap\nhal;Nieuwe naam;5\nbad;Zwembad;10\nfout;Fout;7\n", encoding="utf-8")
    hands.panel.files.choose_file = lambda: str(file)
    hands.panel.list.focus_list()
    hands.key("import_list")
    sheet = hands.panel.sheet
    assert sheet.counts() == "1 nieuw, 1 gewijzigd, 0 hetzelfde, 1 geweigerd"
    assert [(row.title, row.detail) for row in sheet.refused.model().rows()] == [
        ("Regel 4, stap", "Een veelvoud van vijf minuten.")
    ]
    assert rows(hands.database, LocationRow.name) == [("Hal",)]
    assert focused() is sheet.write_button
    assert sheet.write_button.text() == "2 regels inlezen"
    hands.key("save_entry")
    assert sorted(rows(hands.database, LocationRow.name)) == [("Nieuwe naam",), ("Zwembad",)]
    assert titles(hands) == ["Nieuwe naam", "Zwembad"]
    assert sheet.isVisible()  # what was refused stays in sight
    assert not sheet.write_button.isVisible()
    hands.key("later")
    assert hands.panel.form().entry().cells["name"] == "Nieuwe naam"


def test_a_file_that_is_none_is_refused_with_what_would_be_right(hands, tmp_path):
    file = tmp_path / "lijst.csv"
    file.write_text("code;kleur\nhal;rood\n", encoding="utf-8")
    hands.panel.files.choose_file = lambda: str(file)
    hands.panel.import_file()
    hands.settle()
    assert "Deze kolommen kent het programma niet: “kleur”." in shown_texts(hands.panel.sheet)
    assert not hands.panel.sheet.write_button.isVisible()


def test_a_text_shows_an_example_and_goes_back_to_the_programs_own(hands):
    go(hands, ListKind.TEXTS)
    form = hands.panel.form()
    before = form.fields["body"].cell()
    assert "Wanneer: woensdag 25 november 2026, van 09:00 tot 09:15 uur" in form._preview.text()
    field = typed(hands, "body", "Dag {naam}")
    assert field.reason().startswith("De plaatsen in een tekst zijn: {aanhef}")
    typed(hands, "body", "Tot {datum}!")
    assert form._preview.text() == "Tot woensdag 25 november 2026!"
    hands.key("save_entry")
    assert hands.panel.list.rows.model().rows()[0].trailing == "eigen tekst"
    hands.key("remove_entry")
    assert hands.panel.form().fields["body"].cell() == before


def test_a_text_about_a_visit_has_its_own_places_and_example(hands):
    go(hands, ListKind.TEXTS)
    number = next(n for n, row in enumerate(hands.panel.list.rows.model().rows()) if row.key == "visit/resident/nl")
    hands.panel.list.rows.choose(number)
    hands.settle()
    form = hands.panel.form()
    assert "Wanneer: woensdag 25 november 2026, tussen 10:15 en 11:40 uur" in form._preview.text()
    assert "{wie}" in form._hint.text()
    assert "{meenemen}" not in form._hint.text()
    field = typed(hands, "body", "{meenemen}")
    assert "{wanneer}" in field.reason()


def test_lists_are_stepped_through_by_key_and_each_opens_its_first_entry(hands):
    location(hands)
    hands.panel.sections.setFocus()
    for _ in (*KINDS, "connections"):
        hands.key("next_list")
        hands.settle()
    assert hands.panel.kind() is ListKind.LOCATIONS
    assert hands.panel.form().entry().cells["code"] == "hal"
    hands.key("list_before")
    assert hands.panel.kind() is KINDS[KINDS.index(ListKind.LOCATIONS) - 1]


def test_the_calendar_is_tried_from_its_card(hands):
    give_roles(hands.database, "agent", "administrator")
    hands.panel.sections.choose(len(KINDS))
    hands.settle()
    page = hands.panel.connections
    assert page.isVisible()
    assert "Onze eigen agenda" in shown_texts(page)
    hands.panel.sections.setFocus()
    hands.key("new_entry")  # there is nothing to make here
    assert hands.panel.form() is None
    hands.key("try_connection")
    assert page.result.text() == "Hij antwoordt: 0 producten met afspraken."
    give_roles(hands.database, *ROLES)
    hands.key("try_connection")
    assert page.result.text().startswith("Je mag dit niet doen")
    go(hands, ListKind.LOCATIONS)
    assert hands.panel.list.isVisible()
    assert hands.panel.why_not("try_connection") == "ga eerst naar de koppelingen"


def test_who_does_not_keep_the_lists_reads_why(hands):
    give_roles(hands.database, "agent")
    hands.panel.load()
    hands.settle()
    assert hands.panel.is_denied()
    assert "De lijsten zijn voor redacteuren en beheerders" in shown_texts(hands.panel)
    assert hands.panel.why_not("new_entry") == "is voor een redacteur of beheerder"
    give_roles(hands.database, *ROLES)
    hands.panel.load()
    hands.settle()
    assert not hands.panel.is_denied()


def test_everything_in_it_has_a_name_and_tab_reaches_it(hands):
    location(hands)
    for kind in KINDS:
        go(hands, kind)
        if hands.panel.list.new_button.isVisible():
            hands.panel.new_entry()
        form = hands.panel.form()
        assert all(field.first().accessibleName() for field in form.fields.values())
        reached = set()
        for _ in range(80):
            QTest.keyClick(focused() or hands.window, Qt.Key.Key_Tab)
            reached.add(focused())
        assert {field.first() for field in form.fields.values() if field.first().focusPolicy()} <= reached


def test_large_text_on_a_small_screen_covers_the_list_only_once_it_is_entered(hands):
    location(hands)
    panel = hands.panel
    panel.list.focus_list()
    panel._is_in_front = False
    size = hands.window.size()
    hands.window.resize(960, 600)
    hands.settle()
    assert panel.list.isVisible()
    panel.to_form()
    assert panel.form().isVisible()
    hands.key("later")
    assert panel.list.isVisible()
    hands.window.resize(size)
