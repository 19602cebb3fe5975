"""`kcc-desktop import forms FILE|FOLDER`: forms that a website hands over, and which of them were refused.

Names files, numbers and fields, never what stood in a form.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from kcc_desktop.cli.lists import refused_lines
from kcc_desktop.cli.words import say
from kcc_desktop.services.form_imports import FormImportService, FormReport

KIND = "forms"


def add_parser(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = kinds.add_parser(
        KIND,
        help=say("help.forms"),
        description="\n\n".join([say("help.forms"), say("format.forms")]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path)


def run(
    arguments: argparse.Namespace,
    service: FormImportService,
    show: Callable[[str], None],
    refusal: Callable[..., str],
) -> int:
    """The exit code: 0 all of it is here, 1 something was refused. Refuses with BadFile when nothing came in."""

    def told(report: FormReport) -> list[str]:
        if report.bad is not None:
            return [refusal(report.bad)]
        done = say("work.done").format(added=report.added, unchanged=report.unchanged, refused=len(report.refused))
        return [done, *refused_lines(report.refused)]

    if not arguments.file.is_dir():
        reports: tuple[FormReport, ...] = (service.bring_in(arguments.file),)
        for line in told(reports[0]):
            show(line)
    else:
        reports = service.empty(arguments.file, lambda report: "\n".join(told(report)) + "\n")
        for report in reports:
            for line in told(report):
                show(f"{report.file.name}: {line}")
    return 0 if all(report.is_whole for report in reports) else 1
