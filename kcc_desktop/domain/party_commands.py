"""What a desk asks to change about a party, and the words for why not. Knows no table."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.parties import DigitalAddressKind, MessageKind, RepresentationGround


class AddressKnown(Refusal):
    """This party already has this digital address."""


class AddressChanged(Refusal):
    """A colleague changed this digital address first; the newer one is shown."""


class PreferencesChanged(Refusal):
    """A colleague changed these preferences first; the newer ones are shown."""


class ConsentNeeded(Refusal):
    """That somebody needs digital help is noted only with their consent."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The conversation in which the citizen says something, and how it comes in. It is recorded later, or not at all:
    what was agreed in it is kept at once."""

    conversation_id: UUID
    channel_code: str


@dataclass(frozen=True, slots=True)
class AddDigitalAddress:
    id: UUID
    party_id: UUID
    kind: DigitalAddressKind
    value: str  # in any notation; stored normalised
    label: str = ""
    is_preferred: bool = False
    agreed_to: frozenset[MessageKind] = frozenset()
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class ChangeDigitalAddress:
    """`based_on` is the version the agent saw: a colleague's newer one refuses this.

    Another `value` ends the old address and puts `replacement_id` in its place, so that what was sent to the old
    one stays explicable; what was agreed for the old one does not carry over by itself.
    """

    id: UUID
    based_on: int
    value: str  # in any notation; stored normalised
    label: str
    is_preferred: bool
    agreed_to: frozenset[MessageKind]
    replacement_id: UUID = field(default_factory=new_id)
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class ChangePreferences:
    """`based_on` is the version the agent saw. `digital_help_agreed`: said now, or before and still."""

    party_id: UUID
    based_on: int
    channel: str
    moment: str
    language: str
    needs_digital_help: bool
    digital_help_agreed: bool
    preferred_name: str = ""


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """A person the registers do not know (yet), from what the caller says."""

    id: UUID
    name: PersonName
    born: PartialDate | None = None
    bsn: str = ""
    address: Address | None = None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class RegisterOrganisation:
    id: UUID
    name: str
    kvk_number: str = ""
    branch_number: str = ""
    rsin: str = ""
    address: Address | None = None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class AddRepresentation:
    id: UUID
    representative_id: UUID
    represented_id: UUID
    ground: RepresentationGround
    function: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class EndRepresentation:
    """`ended_on` is the first day on which `id` no longer holds: today, or a day that was."""

    id: UUID
    ended_on: date


@dataclass(frozen=True, slots=True)
class NoteDeath:
    """As somebody told the desk; the register has the last word when it is imported."""

    party_id: UUID
    died_on: date


@dataclass(frozen=True, slots=True)
class RefuseDisclosure:
    """ "Verstrekking geweigerd": somebody asked for what may not be given. `asked` is kept as personal text."""

    id: UUID
    party_id: UUID
    conversation_id: UUID | None
    asked: str
