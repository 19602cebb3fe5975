"""What an import brings and what it tells afterwards. Knows no file format."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.cases import CaseRole, ImportedCase
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.parties import AddressKind, Relation
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.work import ColleagueKind


class Unit(StrEnum):
    """What a number in a report counts: lines of the file (a header is line 1) or records from 1."""

    LINE = "line"
    RECORD = "record"


class BadFile(Refusal):
    """The file is refused whole. `line` counts `unit`s, 0 is the file itself; `reason` is a stable word.

    `name` is the column or field it is about and `detail` what would be right (a limit, a list of
    words, names of columns): never what stood in a cell, which may be personal.
    """

    def __init__(self, line: int, reason: str, name: str = "", detail: str = "", unit: Unit = Unit.RECORD) -> None:
        super().__init__(f"{line}: {reason}")
        self.line, self.reason, self.name, self.detail, self.unit = line, reason, name, detail, unit


@dataclass(frozen=True, slots=True)
class ImportedRelation:
    """Family as the register names it; the numbers are empty when it gives none."""

    relation: Relation
    name: str
    birth_date: str
    bsn: str = ""
    a_number: str = ""


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
    correspondence: Address | None = None  # a "briefadres": post arrives there, nobody lives there
    relations: tuple[ImportedRelation, ...] = ()
    odd_relation: bool = False  # a relative's number or date could not be read: kept without it


@dataclass(frozen=True, slots=True)
class ImportedOrganisation:
    """An organisation, or a branch besides its main one. None: the file does not tell, what is known stays.

    A main branch is no organisation of its own: it gives the organisation its branch number and addresses.
    `is_partial`: one view among more, so its name may be only one of several. `addresses` has the kinds
    that the file tells of, None for "there is none"; brief ones have no house number and replace nothing.
    """

    line: int
    kvk_number: str
    name: str
    branch_number: str = ""
    is_main: bool = True
    is_partial: bool = False
    trade_names: tuple[str, ...] | None = None
    legal_form: str | None = None
    rsin: str | None = None
    is_active: bool | None = None
    addresses: Mapping[AddressKind, Address | None] = field(default_factory=dict)
    brief_addresses: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Organisations are one per KVK number, further branches one per branch number under it."""
        return self.kvk_number, "" if self.is_main else self.branch_number

    def merged_with(self, later: "ImportedOrganisation") -> "ImportedOrganisation":
        """Both views as one: a whole one goes before a partial one, else the later; gaps are filled from the other."""
        base, other = (self, later) if later.is_partial and not self.is_partial else (later, self)
        addresses, brief = base.addresses, base.brief_addresses
        if other.addresses and (not addresses or (brief and not other.brief_addresses)):
            addresses, brief = other.addresses, other.brief_addresses
        return replace(
            base,
            branch_number=base.branch_number or other.branch_number,
            trade_names=base.trade_names if base.trade_names is not None else other.trade_names,
            legal_form=base.legal_form if base.legal_form is not None else other.legal_form,
            rsin=base.rsin if base.rsin is not None else other.rsin,
            is_active=base.is_active if base.is_active is not None else other.is_active,
            addresses=addresses,
            brief_addresses=brief,
        )


@dataclass(frozen=True, slots=True)
class ImportedProduct:
    """A product by its UPL address, else by its name. None: the file has no such column, what is known stays."""

    line: int
    name: str
    upl_uri: str = ""
    upl_name: str | None = None
    keywords: str | None = None
    owner: str | None = None
    answer: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedColleague:
    """A person, department, group or partner; `key` is what the source calls them, and stays theirs."""

    line: int
    key: str
    kind: ColleagueKind
    name: str
    department: str
    function: str
    phone: str
    email: str
    availability: str


@dataclass(frozen=True, slots=True)
class ImportedPostcode:
    """Where a postcode lies; without its blank."""

    line: int
    postcode: str
    point: Point


@dataclass(frozen=True, slots=True)
class NamedParty:
    """Somebody with a part in a case, or who asks something, as the file names them.

    By A-number, BSN, or KVK number and branch number.
    """

    line: int
    role: CaseRole = CaseRole.APPLICANT
    a_number: str = ""
    bsn: str = ""
    kvk_number: str = ""
    branch_number: str = ""


@dataclass(frozen=True, slots=True)
class CaseInFile:
    """A case without its parties, and who the file names for it."""

    case: ImportedCase
    named: tuple[NamedParty, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What came in, or stayed out, and deserves a look: `reason` is a stable word, `lines` where it stands.

    `detail` names what is no personal data: a department, for one.
    """

    reason: str
    lines: tuple[int, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    added: int
    changed: int
    unchanged: int
    doubts: tuple[Doubt, ...]
    unit: Unit = Unit.RECORD


@dataclass(slots=True)
class Tally:
    """Counts what an import did while it runs, and gathers the doubts by reason."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    _doubts: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def doubt(self, reason: str, line: int, detail: str = "") -> None:
        """One doubt names all its lines: a hundred rows without a number are one thing to look at."""
        self._doubts[reason, detail].append(line)

    def doubts(self) -> Iterator[Doubt]:
        for (reason, detail), lines in self._doubts.items():
            yield Doubt(reason, tuple(sorted(set(lines) - {0})), detail)

    def report(self, unit: Unit, earlier: Iterable[Doubt] = ()) -> ImportReport:
        return ImportReport(self.added, self.changed, self.unchanged, (*earlier, *self.doubts()), unit)


def doubts_about(persons: list[ImportedPerson]) -> tuple[Doubt, ...]:
    """What to look at: the same BSN twice, no BSN at all, an unreadable date or number."""
    lines: dict[str, list[int]] = defaultdict(list)
    for line, person in enumerate(persons, 1):
        if person.bsn:
            lines[person.bsn].append(line)
    found = [Doubt("same_bsn", tuple(same)) for same in lines.values() if len(same) > 1]
    tally = Tally()
    for line, person in enumerate(persons, 1):
        if not person.bsn:
            tally.doubt("no_bsn", line)
        if person.odd_death_date:
            tally.doubt("odd_death_date", line)
        if person.odd_relation:
            tally.doubt("odd_relation", line)
    return (*found, *tally.doubts())
