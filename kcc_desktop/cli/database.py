"""`kcc-desktop database upgrade | check | backup FILE | restore FILE | key [--show]`."""

import argparse
import sys
from pathlib import Path

from kcc_desktop.cli.words import say
from kcc_desktop.services.database import DatabaseCare
from kcc_desktop.services.keys import KeyService


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("database", help=say("help.database"))
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("upgrade", help=say("help.upgrade"))
    verbs.add_parser("check", help=say("help.check"))
    for verb in ("backup", "restore"):
        verbs.add_parser(verb, help=say(f"help.{verb}")).add_argument("file", type=Path)
    key = verbs.add_parser("key", help=say("help.key"))
    key.add_argument("--show", action="store_true", help=say("help.show"))


def run(arguments: argparse.Namespace, care: DatabaseCare, keys: KeyService | None) -> int:
    """The exit code: 0 done, 1 something is wrong with the database. `keys` None: a team's database, without a key."""
    if arguments.verb == "upgrade":
        care.upgrade()
        print(say("database.upgraded"))
    elif arguments.verb == "backup":
        place = care.back_up(arguments.file)
        print(say("database.backed_up").format(file=arguments.file))
        print(say(f"copy.{place}").format(file=arguments.file.name))
    elif arguments.verb == "restore":
        gaps = care.restore(arguments.file)
        print(say("database.restored"))
        if gaps:
            print(say("database.audit_gaps"), *gaps, sep="\n", file=sys.stderr)
    elif arguments.verb == "key":
        return _tell_key(keys, care, show=arguments.show)
    else:
        health = care.check()
        for problem in health.problems:
            print(problem)
        print(say("database.sound") if health.is_sound else say(f"database.{health.state}"))
        return 0 if health.is_sound else 1
    return 0


def _tell_key(keys: KeyService | None, care: DatabaseCare, *, show: bool) -> int:
    if keys is None:
        print(say("key.none"))
        return 0
    if not keys.is_file_there():
        print(say("database.empty"))
        return 1
    if not show:
        print(say(f"key.{keys.place()}"))
        return 0
    key = care.show_key()
    print(say("key.warning"), file=sys.stderr, flush=True)
    print(key)
    return 0
