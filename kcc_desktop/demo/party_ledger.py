"""Turns invented people and companies into rows: names, addresses, numbers, who is whose, and how they are found."""

from collections.abc import Iterator
from functools import lru_cache

from kcc_desktop.data.bulk import BulkLoad
from kcc_desktop.data.parties import (
    AgreedMessageRow,
    ConsentRow,
    DigitalAddressRow,
    OrganisationRow,
    PartyActivityRow,
    PartyAddressRow,
    PartyRelationRow,
    PartyRow,
    PersonRow,
    RepresentationRow,
)
from kcc_desktop.data.search_index import NEVER, SearchPartyRow, SearchTokenRow, SearchWordRow, joined
from kcc_desktop.demo.companies import Company
from kcc_desktop.demo.people import Resident
from kcc_desktop.demo.places import Home
from kcc_desktop.domain.findable import (
    address_words,
    birth_words,
    mail_words,
    name_words,
    phone_words,
    secret_words,
    text_words,
)
from kcc_desktop.domain.names import full_name, sort_key, sort_key_text

BRP, KVK, DESK = "BRP", "KVK", "desk"
_MINUTE = 60_000_000  # microseconds

# The same few thousand names, streets and places come back all the time.
_text = lru_cache(maxsize=50_000)(text_words)
_name = lru_cache(maxsize=100_000)(name_words)


class PartyLedger:
    """The parties' half of `Ledger`. The words of the index stand in the order of the last contact, as at a desk."""

    def __init__(self, load: BulkLoad) -> None:
        sheet = load.sheet
        self._names: set[str] = set()
        self._party = sheet(
            PartyRow,
            "id kind title sort_key preferred_channel preferred_moment language needs_digital_help "
            "digital_help_agreed_on source source_on",
        )
        self._person = sheet(
            PersonRow,
            "party_id a_number bsn given_names prefix surname partner_prefix partner_surname "
            "name_usage gender birth_date birth_place death_date is_deceased restriction "
            "under_investigation under_curatorship suspension",
        )
        self._company = sheet(
            OrganisationRow,
            "party_id name trade_names legal_form kvk_number branch_number rsin is_main is_active",
        )
        self._address = sheet(PartyAddressRow, "party_id kind street house_number letter addition postcode place")
        self._digital = sheet(DigitalAddressRow, "id party_id kind value label is_preferred source source_on")
        self._agreed = sheet(AgreedMessageRow, "address_id kind agreed_at")
        self._consent = sheet(ConsentRow, "id address_id kind is_given at by channel_code")
        self._relation = sheet(PartyRelationRow, "id party_id relation related_id name birth_date")
        self._represents = sheet(RepresentationRow, "id representative_id represented_id ground function valid_from")
        self._activity = sheet(PartyActivityRow, "party_id last_contact_at")
        self._token = sheet(SearchTokenRow, "token rank party_id", is_scattered=True)
        self._found = sheet(SearchPartyRow, "rank party_id words", is_scattered=True)
        self._word = sheet(SearchWordRow, "word")

    def resident(self, one: Resident, home: Home, on: str, ids: Iterator[bytes], last_at: int | None) -> bytes | None:
        """A person with address, numbers and words; answers the id of the mail address, when there is one.

        `ids` are for the digital addresses, `on` is the register's day.
        """
        name = one.name
        self._party.add(
            (
                one.id,
                "person",
                full_name(name),
                sort_key(name),
                one.channel,
                one.moment,
                one.language,
                one.needs_help,
                on if one.needs_help else None,
                BRP,
                on,
            )
        )
        self._person.add(
            (
                one.id,
                one.a_number,
                one.bsn,
                name.given_names,
                name.prefix,
                name.surname,
                name.partner_prefix,
                name.partner_surname,
                name.usage.value,
                one.gender,
                one.born,
                one.birth_place,
                one.died,
                bool(one.died),
                one.restriction,
                one.under_investigation,
                one.under_curatorship,
                one.suspension,
            )
        )
        at = address_words(home.street, home.house_number, home.letter, home.postcode, home.place)
        self._live(one.id, "residence", home)
        mail_id = self._reached(one.id, one.phones, one.email, on, ids, one.channel == "e-mail")
        names = {*_text(name.given_names), *_name(name.prefix, name.surname)}
        if name.partner_surname:
            names.update(_name(name.partner_prefix, name.partner_surname))
        self._names.update(names)
        numbers = [*secret_words(one.a_number), *secret_words(one.bsn), *birth_words(one.born)]
        self._find(one.id, names, [*at, *numbers], one.phones, one.email, last_at)
        return mail_id

    def company(self, one: Company, on: str, ids: Iterator[bytes], last_at: int | None) -> None:
        self._party.add(
            (one.id, "organisation", one.name, sort_key_text(one.name), "", "", "nld", False, None, KVK, on)
        )
        self._company.add(
            (
                one.id,
                one.name,
                "\n".join(one.trade_names),
                one.legal_form,
                one.kvk_number,
                one.branch_number,
                one.rsin,
                one.is_main,
                one.is_active,
            )
        )
        home = one.home
        at = address_words(home.street, home.house_number, home.letter, home.postcode, home.place)
        self._live(one.id, "visit", home)
        self._reached(one.id, one.phones, one.email, on, ids, False)
        names = {word for text in (one.name, *one.trade_names) for word in _text(text)}
        self._names.update(names)
        numbers = [number for number in (one.kvk_number, one.branch_number, one.rsin) if number]
        self._find(one.id, names, [*at, *numbers], one.phones, one.email, last_at)

    def relation(self, id_: bytes, party_id: bytes, relation: str, other: Resident) -> None:
        self._relation.add((id_, party_id, relation, other.id, full_name(other.name)[:300], other.born))

    def represents(
        self, id_: bytes, speaker: bytes, for_whom: bytes, ground: str, function: str, since: str | None
    ) -> None:
        self._represents.add((id_, speaker, for_whom, ground, function, since))

    def agreed(self, address_id: bytes, kind: str, at: int, agent_id: bytes, consent_id: bytes) -> None:
        """In a form on the web site, where most people tick such a box."""
        self._agreed.add((address_id, kind, at))
        self._consent.add((consent_id, address_id, kind, True, at, agent_id, "e-form"))

    def active(self, party_id: bytes, last_at: int) -> None:
        self._activity.add((party_id, last_at))

    def write_words(self) -> None:
        """Each name of the index once, when all are known."""
        for word in sorted(word for word in self._names if word.isalpha()):
            self._word.add((word,))

    def _live(self, party_id: bytes, kind: str, home: Home) -> None:
        self._address.add(
            (party_id, kind, home.street, home.house_number, home.letter, home.addition, home.postcode, home.place)
        )
        self._names.update(_text(home.street), _text(home.place))

    def _reached(
        self, party_id: bytes, phones: list[str], email: str, on: str, ids: Iterator[bytes], mail_first: bool
    ) -> bytes | None:
        for place, phone in enumerate(phones):
            label = "" if place == 0 else "thuis"
            self._digital.add((next(ids), party_id, "phone", phone, label, place == 0 and not mail_first, DESK, on))
        if not email:
            return None
        mail_id = next(ids)
        self._digital.add((mail_id, party_id, "email", email, "", mail_first or not phones, DESK, on))
        return mail_id

    def _find(
        self,
        party_id: bytes,
        names: set[str],
        others: list[str],
        phones: list[str],
        email: str,
        last_at: int | None,
    ) -> None:
        words = {*names, *others}
        for phone in phones:
            words.update(phone_words(phone))
        if email:
            words.update(mail_words(email))
        rank = NEVER if last_at is None else NEVER - last_at // _MINUTE
        ordered = sorted(words)
        for word in ordered:
            self._token.add((word, rank, party_id))
        self._found.add((rank, party_id, joined(ordered)))
