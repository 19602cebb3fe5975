"""`kcc-desktop import locations|hours|… FILE [--look]`: a town's own lists, and which lines were refused.

Names lines and fields, never what stood in a cell.
"""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from kcc_desktop.cli.words import knows, say
from kcc_desktop.domain.citizen_texts import PLACES, VISIT_PLACES
from kcc_desktop.domain.lists import CellProblem, ListKind, ListReport, Outside, OutsideVisit, RefusedLine
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.services.lists import ListService

# What a list is called on the command line: `products` are the UPL, or what products are about.
KINDS: dict[str, ListKind] = {
    "product-facts" if kind is ListKind.PRODUCTS else kind.value.replace("_", "-"): kind for kind in ListKind
}


def add_parsers(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    places, of_visits = (", ".join(f"{{{name}}}" for name in names) for names in (PLACES, VISIT_PLACES))
    for name in KINDS:
        parser = kinds.add_parser(
            name,
            help=say(f"help.{name}"),
            description="\n\n".join(
                [
                    say(f"help.{name}"),
                    say(f"format.{name}").replace("{places}", places).replace("{visit_places}", of_visits),
                    say("format.lists"),
                ]
            ),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        parser.add_argument("file", type=Path)
        parser.add_argument("--look", action="store_true", help=say("help.look"))


def run(arguments: argparse.Namespace, service: ListService, show: Callable[[str], None]) -> int:
    """The exit code: 0 all of it came in, 1 lines were refused. Refuses with BadFile when nothing came in."""
    kind = KINDS[arguments.kind]
    report = service.look_at(kind, arguments.file) if arguments.look else service.bring_in(kind, arguments.file)
    for line in lines(report, only_looked=arguments.look):
        show(line)
    return 1 if report.refused else 0


def lines(report: ListReport, *, only_looked: bool) -> list[str]:
    done = say("list.looked" if only_looked else "list.done").format(
        added=report.added, changed=report.changed, unchanged=report.unchanged, refused=len(report.refused)
    )
    return [done, *refused_lines(report.refused), *map(_outside, report.outside)]


def _outside(one: Outside) -> str:
    moment = f"{one.starts_at.astimezone(HERE):%d-%m-%Y %H:%M}"
    if isinstance(one, OutsideVisit):
        return say("list.outside_visit").format(reference=one.reference, moment=moment, worker=one.worker)
    return say("list.outside").format(
        reference=one.reference, moment=moment, location=one.location, counter=one.counter
    )


def refused_lines(refused: Iterable[RefusedLine]) -> list[str]:
    """A sentence for each."""
    return [
        say("list.refused_cell" if one.problem.name else "list.refused").format(
            line=one.line, name=one.problem.name, reason=reason(one.problem)
        )
        for one in refused
    ]


def reason(problem: CellProblem) -> str:
    """What would be right, in words; the bare word for what nobody foresaw."""
    key = next((key for key in (f"cell.{problem.reason}", f"file.{problem.reason}") if knows(key)), "")
    return say(key).replace("{detail}", problem.detail) if key else problem.reason
