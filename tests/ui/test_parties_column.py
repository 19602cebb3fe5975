"""The left column in a window, by its keys: every state, identity, on behalf of, uncovering, keeping a number."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.parties import DigitalAddressRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import Capacity, IdentityLevel, LookedUpKind
from kcc_desktop.domain.errors import DatabaseAway, NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.parties import PartyKind, Relation, RepresentationGround
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.parties.who_column import SKELETON_AFTER_MS
from tests.ui.party_desk import ELSEWHERE, NOW, NUMBER, TODAY, Clock, desk_shown


class Parties(PartyService):
    """The real front door, which a test can hold up or break."""

    def __init__(self, database):
        super().__init__(database)
        self.failure = None

    def overview(self, party_id, size=50):
        if self.failure is not None:
            raise self.failure
        return super().overview(party_id, size)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(sqlite_engine, qtbot, clock):
    database = Database(sqlite_engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    with desk_shown(database, clock, qtbot, Parties(database)) as made:
        yield made


@pytest.fixture
def fatima(desk):
    return desk.people.fatima()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def told(desk):
    return desk.column.notice.text()


def page(desk):
    return desk.column.pages.page()


# States


def test_without_a_conversation_it_says_what_to_do(desk):
    assert page(desk) is desk.column.nobody
    assert desk.column.nobody.title().startswith("Nog niemand. Zoek met Ctrl+K")
    assert not desk.column.nobody.number.isVisible()


def test_an_unknown_caller_keeps_the_number_in_sight(desk):
    desk.call()
    assert desk.column.nobody.title().startswith("06-12 34 56 78.")
    assert desk.column.nobody.number.isVisible()


def test_what_is_no_number_stands_there_as_it_came_and_says_so(desk):
    desk.call(number="112")
    nobody = desk.column.nobody
    assert nobody.title() == "112. Dit is niet als telefoonnummer te lezen. Vraag de naam, of help zonder naam."
    assert not nobody.number.isVisible()
    desk.column.attach_number()
    assert told(desk).startswith("Wat meekwam is niet als telefoonnummer te lezen.")


def test_a_withheld_number_offers_none_to_keep(desk):
    desk.call(number="anonymous")
    assert desk.column.nobody.title().startswith("Onbekende beller.")
    assert not desk.column.nobody.number.isVisible()


def test_the_buttons_of_an_unknown_caller_ask_for_what_they_say(desk, qtbot):
    desk.call()
    with qtbot.waitSignal(desk.column.search_wanted):
        desk.column.nobody.search.click()
    desk.column.nobody.register.click()
    assert desk.column.forms.register.phone.text() == "06-12 34 56 78"


def test_a_loaded_card_shows_who_it_is(desk, fatima):
    desk.call_with(fatima)
    desk.settle()
    card = desk.column.card
    assert page(desk) is card
    assert card.name() == "Fatima de Vries"
    assert ("BSN", "••••• 0019") in card.fact_pairs()
    assert ("Voorkeur", "Telefoon, na 16:00") in card.fact_pairs()


def test_a_card_that_comes_soon_shows_no_skeleton(desk, fatima):
    other = desk.people.person("Jan", "Bakker", "")
    desk.viewing.look_at(fatima)
    desk.settle()
    seen = []
    desk.viewing.changed.connect(lambda _viewed: seen.append(page(desk)))
    desk.viewing.look_at(other)
    assert page(desk) is desk.column.card  # the one before, until the new one or a skeleton is there
    desk.settle()
    assert desk.column.pages.skeleton not in seen
    assert desk.column.card.name() == "Jan Bakker"


def test_a_card_that_takes_long_shows_its_shape(desk, fatima, qtbot, monkeypatch):
    import threading

    go = threading.Event()
    original = PartyService.overview

    def slow(self, party_id, size=50):
        go.wait(10)
        return original(self, party_id, size)

    monkeypatch.setattr(PartyService, "overview", slow)
    desk.viewing.look_at(fatima)
    qtbot.waitUntil(lambda: page(desk) is desk.column.pages.skeleton, timeout=SKELETON_AFTER_MS * 20)
    go.set()
    qtbot.waitUntil(lambda: page(desk) is desk.column.card)


def test_a_card_one_may_not_see_says_so(desk, fatima):
    desk.viewing._parties.failure = NotAllowed("read_party")
    desk.viewing.look_at(fatima)
    desk.settle()
    assert page(desk) is desk.column.pages.trouble
    assert desk.column.pages.trouble.title().startswith("Je mag deze kaart niet zien.")
    assert not desk.column.pages.trouble.retry.isVisible()


def test_a_card_that_is_not_there_says_so(desk):
    desk.viewing.look_at(new_id())
    desk.settle()
    assert desk.column.pages.trouble.title().startswith("Deze kaart is er niet.")


def test_without_the_database_the_card_stays_and_says_how_old_it_is(desk, fatima, clock):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.viewing._parties.failure = DatabaseAway("gone")
    clock.at = NOW + timedelta(minutes=20)
    desk.viewing.reload()
    desk.settle()
    assert page(desk) is desk.column.card
    assert desk.column.pages.stale.isVisible()
    assert desk.column.pages.stale.text() == "Geen verbinding. Stand van 10:42."
    desk.viewing._parties.failure = None
    desk.column.pages.stale.retry_pressed.emit()
    desk.settle()
    assert not desk.column.pages.stale.isVisible()


def test_without_the_database_and_without_a_card_there_is_a_way_to_try_again(desk, fatima):
    desk.viewing._parties.failure = DatabaseAway("gone")
    desk.viewing.look_at(fatima)
    desk.settle()
    assert desk.column.pages.trouble.title().startswith("Geen verbinding.")
    desk.viewing._parties.failure = None
    desk.column.pages.trouble.retry.click()
    desk.settle()
    assert page(desk) is desk.column.card


# Aside


def test_looking_aside_says_so_and_leads_back(desk, fatima):
    other = desk.people.person("Jan", "Bakker", "")
    ongoing = desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    assert not desk.column.is_aside()
    desk.viewing.look_at(other, "Jan Bakker")
    desk.settle()
    assert desk.column.pages.aside.isVisible()
    assert desk.column.pages.aside.accessibleName() == "Je bekijkt Jan Bakker. Dit gesprek is met Fatima de Vries."
    assert not desk.column.card.identity.isVisible()
    desk.column.back()
    desk.settle()
    assert desk.column.card.name() == "Fatima de Vries"
    assert not desk.column.pages.aside.isVisible()
    assert [seen.kind for seen in desk.conversations.get(ongoing.id).question.looked_up] == [LookedUpKind.PARTY]


def test_whoever_is_looked_at_is_put_with_the_conversation(desk, fatima):
    desk.call()
    desk.viewing.look_at(fatima)
    desk.settle()
    assert "06-12 34 56 78, nog onbekend" in desk.column.pages.aside.accessibleName()
    desk.column.attach()
    assert desk.now().speaker.title == "Fatima de Vries"
    assert not desk.column.pages.aside.isVisible()
    assert desk.column.card.identity.isVisible()


def test_the_finishing_key_puts_together_only_where_it_says_so(desk, fatima):
    other = desk.people.person("Jan", "Bakker", "")
    finished = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), desk.window)
    shortcut.activated.connect(partial(finished.append, True))
    note = QLineEdit(desk.window)
    note.show()
    desk.call()
    desk.viewing.look_at(other)
    desk.settle()
    note.setFocus()
    assert "Ctrl" not in desk.column.pages.aside._attach.accessibleName()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (finished, desk.now().speaker) == ([True], None)
    desk.column.card._edit.setFocus()
    assert desk.column.pages.aside._attach.accessibleName().endswith("Ctrl+↵")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (finished, desk.now().speaker.id) == ([True], other)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert finished == [True, True]


def test_somebody_who_died_becomes_whom_it_is_about(desk, fatima):
    dead = desk.people.person("Gerrit", "Bakker", "")
    desk.people.mark(dead, is_deceased=True, death_date="20251220")
    desk.call_with(fatima)
    desk.settle()
    desk.viewing.look_at(dead)
    desk.settle()
    desk.column.attach()
    desk.settle()
    assert (desk.now().speaker.id, desk.now().subject.id) == (fatima, dead)
    assert desk.now().capacity is Capacity.ABOUT_DECEASED
    assert desk.column.card.name() == "Gerrit Bakker"
    assert desk.column.card.behalf().names() == ["als inwoner", "over Gerrit Bakker"]


# Identity


def test_a_number_is_no_proof_and_one_key_establishes(desk, fatima):
    desk.call_with(fatima)
    desk.settle()
    line = desk.column.card.identity
    assert (line.state(), line.text(), line.tone()) == ("Nog niet vastgesteld", "niets voorlezen", "near")
    assert line.accessibleName() == "Identiteit: Nog niet vastgesteld, niets voorlezen, Ctrl+I"
    desk.column.establish()
    assert desk.now().identity is IdentityLevel.QUESTIONS_ANSWERED
    assert desk.now().identity_how == "geboortedatum en adres"
    assert (line.state(), line.text(), line.tone()) == ("Vastgesteld", "geboortedatum en adres", "good")


def test_at_the_counter_the_document_is_the_usual_way(desk, fatima):
    desk.call_with(fatima, channel="counter")
    desk.settle()
    desk.column.establish()
    assert desk.now().identity is IdentityLevel.DOCUMENT_SEEN


@pytest.mark.parametrize(
    ("digit", "level"),
    [
        ("1", IdentityLevel.QUESTIONS_ANSWERED),
        ("2", IdentityLevel.CALLED_BACK),
        ("4", IdentityLevel.DIGID),
        ("6", IdentityLevel.SELF_DECLARED),
        ("7", IdentityLevel.NOT_ESTABLISHED),
    ],
)
def test_again_opens_the_ways_and_a_digit_picks_one(desk, fatima, digit, level):
    desk.call_with(fatima)
    desk.settle()
    desk.column.establish()
    desk.column.establish()
    press(digit)
    assert desk.now().identity is level
    assert desk.column.card.identity.tone() == (
        "near" if level in (IdentityLevel.SELF_DECLARED, IdentityLevel.NOT_ESTABLISHED) else "good"
    )


def test_the_ways_close_by_escape_and_give_the_focus_back(desk, fatima):
    desk.call_with(fatima)
    desk.settle()
    desk.column.focus_card()
    before = QApplication.focusWidget()
    desk.column.establish()
    desk.column.establish()
    assert QApplication.focusWidget() is not before
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    assert desk.now().identity is IdentityLevel.QUESTIONS_ANSWERED


def test_with_a_restriction_questions_are_not_the_usual_way_and_not_enough(desk, fatima):
    desk.people.mark(fatima, restriction=7)
    desk.call_with(fatima)  # what is known of the restriction comes with the card
    desk.settle()
    desk.column.establish()
    assert desk.now().identity is IdentityLevel.NOT_ESTABLISHED
    shown = desk.column._does._list
    assert shown.isVisible()
    assert "vragen stellen is niet genoeg" in shown._note.text()
    assert shown.rows()[0].trailing == "niet genoeg"
    press(Qt.Key.Key_Return)  # calling back stands chosen
    assert desk.now().identity is IdentityLevel.CALLED_BACK
    assert desk.column.card.identity.tone() == "good"
    desk.column.establish()
    press("1")
    line = desk.column.card.identity
    assert (line.state(), line.tone()) == ("Niet genoeg vastgesteld", "near")
    assert line.text().endswith("bij geheimhouding telt alleen een document of terugbellen")


def test_without_anybody_there_is_nothing_to_establish(desk, fatima):
    desk.column.establish()
    assert told(desk) == "Er is geen gesprek. Met Ctrl+N begin je er een."
    desk.call()
    desk.column.establish()
    assert told(desk).startswith("Bij dit gesprek staat nog niemand.")
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.attach()
    desk.viewing.look_at(desk.people.person("Jan", "Bakker", ""))
    desk.settle()
    desk.column.establish()
    assert told(desk) == "Je bekijkt iemand anders. Ga eerst terug (Esc)."
    assert desk.now().identity is IdentityLevel.NOT_ESTABLISHED


# As what they speak


def test_one_key_speaks_for_the_one_company_and_back(desk, fatima):
    bakery = desk.people.bakery()
    desk.people.represents(fatima, bakery, function="eigenaar")
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    behalf = desk.column.card.behalf()
    assert (behalf.names(), behalf.index()) == (["als inwoner", "namens Bakkerij Bant"], 0)
    desk.column.on_behalf()
    desk.settle()
    assert (desk.now().subject.id, desk.now().capacity) == (bakery, Capacity.FOR_ORGANISATION)
    assert desk.column.card.name() == "Bakkerij Bant"
    assert behalf.index() == 1
    assert behalf.ground() == "Fatima de Vries · eigenaar · bestuurder"
    assert told(desk) == "Je ziet nu de contacten van Bakkerij Bant."
    assert desk.column.card.identity.text().startswith("Fatima de Vries: ")
    desk.column.on_behalf()
    desk.settle()
    assert desk.now().subject is None
    assert desk.column.card.name() == "Fatima de Vries"


@pytest.mark.parametrize("how", ["attached", "begun"])
def test_who_was_looked_at_first_can_speak_for_the_company_as_well(desk, fatima, how):
    """The card was read before it was the speaker's, and says the same when it is read again."""
    bakery = desk.people.bakery()
    desk.people.represents(fatima, bakery, function="eigenaar")
    if how == "attached":
        desk.call()
    desk.viewing.look_at(fatima)
    desk.settle()
    if how == "attached":
        desk.column.attach()
    else:
        desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    behalf = desk.column.card.behalf()
    assert behalf.isVisible()
    assert (behalf.names(), behalf.index()) == (["als inwoner", "namens Bakkerij Bant"], 0)
    desk.column.on_behalf()
    desk.settle()
    assert (desk.now().subject.id, desk.now().capacity) == (bakery, Capacity.FOR_ORGANISATION)
    # The company's card is shown now, and the way back is still there.
    desk.column.on_behalf()
    desk.settle()
    assert desk.now().subject is None
    assert desk.column.card.name() == "Fatima de Vries"


def test_a_name_that_ends_in_a_full_stop_ends_the_sentence_once(desk, fatima):
    company = desk.people.bakery(name="Hoekstra Akkerbouw V.O.F.")
    desk.people.represents(fatima, company)
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.on_behalf()
    desk.settle()
    assert told(desk) == "Je ziet nu de contacten van Hoekstra Akkerbouw V.O.F."
    desk.viewing.look_at(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.back()
    desk.viewing.look_at(desk.people.person("Jan", "Bakker", ""))
    desk.settle()
    said = desk.column.pages.aside.accessibleName()
    assert said == "Je bekijkt Jan Bakker. Dit gesprek is met Hoekstra Akkerbouw V.O.F."


def test_of_several_a_list_is_opened(desk, fatima):
    bakery, son = desk.people.bakery(), desk.people.person("Youssef", born=(2016, 5, 1))
    desk.people.represents(fatima, bakery)
    desk.people.represents(fatima, son, RepresentationGround.PARENTAL_AUTHORITY)
    desk.people.represents(fatima, desk.people.person("Oud", "Verlopen", ""), valid_until=TODAY - timedelta(days=1))
    desk.call_with(fatima)
    desk.settle()
    desk.column.on_behalf()
    rows = desk.column._does._list.rows()
    assert [row.title for row in rows] == [
        "als inwoner",
        "namens Bakkerij Bant",
        "namens Youssef de Vries",
        "namens iemand anders …",
    ]
    press("3")
    desk.settle()
    assert (desk.now().subject.id, desk.now().capacity) == (son, Capacity.FOR_PERSON)


def test_a_segment_is_pressed_with_the_arrows(desk, fatima):
    bakery = desk.people.bakery()
    desk.people.represents(fatima, bakery)
    desk.call_with(fatima)
    desk.settle()
    desk.column.card.behalf()._segments.segments()[0].setFocus()
    press(Qt.Key.Key_Right)
    assert desk.now().subject.id == bakery


def test_without_a_mandate_the_form_asks_for_one(desk, fatima):
    bakery = desk.people.bakery()
    desk.call_with(fatima)
    desk.settle()
    desk.viewing.look_at(bakery)
    desk.settle()
    desk.column.on_behalf()
    press("2")
    form = desk.column.forms.represent
    assert form.isVisible()
    assert form.represented.ref().id == bakery
    assert desk.now().subject is None


# Lists


def test_rows_open_what_they_stand_for_by_enter(desk, fatima, qtbot):
    son = desk.people.person("Youssef", born=(2016, 5, 1))
    desk.people.related(fatima, Relation.CHILD, son)
    running = desk.people.case(fatima, "Verhuizing", "wacht", TODAY + timedelta(days=3))
    promised = desk.people.promise(fatima, "Terugbellen", NOW + timedelta(hours=1))
    desk.viewing.look_at(fatima)
    desk.settle()
    card = desk.column.card
    card.cases.list.setFocus()
    with qtbot.waitSignal(desk.column.case_wanted) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [running]
    card.promises.list.setFocus()
    with qtbot.waitSignal(desk.column.task_wanted) as opened:
        press(Qt.Key.Key_Space)
    assert opened.args == [promised]
    card.family.list.setFocus()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert card.name() == "Youssef de Vries"


def test_family_of_a_restricted_person_is_covered_too(desk, fatima):
    desk.people.related(fatima, Relation.PARTNER, None, "Karim El Amrani", "19850101")
    desk.people.mark(fatima, restriction=7)
    desk.viewing.look_at(fatima)
    desk.settle()
    assert desk.column.card.family.isVisible()
    assert desk.column.card.family.rows() == []


def test_promises_grow_older_on_the_screen(desk, fatima, clock):
    desk.people.promise(fatima, "Terugbellen", NOW + timedelta(minutes=10))
    desk.viewing.look_at(fatima)
    desk.settle()
    assert desk.column.card.promises.rows()[0].detail.startswith("vóór 10:52 · nog 10 min")
    clock.at = NOW + timedelta(minutes=11)
    desk.column._clock.timeout.emit()
    assert desk.column.card.promises.rows()[0].detail_tone == "over"


def test_a_company_shows_its_contact_persons(desk, fatima):
    bakery = desk.people.bakery(address=ELSEWHERE)
    desk.people.represents(fatima, bakery, RepresentationGround.CONTACT_PERSON)
    desk.viewing.look_at(bakery)
    desk.settle()
    assert desk.column.card.fact_pairs()[0] == ("KVK-nummer", "90004471")
    assert [row.title for row in desk.column.card.contact_persons.rows()] == ["Fatima de Vries"]


# What is covered


def reveals(desk):
    return desk.people.database.unguarded_read(
        lambda c: list(c.scalars(select(AuditLineRow.purpose).where(AuditLineRow.action == "reveal")))
    )


def bsn(desk):
    return dict(desk.column.card.fact_pairs())["BSN"]


def uncover(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.reveal()
    press("2")
    desk.settle()


def test_uncovering_asks_for_what_and_covers_by_itself(desk, fatima):
    desk.people.mark(fatima, restriction=7)
    desk.viewing.look_at(fatima)
    desk.settle()
    assert desk.column.card.warnings()[0].startswith("Geheimhouding. Geen gegevens aan derden;")
    assert dict(desk.column.card.fact_pairs())["Adres"] == "afgedekt"
    desk.column.reveal()
    assert reveals(desk) == []
    press("2")
    desk.settle()
    assert reveals(desk) == ["address_check"]
    assert bsn(desk) == "999990019"
    assert dict(desk.column.card.fact_pairs())["Adres"].startswith("Voorbeeldlaan 118")
    assert desk.column.revealing._timer.isActive()
    desk.column.revealing._timer.timeout.emit()
    assert bsn(desk) == "••••• 0019"
    assert dict(desk.column.card.fact_pairs())["Adres"] == "afgedekt"


def test_the_same_key_covers_again(desk, fatima):
    uncover(desk, fatima)
    assert bsn(desk) == "999990019"
    desk.column.reveal()
    assert bsn(desk) == "••••• 0019"


def test_another_card_covers(desk, fatima):
    uncover(desk, fatima)
    desk.viewing.look_at(desk.people.person("Jan", "Bakker", ""))
    desk.settle()
    desk.viewing.look_at(fatima)
    desk.settle()
    assert bsn(desk) == "••••• 0019"


def test_a_lock_covers_and_a_late_answer_shows_nothing(desk, fatima):
    uncover(desk, fatima)
    desk.column.cover()
    assert bsn(desk) == "••••• 0019"
    desk.column.reveal()
    press("1")
    desk.column.cover()  # the answer is still on its way
    desk.settle()
    assert bsn(desk) == "••••• 0019"


def test_a_computer_that_slept_shows_nothing(desk, fatima, clock):
    uncover(desk, fatima)
    clock.at = NOW + timedelta(minutes=2)
    desk.column.refresh()
    assert bsn(desk) == "••••• 0019"


def test_a_reload_does_not_cover(desk, fatima):
    uncover(desk, fatima)
    desk.viewing.reload()
    desk.settle()
    assert bsn(desk) == "999990019"


def test_where_nothing_is_covered_it_says_so(desk):
    desk.viewing.look_at(desk.people.bakery())
    desk.settle()
    desk.column.reveal()
    assert told(desk) == "Hier is niets afgedekt."


# The number


def numbers_of(desk, party):
    return desk.people.database.unguarded_read(
        lambda c: list(
            c.scalars(
                select(DigitalAddressRow.value).where(
                    DigitalAddressRow.party_id == party, DigitalAddressRow.ended_at.is_(None)
                )
            )
        )
    )


def test_one_key_keeps_the_number_and_can_be_undone(desk):
    jan = desk.people.person("Jan", "Bakker", "")
    desk.call()
    desk.viewing.look_at(jan)
    desk.settle()
    desk.column.attach_number()
    desk.settle()
    assert numbers_of(desk, jan) == [NUMBER]
    assert told(desk) == "06-12 34 56 78 is gekoppeld aan Jan Bakker."
    assert ("Telefoon", "06-12 34 56 78") in desk.column.card.fact_pairs()
    assert [party.id for party in desk.people.parties.with_number("06-1234 5678")] == [jan]
    desk.column.notice.undo.click()
    desk.settle()
    assert numbers_of(desk, jan) == []


def test_a_number_that_stands_there_is_not_kept_twice(desk, fatima):
    desk.call_with(fatima)
    desk.settle()
    assert not desk.column.card._number.isVisible()
    desk.column.attach_number()
    desk.settle()
    assert told(desk) == "Dit nummer staat al bij Fatima de Vries."
    assert len(numbers_of(desk, fatima)) == 2


def test_with_nobody_shown_the_number_waits_for_whoever_is_found(desk, qtbot):
    jan = desk.people.person("Jan", "Bakker", "")
    desk.call()
    with qtbot.waitSignal(desk.column.search_wanted):
        desk.column.attach_number()
    assert "Daarna koppelt Ctrl+M dit nummer" in desk.column.nobody.title()
    desk.viewing.look_at(jan)
    desk.settle()
    desk.column.attach_number()
    desk.settle()
    assert numbers_of(desk, jan) == [NUMBER]


def test_without_a_number_there_is_nothing_to_keep(desk, fatima):
    desk.call_with(fatima, number="")
    desk.settle()
    desk.column.attach_number()
    assert told(desk) == "Er kwam geen nummer mee. Er is niets te koppelen."


# Calm


def test_typing_a_note_paints_no_card(desk, fatima, monkeypatch):
    ongoing = desk.call_with(fatima)
    desk.settle()
    painted = []
    monkeypatch.setattr(desk.column.card, "show_card", painted.append)
    desk.conversations.put(desk.conversations.get(ongoing.id).with_question(summary="Paspoort kwijt"))
    assert painted == []
    desk.column.establish()
    assert len(painted) == 1


def test_each_conversation_has_its_own_identity(desk, fatima):
    jan = desk.people.person("Jan", "Bakker", "")
    first = desk.call_with(fatima)
    desk.settle()
    desk.column.establish()
    desk.call_with(jan)
    desk.settle()
    assert desk.column.card.identity.tone() == "near"
    desk.conversations.activate(first.id)
    desk.settle()
    assert desk.column.card.name() == "Fatima de Vries"
    assert desk.column.card.identity.tone() == "good"


def test_a_card_renews_what_its_conversation_says_of_it(desk, fatima):
    desk.people.mark(fatima, restriction=2)
    desk.call_with(fatima, "oude naam", PartyKind.PERSON)
    desk.settle()
    assert (desk.now().speaker.title, desk.now().speaker.disclosure_restricted) == ("Fatima de Vries", True)
