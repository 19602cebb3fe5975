"""Which database this desktop works on and with what key: never silently plain.

A key comes from KCC_DATABASE_KEY (64 hex digits, or a passphrase), else from the OS keyring, where
a random one is made for a new file. No keyring: PassphraseNeeded, so that the caller asks.
"""

import hashlib
import os
import re
import secrets
from pathlib import Path

from sqlalchemy import Engine

from kcc_desktop.data.database import open_postgresql, open_sqlite
from kcc_desktop.domain.errors import DatabaseAway, Refusal

SERVICE = "kcc-desktop"
ROUNDS = 256_000  # SQLCipher's own default for deriving a key from a passphrase
_RAW = re.compile(r"[0-9a-fA-F]{64}")


class PassphraseNeeded(Refusal):
    """No keyring on this machine and no KCC_DATABASE_KEY: somebody must type the passphrase."""


class SaltMissing(Refusal):
    """The database is there and the salt that its passphrase needs is not."""


def salt_beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.salt")


def open_database(url: str, file: Path, *, plain: bool = False) -> Engine:
    """The team's PostgreSQL when `url` is given, else the encrypted `file`; `plain` only for a demo."""
    if url:
        return open_postgresql(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from error
    return open_sqlite(file, None if plain else key_for(file))


def key_for(file: Path) -> str:
    """The raw key, 64 hex digits. Refuses with PassphraseNeeded."""
    given = os.environ.get("KCC_DATABASE_KEY", "")
    if given:
        return given.lower() if _RAW.fullmatch(given) else derive(given, file)
    import keyring
    from keyring.errors import KeyringError

    name = str(file.resolve())
    try:
        stored = keyring.get_password(SERVICE, name)
        if stored is None:
            if file.exists():
                raise PassphraseNeeded
            stored = secrets.token_hex(32)
            keyring.set_password(SERVICE, name, stored)
    except KeyringError as error:
        raise PassphraseNeeded from error
    return stored


def derive(passphrase: str, file: Path) -> str:
    """The key that belongs to this passphrase and file; its salt lies beside the file. Takes a tenth of a second.

    A new file gets a new salt. Refuses with SaltMissing when only the file is there: a fresh salt would fit nothing.
    """
    salt_file = salt_beside(file)
    try:
        if not salt_file.exists():
            if file.exists():
                raise SaltMissing
            salt_file.write_bytes(secrets.token_bytes(16))
        salt = salt_file.read_bytes()
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from error
    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, 32).hex()
