"""Puts work that another system hands over into its queues: once, whatever is done with it here meanwhile."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data.contact_reads import channels
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.covering import is_covered
from kcc_desktop.data.database import Work
from kcc_desktop.data.import_holders import Holders
from kcc_desktop.data.imports import batches
from kcc_desktop.data.task_writes import put_entered
from kcc_desktop.data.work import QueueRow, TaskRow, TaskTextRow
from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.lists import CellProblem, EntryRefused, RefusedLine
from kcc_desktop.domain.promises import Week
from kcc_desktop.domain.work import EnterWork, NormUnit, QueueNorm
from kcc_desktop.domain.work_imports import AHEAD, ImportedWork


class WorkImporter:
    """What a file may name, read once for all of its lines."""

    def __init__(self, unit: Work, items: Sequence[ImportedWork], hours: Week) -> None:
        self._unit, self._hours = unit, hours
        self._before = _before(unit.connection, [item.id for item in items])
        self._holders = Holders(unit.connection, [item.who for item in items if item.who is not None])
        self._channels = [channel.code for channel in channels(unit.connection)]
        rows = select(QueueRow.code, QueueRow.norm_value, QueueRow.norm_unit).where(QueueRow.is_in_use)
        self._norms = {
            row.code: QueueNorm(row.norm_value, NormUnit(row.norm_unit))
            for row in unit.connection.execute(rows.order_by(QueueRow.position, QueueRow.code))
        }
        self._products: dict[str, list[UUID]] = defaultdict(list)
        for product_id, name in unit.connection.execute(select(ProductRow.id, ProductRow.name)):
            self._products[fold(name)].append(product_id)
        self._seen: dict[UUID, int] = {}

    def put(self, item: ImportedWork) -> EnterWork | None:
        """What came in; None when it is here already. Refuses with EntryRefused: the cell and the reason."""
        if item.id in self._seen:
            _refuse(CellProblem("id", "twice_in_file", str(self._seen[item.id])))
        self._seen[item.id] = item.line
        before = self._before.get(item.id)
        if before is not None:
            if not _is_same(before, item):
                _refuse(CellProblem("id", "other_work"))
            return None
        norm = self._norms.get(item.queue_code) or _refuse(CellProblem("queue", "unknown", ", ".join(self._norms)))
        if item.channel_code not in self._channels:
            _refuse(CellProblem("channel", "unknown", ", ".join(self._channels)))
        if item.received_at > self._unit.now + AHEAD:
            _refuse(CellProblem("received_at", "moment_ahead"))
        party_id = self._party(item)
        command = EnterWork(
            item.id,
            item.queue_code,
            item.channel_code,
            self._text(item, party_id),
            party_id,
            self._product(item),
            item.phone,
        )
        put_entered(self._unit, command, norm.runs_out(item.received_at, self._hours), item.received_at)
        return command

    def _party(self, item: ImportedWork) -> UUID | None:
        if item.who is None:
            return None
        found = self._holders.of(item.who)
        if len(found) != 1:
            name = "bsn" if item.who.bsn else "kvk_number"
            _refuse(CellProblem(name, "number_of_several" if found else "number_of_nobody"))
        return found.pop()

    def _product(self, item: ImportedWork) -> UUID | None:
        if not item.product:
            return None
        found = self._products.get(fold(item.product), [])
        if len(found) != 1:
            _refuse(CellProblem("product", "several" if found else "product_unknown"))
        return found[0]

    def _text(self, item: ImportedWork, party_id: UUID | None) -> str:
        """With how whoever asks called themselves; not where the contact details of a citizen are covered."""
        is_kept_out = party_id is not None and is_covered(self._unit.connection, party_id)
        return item.text if is_kept_out or not item.sender else f"{item.text}\n\n{item.sender}"


def refused(item: ImportedWork, problems: Iterable[CellProblem]) -> list[RefusedLine]:
    """As the file calls its columns."""
    return [
        RefusedLine(item.line, CellProblem(item.headers.get(one.name, one.name), one.reason, one.detail))
        for one in problems
    ]


def _refuse(problem: CellProblem) -> NoReturn:
    raise EntryRefused((problem,))


def _before(connection: Connection, ids: Iterable[UUID]) -> Mapping[UUID, Any]:
    columns = (TaskRow.id, TaskRow.created_at, TaskRow.channel_code, TaskTextRow.explanation)
    statement = select(*columns).outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
    found: dict[UUID, Any] = {}
    for batch in batches(ids):
        found |= {row.id: row for row in connection.execute(statement.where(TaskRow.id.in_(batch)))}
    return found


def _is_same(row: Any, item: ImportedWork) -> bool:
    """Two systems that number alike would hide each other's work; a text that was destroyed since says nothing."""
    if (row.created_at, row.channel_code) != (item.received_at, item.channel_code):
        return False
    return row.explanation is None or row.explanation.startswith(item.text)
