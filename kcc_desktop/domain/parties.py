"""Residents and organisations as the desk knows them. Knows no register and no table.

Names follow Klantinteracties (VNG): a party is a person or an organisation with whom the
municipality has a relation; on screen it is "inwoner" or "bedrijf".
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.appointments import ComingAppointment
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.timeline import TimelineCounts, TimelinePage
from kcc_desktop.domain.visits import ComingVisit
from kcc_desktop.domain.work import TaskSummary


class PartyKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"


class Gender(StrEnum):
    MALE = "M"
    FEMALE = "V"
    UNKNOWN = "O"


class AddressKind(StrEnum):
    RESIDENCE = "residence"
    CORRESPONDENCE = "correspondence"
    VISIT = "visit"


class DigitalAddressKind(StrEnum):
    PHONE = "phone"
    EMAIL = "email"


class MessageKind(StrEnum):
    """What somebody agreed to receive at a digital address (Wmebv: made known per kind of message)."""

    CONFIRMATION = "confirmation"
    REMINDER = "reminder"
    STATUS = "status"
    EXPIRY = "expiry"
    SURVEY = "survey"


class RepresentationGround(StrEnum):
    """Why somebody may speak for another (vision R39; Awb 2:1)."""

    PARENTAL_AUTHORITY = "parental_authority"
    GUARDIANSHIP = "guardianship"
    CURATORSHIP = "curatorship"
    WRITTEN_AUTHORISATION = "written_authorisation"
    DIGID_MACHTIGEN = "digid_machtigen"
    EHERKENNING = "eherkenning"
    DIRECTOR = "director"
    CONTACT_PERSON = "contact_person"
    HELPER = "helper"


class Relation(StrEnum):
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    HOUSEMATE = "housemate"


class Suspension(StrEnum):
    """Why the register no longer keeps a person up to date (BRP `opschortingBijhouding`)."""

    DECEASED = "O"
    EMIGRATED = "E"
    MINISTERIAL = "M"
    NON_RESIDENT = "R"
    ERROR = "F"
    ABROAD = "W"  # occurs in the test set; not explained in the specification


class PurposeNeeded(Refusal):
    """BSN or covered data were asked for without saying what for."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a prefilled field comes from and from when it is, so that the agent can judge it."""

    name: str
    on: date | None


@dataclass(frozen=True, slots=True)
class DigitalAddress:
    """`value` is E.164 for a phone, the address itself for e-mail."""

    id: UUID
    kind: DigitalAddressKind
    value: str
    label: str
    is_preferred: bool
    agreed_to: frozenset[MessageKind]
    verified_at: datetime | None
    source: Source
    version: int = 1  # a change says which one it was made from


@dataclass(frozen=True, slots=True)
class PartyAddress:
    kind: AddressKind
    address: Address
    source: Source


@dataclass(frozen=True, slots=True)
class RelatedParty:
    """Family or housemate; `party_id` is empty when the register only names them."""

    party_id: UUID | None
    name: str
    relation: Relation
    born: PartialDate | None
    disclosure_restricted: bool
    is_deceased: bool


@dataclass(frozen=True, slots=True)
class Representation:
    """`outgoing`: this card's party speaks for `party_id`; otherwise the other way round."""

    id: UUID
    outgoing: bool
    party_id: UUID
    party_kind: PartyKind
    name: str
    ground: RepresentationGround
    function: str
    valid_from: date | None
    valid_until: date | None
    ended_on: date | None = None  # from this day on it holds no more, whatever `valid_until` says

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and not self.is_over_on(day)

    def is_over_on(self, day: date) -> bool:
        """Ended or lapsed: it will not hold again."""
        ended = self.ended_on is not None and self.ended_on <= day
        return ended or (self.valid_until is not None and self.valid_until < day)


@dataclass(frozen=True, slots=True)
class Warnings:
    """What must be impossible to overlook. `restriction` is the BRP value 0–7, 0 = none."""

    restriction: int = 0
    is_deceased: bool = False
    died_on: PartialDate | None = None
    under_investigation: bool = False
    suspension: Suspension | None = None
    under_curatorship: bool = False
    housemate_restricted: bool = False
    family_restricted: bool = False

    @property
    def disclosure_restricted(self) -> bool:
        return self.restriction != 0

    @property
    def covers_address(self) -> bool:
        """An address gives away the housemate who lives there too, a child's number leads to the parent."""
        return self.disclosure_restricted or self.housemate_restricted or self.family_restricted


@dataclass(frozen=True, slots=True)
class Preferences:
    channel: str  # code of a channel, or empty
    moment: str
    language: str  # ISO 639-2, "nld" unless told otherwise
    needs_digital_help: bool
    digital_help_agreed_on: date | None
    version: int = 1  # a change says which one it was made from


@dataclass(frozen=True, slots=True)
class PersonFacts:
    name: PersonName
    born: PartialDate | None
    birth_place: str
    gender: Gender
    bsn_masked: str
    a_number_masked: str
    relations: tuple[RelatedParty, ...]


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    name: str
    trade_names: tuple[str, ...]
    legal_form: str
    kvk_number: str
    branch_number: str
    rsin: str
    is_active: bool
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Branch:
    party_id: UUID
    name: str
    branch_number: str
    place: str


@dataclass(frozen=True, slots=True)
class PartyCard:
    """All that the left column shows. What is covered is not in here: see `PartyService.uncover`.

    `addresses` and `digital_addresses` are empty while `is_covered`; exactly one of `person`
    and `organisation` is there.
    """

    id: UUID
    kind: PartyKind
    title: str
    spoken: str
    warnings: Warnings
    is_covered: bool
    addresses: tuple[PartyAddress, ...]
    digital_addresses: tuple[DigitalAddress, ...]
    preferences: Preferences
    person: PersonFacts | None
    organisation: OrganisationFacts | None
    representations: tuple[Representation, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class PartySummary:
    """One line in a list: search results, candidates at a ring, family.

    `hint` never holds what a restriction covers: the place and birth date are left out then.
    """

    id: UUID
    kind: PartyKind
    title: str
    place: str
    born: PartialDate | None
    number_masked: str  # KVK for organisations
    disclosure_restricted: bool
    is_deceased: bool
    last_contact_at: datetime | None
    open_promises: int = 0
    via: str = ""  # for an organisation found through a contact person: that person's name


@dataclass(frozen=True, slots=True)
class PartyOverview:
    """All that the Contact screen shows of a party when the phone rings, read in one transaction."""

    card: PartyCard
    cases: tuple[CaseSummary, ...]  # open ones, the nearest decision first
    promises: tuple[TaskSummary, ...]  # open ones, the nearest due moment first
    counts: TimelineCounts
    first_page: TimelinePage
    appointments: tuple[ComingAppointment, ...] = ()  # promised and not over, the next first
    visits: tuple[ComingVisit, ...] = ()  # not over, the next first
