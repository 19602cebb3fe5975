"""`kcc-desktop calendar check|secret`: whether the town's calendar answers, and what it knows this program by."""

import argparse
import getpass
import sys

from kcc_desktop.cli.words import say
from kcc_desktop.services.town_calendar import TownCalendar


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("calendar", help=say("help.calendar"))
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("check", help=say("help.calendar_check"))
    verbs.add_parser("secret", help=say("help.calendar_secret"))


def run(arguments: argparse.Namespace, calendar: TownCalendar) -> int:
    """The exit code. A refusal or outage is for whoever called."""
    if arguments.verb == "secret":
        is_typed = sys.stdin is not None and sys.stdin.isatty()
        secret = getpass.getpass(f"{say('calendar.ask')} ", sys.stderr) if is_typed else sys.stdin.readline()
        calendar.keep_secret(secret.strip())
        print(say("calendar.kept"))
        return 0
    found = calendar.check()
    print(say(f"calendar.{found.kind}").format(products=found.products, locations=found.locations))
    return 0
