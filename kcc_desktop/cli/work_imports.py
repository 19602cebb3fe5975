"""`kcc-desktop import work FILE [--look]`: forms and messages of other systems, and which lines were refused.

Names lines and fields, never what stood in a cell.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from kcc_desktop.cli.lists import refused_lines
from kcc_desktop.cli.words import say
from kcc_desktop.services.work_imports import WorkImportService

KIND = "work"


def add_parser(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = kinds.add_parser(
        KIND,
        help=say("help.work"),
        description="\n\n".join([say("help.work"), say("format.work"), say("format.lists")]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--look", action="store_true", help=say("help.look"))


def run(arguments: argparse.Namespace, service: WorkImportService, show: Callable[[str], None]) -> int:
    """The exit code: 0 all of it is here, 1 lines were refused. Refuses with BadFile when nothing came in."""
    report = service.look_at(arguments.file) if arguments.look else service.bring_in(arguments.file)
    done = say("work.looked" if arguments.look else "work.done")
    show(done.format(added=report.added, unchanged=report.unchanged, refused=len(report.refused)))
    for line in refused_lines(report.refused):
        show(line)
    return 1 if report.refused else 0
