"""Turns the invented municipality into rows: one method per thing, each writing all the rows that belong to it.

What a desk's writes keep true is kept true here as well: the timeline entry beside the thing it shows, the words of
the search index in the order of the last contact, the numbers of tasks and cases in the order in which they came.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from kcc_desktop.data.bulk import BulkLoad
from kcc_desktop.data.cases import CasePartyRow, CaseRow, CaseStepRow, ContactCaseRow
from kcc_desktop.data.contacts import (
    ContactRow,
    ContactTextRow,
    ConversationRow,
    ParticipantRow,
    TimelineEntryRow,
)
from kcc_desktop.data.parties import (
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
from kcc_desktop.data.work import TaskNumberRow, TaskRow, TaskTextRow
from kcc_desktop.demo.companies import Company
from kcc_desktop.demo.happened import Handled, Promise, Told
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


class Ledger:
    """Writes into the sheets of one load. Tasks and cases are kept until `close`, which numbers them."""

    def __init__(self, load: BulkLoad) -> None:
        self._load = load
        self._names: set[str] = set()
        self._promises: list[Promise] = []
        self._cases: list[Handled] = []
        sheet = load.sheet
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
        self._relation = sheet(PartyRelationRow, "id party_id relation related_id name birth_date")
        self._represents = sheet(RepresentationRow, "id representative_id represented_id ground function valid_from")
        self._activity = sheet(PartyActivityRow, "party_id last_contact_at")
        self._token = sheet(SearchTokenRow, "token rank party_id", is_scattered=True)
        self._found = sheet(SearchPartyRow, "rank party_id words", is_scattered=True)
        self._word = sheet(SearchWordRow, "word")
        self._conversation = sheet(
            ConversationRow,
            "id channel_code direction started_at ended_at recorded_at recorded_by capacity identity "
            "identity_how language caller_number wait_seconds hold_seconds content_digest",
        )
        self._participant = sheet(ParticipantRow, "conversation_id position role party_id name")
        self._contact = sheet(
            ContactRow,
            "id conversation_id position party_id occurred_at recorded_at recorded_by owner_cluster_id "
            "kind outcome_code authority product_id municipal_role confidentiality place",
        )
        self._said = sheet(ContactTextRow, "contact_id version summary note")
        self._entry = sheet(
            TimelineEntryRow, "party_id at object_id kind channel_code confidentiality owner_cluster_id"
        )
        self._case = sheet(
            CaseRow,
            "id reference case_type description status started_on decide_by ended_on handler department result",
        )
        self._step = sheet(CaseStepRow, "case_id ordinal name reached_on")
        self._part = sheet(CasePartyRow, "case_id party_id role")
        self._about_case = sheet(ContactCaseRow, "contact_id case_id")
        self._task = sheet(
            TaskRow,
            "id reference kind state contact_id party_id owner_colleague_id product_id due_at "
            "created_at created_by closed_at",
        )
        self._explained = sheet(TaskTextRow, "task_id phone explanation")
        self._number = sheet(TaskNumberRow, "year last")

    def resident(self, one: Resident, home: Home, on: str, ids: Iterable[bytes], last_at: int | None) -> None:
        """A person with address, numbers and words; `ids` are for the digital addresses, `on` is the register's day."""
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
        self._reached(one.id, one.phones, one.email, on, ids, one.channel == "e-mail")
        names = {*_text(name.given_names), *_name(name.prefix, name.surname)}
        if name.partner_surname:
            names.update(_name(name.partner_prefix, name.partner_surname))
        self._names.update(names)
        numbers = [*secret_words(one.a_number), *secret_words(one.bsn), *birth_words(one.born)]
        self._find(one.id, names, at, numbers, "", one.phones, one.email, last_at)

    def company(self, one: Company, on: str, ids: Iterable[bytes], last_at: int | None) -> None:
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
        numbers = [number for number in (one.kvk_number, one.branch_number) if number]
        self._find(one.id, names, at, numbers, one.rsin, one.phones, one.email, last_at)

    def relation(self, id_: bytes, party_id: bytes, relation: str, other: Resident) -> None:
        self._relation.add((id_, party_id, relation, other.id, full_name(other.name)[:300], other.born))

    def represents(
        self, id_: bytes, speaker: bytes, for_whom: bytes, ground: str, function: str, since: str | None
    ) -> None:
        self._represents.add((id_, speaker, for_whom, ground, function, since))

    def told(self, told: Told, party_id: bytes | None, speakers: Iterable[tuple[str, bytes | None, str]]) -> None:
        """A recorded conversation with its one contact; `speakers`: role, party and name of who was there."""
        self._conversation.add(
            (
                told.id,
                told.channel,
                told.direction,
                told.started_at,
                told.ended_at,
                told.ended_at,
                told.agent_id,
                told.capacity,
                told.identity,
                told.identity_how,
                told.language,
                told.caller_number,
                told.wait_seconds,
                told.hold_seconds,
                sha256(told.id).hexdigest(),
            )
        )
        for position, (role, who, name) in enumerate(speakers):
            self._participant.add((told.id, position, role, who, name))
        self._contact.add(
            (
                told.contact_id,
                told.id,
                0,
                party_id,
                told.started_at,
                told.ended_at,
                told.agent_id,
                told.cluster_id,
                told.kind,
                told.outcome,
                told.authority,
                told.product_id,
                told.role,
                told.secrecy,
                told.place,
            )
        )
        self._said.add((told.contact_id, 1, told.summary, told.note))
        if party_id is not None:
            self._entry.add(
                (party_id, told.started_at, told.contact_id, "contact", told.channel, told.secrecy, told.cluster_id)
            )

    def active(self, party_id: bytes, last_at: int) -> None:
        self._activity.add((party_id, last_at))

    def promise(self, promise: Promise) -> None:
        self._promises.append(promise)

    def case(self, case: Handled) -> None:
        self._cases.append(case)

    def about(self, contact_id: bytes, case_id: bytes) -> None:
        self._about_case.add((contact_id, case_id))

    def close(self) -> None:
        """Number what is numbered in the order in which it came, and write each name of the index once."""
        for word in sorted(word for word in self._names if word.isalpha()):
            self._word.add((word,))
        self._number_promises()
        self._number_cases()

    def _number_promises(self) -> None:
        last: dict[int, int] = {}
        for one in sorted(self._promises, key=lambda promise: (promise.created_at, promise.id)):
            number = last[one.year] = last.get(one.year, 0) + 1
            self._task.add(
                (
                    one.id,
                    f"T{one.year}-{number:06d}",
                    one.kind,
                    one.state,
                    one.contact_id,
                    one.party_id,
                    one.owner_id,
                    one.product_id,
                    one.due_at,
                    one.created_at,
                    one.agent_id,
                    one.closed_at,
                )
            )
            self._explained.add((one.id, one.phone, one.explanation))
            self._entry.add((one.party_id, one.created_at, one.id, "task", "", one.secrecy, one.cluster_id))
            self._load.flush_when_full()
        for year, number in last.items():
            self._number.add((year, number))

    def _number_cases(self) -> None:
        last: dict[str, int] = {}
        for one in sorted(self._cases, key=lambda case: (case.started_on, case.id)):
            year = one.started_on[:4]
            number = last[year] = last.get(year, 0) + 1
            self._case.add(
                (
                    one.id,
                    f"Z{year}-{number:06d}",
                    one.case_type,
                    one.description,
                    one.status,
                    one.started_on,
                    one.decide_by,
                    one.ended_on,
                    one.handler,
                    one.department,
                    one.result,
                )
            )
            for ordinal, (name, reached_on) in enumerate(one.steps, 1):
                self._step.add((one.id, ordinal, name, reached_on))
            for party_id, role in one.parties:
                self._part.add((one.id, party_id, role))
                self._entry.add((party_id, one.started_at, one.id, "case", "", "open", None))
            self._load.flush_when_full()

    def _live(self, party_id: bytes, kind: str, home: Home) -> None:
        self._address.add(
            (party_id, kind, home.street, home.house_number, home.letter, home.addition, home.postcode, home.place)
        )
        self._names.update(_text(home.street), _text(home.place))

    def _reached(
        self, party_id: bytes, phones: list[str], email: str, on: str, ids: Iterable[bytes], mail_first: bool
    ) -> None:
        new = iter(ids)
        for place, phone in enumerate(phones):
            label = "" if place == 0 else "thuis"
            self._digital.add((next(new), party_id, "phone", phone, label, place == 0 and not mail_first, DESK, on))
        if email:
            self._digital.add((next(new), party_id, "email", email, "", mail_first or not phones, DESK, on))

    def _find(
        self,
        party_id: bytes,
        names: set[str],
        at: list[str],
        numbers: list[str],
        number: str,
        phones: list[str],
        email: str,
        last_at: int | None,
    ) -> None:
        words = {*names, *at, *numbers}
        if number:
            words.add(number)
        for phone in phones:
            words.update(phone_words(phone))
        if email:
            words.update(mail_words(email))
        rank = NEVER if last_at is None else NEVER - last_at // _MINUTE
        ordered = sorted(words)
        for word in ordered:
            self._token.add((word, rank, party_id))
        self._found.add((rank, party_id, joined(ordered)))
