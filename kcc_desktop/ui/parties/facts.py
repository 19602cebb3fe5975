"""What a card says of somebody as labels and values. Knows no widget; a covered value is never in what comes in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.parties import (
    AddressKind,
    DigitalAddress,
    DigitalAddressKind,
    OrganisationFacts,
    PartyAddress,
    PartyCard,
    Preferences,
    Source,
)
from kcc_desktop.domain.party_answers import Revealed
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.facts import Pair


def facts(card: PartyCard, revealed: Revealed | None, today: date, channel: Callable[[str], str]) -> list[Pair]:
    """Label, value and where the value comes from; `revealed` uncovers, `channel` words a channel's code."""
    found = _of_person(card, revealed, today) if card.person else _of_organisation(card.organisation)
    covered = card.is_covered and revealed is None
    if covered:
        hidden = QCoreApplication.translate("Parties", "covered")
        found += [
            (QCoreApplication.translate("Parties", "Address"), hidden),
            (QCoreApplication.translate("Parties", "Phone"), hidden),
            (QCoreApplication.translate("Parties", "E-mail"), hidden),
        ]
    else:
        found += _addresses(revealed.addresses if revealed else card.addresses)
        found += _digital(revealed.digital_addresses if revealed else card.digital_addresses)
    found += _preferences(card.preferences, today, channel)
    shown = () if covered else revealed.digital_addresses if revealed else card.digital_addresses
    where = _sources(card, shown, today)
    return [*found, (QCoreApplication.translate("Parties", "Source"), where)] if where else found


def has_covered(card: PartyCard) -> bool:
    """Whether there is anything that needs a purpose to be seen."""
    return card.is_covered or bool(card.person and card.person.bsn_masked)


def _of_person(card: PartyCard, revealed: Revealed | None, today: date) -> list[Pair]:
    person = card.person
    assert person is not None
    found: list[Pair] = []
    if person.born is not None:
        # The age of somebody who died would grow on.
        born = (
            formatting.partial_date(person.born) if card.warnings.is_deceased else formatting.birth(person.born, today)
        )
        found.append((QCoreApplication.translate("Parties", "Born"), born))
    bsn = revealed.bsn if revealed and revealed.bsn else person.bsn_masked
    if bsn:
        found.append((QCoreApplication.translate("Parties", "BSN"), bsn))
    return found


def _of_organisation(organisation: OrganisationFacts | None) -> list[Pair]:
    assert organisation is not None
    others = [name for name in organisation.trade_names if name != organisation.name]
    pairs = (
        (QCoreApplication.translate("Parties", "Trade names"), "\n".join(others)),
        (QCoreApplication.translate("Parties", "KVK number"), organisation.kvk_number),
        (QCoreApplication.translate("Parties", "Branch"), organisation.branch_number),
        (QCoreApplication.translate("Parties", "RSIN"), organisation.rsin),
        (QCoreApplication.translate("Parties", "Legal form"), organisation.legal_form),
    )
    return [pair for pair in pairs if pair[1]]


def _addresses(addresses: tuple[PartyAddress, ...]) -> list[Pair]:
    names = {
        AddressKind.RESIDENCE: QCoreApplication.translate("Parties", "Address"),
        AddressKind.VISIT: QCoreApplication.translate("Parties", "Address"),
        AddressKind.CORRESPONDENCE: QCoreApplication.translate("Parties", "Post to"),
    }
    return [
        (names[shown.kind], address_lines(shown))
        for shown in sorted(addresses, key=lambda one: one.kind is AddressKind.CORRESPONDENCE)
    ]


def address_lines(shown: PartyAddress) -> str:
    address = shown.address
    lines = (address.line1(), address.line2(), *address.foreign_lines, address.country)
    return "\n".join(line for line in lines if line)


def _digital(addresses: tuple[DigitalAddress, ...]) -> list[Pair]:
    found: list[Pair] = []
    for kind, label in (
        (DigitalAddressKind.PHONE, QCoreApplication.translate("Parties", "Phone")),
        (DigitalAddressKind.EMAIL, QCoreApplication.translate("Parties", "E-mail")),
    ):
        lines = [_digital_line(address) for address in addresses if address.kind is kind]
        if lines:
            found.append((label, "\n".join(lines)))
    return found


def _digital_line(address: DigitalAddress) -> str:
    shown = formatting.phone(address.value) if address.kind is DigitalAddressKind.PHONE else address.value
    return f"{shown} ({address.label})" if address.label else shown


def _sources(card: PartyCard, shown: tuple[DigitalAddress, ...], today: date) -> str:
    """Where it all comes from and from when it is: the card first, then what has another source."""
    lines = [words.source(card.source, today)]
    others: dict[Source, set[DigitalAddressKind]] = {}
    for address in shown:
        if address.source != card.source:
            others.setdefault(address.source, set()).add(address.kind)
    lines += [f"{_kind_words(kinds)}: {words.source(source, today)}" for source, kinds in others.items()]
    return "\n".join(line for line in lines if line)


def _kind_words(kinds: set[DigitalAddressKind]) -> str:
    if len(kinds) > 1:
        return QCoreApplication.translate("Parties", "reached at")
    if DigitalAddressKind.PHONE in kinds:
        return QCoreApplication.translate("Parties", "phone")
    return QCoreApplication.translate("Parties", "e-mail")


def _preferences(wanted: Preferences, today: date, channel: Callable[[str], str]) -> list[Pair]:
    found: list[Pair] = []
    parts = [part for part in (channel(wanted.channel) if wanted.channel else "", wanted.moment) if part]
    if parts:
        found.append((QCoreApplication.translate("Parties", "Prefers"), ", ".join(parts)))
    if wanted.language not in words.DUTCH:
        found.append((QCoreApplication.translate("Parties", "Language"), words.language(wanted.language)))
    if wanted.needs_digital_help:
        agreed = wanted.digital_help_agreed_on
        hint = (
            QCoreApplication.translate("Parties", "agreed {day}").format(day=formatting.short_date(agreed, today))
            if agreed
            else ""
        )
        label = QCoreApplication.translate("Parties", "Support")
        text = QCoreApplication.translate("Parties", "needs help to arrange things online")
        found.append((label, text, hint) if hint else (label, text))
    return found
