import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import keyring
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from kcc_desktop.data.keys import check_key, drafts_key, find_key, key_file, key_from_passphrase
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.keys import KeyLost, KeyringAway, PassphraseNeeded, WrongKey

PASSPHRASE = "vier paarden in de polder"


class KeyringInMemory(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedKeyring(KeyringBackend):
    priority = 5

    def get_password(self, service, username):
        raise KeyringLocked

    def set_password(self, service, username, password):
        raise KeyringLocked

    def delete_password(self, service, username):
        raise KeyringLocked


class PlainTextKeyring(KeyringInMemory):
    priority = 0.5


@pytest.fixture(autouse=True)
def backend():
    before = keyring.get_keyring()
    keyring.set_keyring(KeyringInMemory())
    yield keyring.get_keyring()
    keyring.set_keyring(before)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kcc.db"


def write_database(path, key):
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE person (name TEXT)")
    connection.close()


def test_the_first_start_makes_a_random_key_and_the_next_one_finds_it(path, backend):
    key = find_key(path, {})
    assert len(bytes.fromhex(key)) == 32
    assert find_key(path, {}) == key
    assert list(backend.kept.values()) == [key]


def test_two_files_have_two_keys_and_a_moved_file_keeps_its_own(path, tmp_path):
    key = find_key(path, {})
    assert find_key(tmp_path / "other.db", {}) != key
    moved = tmp_path / "elsewhere" / "kcc.db"
    moved.parent.mkdir()
    key_file(path).rename(key_file(moved))
    assert find_key(moved, {}) == key


def test_what_lies_beside_the_file_holds_no_secret(path):
    key = find_key(path, {})
    assert key not in key_file(path).read_text(encoding="utf-8")


def test_a_key_in_the_environment_comes_first_and_is_kept_nowhere(path, backend):
    assert find_key(path, {"KCC_DATABASE_KEY": "AB" * 32}) == "ab" * 32
    assert backend.kept == {}
    assert not key_file(path).exists()


def test_a_passphrase_in_the_environment_is_derived_the_same_way_each_start(path):
    key = find_key(path, {"KCC_DATABASE_KEY": PASSPHRASE})
    assert find_key(path, {"KCC_DATABASE_KEY": PASSPHRASE}) == key
    assert key != find_key(path.with_name("other.db"), {"KCC_DATABASE_KEY": PASSPHRASE})


@pytest.mark.parametrize("nothing", [fail.Keyring, null.Keyring, LockedKeyring, PlainTextKeyring])
def test_without_a_keyring_a_person_is_asked_and_nothing_is_left_plain(path, nothing):
    keyring.set_keyring(nothing())
    with pytest.raises(PassphraseNeeded) as asked:
        find_key(path, {})
    assert asked.value.is_new
    key = key_from_passphrase(path, PASSPHRASE)
    write_database(path, key)
    with pytest.raises(PassphraseNeeded) as asked:
        find_key(path, {})
    assert not asked.value.is_new
    assert key_from_passphrase(path, PASSPHRASE) == key
    check_key(path, key)


def test_a_passphrase_stays_the_way_in_when_a_keyring_comes_later(path, backend):
    keyring.set_keyring(fail.Keyring())
    key_from_passphrase(path, PASSPHRASE)
    keyring.set_keyring(backend)
    with pytest.raises(PassphraseNeeded):
        find_key(path, {})


def test_one_passphrase_typed_on_two_systems_is_one_key(path):
    assert key_from_passphrase(path, "café in Nagele") == key_from_passphrase(path, "cafe\u0301 in Nagele")


def test_a_short_new_passphrase_is_refused(path):
    with pytest.raises(InvalidValue) as refused:
        key_from_passphrase(path, "geheim")
    assert (refused.value.field, refused.value.reason) == ("passphrase", "too_short")
    assert not key_file(path).exists()


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(path):
    write_database(path, key_from_passphrase(path, PASSPHRASE))
    before = path.read_bytes()
    with pytest.raises(WrongKey):
        check_key(path, key_from_passphrase(path, "mis"))
    assert path.read_bytes() == before


def test_a_keyring_that_is_away_is_an_outage_and_never_a_new_key(path, backend):
    write_database(path, find_key(path, {}))
    keyring.set_keyring(LockedKeyring())
    with pytest.raises(KeyringAway):
        find_key(path, {})
    keyring.set_keyring(fail.Keyring())
    with pytest.raises(KeyringAway):
        find_key(path, {})


def test_a_file_whose_key_is_gone_gets_no_new_one(path, backend):
    write_database(path, find_key(path, {}))
    backend.kept.clear()
    with pytest.raises(KeyLost):
        find_key(path, {})
    key_file(path).unlink()
    with pytest.raises(KeyLost):
        find_key(path, {})
    with pytest.raises(KeyLost):
        key_from_passphrase(path, PASSPHRASE)
    assert backend.kept == {}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"keyring": 3}', '{"passphrase": {"n": 4294967296, "r": 8, "p": 1, "salt": "00"}}'],
)
def test_a_key_file_that_says_nothing_is_refused(path, text):
    key_file(path).write_text(text, encoding="utf-8")
    with pytest.raises(KeyLost):
        find_key(path, {})


def test_many_first_starts_at_once_agree_on_one_key(path, backend):
    with ThreadPoolExecutor(8) as starts:
        found = set(starts.map(lambda _: find_key(path, {}), range(8)))
    assert len(found) == 1
    assert list(backend.kept.values()) == list(found)


@given(st.binary(min_size=32, max_size=32))
def test_the_drafts_key_is_another_key_and_always_the_same(secret):
    key = secret.hex()
    assert drafts_key(key) == drafts_key(key) != key
    assert len(bytes.fromhex(drafts_key(key))) == 32


def test_the_drafts_key_is_hkdf_as_published():
    """The value comes from another implementation (pyca/cryptography): HKDF-SHA512, salt and info as in the code."""
    assert drafts_key("cd" * 32) == "f8a76bf67d0a000fa27f32952e6465d25599f2b9025ef36c580c048207e165b6"


def test_keyring_is_not_loaded_when_the_key_comes_from_elsewhere(path):
    code = (
        "import sys; from pathlib import Path; from kcc_desktop.data.keys import find_key;"
        "find_key(Path(sys.argv[1])); sys.exit('keyring' in sys.modules)"
    )
    environment = {**os.environ, "KCC_DATABASE_KEY": "ab" * 32}
    assert subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=False).returncode == 0
