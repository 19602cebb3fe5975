"""Up to twenty desks, each a process and an agent of its own, receive one thing at one moment: it is there once."""

import json

import pytest
from sqlalchemy import func, select

from kcc_desktop.data.arrivals import ArrivalRow
from kcc_desktop.data.contacts import ContactTextRow, TimelineEntryRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.work import TaskRow
from kcc_desktop.domain.agents import Role
from tests.conftest import SQLITE_KEY
from tests.services.desks import desks
from tests.services.test_incoming import form, resident
from tests.services.test_work_races import logins

SIZES = (2, 8, 20)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_one_thing_that_many_desks_receive_is_there_once(kind, request, tmp_path):
    database = Database(request.getfixturevalue(f"{kind}_engine"), origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    party = resident(database, "0612345678")
    plain_engine = None if kind == "sqlite" else request.getfixturevalue("plain_engine")
    arguments = []
    for desk, (login, url) in enumerate(logins(database, max(SIZES), plain_engine)):
        # The second of each three says something else under the same id.
        mine = [[f"F-{size}", "anders" if desk % 3 == 1 else "zo"] for size in SIZES if desk < size]
        arguments.append([kind, url or str(tmp_path / "kcc.db"), SQLITE_KEY, login, json.dumps(mine)])
    with desks("arriving_child", arguments) as programs:
        for size in SIZES:
            programs.together(size)
        answers = programs.answers(SIZES)
    ids = [form(outside_id=f"F-{size}") for size in SIZES]
    for size, incoming, heard in zip(SIZES, ids, answers, strict=True):
        said = {reference for reference, _ in heard if reference}
        assert sum(is_new for _, is_new in heard) == len(said) == 1
        text = database.unguarded_read(
            lambda c, one=incoming: c.scalar(
                select(ContactTextRow.summary).where(ContactTextRow.contact_id == one.contact_id)
            )
        )
        others = sum(not reference for reference, _ in heard)
        assert others == sum((desk % 3 == 1) != text.endswith("anders") for desk in range(size))
    counted = {
        row: database.unguarded_read(lambda c, row=row: c.scalar(select(func.count()).select_from(row)))
        for row in (ArrivalRow, TaskRow)
    }
    assert counted == dict.fromkeys((ArrivalRow, TaskRow), max(SIZES) + len(SIZES))
    entries = select(func.count()).where(TimelineEntryRow.party_id == party)
    assert database.unguarded_read(lambda c: c.scalar(entries)) == 2 * len(SIZES)
