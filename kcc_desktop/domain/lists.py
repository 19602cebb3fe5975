"""A town's own lists: products, fees, queues, locations, hours, counters, closures, workers, texts.

An entry is a row of cells, the same in a file and in a form. What bookings stand on is never taken away: it is taken
out of use. Knows no table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kcc_desktop.domain.errors import Refusal


class ListKind(StrEnum):
    PRODUCTS = "products"
    FEES = "fees"
    QUEUES = "queues"
    LOCATIONS = "locations"
    HOURS = "hours"
    COUNTERS = "counters"
    CLOSURES = "closures"
    WORKERS = "workers"
    WORKER_HOURS = "worker_hours"
    TEXTS = "texts"


# What a list's entries are called when a change of one is told to the other desks.
ENTITIES: dict[ListKind, str] = {
    ListKind.PRODUCTS: "product",
    ListKind.FEES: "product",
    ListKind.QUEUES: "work_queue",
    ListKind.LOCATIONS: "location",
    ListKind.HOURS: "weekly_hours",
    ListKind.COUNTERS: "counter",
    ListKind.CLOSURES: "closure",
    ListKind.WORKERS: "worker",
    ListKind.WORKER_HOURS: "worker_hours",
    ListKind.TEXTS: "citizen_text",
}

Cells = Mapping[str, str]
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with one cell, as a stable word. `detail`: what would be right, never what stood there."""

    name: str
    reason: str
    detail: str = ""


class EntryRefused(Refusal):
    """An entry cannot be kept as it is; each problem names its field."""

    def __init__(self, problems: tuple[CellProblem, ...]) -> None:
        super().__init__(", ".join(f"{problem.name}: {problem.reason}" for problem in problems))
        self.problems = problems


class EntryGone(Refusal):
    """A colleague took the entry away meanwhile."""


class EntryChanged(Refusal):
    """A colleague changed the entry since it was shown; `entry` is how it is now."""

    def __init__(self, entry: "ListEntry") -> None:
        super().__init__()
        self.entry = entry


@dataclass(frozen=True, slots=True)
class ListEntry:
    """`id` names the entry here, whatever its cells say; `is_in_use` False: kept for what refers to it."""

    id: str
    cells: Cells
    is_in_use: bool = True


@dataclass(frozen=True, slots=True)
class ListLine:
    """An entry as a file has it: the line it starts on, and the cells of the columns that the file has.

    `headers` are the columns' names as they stand in the file: a refusal speaks of those.
    """

    number: int
    cells: Cells
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RefusedLine:
    line: int
    problem: CellProblem


@dataclass(frozen=True, slots=True)
class OutsideHours:
    """A promised appointment that no longer fits hours and counters: somebody has to call. Names nobody."""

    reference: str
    location: str
    counter: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class ListReport:
    """What an import did, or would do. `outside`: what it leaves outside the hours and was not before."""

    kind: ListKind
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: tuple[RefusedLine, ...] = ()
    outside: tuple[OutsideHours, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedEntry:
    """An entry as it is kept, and what its change leaves outside the hours."""

    entry: ListEntry
    outside: tuple[OutsideHours, ...] = ()


@dataclass(frozen=True, slots=True)
class ListNames:
    """What entries of other lists are called, to choose from. `counters`: by the name of their location."""

    locations: tuple[str, ...] = ()
    counters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clusters: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    workers: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    queues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveEntry:
    """`id` "" is a new one. `shown`: the cells that stood on the screen, so that no colleague's change is lost."""

    kind: ListKind
    id: str
    cells: Cells
    shown: Cells | None = None
