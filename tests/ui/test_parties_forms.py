"""The forms beside the left column, by keys, on both databases: what is saved, refused in place, kept and put away."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kcc_desktop.data.disclosures import DisclosureRefusalTextRow
from kcc_desktop.data.parties import (
    ConsentRow,
    OrganisationRow,
    PartyRow,
    PersonRow,
    RepresentationEndRow,
    RepresentationRow,
)
from kcc_desktop.domain.contacts import Capacity
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import DigitalAddressKind, MessageKind, PartyKind, RepresentationGround
from kcc_desktop.domain.party_commands import AddDigitalAddress, ChangeDigitalAddress, ChangePreferences
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.shared import formatting
from tests.ui.party_desk import NUMBER, Clock, desk_shown


@pytest.fixture
def desk(database, qtbot):
    with desk_shown(database, Clock(), qtbot) as made:
        yield made


@pytest.fixture
def fatima(desk):
    return desk.people.fatima()


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def type_in(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def save(desk):
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def rows(desk, statement):
    return desk.people.database.unguarded_read(lambda connection: connection.execute(statement).all())


def addresses(desk, party):
    return {address.value: address for address in desk.people.parties.reveal(party, "case").digital_addresses}


# Registering


def test_a_caller_nobody_knows_is_registered_and_becomes_who_speaks(desk):
    desk.call()
    desk.column.register_person()
    form = desk.column.forms.register
    assert form.phone.text() == "06-12 34 56 78"
    type_in("Olena")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    form.surname.setText("Шевченко")  # pasted: the test keyboard has Latin letters only
    form.born.setText("12 juli 1987")
    form.address.postcode.setText("8302zz")
    form.address.number.setText("118")
    form.address.addition.setText("a")
    form.address.place.setText("Emmeloord")
    save(desk)
    assert not form.isVisible()
    speaker = desk.now().speaker
    assert speaker.title == "Olena Шевченко"
    card = desk.people.parties.open_card(speaker.id)
    assert card.person.born.to_text() == "19870712"
    address = card.addresses[0].address
    assert (address.postcode, address.house_number, address.letter) == ("8302 ZZ", 118, "a")
    assert [one.value for one in card.digital_addresses] == [NUMBER]
    assert desk.column.card.name() == "Olena Шевченко"
    assert desk.column.notice.text() == "Olena Шевченко is geregistreerd."


def test_a_company_is_registered_with_its_numbers(desk):
    desk.column.register_person()
    form = desk.column.forms.register
    form.kinds.setFocus()
    form.kinds.segments()[1].click()
    form.name.setFocus()
    type_in("Bakkerij Bant")
    form.kvk.setText("90004471")
    save(desk)
    (row,) = rows(desk, select(OrganisationRow.__table__))
    assert (row.name, row.kvk_number) == ("Bakkerij Bant", "90004471")
    assert desk.column.card.name() == "Bakkerij Bant"  # without a conversation it is looked at


def test_all_that_is_wrong_is_said_at_once_and_in_place(desk):
    desk.call()
    desk.column.register_person()
    form = desk.column.forms.register
    form.born.setText("31-02-1987")
    form.bsn.setText("123456789")
    form.address.postcode.setText("83")
    form.phone.setText("06-1234")
    form.email.setText("geen adres")
    save(desk)
    refused = {name: field.reason() for name, field in form._fields.items() if field.reason()}
    assert set(refused) == {"surname", "birth_date", "bsn", "house_number", "phone", "email"}
    assert refused["phone"] == "Dit nummer is te kort. Een mobiel nummer heeft 10 cijfers: 06-12 34 56 78."
    assert refused["birth_date"].startswith("Deze dag bestaat niet.")
    assert form.isVisible()
    assert form.phone.text() == "06-1234"
    assert rows(desk, select(PartyRow.id)) == []
    form.surname.setText("Bakker")
    form.born.setText("1987")
    form.bsn.setText("")
    form.address.number.setText("1")
    form.phone.setText("")
    form.email.setText("")
    save(desk)
    assert form._fields["postcode"].reason().startswith("Een postcode heeft 4 cijfers")
    form.address.postcode.setText("8302 XK")
    save(desk)
    assert [row.surname for row in rows(desk, select(PersonRow.surname))] == ["Bakker"]


def test_pressed_twice_somebody_is_registered_once(desk):
    desk.call()
    desk.column.register_person()
    form = desk.column.forms.register
    form.surname.setText("Bakker")
    form.save()
    form.save()
    desk.settle()
    assert len(rows(desk, select(PartyRow.id))) == 1


def test_what_was_typed_survives_escape_and_is_gone_for_another_conversation(desk):
    first = desk.call()
    desk.column.register_person()
    form = desk.column.forms.register
    type_in("Jan")
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    desk.column.register_person()
    assert form.given.text() == "Jan"
    desk.call(number="+31527123456")
    assert not form.isVisible()
    desk.column.register_person()
    assert (form.given.text(), form.phone.text()) == ("", "0527-12 34 56")
    desk.conversations.activate(first.id)


def test_somebody_registered_beside_a_known_caller_is_only_looked_at(desk, fatima):
    desk.call_with(fatima)
    desk.settle()
    desk.column.register_person()
    type_in("Jan")
    save(desk)
    assert desk.now().speaker.id == fatima
    assert desk.column.is_aside()
    assert desk.column.card.name() == "Jan"


def test_without_the_database_nothing_typed_is_lost(desk, monkeypatch):
    def away(_self, _command):
        raise DatabaseAway("gone")

    monkeypatch.setattr(PartyService, "register_person", away)
    desk.column.register_person()
    type_in("Jan")
    save(desk)
    form = desk.column.forms.register
    assert form.isVisible()
    assert form.given.text() == "Jan"
    assert form.problem().startswith("Geen verbinding met de database.")
    assert form.save_button.isEnabled()


# Contact details


def test_numbers_and_wishes_are_changed_ended_and_added_in_one_go(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    assert QApplication.focusWidget() is form.editors[0].value
    phone, new_phone, email, new_email = form.editors
    assert (phone.value.text(), email.value.text()) == ("06-12 34 56 78", "f.devries@voorbeeld.nl")
    phone._label.setText("werk")
    phone.agreed(MessageKind.REMINDER).click()
    new_phone.value.setFocus()
    type_in("0527 12 34 56")
    new_phone.preferred().click()
    email._end.click()
    new_email.value.setFocus()
    type_in("fatima@voorbeeld.nl")
    form.preferences.moment.setText("'s ochtends")
    form.preferences.help.click()
    form.preferences.consent.click()
    save(desk)
    assert not form.isVisible()
    kept = addresses(desk, fatima)
    assert set(kept) == {NUMBER, "+31527123456", "fatima@voorbeeld.nl"}
    assert (kept[NUMBER].label, kept[NUMBER].agreed_to) == ("werk", {MessageKind.REMINDER})
    assert kept["+31527123456"].is_preferred
    wanted = desk.people.parties.open_card(fatima).preferences
    assert (wanted.moment, wanted.needs_digital_help) == ("'s ochtends", True)
    assert wanted.digital_help_agreed_on is not None
    assert ("Hulp", "hulp nodig om iets online te regelen") in desk.column.card.fact_pairs()


def test_of_two_numbers_one_is_preferred(desk, fatima):
    desk.people.parties.add_digital_address(
        AddDigitalAddress(new_id(), fatima, DigitalAddressKind.PHONE, "0527123456", is_preferred=True)
    )
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    first, second = form.editors[:2]
    assert (first.value.text(), first.preferred().isChecked()) == ("0527-12 34 56", True)
    second.preferred().click()
    assert not first.preferred().isChecked()
    first._label.setText("thuis")
    save(desk)
    kept = addresses(desk, fatima)
    assert (kept[NUMBER].is_preferred, kept["+31527123456"].is_preferred) == (True, False)
    assert kept["+31527123456"].label == "thuis"


def test_what_is_right_is_saved_and_what_is_wrong_stays_open(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    form.editors[1].value.setText("06-12")
    form.editors[3].value.setText("f.devries@voorbeeld.nl")  # is there already
    form.preferences.moment.setText("na 18:00")
    save(desk)
    assert form.isVisible()
    assert form.editors[1].value_field.reason().startswith("Dit nummer is te kort.")
    assert "staat al bij deze persoon" in form.editors[3].value_field.reason()
    assert desk.people.parties.open_card(fatima).preferences.moment == "na 18:00"
    form.editors[1].value.setText("")
    form.editors[3].value.setText("")
    save(desk)
    assert not form.isVisible()


def test_a_colleague_who_was_first_is_told_of(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    address = addresses(desk, fatima)[NUMBER]
    desk.people.parties.change_digital_address(
        ChangeDigitalAddress(address.id, address.version, NUMBER, "van een collega", False, frozenset())
    )
    form.editors[0]._label.setText("werk")
    save(desk)
    assert form.isVisible()
    assert form.problem().startswith("Een collega wijzigde dit net eerder.")
    assert addresses(desk, fatima)[NUMBER].label == "van een collega"
    assert "van een collega" in dict(desk.column.card.fact_pairs())["Telefoon"]
    assert form.editors[0]._label.text() == "werk"  # what was typed is now a change of the newer one
    save(desk)
    assert not form.isVisible()
    assert addresses(desk, fatima)[NUMBER].label == "werk"


def test_help_is_noted_only_with_consent(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    assert not form.preferences.consent.isVisible()
    form.preferences.help.click()
    save(desk)
    assert form.isVisible()
    assert "akkoord" in form.preferences.help_field.reason() or "goed" in form.preferences.help_field.reason()
    assert not desk.people.parties.open_card(fatima).preferences.needs_digital_help


def test_channel_and_language_are_picked_by_typing(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    form.preferences.language.setFocus()
    press(Qt.Key.Key_Return)
    type_in("poo")
    press(Qt.Key.Key_Return)
    assert form.preferences.language.text() == "Pools"
    form.preferences.channel.setFocus()
    press(Qt.Key.Key_Return)
    type_in("geen")
    press(Qt.Key.Key_Return)
    assert form.preferences.channel.text() == ""
    form.preferences.moment.setFocus()
    save(desk)
    wanted = desk.people.parties.open_card(fatima).preferences
    assert (wanted.language, wanted.channel) == ("pol", "")


def test_what_is_covered_is_not_in_the_form_until_it_is_uncovered(desk, fatima):
    desk.people.mark(fatima, restriction=7)
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    assert [editor.value.text() for editor in form.editors] == ["", ""]
    assert "afgedekt" in form._covered.text()
    press(Qt.Key.Key_Escape)
    desk.column.reveal()
    press("3")
    desk.settle()
    desk.column.edit_details()
    assert form.editors[0].value.text() == "06-12 34 56 78"


def test_covered_again_the_form_lets_go_of_what_it_showed(desk, fatima):
    desk.people.mark(fatima, restriction=7)
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.reveal()
    press("3")
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    desk.column.cover()
    assert not form.isVisible()
    assert all(editor.value.text() == "" for editor in form.editors)


def test_covered_again_what_one_is_changing_stays(desk, fatima):
    desk.people.mark(fatima, restriction=7)
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.reveal()
    press("3")
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    form.editors[0]._label.setText("werk")
    desk.column.cover()
    assert form.isVisible()
    assert [editor.value.text() for editor in form.editors] == ["06-12 34 56 78", "", ""]


def test_nothing_changed_is_nothing_saved(desk, fatima, monkeypatch):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    called = []
    monkeypatch.setattr(PartyService, "change_preferences", lambda _self, command: called.append(command))
    save(desk)
    assert called == []
    assert not desk.column.forms.details.isVisible()


def test_preferences_a_colleague_changed_first_are_not_overwritten(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    desk.people.parties.change_preferences(
        ChangePreferences(
            fatima, desk.viewing.now().overview.card.preferences.version, "", "avond", "nld", False, False
        )
    )
    form.preferences.moment.setText("ochtend")
    save(desk)
    assert form.isVisible()
    assert desk.people.parties.open_card(fatima).preferences.moment == "avond"


# What they agreed to


def test_since_when_and_how_somebody_agreed_stands_at_the_address(desk, fatima):
    ongoing = desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.edit_details()
    form = desk.column.forms.details
    phone, _new, email, _new_email = form.editors
    desk.settle()
    assert phone.lines.isHidden()
    phone.agreed(MessageKind.REMINDER).click()
    save(desk)
    desk.column.edit_details()
    desk.settle()
    phone, _new, email, _new_email = form.editors
    today = formatting.dated(formatting.today())
    assert phone.lines.text() == f"herinnering: mag sinds {today} · Telefoon · Noor Jansen"
    assert (phone.lines.isVisible(), email.lines.isVisible()) == (True, False)
    (row,) = rows(desk, select(ConsentRow.conversation_id, ConsentRow.channel_code))
    assert tuple(row) == (ongoing.id, "phone")


def test_what_was_taken_back_stays_readable_and_older_lines_unfold(desk, fatima):
    known = addresses(desk, fatima)[NUMBER]
    for number, agreed in enumerate(({MessageKind.REMINDER}, set(), {MessageKind.REMINDER}, set()), start=1):
        command = ChangeDigitalAddress(known.id, number, NUMBER, "", known.is_preferred, frozenset(agreed))
        desk.people.parties.change_digital_address(command)
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.edit_details()
    desk.settle()
    lines = desk.column.forms.details.editors[0].lines
    assert [line.split(" ")[1] for line in lines.text().splitlines()] == ["ingetrokken", "mag", "ingetrokken"]
    lines.more.setFocus()
    press(Qt.Key.Key_Space)
    assert len(lines.text().splitlines()) == 4


def test_on_a_card_that_is_looked_at_nothing_was_said_in_a_conversation(desk, fatima):
    jan = desk.people.person("Jan", "Bakker", "", phone="0687654321")
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.viewing.look_at(jan)
    desk.settle()
    desk.column.edit_details()
    desk.column.forms.details.editors[0].agreed(MessageKind.STATUS).click()
    save(desk)
    assert [tuple(row) for row in rows(desk, select(ConsentRow.conversation_id, ConsentRow.channel_code))] == [
        (None, None)
    ]


# A mandate


def test_a_mandate_is_kept_and_spoken_for_at_once(desk, fatima):
    bakery = desk.people.bakery()
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.add_representation()
    form = desk.column.forms.represent
    save(desk)
    assert form.represented.field.reason() == "Kies namens wie."
    assert form._ground_field.reason()
    form.represented.choice.setFocus()
    press(Qt.Key.Key_Return)
    type_in("bakkerij")
    desk.settle()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is form.ground
    press(Qt.Key.Key_Return)
    type_in("best")
    press(Qt.Key.Key_Return)
    assert form.ground.text() == "bestuurder"
    form.end.setText("31-12-27")
    form.function.setFocus()
    type_in("eigenaar")
    save(desk)
    (row,) = rows(desk, select(RepresentationRow.__table__))
    assert (row.representative_id, row.represented_id) == (fatima, bakery)
    assert (row.ground, row.valid_until) == (RepresentationGround.DIRECTOR.value, date(2027, 12, 31))
    assert (desk.now().subject.id, desk.now().capacity) == (bakery, Capacity.FOR_ORGANISATION)


def test_without_a_conversation_the_list_has_a_way_to_keep_one_more(desk, fatima):
    desk.people.represents(fatima, desk.people.bakery())
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.card.behalf_list.add.click()
    form = desk.column.forms.represent
    assert form.isVisible()
    form.represented.show_ref(PartyRef(desk.people.person("Jan", "Bakker", ""), PartyKind.PERSON, "Jan Bakker"))
    form._set_ground(RepresentationGround.HELPER)
    form.function.setFocus()
    save(desk)
    assert [row.title for row in desk.column.card.behalf_list.rows()] == ["Jan Bakker", "Bakkerij Bant"]


def test_a_mandate_that_is_still_to_begin_is_kept_and_not_spoken_for(desk, fatima):
    bakery = desk.people.bakery()
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.viewing.look_at(bakery)
    desk.settle()
    desk.column.add_representation()
    form = desk.column.forms.represent
    form._set_ground(RepresentationGround.DIRECTOR)
    form.start.setText("1-1-2027")
    form.function.setFocus()
    save(desk)
    assert len(rows(desk, select(RepresentationRow.id))) == 1
    assert desk.now().subject is None


def test_an_end_before_the_begin_is_refused_in_place(desk, fatima):
    bakery = desk.people.bakery()
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.viewing.look_at(bakery)
    desk.settle()
    desk.column.add_representation()
    form = desk.column.forms.represent
    assert form.represented.ref().title == "Bakkerij Bant"
    form._set_ground(RepresentationGround.DIRECTOR)
    form.start.setText("1-1-2027")
    form.end.setText("1-1-2026")
    save(desk)
    assert form._fields["valid_until"].reason()
    form.end.setText("volgend jaar")
    save(desk)
    assert form._fields["valid_until"].reason()
    assert rows(desk, select(RepresentationRow.id)) == []


# The end of a mandate


def test_a_mandate_ends_from_its_row_by_keys(desk, fatima):
    bakery = desk.people.bakery()
    mandate = desk.people.represents(fatima, bakery)
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.card.behalf_list.list.setFocus()
    press(Qt.Key.Key_Delete)
    form = desk.column.forms.end
    assert (form.which.text(), form.day.text()) == ("Bakkerij Bant", "04-03-2026")
    assert QApplication.focusWidget() is form.day
    type_in("3-3-2026")
    save(desk)
    assert not form.isVisible()
    (row,) = rows(desk, select(RepresentationEndRow.__table__))
    assert (row.representation_id, row.ended_on) == (mandate, date(2026, 3, 3))
    assert desk.column.notice.text() == "Fatima de Vries spreekt niet meer namens Bakkerij Bant."
    (shown,) = desk.column.card.behalf_list.rows()
    assert shown.detail.startswith("tot 3 mrt 2026 · ")
    assert desk.column.card.behalf_list.end.isHidden()
    assert len(desk.column.speaker.standings()) == 1
    desk.column.on_behalf()  # nobody is left to speak for: the list has only themselves and somebody else
    assert desk.now().subject is None


def test_who_spoke_by_a_mandate_that_ends_speaks_for_themselves_again(desk, fatima):
    bakery = desk.people.bakery()
    desk.people.represents(fatima, bakery)
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.on_behalf()
    desk.settle()
    assert desk.now().subject.id == bakery
    assert desk.column.card.name() == "Bakkerij Bant"
    desk.column.card.contact_persons.end.click()
    save(desk)
    assert len(rows(desk, select(RepresentationEndRow.representation_id))) == 1
    assert (desk.now().subject, desk.now().capacity) == (None, Capacity.RESIDENT)
    desk.viewing.look_at(bakery)
    desk.settle()
    assert [one.is_recorded for one in desk.column.speaker.standings()] == [True, False]  # its form opens first


def test_by_another_ground_they_speak_on(desk, fatima):
    bakery = desk.people.bakery()
    first = desk.people.represents(fatima, bakery)
    desk.people.represents(fatima, bakery, RepresentationGround.CONTACT_PERSON)
    desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.speaker.speak_as(desk.column.speaker.standings()[1])
    desk.settle()
    desk.column.forms.open_end(desk.viewing.now().overview.card, first)
    save(desk)
    assert len(rows(desk, select(RepresentationEndRow.representation_id))) == 1
    assert desk.now().subject.id == bakery


def test_which_of_several_ends_is_chosen_by_typing(desk, fatima):
    oma = desk.people.person("Aaltje", "Bakker", "")
    desk.people.represents(fatima, desk.people.bakery())
    mandate = desk.people.represents(fatima, oma, RepresentationGround.HELPER)
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.end_representation()
    form = desk.column.forms.end
    assert QApplication.focusWidget() is form.which
    save(desk)
    assert form._fields["representation"].reason() == "Kies wie niet meer namens wie spreekt."
    press(Qt.Key.Key_Return)
    type_in("aal")
    press(Qt.Key.Key_Return)
    save(desk)
    assert [row.representation_id for row in rows(desk, select(RepresentationEndRow.__table__))] == [mandate]


def test_the_day_of_an_end_is_refused_in_place(desk, fatima):
    desk.people.represents(fatima, desk.people.bakery(), valid_from=date(2026, 1, 1))
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.end_representation()
    form = desk.column.forms.end
    for typed, reason in (("morgen", "Typ een hele dag"), ("1-1-2099", "Die dag moet nog"), ("1-1-2020", "Op die dag")):
        form.day.setText(typed)
        save(desk)
        assert form._fields["ended_on"].reason().startswith(reason)
    assert rows(desk, select(RepresentationEndRow.representation_id)) == []


def test_where_nobody_speaks_for_anybody_there_is_nothing_to_end(desk, fatima):
    desk.viewing.look_at(fatima)
    desk.settle()
    desk.column.end_representation()
    assert desk.column.forms.end is None
    assert desk.column.notice.text().startswith("Nu spreekt niemand namens Fatima de Vries")


# Refusing to tell


def test_what_was_asked_and_not_told_is_kept(desk, fatima):
    desk.people.mark(fatima, restriction=7)
    ongoing = desk.call_with(fatima, "Fatima de Vries")
    desk.settle()
    desk.column.refuse_disclosure()
    form = desk.column.forms.refusal
    save(desk)
    assert form._fields["asked"].reason()
    type_in("Ex-partner vroeg het adres")
    save(desk)
    (row,) = rows(desk, select(DisclosureRefusalTextRow.asked))
    assert row.asked == "Ex-partner vroeg het adres"
    assert desk.column.notice.text() == "De weigering staat bij de contacten."
    assert desk.conversations.get(ongoing.id) is not None
    desk.column.refuse_disclosure()
    assert form.asked.toPlainText() == ""
    type_in("Nog iemand")
    save(desk)
    assert len(rows(desk, select(DisclosureRefusalTextRow.asked))) == 2


def test_the_keys_of_an_open_form_are_its_own_and_not_the_windows(desk):
    pressed = []
    for keys in ("Ctrl+Return", "Esc"):
        shortcut = QShortcut(QKeySequence(keys), desk.window)
        shortcut.activated.connect(partial(pressed.append, keys))
    desk.column.register_person()
    type_in("Jan")
    desk.column.forms.register.bsn.setText("999990019")
    save(desk)
    assert pressed == []
    assert desk.column.card.name() == "Jan"
    desk.column.refuse_disclosure()
    type_in("x")
    press(Qt.Key.Key_Escape)
    assert pressed == []
    assert not desk.column.forms.refusal.isVisible()
    desk.column.reveal()
    press(Qt.Key.Key_Escape)
    assert pressed == []
    press(Qt.Key.Key_Escape)
    assert pressed == ["Esc"]


def test_tab_goes_round_inside_the_form(desk):
    desk.column.register_person()
    form = desk.column.forms.register
    seen = []
    for _ in range(40):
        seen.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    assert all(form.isAncestorOf(widget) for widget in seen)
    assert form.save_button in seen
    assert seen[0] is form.given
    press(Qt.Key.Key_Backtab)
    assert form.isAncestorOf(QApplication.focusWidget())


def test_long_and_strange_texts_are_kept_or_refused_never_lost(desk):
    desk.column.register_person()
    form = desk.column.forms.register
    form.surname.setText("'; DROP TABLE party; -- <b>x</b> \u202eabc 😀" + "x" * 300)
    save(desk)
    assert form.isVisible()
    assert form._fields["surname"].reason()
    form.surname.setText("'; DROP TABLE party; -- <b>x</b> 😀")
    save(desk)
    assert [row.surname for row in rows(desk, select(PersonRow.surname))] == ["'; DROP TABLE party; -- <b>x</b> 😀"]
    assert desk.viewing.now().ref.kind is PartyKind.PERSON
