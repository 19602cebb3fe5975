"""Opens what a desk works on: the database its agent is known to, and the file of drafts. Runs off the main thread."""

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from kcc_desktop.data.database import Database
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data.keys import drafts_key, find_key
from kcc_desktop.data.opening import open_database
from kcc_desktop.data.upgrade import SchemaState, open_ready, schema_state
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.database import DatabaseCare
from kcc_desktop.services.keys import KeyService

DRAFTS = "drafts.db"


@dataclass(frozen=True, slots=True)
class Opened:
    database: Database
    drafts: DraftStore


def open_own_desk(url: str, file: Path, passphrase: str = "") -> Opened:
    """The team's database, or the embedded file, which is made and brought up to date here: it has no other owner.

    Refuses as the key does (PassphraseNeeded, WrongKey …), with SchemaTooNew, SchemaTooOld (a team's database is
    upgraded by its owner), UnknownLogin; DatabaseAway is an outage.
    """
    if url:
        drafts = file.with_name(DRAFTS)
        key = KeyService(drafts).unlock(passphrase) if passphrase else find_key(drafts)
        return _known(Database(open_ready(url, file)), DraftStore(drafts, key))
    keys = KeyService(file)
    key = keys.unlock(passphrase) if passphrase else keys.find()
    if _is_behind(open_database("", file, lambda _: key)):
        DatabaseCare("", file, lambda _: key).upgrade()
    engine = open_ready("", file, lambda _: key)
    return _known(Database(engine), DraftStore(file.with_name(DRAFTS), drafts_key(key)))


def open_demo_desk(folder: Path, residents: int) -> Opened:
    """The invented municipality, made when it is missing or old. It is not encrypted, and says so."""
    from kcc_desktop.demo.opening import open_demo

    folder.mkdir(parents=True, exist_ok=True)
    return Opened(open_demo(folder, residents), DraftStore(folder / DRAFTS, _practice_key(folder / "practice.key")))


def _known(database: Database, drafts: DraftStore) -> Opened:
    agents = AgentService(database)
    try:
        agents.me()
        with suppress(DatabaseAway):  # on a full disk reading goes on
            agents.begin_session()
    except BaseException:
        database.close()
        raise
    return Opened(database, drafts)


def _is_behind(engine: Engine) -> bool:
    try:
        return schema_state(engine) in (SchemaState.EMPTY, SchemaState.OLDER)
    finally:
        engine.dispose()


def _practice_key(file: Path) -> str:
    """What is typed for practice is locked like everything else; its key lies beside it."""
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32), encoding="ascii")
    return file.read_text(encoding="ascii").strip()
