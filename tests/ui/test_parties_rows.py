"""What the left column says of somebody, as words: facts, warnings and the rows of its lists."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.appointments import ComingAppointment
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.contacts import Capacity
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.ongoing import PartyRef, begin
from kcc_desktop.domain.parties import (
    AddressKind,
    Branch,
    DigitalAddress,
    DigitalAddressKind,
    Gender,
    OrganisationFacts,
    PartyAddress,
    PartyCard,
    PartyKind,
    PersonFacts,
    Preferences,
    RelatedParty,
    Relation,
    Representation,
    RepresentationGround,
    Source,
    Suspension,
    Warnings,
)
from kcc_desktop.domain.party_answers import Revealed
from kcc_desktop.domain.work import TaskKind, TaskState, TaskSummary
from kcc_desktop.ui.parties import entries
from kcc_desktop.ui.parties.behalf import current, standings
from kcc_desktop.ui.parties.facts import facts, has_covered
from kcc_desktop.ui.parties.warnings import warnings
from tests.ui.party_desk import HOME, NOW, TODAY

BRP = Source("brp", date(2026, 3, 2))
DESK = Source("desk", date(2026, 1, 12))
PHONE = DigitalAddress(new_id(), DigitalAddressKind.PHONE, "+31612345678", "werk", True, frozenset(), None, DESK)
EMAIL = replace(PHONE, id=new_id(), kind=DigitalAddressKind.EMAIL, value="f@voorbeeld.nl", label="")
PERSON = PersonFacts(
    PersonName("Fatima", "de", "Vries", gender="V"), PartialDate(1987, 7, 12), "", Gender.FEMALE, "••••• 0019", "", ()
)
CARD = PartyCard(
    new_id(),
    PartyKind.PERSON,
    "Fatima de Vries",
    "mevrouw De Vries",
    Warnings(),
    False,
    (PartyAddress(AddressKind.RESIDENCE, HOME, BRP),),
    (PHONE, EMAIL),
    Preferences("phone", "na 16:00", "nld", False, None),
    PERSON,
    None,
    (),
    BRP,
)
BAKERY = replace(
    CARD,
    id=new_id(),
    kind=PartyKind.ORGANISATION,
    title="Bakkerij Bant",
    person=None,
    organisation=OrganisationFacts(
        "Bakkerij Bant", ("Bakkerij Bant", "Bants Brood"), "V.O.F.", "90004471", "000012345678", "", True, ()
    ),
    representations=(),
)


def said(card, revealed=None):
    return [pair[:2] for pair in facts(card, revealed, TODAY, {"phone": "telefoon"}.get)]


def mandate(name="Bakkerij Bant", outgoing=True, until=None, start=None, kind=PartyKind.ORGANISATION, party=None):
    party_id = party or new_id()
    return Representation(
        new_id(), outgoing, party_id, kind, name, RepresentationGround.DIRECTOR, "eigenaar", start, until
    )


def case(decide_by, status="in behandeling"):
    return CaseSummary(new_id(), "Z-1", "Verhuizing", status, TODAY, decide_by, None, "")


def promise(due_at, owner="Ruben Smit"):
    return TaskSummary(new_id(), "T-1", TaskKind.CALLBACK, TaskState.OPEN, "Bel terug", owner, due_at, "", CARD.id)


def test_a_person_is_told_as_the_picture_has_it():
    assert said(CARD) == [
        ("Geboren", "12-07-1987 (38 jaar)"),
        ("BSN", "••••• 0019"),
        ("Adres", "Voorbeeldlaan 118\n8302 ZZ Emmeloord"),
        ("Telefoon", "06-12 34 56 78 (werk)"),
        ("E-mail", "f@voorbeeld.nl"),
        ("Voorkeur", "telefoon, na 16:00"),
        ("Bron", "BRP, 2\N{NO-BREAK SPACE}mrt\nbereik: KCC, 12\N{NO-BREAK SPACE}jan"),
    ]


def test_what_is_covered_is_said_to_be_covered():
    covered = replace(CARD, is_covered=True, addresses=(), digital_addresses=())
    shown = dict(said(covered))
    assert (shown["Adres"], shown["Telefoon"], shown["E-mail"]) == ("afgedekt",) * 3
    assert shown["BSN"] == "••••• 0019"
    assert has_covered(covered)


def test_uncovered_for_a_purpose_everything_is_there():
    covered = replace(CARD, is_covered=True, addresses=(), digital_addresses=())
    shown = dict(said(covered, Revealed("999990019", CARD.addresses, CARD.digital_addresses)))
    assert shown["BSN"] == "999990019"
    assert shown["Adres"].startswith("Voorbeeldlaan 118")
    assert shown["Telefoon"] == "06-12 34 56 78 (werk)"


def test_nobody_ages_after_death():
    dead = replace(CARD, warnings=Warnings(is_deceased=True))
    assert dict(said(dead))["Geboren"] == "12-07-1987"


def test_language_and_help_are_told_when_they_matter():
    helped = replace(CARD, preferences=Preferences("", "", "pol", True, date(2026, 1, 9)))
    shown = dict(said(helped))
    assert shown["Taal"] == "Pools"
    assert shown["Hulp"] == "hulp nodig om iets online te regelen"
    assert "Taal" not in dict(said(CARD))


def test_an_address_abroad_has_its_own_lines():
    abroad = Address(country="Marokko", foreign_lines=("12 Rue Exemple", "Tanger"))
    card = replace(CARD, addresses=(PartyAddress(AddressKind.RESIDENCE, abroad, BRP),))
    assert dict(said(card))["Adres"] == "12 Rue Exemple\nTanger\nMarokko"


def test_a_company_is_told_by_its_numbers():
    assert said(BAKERY)[:4] == [
        ("Ook bekend als", "Bants Brood"),
        ("KVK-nummer", "90004471"),
        ("Vestiging", "000012345678"),
        ("Rechtsvorm", "V.O.F."),
    ]
    assert not has_covered(BAKERY)


@pytest.mark.parametrize(
    ("changes", "title", "tone"),
    [
        ({"restriction": 7}, "Geheimhouding", "over"),
        ({"is_deceased": True, "died_on": PartialDate(2025, 12, 20)}, "Overleden op 20-12-2025", "over"),
        ({"is_deceased": True, "died_on": PartialDate(None, None, None)}, "Overleden", "over"),
        ({"under_curatorship": True}, "Onder curatele", "near"),
        ({"under_investigation": True}, "In onderzoek", "near"),
        ({"suspension": Suspension.EMIGRATED}, "Vertrokken naar het buitenland", "near"),
        ({"suspension": Suspension.MINISTERIAL}, "Niet meer bijgehouden", "near"),
        ({"housemate_restricted": True}, "Huisgenoot met geheimhouding", "over"),
        ({"family_restricted": True}, "Gezin met geheimhouding", "over"),
    ],
)
def test_each_warning_is_a_banner_of_its_own(changes, title, tone):
    (found,) = warnings(replace(CARD, warnings=Warnings(**changes)))
    assert (found.title, found.tone) == (title, tone)


def test_the_restriction_says_what_the_law_asks():
    (found,) = warnings(replace(CARD, warnings=Warnings(restriction=1)))
    assert found.text == "Geen gegevens aan derden; identiteit alleen met document of terugbellen op bekend nummer."
    assert found.refusable


def test_every_reason_to_stop_keeping_somebody_has_words():
    for reason in Suspension:
        assert warnings(replace(CARD, warnings=Warnings(suspension=reason)))


def test_most_people_have_no_warning():
    assert warnings(CARD) == []


@pytest.mark.parametrize(
    ("days", "detail", "tone"),
    [
        (-2, "2 dagen te laat · in behandeling", "over"),
        (-1, "1 dag te laat · in behandeling", "over"),
        (0, "uiterlijk vandaag · in behandeling", "near"),
        (1, "nog 1 dag · in behandeling", "near"),
        (7, "nog 7 dagen · in behandeling", "near"),
        (8, "op tijd · in behandeling", "muted"),
        (None, "in behandeling", "muted"),
    ],
)
def test_a_case_says_how_much_time_is_left(days, detail, tone):
    decide_by = None if days is None else TODAY + timedelta(days=days)
    (row,) = entries.case_rows((case(decide_by),), TODAY)
    assert (row.detail, row.detail_tone) == (detail, tone)


@pytest.mark.parametrize(
    ("due", "detail", "tone"),
    [
        (NOW + timedelta(hours=1, minutes=18), "vóór 12:00 · nog 1 u 18 · Ruben Smit", "near"),
        (NOW + timedelta(minutes=18), "vóór 11:00 · nog 18 min · Ruben Smit", "near"),
        (NOW - timedelta(minutes=1), "te laat, beloofd 10:41 · Ruben Smit", "over"),
        (NOW - timedelta(days=2), "te laat, beloofd ma 2 mrt 10:42 · Ruben Smit", "over"),
        (NOW + timedelta(days=1), "do 5 mrt vóór 10:42 · Ruben Smit", "muted"),
    ],
)
def test_a_promise_says_before_when_and_who(due, detail, tone):
    (row,) = entries.promise_rows((promise(due),), NOW)
    assert (row.detail, row.detail_tone) == (detail, tone)


def test_the_child_one_speaks_for_says_how_old_it_is_and_is_no_family_beside_it():
    child = new_id()
    relations = (
        RelatedParty(child, "Youssef", Relation.CHILD, PartialDate(2016, 5, 1), False, False),
        RelatedParty(None, "Karim", Relation.PARTNER, PartialDate(1985, 1, 1), False, True),
    )
    mine = replace(
        mandate("Youssef", kind=PartyKind.PERSON, party=child),
        ground=RepresentationGround.PARENTAL_AUTHORITY,
        function="",
    )
    card = replace(CARD, person=replace(PERSON, relations=relations), representations=(mine,))
    (row,) = entries.represented_rows(card, TODAY, "Ctrl+W")
    assert (row.title, row.detail, row.keys) == ("Youssef", "kind, 9 jaar · ouderlijk gezag", "Ctrl+W")
    (partner,) = entries.family_rows(card, TODAY)
    assert (partner.title, partner.detail, partner.key) == ("Karim", "partner · overleden", None)


def test_what_expired_says_so_first_and_stands_last():
    card = replace(
        CARD,
        representations=(
            mandate("Oud", until=date(2025, 12, 31)),
            mandate("Later", start=date(2026, 6, 1)),
            mandate("Nu", until=date(2026, 12, 31)),
        ),
    )
    rows = entries.represented_rows(card, TODAY, "Ctrl+W")
    assert [row.title for row in rows] == ["Nu", "Oud", "Later"]
    assert rows[0].detail == "eigenaar · bestuurder · t/m 31 dec"
    assert rows[1].detail.startswith("verlopen 31 dec 2025 · ")
    assert rows[2].detail.startswith("vanaf 1 jun · ")
    assert [row.keys for row in rows] == ["Ctrl+W", "", ""]
    assert (rows[1].detail_icon, rows[0].detail_icon) == ("prohibit", "")


def test_what_was_ended_stays_readable_with_its_year_and_cannot_end_again():
    ended = replace(mandate("Toen", until=date(2026, 12, 31)), ended_on=date(2026, 3, 3))
    card = replace(CARD, representations=(ended, mandate("Nu")))
    now, then = entries.represented_rows(card, TODAY, "Ctrl+W")
    assert (then.title, then.detail, then.detail_icon) == ("Toen", "tot 3 mrt 2026 · eigenaar · bestuurder", "prohibit")
    assert (then.key.representation, now.key.representation) == (None, card.representations[1].id)
    assert entries.endable(card, TODAY) == (card.representations[1],)
    assert [one.subject for one in standings(talk(speaker=SPEAKER), (ended,), None, TODAY)] == [None]


def test_a_relative_under_a_restriction_is_guarded():
    guarded = RelatedParty(new_id(), "Aaltje", Relation.PARENT, PartialDate(1960, 1, 1), True, False)
    (row,) = entries.family_rows(replace(CARD, person=replace(PERSON, relations=(guarded,))), TODAY)
    assert (row.detail, row.detail_tone, row.detail_icon) == ("ouder · geheimhouding", "over", "eye-slash")


def test_other_branches_are_listed():
    branches = (Branch(new_id(), "Bakkerij Bant", "000087654321", "Bant"), Branch(BAKERY.id, "zelf", "", ""))
    card = replace(BAKERY, organisation=replace(BAKERY.organisation, branches=branches))
    (row,) = entries.branch_rows(card)
    assert row.detail == "Bant · 000087654321"


# As what somebody may speak

SPEAKER = PartyRef(CARD.id, PartyKind.PERSON, CARD.title)


def talk(**changes):
    return begin(new_id(), new_id(), "phone", NOW, **changes)


def test_an_expired_mandate_is_no_way_to_speak():
    found = standings(talk(speaker=SPEAKER), (mandate(until=date(2026, 3, 3)), mandate("Nu")), None, TODAY)
    assert [one.subject.title if one.subject else "" for one in found] == ["", "Nu"]


def test_who_speaks_for_them_is_no_way_for_them_to_speak():
    assert len(standings(talk(speaker=SPEAKER), (mandate(outgoing=False),), None, TODAY)) == 1


def test_whoever_is_looked_at_may_be_spoken_for_once_a_mandate_is_kept():
    found = standings(talk(speaker=SPEAKER), (), BAKERY, TODAY)
    assert (found[1].subject.title, found[1].capacity, found[1].is_recorded) == (
        "Bakkerij Bant",
        Capacity.FOR_ORGANISATION,
        False,
    )


def test_of_somebody_who_died_one_speaks_about_them():
    dead = replace(CARD, id=new_id(), warnings=Warnings(is_deceased=True))
    for speaker in (SPEAKER, None):
        found = standings(talk(speaker=speaker), (), dead, TODAY)
        assert (found[1].capacity, found[1].is_recorded) == (Capacity.ABOUT_DECEASED, True)


def test_whom_it_is_about_stays_a_choice_after_a_restart():
    ongoing = talk(speaker=SPEAKER).on_behalf_of(
        PartyRef(BAKERY.id, BAKERY.kind, "Bakkerij Bant"), Capacity.FOR_ORGANISATION
    )
    found = standings(ongoing, (), None, TODAY)
    assert current(ongoing, found) == 1


def test_the_clock_of_the_municipality_decides_what_today_is():
    late = datetime.fromisoformat("2026-03-04T22:30:00+00:00")  # 23:30 here
    (row,) = entries.promise_rows((promise(late + timedelta(minutes=20)),), late)
    assert row.detail.startswith("vóór 23:50")
    (row,) = entries.promise_rows((promise(late + timedelta(minutes=40)),), late)
    assert row.detail.startswith("do 5 mrt vóór 00:10")


def test_three_appointments_are_shown_and_the_fourth_row_leads_to_the_rest():
    coming = tuple(
        ComingAppointment(new_id(), f"Paspoort ({number})", NOW + timedelta(hours=1, days=number), "Emmeloord")
        for number in range(5)
    )
    rows = entries.appointment_rows(coming, NOW)
    assert [row.title for row in rows] == ["Paspoort (0)", "Paspoort (1)", "Paspoort (2)", "nog 2"]
    assert rows[0].detail.startswith("vandaag ")
    assert (rows[0].detail_tone, rows[1].detail_tone) == ("near", "muted")
    assert [row.key.id for row in rows] == [one.id for one in coming[:4]]
    assert len(entries.appointment_rows(coming[:3], NOW)) == 3
