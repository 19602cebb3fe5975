"""`kcc-desktop import persons FILE`: what came in, and what deserves a look. Record numbers only, no names."""

import argparse
import sys
from pathlib import Path

from kcc_desktop.cli.words import knows, say
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.services.imports import ImportService


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("import", help=say("help.import"))
    kinds = parser.add_subparsers(dest="kind", required=True)
    kinds.add_parser("persons", help=say("help.persons")).add_argument("file", type=Path)


def run(arguments: argparse.Namespace, service: ImportService) -> int:
    """The exit code: 0 imported, 2 the file was refused and nothing changed."""
    try:
        report = service.persons(arguments.file)
    except BadFile as refused:
        reason = say(f"file.{refused.reason}") if knows(f"file.{refused.reason}") else refused.reason
        print(say("import.refused").format(line=refused.line, reason=reason), file=sys.stderr)
        return 2
    print(say("import.done").format(added=report.added, changed=report.changed, unchanged=report.unchanged))
    for doubt in report.doubts:
        print(say(f"doubt.{doubt.reason}").format(lines=", ".join(str(line) for line in doubt.lines)))
    return 0
