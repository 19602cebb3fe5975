"""200 due messages and two senders killed at random: none sent twice, none forgotten, the doubtful ones shown."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from kcc_desktop.data import message_writes
from kcc_desktop.data.contacts import ContactRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.messages import OutgoingMessageRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.messages import NewMessage, OutgoingKind, SubjectKind
from kcc_desktop.services.messages import MessageService
from tests.services.desks import address
from tests.services.letters import RULES, agreeing
from tests.services.mail_server import mail_server

MANY, DEATHS = 200, 12


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    opened = Database(request.getfixturevalue(f"{request.param}_engine"), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened


@contextmanager
def sending(where, port):
    """Answers a function that starts a sender and tells its process, and one that hears which senders got through."""
    arguments = [sys.executable, "-m", "tests.services.sending_child", *where, str(port)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(arguments, **pipes) as program:

        def heard(word):
            said, number = program.stdout.readline().split()
            assert said == word
            return int(number)

        def start():
            program.stdin.write("\n")
            program.stdin.flush()
            return heard("begins")

        yield start, lambda: heard("through")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a sender is forked, so that it dies as if its power went")
def test_two_senders_killed_at_random_send_none_twice_and_forget_none(database, tmp_path):
    party = agreeing(database)

    def plan(unit):
        for _ in range(MANY):
            message = NewMessage(
                SubjectKind.CASE, new_id(), OutgoingKind.CONFIRMATION, party, "nl", "Bericht", "Tekst", unit.now
            )
            assert message_writes.plan(unit, message, RULES.channels)

    database.write(plan)
    chance, where = random.Random(9), address(database, tmp_path)
    with mail_server() as (box, port):
        with sending(where, port) as (start, heard_through):
            senders = [start(), start()]
            for _ in range(DEATHS):
                wanted, until = len(box.came) + chance.randrange(2, 8), time.monotonic() + 60
                while len(box.came) < wanted and time.monotonic() < until:
                    time.sleep(0.001)
                time.sleep(chance.random() * 0.01)
                os.kill(senders.pop(chance.randrange(2)), signal.SIGKILL)
                senders.append(start())
            assert {heard_through(), heard_through()} == set(senders)
        often = box.often()
    long_ago = datetime.now(UTC) - timedelta(minutes=11)
    database.unguarded_write(
        lambda c: c.execute(
            update(OutgoingMessageRow).where(OutgoingMessageRow.state == "sending").values(moved_at=long_ago)
        )
    )
    shown = {one.id for one in MessageService(database).doubtful()}
    states = dict(
        database.unguarded_read(lambda c: c.execute(select(OutgoingMessageRow.id, OutgoingMessageRow.state)).all())
    )
    came = {message_id: often.pop(f"<{message_id}@meerbergen.voorbeeld>", 0) for message_id in states}
    counted = Counter(states.values())
    print(f"{database.dialect}: {DEATHS} senders killed, {dict(counted)}, {sum(came.values())} came")
    assert often == Counter()
    assert len(states) == MANY
    assert set(counted) <= {"sent", "maybe_sent"}
    assert max(came.values()) == 1
    assert all(came[message_id] == 1 for message_id, state in states.items() if state == "sent")
    assert shown == {message_id for message_id, state in states.items() if state == "maybe_sent"}
    assert counted["maybe_sent"] <= DEATHS
    contacts = set(database.unguarded_read(lambda c: c.scalars(select(ContactRow.id)).all()))
    assert contacts == {message_id for message_id, state in states.items() if state == "sent"}
