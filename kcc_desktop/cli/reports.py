"""`kcc-desktop report overrides`: what was done otherwise than proposed, as CSV for a spreadsheet."""

import argparse
import csv
import sys
from datetime import date, timedelta
from typing import TextIO

from kcc_desktop.cli.words import say
from kcc_desktop.domain.list_fields import Unfit, day_in
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.overrides import OverrideCount, OverrideReport
from kcc_desktop.services.overrides import OverrideService

_DAYS = 30


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("report", help=say("help.report"))
    verbs = parser.add_subparsers(dest="verb", required=True)
    overrides = verbs.add_parser("overrides", help=say("help.report_overrides"))
    overrides.add_argument("--from", dest="from_on", type=_day, metavar="DATE", help=say("help.report_from"))
    overrides.add_argument("--until", dest="until_on", type=_day, metavar="DATE", help=say("help.report_until"))
    overrides.add_argument("--each", action="store_true", help=say("help.report_each"))


def run(arguments: argparse.Namespace, overrides: OverrideService, today: date) -> int:
    """The exit code. The last thirty days when nothing is said. A refusal or outage is for whoever called."""
    until_on = arguments.until_on or today
    report = overrides.report(arguments.from_on or until_on - timedelta(days=_DAYS - 1), until_on)
    write = _each if arguments.each else _counts
    write(report, sys.stdout)
    return 0


def _counts(report: OverrideReport, out: TextIO) -> None:
    rows = csv.writer(out, delimiter=";", lineterminator="\n")
    rows.writerow(say(f"report.{name}") for name in ("kind", "product", "chosen", "reason", "number"))
    for one in report.counts:
        rows.writerow((*_said(one), len(one.items)))


def _each(report: OverrideReport, out: TextIO) -> None:
    rows = csv.writer(out, delimiter=";", lineterminator="\n")
    rows.writerow(say(f"report.{name}") for name in ("kind", "product", "chosen", "reason", "at", "reference", "id"))
    for one in report.counts:
        for item in one.items:
            rows.writerow((*_said(one), f"{item.at.astimezone(HERE):%Y-%m-%d %H:%M}", item.reference, item.id))


def _said(one: OverrideCount) -> tuple[str, str, str, str]:
    reason = one.reason if one.kind.value == "overbooked" else say(f"report.reason.{one.reason}")
    chosen = say(f"report.approach.{one.chosen}") if one.chosen else ""
    return say(f"report.kind.{one.kind}"), _plain(one.product), chosen, _plain(reason)


def _plain(words: str) -> str:
    """A spreadsheet takes words that begin like this for a formula, and runs it."""
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "\t") else words


def _day(text: str) -> date:
    try:
        return day_in(text)
    except Unfit as error:
        raise argparse.ArgumentTypeError(say("report.bad_day")) from error
