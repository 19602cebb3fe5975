"""The one place that builds and wires objects."""

import argparse
import os
import sys
from pathlib import Path

import platformdirs

from kcc_desktop import __version__
from kcc_desktop.cli import database as database_commands
from kcc_desktop.cli.words import knows, say
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.database import DatabaseCare


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
        return database_commands.run(parsed, DatabaseCare(os.environ.get("KCC_DATABASE_URL", ""), data_file()))
    except (Refusal, Outage) as refusal:
        name = type(refusal).__name__
        print(say(name) if knows(name) else name, file=sys.stderr)
        return 2


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
    return parser
