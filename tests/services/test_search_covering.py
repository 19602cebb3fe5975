"""What a search must not tell: it leaves no line in the audit, and asks as often as somebody likes."""

import pytest
from sqlalchemy import select

from kcc_desktop.data import search_statements
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.search_index import SearchPartyRow, SearchTokenRow
from kcc_desktop.data.upgrade import downgrade, upgrade
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterOrganisation, RegisterPerson
from kcc_desktop.services.parties import PartyService
from tests.services.office import restrict

HOME = Address(street="Lindelaan", house_number=127, postcode="8302 AA", place="Emmeloord")
BSN = "999990019"


@pytest.fixture
def service(database):
    return PartyService(database)


def resident(service, given="Anna", surname="Aalders", **changes):
    command = RegisterPerson(new_id(), PersonName(given, "", surname), PartialDate(1987, 7, 12), **changes)
    return service.register_person(command)


@pytest.fixture
def anna(service, database):
    """Under a restriction."""
    party = resident(service, bsn=BSN, address=HOME, phone="0612345678", email="postbus@voorbeeld.nl")
    restrict(database, party)
    return party


def found(service, typed):
    return [party.id for party in service.search(typed).parties]


@pytest.mark.parametrize("typed", ["9", "99999", "99999001", "99999 001", "aalders 99999001", "9999900190"])
def test_nobody_is_found_by_a_part_of_a_bsn(service, typed):
    resident(service, bsn=BSN)
    assert found(service, typed) == []


@pytest.mark.parametrize("typed", [BSN, "9999.90.019", "aalders 999990019", "99999 0019"])
def test_somebody_is_found_by_a_whole_bsn(service, typed):
    party = resident(service, bsn=BSN)
    assert found(service, typed) == [party]


@pytest.mark.parametrize(
    "typed",
    [
        "aalders 8302",
        "aalders 8302a",
        "aalders 061234567",
        "aalders 3161234",
        "aalders lindel",
        "aalders l",
        "aalders emmel",
        "aalders 1207198",
        "aalders 198707",
        "aalders 12",
        "aalders post",
        "lindelaa",
    ],
)
def test_what_is_covered_is_not_found_out_letter_by_letter(service, anna, typed):
    other = resident(service, "Bea", address=HOME, phone="0612345678")
    assert anna not in found(service, typed)
    assert service.search(typed).corrected == ()
    assert other  # a housemate is covered likewise


@pytest.mark.parametrize(
    "typed",
    [
        "aald",
        "anna aalders",
        "a aal",
        "8302aa 127",
        "lindelaan aal",
        "0612345678",
        "12-07-1987 aalders",
        "anna emmeloord",
    ],
)
def test_somebody_under_a_restriction_is_found_by_name_and_by_what_is_known_in_full(service, anna, typed):
    assert found(service, typed) == [anna]


def test_who_is_not_covered_is_found_by_a_beginning(service):
    party = resident(service, address=HOME, phone="0612345678")
    for typed in ("aalders 83", "aalders lind", "061234"):
        assert found(service, typed) == [party]


@pytest.mark.parametrize("typed", ["aalders lindelan", "aalderz lindelan", "aalderz lindelaan"])
def test_a_correction_spells_no_covered_street(service, anna, typed):
    answer = service.search(typed)
    assert "lindelaan" not in [meant for _typed, meant in answer.corrected]
    assert (anna in [party.id for party in answer.parties]) == ("lindelaan" in typed)


def test_a_company_at_such_a_home_keeps_it_too(service, anna):
    company = service.register_organisation(RegisterOrganisation(new_id(), "Klusbedrijf", address=HOME))
    assert found(service, "klusbedrijf lind") == []
    assert found(service, "klus") == [company]


def test_where_only_the_recent_people_were_gone_through_there_may_be_more(service, monkeypatch):
    monkeypatch.setattr(search_statements, "FREQUENT", 5)
    monkeypatch.setattr(search_statements, "RECENT", 8)
    for _ in range(7):
        resident(service, "Jan", "Bakker")
        resident(service, "Piet", "Vries")
    resident(service, "Jan", "Vries")
    answer = service.search("jan vries")
    assert len(answer.parties) <= 1
    assert answer.more
    monkeypatch.setattr(search_statements, "RECENT", 15)
    answer = service.search("jan vries")
    assert (len(answer.parties), answer.more) == (1, False)


def test_whole_numbers_are_carried_over_both_ways(engine):
    """The words of somebody whom the program of before indexed."""
    database = Database(engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    service = PartyService(database)
    party = resident(service, bsn=BSN, phone="0612345678")

    def words():
        tokens = database.unguarded_read(lambda c: set(c.scalars(select(SearchTokenRow.token))))
        return tokens, set(database.unguarded_read(lambda c: c.scalar(select(SearchPartyRow.words))).split())

    now = words()
    assert now[0] == now[1] >= {f"={BSN}=", "0612345678"}
    downgrade(engine, "0003")
    before = words()
    assert before[0] == before[1] == now[0] - {f"={BSN}="} | {BSN}
    upgrade(engine)
    assert words() == now
    assert found(service, BSN) == [party]
