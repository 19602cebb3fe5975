import itertools
import subprocess
import sys
import threading
import time

import pytest

from kcc_desktop.background.journal import BETWEEN_WRITES_MS, DraftJournal
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.domain.drafts import DraftsAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.drafts import DraftService

KEY = "cd" * 32


class WatchedStore(DraftStore):
    """The real store; it notes what it wrote, can be away, and can be held up."""

    def __init__(self, path, key):
        super().__init__(path, key)
        self.writes = []
        self.is_away = False
        self.go_on = threading.Event()
        self.go_on.set()

    def save(self, draft_id, document, revision):
        self.go_on.wait()
        if self.is_away:
            raise DraftsAway("SQLITE_FULL")
        saved_at = super().save(draft_id, document, revision)
        self.writes.append(document)
        return saved_at


@pytest.fixture
def store(tmp_path):
    store = WatchedStore(tmp_path / "drafts.db", KEY)
    yield store
    store.close()


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()
    qapp.processEvents()


@pytest.fixture
def journal(store, tasks):
    return DraftJournal(DraftService(store), tasks, tasks)


def documents(store):
    return {draft.id: draft.document for draft in store.load_all()}


def test_what_is_typed_is_kept_and_the_instant_is_told(qtbot, journal, store):
    conversation_id = new_id()
    with qtbot.waitSignal(journal.saved, timeout=1000) as saved:
        journal.touch(conversation_id, lambda: "Geertruida")
    assert saved.args[0] == conversation_id
    assert saved.args[1] == store.load_all()[0].saved_at
    assert documents(store) == {conversation_id: "Geertruida"}
    assert journal.is_saved()


def test_fast_typing_writes_at_most_once_in_400_ms_and_ends_with_the_last_letter(qtbot, journal, store):
    conversation_id, typed, moments = new_id(), [], []

    def make_document():
        moments.append(time.monotonic())
        return "".join(typed)

    def type_one():
        typed.append("x")
        journal.touch(conversation_id, make_document)
        return len(typed) >= 60

    qtbot.waitUntil(type_one, timeout=10_000)
    qtbot.waitUntil(journal.is_saved)
    assert len(moments) >= 2
    apart = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert min(apart) > 0.9 * BETWEEN_WRITES_MS / 1000
    assert documents(store) == {conversation_id: "x" * 60}


def test_each_conversation_is_kept_on_its_own(qtbot, journal, store):
    ids = [new_id() for _ in range(3)]
    for number, conversation_id in enumerate(ids):
        journal.touch(conversation_id, lambda number=number: str(number))
    qtbot.waitUntil(journal.is_saved)
    assert documents(store) == {conversation_id: str(number) for number, conversation_id in enumerate(ids)}


def test_a_disk_that_is_full_loses_nothing_and_is_tried_again(qtbot, journal, store):
    first, second = new_id(), new_id()
    journal.touch(first, lambda: "one")
    qtbot.waitUntil(journal.is_saved)
    store.is_away = True
    with qtbot.waitSignal(journal.failed) as failed:
        journal.touch(second, lambda: "two")
    assert failed.args[0] == second
    assert isinstance(failed.args[1], DraftsAway)
    assert not journal.is_saved()
    store.is_away = False
    store.writes.clear()
    qtbot.waitUntil(journal.is_saved, timeout=10_000)
    assert set(store.writes) == {"one", "two"}


def test_a_slow_disk_gets_one_write_of_a_conversation_at_a_time(qtbot, journal, store, tasks):
    conversation_id, calls = new_id(), []
    store.go_on.clear()
    journal.touch(conversation_id, lambda: "first")
    qtbot.waitUntil(lambda: tasks.running() == 1)

    def hold_up():
        journal.touch(conversation_id, lambda: "later")
        calls.append(tasks.running())
        return len(calls) >= 80

    qtbot.waitUntil(hold_up, timeout=10_000)
    assert max(calls) == 1
    store.go_on.set()
    qtbot.waitUntil(journal.is_saved)
    assert documents(store) == {conversation_id: "later"}


def test_a_finished_conversation_stays_away_also_with_a_write_under_way(qtbot, journal, store, tasks):
    conversation_id = new_id()
    store.go_on.clear()
    journal.touch(conversation_id, lambda: "typed")
    qtbot.waitUntil(lambda: tasks.running() == 1)
    journal.forget(conversation_id)
    with qtbot.waitSignal(tasks.idle):
        store.go_on.set()
    assert store.load_all() == ()


def test_a_document_that_cannot_be_made_is_told_and_costs_the_others_nothing(qtbot, journal, store):
    broken, whole = new_id(), new_id()

    def fail():
        raise ZeroDivisionError

    with qtbot.waitSignals([journal.failed, journal.saved]):
        journal.touch(broken, fail)
        journal.touch(whole, lambda: "typed")
    assert documents(store) == {whole: "typed"}
    journal.let_go(broken)


def test_leaving_keeps_what_was_typed_just_before(journal, store, tasks):
    conversation_id = new_id()
    journal.touch(conversation_id, lambda: "the last word")
    journal.flush()
    assert tasks.close()
    assert documents(store) == {conversation_id: "the last word"}


def test_everything_typed_a_second_before_a_kill_is_back(tmp_path):
    conversation_id, told = new_id(), []
    command = [sys.executable, "-m", "tests.background.typing_child", str(tmp_path / "drafts.db"), KEY]
    with subprocess.Popen([*command, str(conversation_id)], stdout=subprocess.PIPE, text=True) as desk:
        for line in desk.stdout:
            told.append((int(line), time.monotonic()))
            if len(told) == 150:
                break
        killed_at = time.monotonic()
        desk.kill()
    assert desk.returncode != 0
    kept = [int(word) for word in documents(DraftStore(tmp_path / "drafts.db", KEY))[conversation_id].split()]
    due = [number for number, moment in told if moment <= killed_at - 1]
    assert len(due) > 30
    assert kept == list(range(len(kept)))
    assert kept[-1] >= due[-1]
