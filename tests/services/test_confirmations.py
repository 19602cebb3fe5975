"""The confirmation of an appointment: right by the clock on the wall, and silent about a covered address."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from reportlab.pdfbase import pdfmetrics
from sqlalchemy import select, update

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import (
    Attendee,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    MoveAppointment,
    Said,
    TimeWish,
    UnlessReason,
)
from kcc_desktop.domain.citizen_texts import TextKind, TextLanguage, fill, own_words
from kcc_desktop.domain.confirmations import Deceased
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.lists import ListKind, SaveEntry
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.reports import confirmation_words
from kcc_desktop.reports.letter import letter
from kcc_desktop.services.confirmations import ConfirmationService
from kcc_desktop.services.lists import ListService
from kcc_desktop.services.parties import PartyService
from tests.services.office import roles
from tests.services.town_hall import TownHall


@pytest.fixture
def hall(database):
    return TownHall(database)


@pytest.fixture
def service(database):
    return ConfirmationService(database, "Noordoostpolder")


@pytest.fixture
def fatima(database):
    party = new_id()
    home = Address(street="Voorbeeldstraat", house_number=12, postcode="8302AB", place="Emmeloord")
    PartyService(database).register_person(RegisterPerson(party, PersonName("Fatima", "de", "Vries"), address=home))
    return party


def test_a_citizen_reads_when_where_what_and_what_to_bring(hall, service, fatima):
    booked = hall.booked(fatima)
    made = service.confirm(booked.id)
    day = confirmation_words.day(hall.tomorrow, "nl")
    assert made.text.startswith("Beste ")
    for words in (
        "U heeft een afspraak bij de gemeente Noordoostpolder.",
        f"Wanneer: {day}, van 09:00 tot 09:15 uur",
        "Waar: Gemeentehuis",
        "Waarvoor: Paspoort",
        f"Uw code: {' '.join(booked.reference)}",
        "- Pasfoto\n- Oude paspoort",
    ):
        assert words in made.text
    assert made.address[1:] == ("Voorbeeldstraat 12", "8302 AB Emmeloord")
    assert made.letter.startswith(b"%PDF-")
    again = service.confirm(booked.id)
    assert replace(again, calendar=b"") == replace(made, calendar=b"")


def test_who_talks_another_language_gets_english(hall, service, fatima):
    made = service.confirm(hall.booked(fatima, language="pol").id)
    assert "You have an appointment with the municipality of Noordoostpolder." in made.text


def test_a_covered_address_stands_on_no_letter(hall, service, fatima):
    booked = hall.booked(fatima)
    hall.database.unguarded_write(lambda c: c.execute(update(PersonRow).values(restriction=7)))
    made = service.confirm(booked.id)
    assert made.address == ()
    assert "Voorbeeldstraat" not in made.text


def test_somebody_without_a_card_gets_one_too(hall, service):
    made = service.confirm(hall.booked().id)
    assert made.text.startswith("Beste Fatima de Vries,")
    assert made.address == ()


def test_what_was_called_off_is_told_so_and_what_moved_is_not_confirmed(hall, service, fatima):
    booked = hall.booked(fatima)
    moved = hall.service.move(MoveAppointment(booked.id, new_id(), Offer(hall.location, hall.first().quantum, 3, ())))
    with pytest.raises(AlreadyDone):
        service.confirm(booked.id)
    assert "is verzet" in service.confirm(moved.id).text
    hall.service.cancel(CancelAppointment(moved.id, CancelledBy.CITIZEN))
    off = service.confirm(moved.id)
    assert (off.is_off, off.reminder) == (True, "")
    assert "Deze afspraak bij de gemeente Noordoostpolder gaat niet door:" in off.text
    assert "Pasfoto" not in off.text
    with pytest.raises(NotFound):
        service.confirm(new_id())


@pytest.mark.parametrize(
    ("starts_at", "said"),
    [
        (datetime(2026, 7, 1, 7, 0, tzinfo=UTC), "woensdag 1 juli 2026, van 09:00 tot 09:15 uur"),
        (datetime(2026, 12, 1, 8, 0, tzinfo=UTC), "dinsdag 1 december 2026, van 09:00 tot 09:15 uur"),
        (datetime(2026, 3, 29, 0, 50, tzinfo=UTC), "zondag 29 maart 2026, van 01:50 tot 03:05 uur"),
        (datetime(2026, 3, 29, 7, 0, tzinfo=UTC), "zondag 29 maart 2026, van 09:00 tot 09:15 uur"),
        (datetime(2026, 10, 25, 0, 50, tzinfo=UTC), "zondag 25 oktober 2026, van 02:50 tot 02:05 uur"),
        (datetime(2026, 10, 25, 8, 0, tzinfo=UTC), "zondag 25 oktober 2026, van 09:00 tot 09:15 uur"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "vrijdag 1 januari 2027, van 00:00 tot 00:15 uur"),
    ],
)
def test_summer_winter_and_both_days_on_which_the_clock_changes(hall, starts_at, said):
    moved = replace(hall.booked(), starts_at=starts_at, ends_at=starts_at + timedelta(minutes=15))
    assert f"Wanneer: {said}" in confirmation_words.text(moved, "", "", "nl")


def test_a_letter_has_the_letters_of_every_name():
    name = "Łukasz Şahin-Ďurčanský & <Ágnes> Ţîrlea Ζωή Олена"
    assert letter((name,), "Uw afspraak", f"Beste {name},\n\n" + "Regel\n" * 200).count(b"/Type /Page\n") > 1
    glyphs = pdfmetrics.getFont("Inter").face.charToGlyph
    assert [sign for sign in name if ord(sign) not in glyphs] == []


def test_nobody_writes_to_who_died(hall, service, fatima):
    booked = hall.booked(fatima)
    hall.database.unguarded_write(lambda c: c.execute(update(PersonRow).values(is_deceased=True)))
    with pytest.raises(Deceased):
        service.confirm(booked.id)


def test_a_family_reads_who_brings_what_and_what_is_still_to_be_arranged(hall, service, fatima):
    hall.asks(hall.passport, consent=18, authority=18, child="Een kopie van het legitimatiebewijs van de andere ouder")
    people = (
        Attendee(hall.passport, "Fatima de Vries", party_id=fatima),
        Attendee(hall.passport, "Youssef de Vries"),
        Attendee(hall.passport, "Sami", 9),
        Attendee(hall.passport, age=7),
    )
    wish = TimeWish(people, from_on=hall.tomorrow)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    said = (
        *people[:2],
        replace(people[2], consent=Said.YES, authority=Said.YES),
        replace(people[3], consent=Said.NO, authority=Said.YES),
    )
    booked = hall.service.book(
        BookAppointment(held.id, fatima, "Fatima de Vries", attendees=said, needs_interpreter=True)
    )
    made = service.confirm(booked.id)
    for words in (
        "Wie er komen:\n- Fatima de Vries: Paspoort\n- Youssef de Vries: Paspoort\n"
        "- Sami (9 jaar): Paspoort\n- kind van 7 jaar: Paspoort",
        "Neem dit mee voor iedereen:\n- Pasfoto\n- Oude paspoort\n\n",
        "En ook voor Sami (9 jaar) en kind van 7 jaar:\n- Een kopie van het legitimatiebewijs van de andere ouder\n\n",
        "Regel dit nog:\n- toestemming van de andere ouder voor kind van 7 jaar\n\n",
        "U vroeg om een tolk.",
    ):
        assert words in made.text
    assert "gezag" not in made.text
    assert made.reminder.startswith("Denkt u aan uw afspraak bij de gemeente Noordoostpolder?")
    assert "- Sami (9 jaar): Paspoort" in made.reminder


def test_confirming_leaves_a_line_in_the_audit(hall, service):
    booked = hall.booked()
    service.confirm(booked.id)
    actions = hall.database.unguarded_read(
        lambda c: c.scalars(select(AuditLineRow.action).where(AuditLineRow.object_id == booked.id)).all()
    )
    assert "confirm" in actions


def own_text(database, text, body, audience="resident", language="nl"):
    """The town's own words, as its editor writes them."""
    roles(database, Role.AGENT, Role.EDITOR)
    lists = ListService(database)
    (entry,) = [one for one in lists.entries(ListKind.TEXTS) if one.id == f"{text}/{audience}/{language}"]
    lists.save(SaveEntry(ListKind.TEXTS, entry.id, {**entry.cells, "body": body}, entry.cells))


@pytest.mark.parametrize(("spoken", "language"), [("nld", TextLanguage.DUTCH), ("eng", TextLanguage.ENGLISH)])
def test_the_standard_text_is_what_the_program_says(hall, service, fatima, spoken, language):
    for product in (hall.passport, hall.form):
        unless = UnlessReason.PREFERS if product == hall.form else None
        booked = hall.booked(fatima, None, product, language=spoken, unless=unless)
        found = hall.service.open(booked.id)
        said = confirmation_words.places(found, "Fatima de Vries", "Noordoostpolder", language.value)
        written = confirmation_words.text(found, "Fatima de Vries", "Noordoostpolder", language.value)
        assert fill(own_words(TextKind.CONFIRMATION, language), said) == written


def test_a_town_says_it_in_its_own_words(hall, service, fatima, database):
    booked = hall.booked(fatima)
    before = service.confirm(booked.id)
    own_text(database, "confirmation", "{aanhef}\n\nTot {datum} om {begin} uur!\n\n{meenemen}")
    made = service.confirm(booked.id)
    day = confirmation_words.day(hall.tomorrow, "nl")
    assert made.text.endswith(f"Tot {day} om 09:00 uur!\n\nNeem dit mee:\n- Pasfoto\n- Oude paspoort")
    assert made.letter == before.letter  # the letter is a text of its own
    own_text(database, "letter", "Tot dan!")
    assert service.confirm(booked.id).letter != before.letter


def test_a_text_for_companies_is_for_companies(hall, service, fatima, database):
    own_text(database, "confirmation", "Voor bedrijven", audience="organisation")
    assert "Voor bedrijven" not in service.confirm(hall.booked(fatima).id).text


def test_a_name_with_braces_is_a_name():
    assert fill("Beste {aanhef}", {"aanhef": "{code}", "code": "geheim"}) == "Beste {code}"
