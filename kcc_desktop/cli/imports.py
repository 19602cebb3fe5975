"""`kcc-desktop import KIND FILE`: what came in, and what deserves a look.

The town's own lists have their commands in `cli/lists.py`, work in `cli/work_imports.py`.

Names lines and records, never people.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kcc_desktop.cli import form_imports as form_commands
from kcc_desktop.cli import lists as list_commands
from kcc_desktop.cli import work_imports as work_commands
from kcc_desktop.cli.words import knows, say
from kcc_desktop.domain.imports import BadFile, Doubt, ImportReport, Unit
from kcc_desktop.services.form_imports import FormImportService
from kcc_desktop.services.imports import ImportService
from kcc_desktop.services.lists import ListService
from kcc_desktop.services.work_imports import WorkImportService

# For each kind: whether its file is (also) a CSV, and what one record of its JSON is called.
_KINDS = {
    "persons": (False, "person"),
    "organisations": (True, "record"),
    "products": (True, "record"),
    "cases": (True, "record"),
    "colleagues": (True, "record"),
    "postcodes": (True, "record"),
}


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("import", help=say("help.import"))
    kinds = parser.add_subparsers(dest="kind", required=True)
    for kind, (is_csv, _record) in _KINDS.items():
        texts = [say(f"help.{kind}"), say(f"format.{kind}"), *([say("format.csv")] if is_csv else [])]
        kinds.add_parser(
            kind,
            help=say(f"help.{kind}"),
            description="\n\n".join(texts),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        ).add_argument("file", type=Path)
    list_commands.add_parsers(kinds)
    work_commands.add_parser(kinds)
    form_commands.add_parser(kinds)


def run(
    arguments: argparse.Namespace,
    service: ImportService,
    lists: ListService,
    work: WorkImportService,
    forms: FormImportService,
) -> int:
    """The exit code: 0 imported, 1 without some lines of a list or of work, 2 the file was refused whole."""
    try:
        if arguments.kind in list_commands.KINDS:
            return list_commands.run(arguments, lists, _show)
        if arguments.kind == work_commands.KIND:
            return work_commands.run(arguments, work, _show)
        if arguments.kind == form_commands.KIND:
            return form_commands.run(arguments, forms, _show, refusal)
        return _run(arguments, service)
    except BadFile as refused:
        _is_csv, record = _KINDS.get(arguments.kind, (True, "record"))
        print(_printable(refusal(refused, record)), file=sys.stderr)
        return 2


def _run(arguments: argparse.Namespace, service: ImportService) -> int:
    imports: dict[str, Callable[[Path], ImportReport]] = {
        "persons": service.persons,
        "organisations": service.organisations,
        "products": service.products,
        "cases": service.cases,
        "colleagues": service.colleagues,
        "postcodes": service.postcodes,
    }
    _is_csv, record = _KINDS[arguments.kind]
    report = imports[arguments.kind](arguments.file)
    print(say("import.done").format(added=report.added, changed=report.changed, unchanged=report.unchanged))
    for doubt in report.doubts:
        _show(_doubt(doubt, report.unit, record))
    return 0


def _show(text: str) -> None:
    print(_printable(text))


def refusal(refused: BadFile, record: str = "record") -> str:
    """One sentence: where it is, and what would be right."""
    key = f"file.{refused.reason}"
    reason = say(key).format(detail=refused.detail) if knows(key) else refused.reason
    if refused.line == 0:
        return say("import.refused_file").format(reason=reason)
    where = _where((refused.line,), refused.unit, record).capitalize()
    if refused.name:
        where = f"{where}, {refused.name}"
    return say("import.refused").format(where=where, reason=reason)


def _doubt(doubt: Doubt, unit: Unit, record: str) -> str:
    text = say(f"doubt.{doubt.reason}").format(detail=doubt.detail)
    return f"{text}: {_where(doubt.lines, unit, record)}" if doubt.lines else f"{text}."


def _where(lines: tuple[int, ...], unit: Unit, record: str) -> str:
    word = unit.value if unit is Unit.LINE else record
    counted = say(f"where.{word}" if len(lines) == 1 else f"where.{word}s")
    return f"{counted} {', '.join(str(line) for line in lines)}"


def _printable(text: str) -> str:
    """Names of columns and departments come from a stranger's file and do not steer a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)
