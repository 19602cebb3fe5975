import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.domain.drafts import DraftsAway, DraftsSetAside, DraftsTooNew
from kcc_desktop.domain.errors import DatabaseAway, NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.keys import WrongKey
from kcc_desktop.services.drafts import DraftService

KEY = "cd" * 32
MARKER = "Geertruida wil haar paspoort"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "drafts.db"


@pytest.fixture
def store(path):
    store = DraftStore(path, KEY)
    yield store
    store.close()


def open_bare(path, key=KEY):
    connection = sqlcipher.connect(str(path), isolation_level=None)
    if key:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def documents(store):
    return {draft.id: draft.document for draft in store.load_all()}


def test_what_was_saved_is_there_for_the_next_start(path, store):
    draft_id, before = new_id(), datetime.now(UTC)
    saved_at = store.save(draft_id, MARKER, 1)
    store.close()
    (draft,) = DraftStore(path, KEY).load_all()
    assert (draft.id, draft.document, draft.revision, draft.saved_at) == (draft_id, MARKER, 1, saved_at)
    assert before - timedelta(seconds=1) <= saved_at <= datetime.now(UTC)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=200))
def test_any_text_comes_back_as_it_was_typed(store, text):
    draft_id = new_id()
    store.save(draft_id, text, 1)
    assert documents(store)[draft_id] == text


@pytest.mark.parametrize("text", ["a\0b", "\ud83d", "👩‍👩‍👧 \u202e'; DROP TABLE draft; --", "x" * 100_000])
def test_awkward_text_comes_back_as_it_was_typed(store, text):
    draft_id = new_id()
    store.save(draft_id, text, 1)
    store.keep(draft_id, "record", text)
    assert documents(store)[draft_id] == text
    assert store.pending()[0].document == text


def test_a_save_that_comes_late_does_not_undo_a_later_one(store):
    draft_id = new_id()
    store.save(draft_id, "second", 2)
    store.save(draft_id, "first", 1)
    assert documents(store) == {draft_id: "second"}


def test_the_next_start_counts_from_one_again_and_loses_nothing(path, store):
    draft_id = new_id()
    store.save(draft_id, "yesterday", 900)
    later = DraftStore(path, KEY)
    later.save(draft_id, "today", 1)
    later.close()
    assert documents(store) == {draft_id: "today"}


def test_a_forgotten_draft_does_not_come_back(path, store):
    draft_id = new_id()
    store.save(draft_id, MARKER, 1)
    store.forget(draft_id)
    store.save(draft_id, MARKER, 2)
    assert store.load_all() == ()
    store.close()
    assert DraftStore(path, KEY).load_all() == ()


def test_the_draft_saved_last_is_first(store):
    ids = [new_id() for _ in range(3)]
    for draft_id in [*ids, ids[0]]:
        store.save(draft_id, "", 1)
    assert [draft.id for draft in store.load_all()] == [ids[0], ids[2], ids[1]]


def test_a_stolen_file_shows_no_text(path, store):
    store.save(new_id(), MARKER, 1)
    store.keep(new_id(), "record", MARKER)
    files = list(path.parent.iterdir())
    assert path.with_name("drafts.db-wal") in files
    stolen = b"".join(file.read_bytes() for file in files)
    assert len(stolen) > 4096
    for secret in (b"Geertruida", b"SQLite format", b"outbox", bytes.fromhex(KEY), KEY.encode()):
        assert secret not in stolen


def test_a_wrong_key_is_refused_and_changes_nothing(path, store):
    store.save(new_id(), MARKER, 1)
    store.close()
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(WrongKey):
        DraftStore(path, "ef" * 32).load_all()
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def damage_start(path):
    whole = path.read_bytes()
    path.write_bytes(whole[:200] + b"damaged" + whole[207:])


def be_a_text(path):
    path.write_text("shopping list: milk, bread\n" * 500, encoding="utf-8")


def be_a_plain_database(path):
    path.unlink()
    other = open_bare(path, key=None)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()


def be_another_programs_database(path):
    path.unlink()
    other = open_bare(path)
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()


@pytest.mark.parametrize("spoil", [damage_start, be_a_text, be_a_plain_database, be_another_programs_database])
def test_a_damaged_or_foreign_file_is_set_aside_whole_and_a_new_one_begins(path, store, spoil):
    store.save(new_id(), MARKER, 1)
    store.close()
    spoil(path)
    spoiled = path.read_bytes()
    with pytest.raises(DraftsSetAside) as refused:
        store.load_all()
    assert path.with_name(refused.value.name).read_bytes() == spoiled
    draft_id = new_id()
    store.save(draft_id, MARKER, 1)
    assert documents(store) == {draft_id: MARKER}
    assert path.with_name(refused.value.name).read_bytes() == spoiled


def test_damage_further_on_is_found_while_working_and_set_aside(path, store):
    for _ in range(20):
        store.save(new_id(), MARKER * 200, 1)
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    with pytest.raises(DraftsSetAside):
        store.load_all()
    assert store.load_all() == ()


def test_a_file_of_a_newer_version_is_left_alone(path, store):
    store.save(new_id(), MARKER, 1)
    store.close()
    newer = open_bare(path)
    newer.execute("PRAGMA user_version = 2")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(DraftsTooNew):
        store.load_all()
    assert path.read_bytes() == before


def test_a_full_disk_is_an_outage_and_the_next_save_works_when_there_is_room(store):
    draft_id = new_id()
    store.save(draft_id, "first", 1)
    # What SQLite answers on a full disk, and gone with the connection, as room comes back.
    store._file._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(DraftsAway) as outage:
        store.save(draft_id, "x" * 200_000, 2)
    assert str(outage.value) == "SQLITE_FULL"
    assert documents(store) == {draft_id: "first"}
    store.save(draft_id, "x" * 200_000, 3)
    assert documents(store) == {draft_id: "x" * 200_000}


def test_a_folder_that_cannot_be_is_an_outage(tmp_path):
    (tmp_path / "file").write_text("", encoding="ascii")
    with pytest.raises(DraftsAway):
        DraftStore(tmp_path / "file" / "drafts.db", KEY).save(new_id(), MARKER, 1)
    (tmp_path / "drafts.db").mkdir()
    with pytest.raises(DraftsAway):
        DraftStore(tmp_path / "drafts.db", KEY).save(new_id(), MARKER, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
def test_a_file_moved_away_by_another_process_is_noticed_and_begun_anew(path, store):
    store.save(new_id(), "before", 1)
    for ending in ("-wal", "-shm", ""):
        path.with_name(path.name + ending).rename(path.with_name("moved" + ending))
    draft_id = new_id()
    with pytest.raises(DraftsAway):
        store.save(draft_id, MARKER, 1)
    store.save(draft_id, MARKER, 1)
    assert documents(DraftStore(path, KEY)) == {draft_id: MARKER}


def test_threads_share_one_store(store):
    ids = [new_id() for _ in range(60)]
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda draft_id: store.save(draft_id, str(draft_id), 1), ids))
    assert documents(store) == {draft_id: str(draft_id) for draft_id in ids}


WRITER = """
import sys
import time
import time
from pathlib import Path
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.domain.identity import new_id
store = DraftStore(Path(sys.argv[1]), "cd" * 32)
while time.time() < float(sys.argv[3]):
    pass
for number in range(int(sys.argv[2])):
    draft_id = new_id()
    store.save(draft_id, str(draft_id), 1)
    store.keep(draft_id, "record", str(draft_id))
"""


def test_two_processes_do_not_damage_each_other(path, store):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), "60", "0"]) for _ in range(2)]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    assert len(store.load_all()) == len(store.pending()) == 120
    assert all(draft.document == str(draft.id) for draft in store.load_all())


def test_processes_that_begin_the_file_in_one_moment_find_it_ours(tmp_path):
    for number in range(6):
        path = tmp_path / str(number) / "drafts.db"
        at = str(time.time() + 0.5)
        writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), "2", at]) for _ in range(3)]
        assert [writer.wait(120) for writer in writers] == [0, 0, 0]
        assert len(DraftStore(path, KEY).load_all()) == 6
        assert not list(path.parent.glob("*.aside-*"))


def test_a_command_kept_twice_waits_once(store):
    command_id, conversation_id = new_id(), new_id()
    store.save(conversation_id, MARKER, 1)
    for _ in range(2):
        store.keep(command_id, "record", MARKER, forget=conversation_id)
    (item,) = store.pending()
    assert (item.command_id, item.kind, item.document, item.attempts) == (command_id, "record", MARKER, 0)
    assert store.load_all() == ()
    with pytest.raises(ValueError):
        store.keep(command_id, "record", "other", forget=None)
    assert store.pending() == (item,)


def test_a_refused_keep_forgets_no_draft(store):
    command_id, conversation_id = new_id(), new_id()
    store.save(conversation_id, MARKER, 1)
    store.keep(command_id, "record", MARKER)
    with pytest.raises(ValueError):
        store.keep(command_id, "record", "other", forget=conversation_id)
    assert documents(store) == {conversation_id: MARKER}


def test_what_is_taken_back_is_a_draft_and_waits_no_longer(store):
    command_id, draft_id = new_id(), new_id()
    store.keep(command_id, "record", "finished")
    assert store.take_back(command_id, draft_id, MARKER)
    assert (documents(store), store.pending()) == ({draft_id: MARKER}, ())
    # The desk types on in it, as in any other draft.
    store.save(draft_id, f"{MARKER}, mended", 1)
    assert documents(store) == {draft_id: f"{MARKER}, mended"}


def test_what_is_gone_already_is_not_taken_back_as_well(store):
    command_id = new_id()
    store.keep(command_id, "record", "finished")
    store.sent(command_id)
    assert not store.take_back(command_id, new_id(), MARKER)
    assert store.load_all() == ()


TAKER = """
import sys
from uuid import UUID
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data import draft_file
store = DraftStore(__import__("pathlib").Path(sys.argv[1]), "%s")
store.pending()
connection = store._file._connection
class Dying:
    def __getattr__(self, name): return getattr(connection, name)
    def execute(self, statement, *values):
        if statement == sys.argv[4]:
            __import__("os")._exit(7)
        return connection.execute(statement, *values)
store._file._connection = Dying()
store.take_back(UUID(sys.argv[2]), UUID(sys.argv[3]), "the draft")
"""


def test_a_crash_while_taking_back_leaves_one_of_the_two(path, store):
    command_id = new_id()
    store.keep(command_id, "record", "finished")
    arguments = [str(path), str(command_id), str(new_id()), "COMMIT"]
    died = subprocess.run([sys.executable, "-c", TAKER % KEY, *arguments], check=False)
    assert died.returncode == 7
    assert [item.command_id for item in store.pending()] == [command_id]
    assert store.load_all() == ()
    assert store.take_back(command_id, new_id(), MARKER)
    assert (list(documents(store).values()), store.pending()) == ([MARKER], ())


@pytest.fixture
def service(store):
    return DraftService(store)


def keep_some(service, count=3) -> list[UUID]:
    ids = [new_id() for _ in range(count)]
    for number, command_id in enumerate(ids):
        service.keep_for_later(command_id, "record", str(number))
    return ids


def test_what_waits_is_sent_once_in_order(service):
    ids, arrived = keep_some(service), []
    delivery = service.deliver(lambda item: arrived.append(item.command_id))
    assert arrived == ids
    assert (len(delivery.answers), delivery.left, delivery.refused) == (3, (), ())
    assert service.deliver(arrived.append).answers == ()


def test_an_outage_ends_the_round_and_the_rest_waits(service):
    ids, arrived = keep_some(service), []

    def send(item):
        if item.command_id == ids[1]:
            raise DatabaseAway("a text that may hold a name")
        arrived.append(item.command_id)

    delivery = service.deliver(send)
    assert arrived == ids[:1]
    assert (len(delivery.answers), delivery.left) == (1, tuple(ids[1:]))
    assert isinstance(delivery.outage, DatabaseAway)
    assert [(item.attempts, item.last_error) for item in service.waiting()] == [(1, "DatabaseAway"), (0, "")]


def test_a_refused_command_stays_to_be_seen_and_holds_up_no_other(service):
    ids, arrived = keep_some(service), []

    def send(item):
        if item.command_id == ids[0]:
            raise NotAllowed("contact.record")
        arrived.append(item.command_id)

    delivery = service.deliver(send)
    assert arrived == ids[1:]
    ((refused, why),) = delivery.refused
    assert (delivery.left, refused, type(why)) == ((ids[0],), ids[0], NotAllowed)
    assert service.deliver(arrived.append, frozenset({refused})).left == (ids[0],)
    assert arrived == ids[1:]


def test_a_bug_with_one_command_is_told_and_holds_up_no_other(service):
    ids, arrived = keep_some(service), []

    def send(item):
        if item.command_id == ids[0]:
            raise ZeroDivisionError
        arrived.append(item.command_id)

    delivery = service.deliver(send)
    assert arrived == ids[1:]
    assert [(command_id, type(bug)) for command_id, bug in delivery.bugs] == [(ids[0], ZeroDivisionError)]
    assert [item.last_error for item in service.waiting()] == ["ZeroDivisionError"]
