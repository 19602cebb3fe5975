"""The left column for everybody: a screen reader's names, keys alone, large text, small columns, either palette."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.parties import Relation, RepresentationGround
from kcc_desktop.ui.parties.sections import PressList
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.facts import FactLine
from tests.ui.party_desk import ELSEWHERE, NOW, TODAY, Clock, desk_shown

LONG = "Christoffel-Alexander van der Oosterhuis-Van den Berg van Heemstede"


@pytest.fixture
def desk(sqlite_engine, qtbot):
    database = Database(sqlite_engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    with desk_shown(database, Clock(), qtbot) as made:
        yield made


@pytest.fixture
def everything(desk):
    """Somebody about whom there is something in every part of the column, with long words in each."""
    people = desk.people
    party = people.fatima(given=LONG, email=f"{'x' * 60}@voorbeeld.nl")
    people.mark(party, under_curatorship=True, under_investigation=True)
    people.sourced(party, "brp", date(2026, 3, 2))
    people.represents(party, people.bakery(), function="eigenaar en boekhouder", valid_until=date(2027, 1, 1))
    people.represents(party, people.person("Youssef"), RepresentationGround.PARENTAL_AUTHORITY)
    people.represents(people.person("Karin", "Postma", ""), party, RepresentationGround.CURATORSHIP)
    people.related(party, Relation.PARTNER, people.person("Karim", LONG, ""))
    people.case(party, "Verhuizing binnen de gemeente naar een ander adres", "wacht", TODAY + timedelta(days=3))
    people.promise(party, "Terugbellen over de parkeerplaats voor de deur", NOW + timedelta(hours=1))
    return party


def spoken(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def reachable(root):
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]


def test_everything_that_takes_keys_has_a_name(desk, everything):
    desk.call_with(everything, number="+31527654321")
    desk.settle()
    nameless = [widget for widget in reachable(desk.column) if not spoken(widget)]
    assert nameless == []
    for opens in (
        desk.column.edit_details,
        desk.column.register_person,
        desk.column.refuse_disclosure,
        desk.column.add_representation,
    ):
        opens()
        form = desk.column.forms.shown()
        assert [widget for widget in reachable(form) if not spoken(widget)] == []


def test_facts_and_warnings_are_read_out_whole(desk, everything):
    desk.viewing.look_at(everything)
    desk.settle()
    names = [line.accessibleName() for line in desk.column.card.findChildren(FactLine)]
    assert "Geboren: 12-07-1987 (38 jaar)" in names
    assert "BSN: ••••• 0019" in names
    assert desk.column.card.warnings()[0].startswith("Onder curatele. De curator beslist.")


def test_tab_goes_from_top_to_bottom(desk, everything):
    desk.call_with(everything, number="+31527654321")
    desk.settle()
    desk.viewing.look_at(desk.people.person("Jan", "Bakker", ""))  # with the buttons of somebody looked at aside
    desk.settle()
    assert_tab_order(desk)
    desk.column.back()
    desk.settle()
    assert_tab_order(desk)


def test_tab_goes_from_top_to_bottom_on_a_covered_card(desk):
    guarded = desk.people.fatima(address=ELSEWHERE)
    desk.people.mark(guarded, restriction=7)
    desk.people.case(guarded, "Verhuizing", "wacht", None)
    jan = desk.people.fatima(given="Jan")
    desk.people.case(jan, "Verhuizing", "wacht", None)
    for party in (jan, guarded, jan):
        desk.viewing.look_at(party)
        desk.settle()
        assert_tab_order(desk)


def assert_tab_order(desk):
    QApplication.processEvents()  # the places are those of the layout as it is now
    first = next(w for w in chain(desk.window) if desk.column.isAncestorOf(w))
    first.setFocus()
    places = []
    for _ in range(len(reachable(desk.column))):
        widget = QApplication.focusWidget()
        at = widget.mapTo(desk.column.pages._inside, widget.rect().topLeft())
        places.append((at.y(), at.x()))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert places == sorted(places)
    assert len(places) > 2


def chain(window):
    widget = window.nextInFocusChain()
    while widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            yield widget
        widget = widget.nextInFocusChain()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [284, 304, 456])
def test_nothing_is_wider_than_the_column(desk, everything, look, scale, width):
    theme.apply(look, theme.DARK, scale)
    desk.column.setFixedWidth(width)
    desk.call_with(everything, number="+31527654321")
    desk.settle()
    assert_fits(desk)
    desk.column.on_behalf()  # the list floats above
    desk.column._does.close()
    desk.viewing.look_at(desk.people.bakery())
    desk.settle()
    assert_fits(desk)
    desk.column.tell("Een lange mededeling die over een paar regels gaat omdat er veel te zeggen is.", "over", True)
    assert_fits(desk)


def assert_fits(desk):
    QApplication.processEvents()
    room = desk.column.pages.viewport().width()
    inside = desk.column.pages._inside
    assert inside.minimumSizeHint().width() <= room
    assert inside.width() == room
    assert desk.column.minimumSizeHint().width() <= desk.column.width()
    assert not desk.column.pages.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("scale", [100, 200])
def test_the_states_without_a_card_fit_too(desk, look, scale):
    theme.apply(look, theme.LIGHT, scale)
    desk.column.setFixedWidth(284)
    assert_fits(desk)
    desk.call()
    assert_fits(desk)
    desk.viewing.look_at(desk.people.fatima(given=LONG))
    desk.settle()
    assert_fits(desk)


@pytest.mark.parametrize("scale", [100, 200])
def test_a_form_stays_inside_the_window(desk, everything, look, scale):
    theme.apply(look, theme.LIGHT, scale)
    desk.window.resize(900, 600)
    desk.viewing.look_at(everything)
    desk.settle()
    for opens in (desk.column.edit_details, desk.column.register_person, desk.column.add_representation):
        opens()
        form = desk.column.forms.shown()
        body = form.geometry().adjusted(form.MARGIN, form.MARGIN, -form.MARGIN, -form.MARGIN)
        assert desk.window.rect().contains(body)
        assert form._body.minimumSizeHint().width() <= form._scroll.viewport().width()
        assert form.save_button.isVisible()


def test_the_lists_keep_the_rules_of_models(desk, everything, qtmodeltester):
    desk.viewing.look_at(everything)
    desk.settle()
    for view in desk.column.findChildren(PressList):
        qtmodeltester.check(view.model())


def test_a_list_shows_its_choice_only_while_it_has_the_focus(desk, everything):
    desk.viewing.look_at(everything)
    desk.settle()
    rows = desk.column.card.behalf_list.list
    rows.setFocus()
    assert rows.currentIndex().row() == 0
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 1
    desk.column.card._edit.setFocus()
    assert not rows.currentIndex().isValid()


def test_a_row_below_is_scrolled_into_sight(desk, everything):
    desk.window.resize(600, 300)
    desk.viewing.look_at(everything)
    desk.settle()
    QApplication.processEvents()
    promises = desk.column.card.promises.list
    promises.setFocus()
    QApplication.processEvents()
    view = desk.column.pages.viewport()
    place = promises.mapTo(view, promises.visualRect(promises.currentIndex()).center())
    assert view.rect().contains(place)


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK])
def test_another_palette_repaints_all_of_it(desk, everything, look, tokens):
    desk.call_with(everything)
    desk.settle()
    theme.apply(look, tokens)
    picture = desk.column.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert picture.pixelColor(2, 2).name() == tokens.surface.lower()


def test_a_name_in_any_script_and_length_is_shown_and_told_whole(desk):
    strange = "\u202eابن 😀 <b>x</b>"
    party = desk.people.person(strange, "y" * 190, "")
    desk.viewing.look_at(party)
    desk.settle()
    assert strange in desk.column.card.name()
    assert strange in desk.column.card._name.toolTip()
    assert_fits(desk)
