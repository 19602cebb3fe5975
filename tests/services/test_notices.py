from datetime import timedelta

import pytest
from sqlalchemy import update

from kcc_desktop.data.notices import NoticeRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.notices import PutNotice
from kcc_desktop.services.notices import NoticeService
from tests.services.office import make_product, roles, told


@pytest.fixture
def service(database):
    roles(database, Role.AGENT, Role.TEAM_LEAD)
    return NoticeService(database)


def put(service, text="Afspraken maken ligt eruit", **changes):
    command = PutNotice(new_id(), text, **changes)
    service.put(command)
    return command.id


def now(database):
    return database.read(lambda look: look.now)


def test_every_desk_is_told_until_it_ends(database, service):
    product = make_product(database)
    first, second = put(service), put(service, "Paspoort online  doet het\nniet", product_id=product)
    notices = service.current()
    assert {notice.id for notice in notices} == {first, second}
    newest = next(notice for notice in notices if notice.id == second)
    assert (newest.text, newest.product_id, newest.put_by) == ("Paspoort online doet het niet", product, "Noor Jansen")
    service.end(first)
    assert [notice.id for notice in service.current()] == [second]
    assert {("notice", first), ("notice", second)} <= told(database)


def test_a_notice_ends_when_it_was_expected_to(database, service):
    notice = put(service, until=now(database) + timedelta(hours=1))
    assert len(service.current()) == 1
    past = now(database) - timedelta(seconds=1)
    database.unguarded_write(lambda c: c.execute(update(NoticeRow).where(NoticeRow.id == notice).values(until=past)))
    assert service.current() == ()


def test_putting_twice_is_once_and_ending_twice_is_not(service):
    command = PutNotice(new_id(), "Storing")
    service.put(command)
    service.put(command)
    assert len(service.current()) == 1
    service.end(command.id)
    with pytest.raises(AlreadyDone):
        service.end(command.id)
    with pytest.raises(NotFound):
        service.end(new_id())


@pytest.mark.parametrize(("text", "reason"), [("  ", "empty"), ("x" * 301, "too_long")])
def test_a_notice_says_something_short(service, text, reason):
    with pytest.raises(InvalidValue, match=reason):
        put(service, text)


def test_a_notice_does_not_end_before_it_begins(database, service):
    with pytest.raises(InvalidValue, match="past"):
        put(service, until=now(database))


@pytest.mark.parametrize("role", [Role.TEAM_LEAD, Role.EDITOR])
def test_who_puts_notices(database, service, role):
    roles(database, role)
    service.end(put(service))


@pytest.mark.parametrize("role", [Role.AGENT, Role.COUNTER, Role.VISITOR, Role.AUDITOR])
def test_who_only_reads_them(database, service, role):
    notice = put(service)
    roles(database, role)
    assert len(service.current()) == 1
    with pytest.raises(NotAllowed):
        put(service)
    with pytest.raises(NotAllowed):
        service.end(notice)
