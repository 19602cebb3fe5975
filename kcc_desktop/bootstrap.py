"""The one place that builds and wires objects."""

import argparse
import os
import sys
from pathlib import Path

import platformdirs

from kcc_desktop import __version__
from kcc_desktop.cli import database as database_commands
from kcc_desktop.cli import imports as import_commands
from kcc_desktop.cli.keys import key_for
from kcc_desktop.cli.words import say, sentence
from kcc_desktop.data.database import Database
from kcc_desktop.data.upgrade import open_ready
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.database import DatabaseCare
from kcc_desktop.services.imports import ImportService
from kcc_desktop.services.keys import KeyService


def run(arguments: list[str]) -> int:
    """Run one command; answers the exit code. A refusal or outage is one sentence on stderr and 2."""
    for stream in (sys.stdout, sys.stderr):
        # A machine without a UTF-8 locale must not turn a Dutch sentence into a traceback.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    parsed = _parser().parse_args(arguments)
    if parsed.command is None:
        print(say("no_window"), file=sys.stderr)
        return 2
    try:
        if parsed.command == "import":
            return _import(parsed)
        url, file = database_url(), data_file()
        return database_commands.run(parsed, DatabaseCare(url, file, key_for), None if url else KeyService(file))
    except (Refusal, Outage) as refusal:
        print(sentence(refusal), file=sys.stderr)
        return 2


def _import(parsed: argparse.Namespace) -> int:
    database = Database(open_ready(database_url(), data_file(), key_for), origin="import")
    try:
        return import_commands.run(parsed, ImportService(database))
    finally:
        database.close()


def database_url() -> str:
    """A team's PostgreSQL; empty means the embedded file."""
    return os.environ.get("KCC_DATABASE_URL", "")


def data_file() -> Path:
    """The embedded database: in KCC_DATA_DIR, else in the platform's folder for this user's data."""
    folder = os.environ.get("KCC_DATA_DIR") or platformdirs.user_data_dir("kcc-desktop", appauthor=False)
    return Path(folder) / "kcc.db"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("kcc-desktop", description=say("help.program"))
    parser.add_argument("--version", action="version", version=f"kcc-desktop {__version__}")
    parser.add_argument("--demo", action="store_true", help=say("help.demo"))
    commands = parser.add_subparsers(dest="command")
    database_commands.add_parser(commands)
    import_commands.add_parser(commands)
    return parser
