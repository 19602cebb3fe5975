"""Use case of forms in files: a file somebody names, or a folder that another system fills."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.incoming import OtherContent
from kcc_desktop.domain.lists import CellProblem, RefusedLine
from kcc_desktop.integrations.form_file import read_forms
from kcc_desktop.services.incoming import IncomingService

DONE, REFUSED = "done", "refused"
_SETTLED_SECONDS = 2.0  # one that changed since is still being written


@dataclass(frozen=True, slots=True)
class FormReport:
    """What came of one file. `bad`: why it was refused whole."""

    file: Path
    added: int = 0
    unchanged: int = 0
    refused: tuple[RefusedLine, ...] = ()
    bad: BadFile | None = None

    @property
    def is_whole(self) -> bool:
        return self.bad is None and not self.refused


class FormImportService:
    """Each form is a transaction of its own, and in once: a file that was half read is read again."""

    def __init__(self, incoming: IncomingService, now: Callable[[], float] = time.time) -> None:
        self._incoming, self._now = incoming, now

    def bring_in(self, file: Path) -> FormReport:
        """What came of its forms. Refuses with BadFile and NotAllowed; an outage is DatabaseAway."""
        added = unchanged = 0
        refused: list[RefusedLine] = []
        for number, form in read_forms(file):
            if isinstance(form, RefusedLine):
                refused.append(form)
                continue
            try:
                received = self._incoming.receive(form)
            except InvalidValue as wrong:
                refused.append(RefusedLine(number, CellProblem(wrong.field, wrong.reason)))
            except OtherContent:
                refused.append(RefusedLine(number, CellProblem("id", "other_content")))
            else:
                added, unchanged = added + received.is_new, unchanged + (not received.is_new)
        return FormReport(file, added, unchanged, tuple(refused))

    def empty(self, folder: Path, explain: Callable[[FormReport], str]) -> tuple[FormReport, ...]:
        """Every settled *.json of the folder, in order of their names, each moved to `done/`, or to `refused/` with
        what `explain` says in a .txt beside it. Two that do this at once take nothing twice.

        What an outage stops stays where it is. Refuses with NotAllowed, and with BadFile what cannot be moved.
        """
        reports = []
        for file in sorted(folder.glob("*.json")):
            if file.is_symlink() or not file.is_file() or not self._is_settled(file):
                continue
            try:
                report = self.bring_in(file)
            except BadFile as bad:
                if not file.exists():
                    continue  # the other one was first
                report = FormReport(file, bad=bad)
            try:
                _put_away(report, explain)
            except OSError as error:
                raise BadFile(0, "unreadable") from error
            reports.append(report)
        return tuple(reports)

    def _is_settled(self, file: Path) -> bool:
        with suppress(OSError):
            return abs(self._now() - file.stat().st_mtime) >= _SETTLED_SECONDS
        return False


def _put_away(report: FormReport, explain: Callable[[FormReport], str]) -> None:
    place = report.file.parent / (DONE if report.is_whole else REFUSED)
    place.mkdir(exist_ok=True)
    target, number = place / report.file.name, 1
    while target.exists():  # another file of that name was put away before
        number += 1
        target = place / f"{report.file.stem}-{number}{report.file.suffix}"
    if not report.is_whole:
        target.with_suffix(".txt").write_text(explain(report), encoding="utf-8")
    with suppress(FileNotFoundError):  # the other one put it away
        os.replace(report.file, target)
