"""What an import brings and what it tells afterwards. Knows no file format."""

from dataclasses import dataclass

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.names import PersonName


class BadFile(Refusal):
    """The file is refused whole. `line` counts records from 1, 0 is the file itself; `reason` is a stable word."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"{line}: {reason}")
        self.line, self.reason = line, reason


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """One person of the register. Dates are the register's eight digits, incomplete ones as they are."""

    a_number: str
    bsn: str
    name: PersonName
    birth_date: str
    birth_place: str
    death_date: str
    is_deceased: bool
    restriction: int
    under_investigation: bool
    under_curatorship: bool
    suspension: str
    address: Address | None
    odd_death_date: bool = False  # the register's text was no date: kept as wholly unknown


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that came in and deserves a look: `reason` is a stable word, `lines` are the records it is about."""

    reason: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    added: int
    changed: int
    unchanged: int
    doubts: tuple[Doubt, ...]
