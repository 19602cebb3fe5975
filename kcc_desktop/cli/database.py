"""`kcc-desktop database upgrade | check | backup FILE | restore FILE`."""

import argparse
from pathlib import Path

from kcc_desktop.cli.words import say
from kcc_desktop.services.database import DatabaseCare


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("database", help=say("help.database"))
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("upgrade", help=say("help.upgrade"))
    verbs.add_parser("check", help=say("help.check"))
    for verb in ("backup", "restore"):
        verbs.add_parser(verb, help=say(f"help.{verb}")).add_argument("file", type=Path)


def run(arguments: argparse.Namespace, care: DatabaseCare) -> int:
    """The exit code: 0 done, 1 something is wrong with the database."""
    if arguments.verb == "upgrade":
        care.upgrade()
        print(say("database.upgraded"))
    elif arguments.verb == "backup":
        care.back_up(arguments.file)
        print(say("database.backed_up").format(file=arguments.file))
    elif arguments.verb == "restore":
        care.restore(arguments.file)
        print(say("database.restored"))
    else:
        health = care.check()
        for problem in health.problems:
            print(problem)
        print(say("database.sound") if health.is_sound else say(f"database.{health.state}"))
        return 0 if health.is_sound else 1
    return 0
