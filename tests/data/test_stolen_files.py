"""What somebody finds who takes the folder of a desk along: bytes, and nobody's name."""

import keyring
import pytest
from keyring.backend import KeyringBackend

from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data.keys import drafts_key, find_key, key_file
from kcc_desktop.domain.contacts import Participant, ParticipantRole, TaskWish
from kcc_desktop.domain.documents import to_document
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.database import DatabaseCare
from kcc_desktop.services.drafts import DraftService
from tests.services.conversations import START, conversation, make_party, question

NAME, NOTE, NUMBER = "Geertruida Ülkümen", "haar paspoort ligt in Nagele", "+31612345678"
BESIDES = ("CREATE TABLE", "SQLite format", "Telefoon", "audit_line")  # what tables and lists hold anyway


class Kept(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password


@pytest.fixture(autouse=True)
def backend():
    before = keyring.get_keyring()
    keyring.set_keyring(Kept())
    yield
    keyring.set_keyring(before)


def shows_nothing(folder, key):
    secrets = [NAME, NAME.lower(), NAME.split()[0], NOTE, NUMBER, NUMBER[3:], key, drafts_key(key), *BESIDES]
    wanted = [secret.encode(code) for secret in secrets for code in ("utf-8", "utf-16-le", "latin-1")]
    wanted += [bytes.fromhex(key), bytes.fromhex(drafts_key(key))]
    files = [file for file in folder.rglob("*") if file.is_file()]
    for file in files:
        content = file.read_bytes()
        shown = [secret for secret in wanted if secret in content or secret in file.name.encode()]
        assert shown == [], file.name
    return {file.name for file in files}


def work_a_while(database, store):
    """Record, type, keep in the outbox: a name, a note and a number on every road to the disk."""
    party_id = make_party(database, NAME)
    speaker = Participant(ParticipantRole.SPEAKER, party_id, NAME)
    for number in range(40):
        wish = TaskWish(new_id(), "callback", None, f"{NAME} terugbellen", NUMBER, START)
        asked = question(
            party_id, summary=f"{NAME}: {NOTE} {number}", note=NOTE * 20, outcome_code="task", tasks=(wish,)
        )
        command = conversation(asked, caller_number=NUMBER, participants=(speaker,))
        if number < 20:
            ContactService(database).record(command)
        else:
            DraftService(store).keep_for_later(command.id, "RecordConversation", to_document(command))
        DraftService(store).save(new_id(), f"{NAME} {NOTE} {NUMBER}", 1)


def test_a_stolen_folder_shows_no_name_while_open_and_after(tmp_path):
    desk = tmp_path / "desk"
    path = desk / "kcc.db"
    DatabaseCare("", path).upgrade()
    key = find_key(path)
    database = Database(open_sqlite(path, key))
    store = DraftStore(desk / "drafts.db", drafts_key(key))
    work_a_while(database, store)
    names = shows_nothing(desk, key)
    assert names >= {"kcc.db", "kcc.db-wal", "kcc.db-shm", "kcc.db.key.json", "drafts.db", "drafts.db-wal"}
    DatabaseCare("", path).back_up(desk / "copy.db")
    assert "copy.db" in shows_nothing(desk, key)
    store.close()
    database.close()
    assert shows_nothing(desk, key) >= {"kcc.db", "drafts.db", "drafts.db.check", "copy.db", key_file(path).name}
    assert len((desk / "kcc.db").read_bytes()) > 100_000


def test_the_test_would_see_a_name(tmp_path):
    """The same work without a key shows, so what is looked for above is what would be there."""
    path = tmp_path / "kcc.db"
    engine = open_sqlite(path, None)
    from kcc_desktop.data.first_start import make_first_agent
    from kcc_desktop.data.upgrade import upgrade
    from kcc_desktop.domain.agents import Role

    upgrade(engine)
    database, store = Database(engine), DraftStore(tmp_path / "drafts.db", "cd" * 32)
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    work_a_while(database, store)
    with pytest.raises(AssertionError):
        shows_nothing(tmp_path, "ab" * 32)
    store.close()
    database.close()
