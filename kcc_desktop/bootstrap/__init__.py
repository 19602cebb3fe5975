"""The one place that builds and wires objects."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from kcc_desktop import __version__
from kcc_desktop.bootstrap.places import data_file, database_url, desk_places
from kcc_desktop.cli import calls as call_commands
from kcc_desktop.cli import links as link_commands
from kcc_desktop.cli.words import say, sentence
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.settings import SettingsRefused

# A telephone that rings waits for nothing: these do without the database's libraries (half a second).
_TELEPHONE = ("call", "open")
_WITHOUT_DATABASE = (*_TELEPHONE, "register-links")


def run(arguments: list[str]) -> int:
    """Run one command; answers the exit code. A refusal or outage is one sentence on stderr and 2."""
    for stream in (sys.stdout, sys.stderr):
        # A machine without a UTF-8 locale must not turn a Dutch sentence into a traceback. A frozen window has none.
        if stream is not None:
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    parsed = _parser(with_database=not set(arguments[:1]) & set(_WITHOUT_DATABASE)).parse_args(arguments)
    if parsed.vnc is not None and not parsed.demo:
        print(say("vnc.demo_only"), file=sys.stderr)
        return 2
    try:
        if parsed.command is None:
            return _start(parsed)
        if parsed.command == "tour":
            from kcc_desktop.bootstrap.pictures import tour

            return tour(parsed.out)
        if parsed.command in _TELEPHONE:
            return _hand_over(parsed)
        if parsed.command == "register-links":
            return link_commands.run()
        if parsed.command == "import":
            return _import(parsed)
        if parsed.command == "calendar":
            return _calendar(parsed)
        if parsed.command in ("send-due", "messages"):
            return _messages(parsed)
        if parsed.command == "report":
            return _report(parsed)
        if parsed.command == "agents":
            return _agents(parsed)
        return _care_for_database(parsed)
    except SettingsRefused as refused:
        for problem in refused.problems:
            words = say(f"settings.{problem.reason}").format(option=problem.option or refused.path, hint=problem.hint)
            print(words, file=sys.stderr)
        return 2
    except (Refusal, Outage) as refusal:
        print(sentence(refusal), file=sys.stderr)
        return 2


def _hand_over(parsed: argparse.Namespace) -> int:
    outcome = call_commands.run(parsed, *desk_places())
    if isinstance(outcome, call_commands.StartDesk):
        return _start(parsed, outcome.message)
    return outcome


def _start(parsed: argparse.Namespace, message: str = "") -> int:
    from kcc_desktop.bootstrap.loading import load_what_needs_no_qt

    load_what_needs_no_qt()
    from kcc_desktop.bootstrap.program import start

    return start(is_demo=parsed.demo, residents=parsed.residents, vnc=parsed.vnc, message=message)


def _import(parsed: argparse.Namespace) -> int:
    from kcc_desktop import settings
    from kcc_desktop.cli import imports as import_commands
    from kcc_desktop.cli.keys import key_for
    from kcc_desktop.data.database import Database
    from kcc_desktop.data.upgrade import open_ready
    from kcc_desktop.domain.incoming import AttachmentRules
    from kcc_desktop.services.form_imports import FormImportService
    from kcc_desktop.services.imports import ImportService
    from kcc_desktop.services.incoming import IncomingService
    from kcc_desktop.services.lists import ListService
    from kcc_desktop.services.work_imports import WorkImportService

    options = settings.load_settings(settings.settings_file())
    rules = AttachmentRules(options.attachment_megabytes * 1_000_000, frozenset(options.attachment_endings.split()))
    database = Database(open_ready(database_url(), data_file(), key_for), origin="import")
    try:
        hours = options.office_hours
        work = WorkImportService(database, hours)
        forms = FormImportService(IncomingService(database, hours, rules))
        return import_commands.run(parsed, ImportService(database), ListService(database), work, forms)
    finally:
        database.close()


def _calendar(parsed: argparse.Namespace) -> int:
    from kcc_desktop import settings
    from kcc_desktop.cli import calendar as calendar_commands
    from kcc_desktop.cli.keys import key_for
    from kcc_desktop.data.database import Database
    from kcc_desktop.data.upgrade import open_ready
    from kcc_desktop.services.town_calendar import CalendarChoice, TownCalendar

    chosen = settings.load_settings(settings.settings_file())
    choice = CalendarChoice(chosen.calendar, chosen.calendar_url, chosen.calendar_client)
    database = Database(open_ready(database_url(), data_file(), key_for), origin="calendar")
    try:
        return calendar_commands.run(parsed, TownCalendar(database, choice))
    finally:
        database.close()


def _report(parsed: argparse.Namespace) -> int:
    from kcc_desktop.cli import reports as report_commands
    from kcc_desktop.cli.keys import key_for
    from kcc_desktop.data.database import Database
    from kcc_desktop.data.upgrade import open_ready
    from kcc_desktop.domain.local_time import local_day
    from kcc_desktop.services.overrides import OverrideService

    database = Database(open_ready(database_url(), data_file(), key_for), origin="report")
    try:
        return report_commands.run(parsed, OverrideService(database), local_day(datetime.now(UTC)))
    finally:
        database.close()


def _messages(parsed: argparse.Namespace) -> int:
    from kcc_desktop import settings
    from kcc_desktop.cli import messages as message_commands
    from kcc_desktop.cli.keys import key_for
    from kcc_desktop.data.database import Database
    from kcc_desktop.data.upgrade import open_ready
    from kcc_desktop.services.carriers import carriers, choice_from
    from kcc_desktop.services.messages import MessageService

    choice = choice_from(settings.load_settings(settings.settings_file()))
    database = Database(open_ready(database_url(), data_file(), key_for), origin="messages")
    try:
        return message_commands.run(parsed, MessageService(database, carriers(choice)))
    finally:
        database.close()


def _agents(parsed: argparse.Namespace) -> int:
    from kcc_desktop.cli import agents as agent_commands
    from kcc_desktop.cli.keys import key_for
    from kcc_desktop.data.database import Database
    from kcc_desktop.data.upgrade import open_ready
    from kcc_desktop.services.agents import AgentService

    database = Database(open_ready(database_url(), data_file(), key_for), origin="agents")
    try:
        return agent_commands.run(parsed, AgentService(database))
    finally:
        database.close()


def _care_for_database(parsed: argparse.Namespace) -> int:
    from kcc_desktop.cli import database as database_commands
    from kcc_desktop.cli.keys import key_for
    from kcc_desktop.services.database import DatabaseCare
    from kcc_desktop.services.keys import KeyService

    url, file = database_url(), data_file()
    return database_commands.run(parsed, DatabaseCare(url, file, key_for), None if url else KeyService(file))


def _parser(*, with_database: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("kcc-desktop", description=say("help.program"))
    parser.add_argument("--version", action="version", version=f"kcc-desktop {__version__}")
    parser.add_argument("--demo", action="store_true", help=say("help.demo"))
    parser.add_argument("--residents", type=int, default=5000, metavar="N", help=say("help.residents"))
    parser.add_argument("--vnc", type=int, nargs="?", const=5900, metavar="PORT", help=say("help.vnc"))
    commands = parser.add_subparsers(dest="command")
    call_commands.add_parser(commands)
    link_commands.add_parser(commands)
    tour = commands.add_parser("tour", help=say("help.tour"))
    tour.add_argument("--out", type=Path, default=Path("tour"), help=say("help.tour_out"))
    if with_database:
        from kcc_desktop.cli import agents as agent_commands
        from kcc_desktop.cli import calendar as calendar_commands
        from kcc_desktop.cli import database as database_commands
        from kcc_desktop.cli import imports as import_commands
        from kcc_desktop.cli import messages as message_commands
        from kcc_desktop.cli import reports as report_commands

        agent_commands.add_parser(commands)
        calendar_commands.add_parser(commands)
        database_commands.add_parser(commands)
        import_commands.add_parser(commands)
        message_commands.add_parser(commands)
        report_commands.add_parser(commands)
    return parser
