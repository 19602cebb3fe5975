"""Where the key of an encrypted file comes from. Knows keyring and passphrase, and no table.

Beside the file `kcc.db` lies `kcc.db.key.json`, which says where the key is: in the keyring (and under which name),
or in somebody's head (and with which salt it is derived). It holds no secret, and belongs to the file: copy both.
An existing file never gets a new key, and nothing here ever ends in "no encryption".
"""

import hashlib
import hmac
import json
import os
import secrets
import time
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher

from kcc_desktop.domain.errors import DatabaseAway, InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.keys import KeyLost, KeyPlace, KeyringAway, PassphraseNeeded, WrongKey

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "kcc-desktop"
VARIABLE = "KCC_DATABASE_KEY"
SHORTEST_PASSPHRASE = 12
KEY_BYTES = 32
_SCRYPT = {"n": 2**15, "r": 8, "p": 3}  # 32 MB and half a second: OWASP's password storage advice
_SCRYPT_MEMORY = 256 * 2**20
_TRUSTED_PRIORITY = 1  # keyring's own line: below it are backends that write plain text
_DRAFTS = b"kcc-desktop drafts and outbox"


@dataclass(frozen=True, slots=True)
class _InKeyring:
    name: str


@dataclass(frozen=True, slots=True)
class _InSomebodysHead:
    salt: bytes
    n: int
    r: int
    p: int

    def derive(self, passphrase: str) -> str:
        # Two systems type é as one character and as two; they are the same passphrase.
        typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return hashlib.scrypt(
            typed, salt=self.salt, n=self.n, r=self.r, p=self.p, maxmem=_SCRYPT_MEMORY, dklen=KEY_BYTES
        ).hex()


def key_file(path: Path) -> Path:
    """The file beside `path` that says where its key is. A backup that is to open elsewhere takes it along."""
    return path.with_name(f"{path.name}.key.json")


def copy_key_file(path: Path, copy: Path) -> None:
    """Let `copy` say what `path` says about its key; nothing when that says nothing. Else DatabaseAway."""
    try:
        key_file(copy).write_bytes(key_file(path).read_bytes())
    except FileNotFoundError:
        return
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from None


def key_place(path: Path, environment: Mapping[str, str] = os.environ) -> KeyPlace:
    """Where `find_key` would look. Refuses with KeyLost when the key file says nothing we understand."""
    if environment.get(VARIABLE, ""):
        return KeyPlace.ENVIRONMENT
    place = _read_place(path)
    if place is None:
        return KeyPlace.NOWHERE
    return KeyPlace.KEYRING if isinstance(place, _InKeyring) else KeyPlace.PASSPHRASE


def find_key(path: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The raw key of the file `path`, 64 hex digits; made and put into the keyring when the file is still to come.

    First KCC_DATABASE_KEY (64 hex digits, or a passphrase), then the keyring. Slow: a keyring may ask its owner.
    Refuses with PassphraseNeeded where a person must type, KeyLost when nothing leads to the key of a file that is
    there; KeyringAway and DatabaseAway (the folder cannot be read or written) are outages.
    """
    given = environment.get(VARIABLE, "")
    if given:
        return given.lower() if _is_raw(given) else key_from_passphrase(path, given)
    is_there = holds_something(path)  # before the key file, which is made before the file it is about
    place = _read_place(path)
    if isinstance(place, _InSomebodysHead):
        raise PassphraseNeeded(is_new=False)
    if isinstance(place, _InKeyring):
        return _from_keyring(place.name)
    if is_there:
        raise KeyLost
    return _new_in_keyring(path)


def key_from_passphrase(path: Path, passphrase: str) -> str:
    """The raw key that `passphrase` gives for `path`, 64 hex digits; half a second of work, once per start.

    The salt is made when the file is still to come: then a passphrase under 12 characters is refused (InvalidValue).
    Whether the passphrase is right shows when the file is opened (`check_key`). KeyLost when the salt is gone.
    """
    is_there = holds_something(path)
    place = _read_place(path)
    if place is None:
        if is_there:
            raise KeyLost
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise InvalidValue("passphrase", "too_short")
        salt = secrets.token_bytes(16)
        place = _write_place(path, {"passphrase": {**_SCRYPT, "salt": salt.hex()}})
    if isinstance(place, _InKeyring):
        raise WrongKey
    return place.derive(passphrase)


def drafts_key(key: str) -> str:
    """The key of drafts and outbox, derived from the one key of this desktop (HKDF, RFC 5869), 64 hex digits.

    Derived and not kept: one secret to ask for, to lose and to restore. It does not lead back, so whoever gets the
    drafts' key has not got the database's.
    """
    extracted = hmac.digest(SERVICE.encode(), bytes.fromhex(key), "sha512")
    return hmac.digest(extracted, _DRAFTS + b"\x01", "sha512")[:KEY_BYTES].hex()


def check_key(path: Path, key: str) -> None:
    """Refuses with WrongKey when `key` does not open the file; reads one page. A missing file is nothing to check.

    DatabaseAway when the file cannot be read at all.
    """
    if not holds_something(path):
        return
    connection = sqlcipher.connect(str(path))
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", type(error).__name__)
        raise (WrongKey() if name == "SQLITE_NOTADB" else DatabaseAway(name)) from None
    finally:
        connection.close()


def _is_raw(text: str) -> bool:
    return len(text) == 2 * KEY_BYTES and all(character in "0123456789abcdefABCDEF" for character in text)


def holds_something(path: Path) -> bool:
    """Whether there is a file with something in it; DatabaseAway when the folder cannot be read."""
    try:
        return path.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from None


def _read_place(path: Path) -> _InKeyring | _InSomebodysHead | None:
    """What the key file says; None without one. KeyLost when it says nothing we understand."""
    for attempt in range(20):
        try:
            return _understand(json.loads(key_file(path).read_text(encoding="utf-8")))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise DatabaseAway(type(error).__name__) from None
        except (ValueError, KeyError, TypeError) as error:
            # The process that was first may be in the middle of writing these few bytes.
            if attempt == 19:
                raise KeyLost from error
            time.sleep(0.02)
    raise AssertionError("the loop above always returns or raises")


def _understand(said: dict[str, Any]) -> _InKeyring | _InSomebodysHead:
    if "keyring" in said:
        return _InKeyring(str(said["keyring"]["name"]))
    how = said["passphrase"]
    n, r, p = int(how["n"]), int(how["r"]), int(how["p"])
    if not 0 < 128 * r * (n + p) <= _SCRYPT_MEMORY:
        raise ValueError("the work asked for is out of bounds")
    return _InSomebodysHead(bytes.fromhex(how["salt"]), n, r, p)


def _write_place(path: Path, said: dict[str, Any]) -> _InKeyring | _InSomebodysHead:
    """Write the key file unless another process was first; what it then says holds for both."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(key_file(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        place = _read_place(path)
        if place is None:  # what is in the way is a file where the folder should be
            raise DatabaseAway("FileExistsError") from None
        return place
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(json.dumps({"version": 1, **said}))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:  # a full disk; half a key file would be a key lost
        with suppress(OSError):
            key_file(path).unlink()
        raise DatabaseAway(type(error).__name__) from None
    return _understand(said)


def _new_in_keyring(path: Path) -> str:
    """Make a key, first in the keyring and then beside the file, so that the key file never names what is not there.

    The key is read back: a keyring that keeps nothing (keyring's null backend) must not be believed.
    """
    name, key = str(new_id()), secrets.token_bytes(KEY_BYTES).hex()
    try:
        _Keyring().set_password(SERVICE, name, key)
        kept = _from_keyring(name)
    except (KeyLost, KeyringAway):
        raise PassphraseNeeded(is_new=True) from None
    place = _write_place(path, {"keyring": {"name": name}})
    if place == _InKeyring(name):
        return kept
    with suppress(KeyringAway):  # an entry that nothing names is untidy and harmless
        _Keyring().delete_password(SERVICE, name)
    return find_key(path, {})


def _from_keyring(name: str) -> str:
    key = _Keyring().get_password(SERVICE, name)
    if key is None or not _is_raw(key):
        raise KeyLost
    return key


class _Keyring:
    """The operating system's keyring with its failures in our words."""

    def __init__(self) -> None:
        import keyring  # 190 ms, and not needed where the key comes from elsewhere
        import keyring.errors

        self._failures = (keyring.errors.KeyringError, OSError, RuntimeError)
        self._backend: KeyringBackend = keyring.get_keyring()
        if self._backend.priority < _TRUSTED_PRIORITY:
            raise KeyringAway

    def get_password(self, service: str, name: str) -> str | None:
        try:
            return self._backend.get_password(service, name)
        except self._failures as error:
            raise KeyringAway(type(error).__name__) from None

    def set_password(self, service: str, name: str, value: str) -> None:
        try:
            self._backend.set_password(service, name, value)
        except self._failures as error:
            raise KeyringAway(type(error).__name__) from None

    def delete_password(self, service: str, name: str) -> None:
        try:
            self._backend.delete_password(service, name)
        except self._failures as error:
            raise KeyringAway(type(error).__name__) from None


def keep_secret(name: str, secret: str) -> None:
    """What another system knows this program by, in the keyring and nowhere else. Refuses with KeyringAway."""
    _Keyring().set_password(SERVICE, name, secret)


def secret(name: str) -> str:
    """The one that was kept; "" when there is none. Refuses with KeyringAway."""
    return _Keyring().get_password(SERVICE, name) or ""
