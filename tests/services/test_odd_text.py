"""Whatever somebody types or pastes is found, kept or refused, and never a bug."""

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.phone import parse_email
from kcc_desktop.services.cases import CaseService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.tasks import TaskService

ANYTHING = st.text(st.characters(codec=None), max_size=40)
on_real_databases = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(typed=ANYTHING)
@example(typed="\x00@x")
@example(typed="\ud800@x.nl")
@example(typed="Jan\x00sen")
@example(typed="= =1= % _ ' ; \\")
@on_real_databases
def test_anything_can_be_looked_for(database, typed):
    for find in (PartyService(database).search, CaseService(database).find, TaskService(database).find):
        find(typed)


@given(first=ANYTHING, last=ANYTHING, mail=ANYTHING, street=ANYTHING, number=st.integers())
@example(first="A", last="B", mail="a\x00b@c.nl", street="", number=1)
@example(first="A", last="B", mail="\ud800@x.nl", street="", number=10**12)
@example(first="A " * 99, last="Van " * 49, mail="", street="", number=1)
@on_real_databases
def test_anything_is_registered_or_refused(database, first, last, mail, street, number):
    address = Address(street=street, house_number=number, place="Emmeloord")
    command = RegisterPerson(new_id(), PersonName(first, "", last), address=address, email=mail)
    with suppress(InvalidValue):
        PartyService(database).register_person(command)


@given(ANYTHING)
def test_a_mail_address_holds_nothing_that_cannot_be_kept(text):
    with suppress(InvalidValue):
        address = parse_email(f"{text}@voorbeeld.nl")
        assert "\x00" not in address
        address.encode()


@pytest.mark.parametrize("number", [0, -1, 100_000, 10**12])
def test_a_house_number_has_at_most_five_digits(database, number):
    command = RegisterPerson(new_id(), PersonName("A", "", "B"), address=Address(street="X", house_number=number))
    with pytest.raises(InvalidValue) as refused:
        PartyService(database).register_person(command)
    assert (refused.value.field, refused.value.reason) == ("house_number", "range")
