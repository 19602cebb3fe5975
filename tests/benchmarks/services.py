"""The figures that need no window: what a use case costs from the worker's side, beside the bare driver."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from uuid import UUID

from sqlalchemy import func, select

from kcc_desktop.data.contacts import ProductRow, TimelineEntryRow
from kcc_desktop.data.parties import DigitalAddressRow, OrganisationRow, PartyAddressRow, PersonRow
from kcc_desktop.demo.numbers import BUSIEST_KVK
from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import (
    Capacity,
    ContactDraft,
    ContactKind,
    Direction,
    IdentityLevel,
    Participant,
    ParticipantRole,
)
from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService
from tests.benchmarks.callers import Caller, Callers
from tests.benchmarks.measuring import Bench, Figure
from tests.benchmarks.towns import NOW

RUNS = 150
SHOWN = 8  # people in the palette
SEARCH_P95 = 20.0
RECORD_P95 = 25.0


def figures(bench: Bench) -> Iterator[Figure]:
    chance = Random(20261124)
    people = _people(bench, chance)
    yield from _searches(bench, chance, people)
    yield from _looking(bench, chance, people)
    yield _recording(bench, people)


def callers(bench: Bench, many: int) -> Callers:
    """Who calls the window: people with a telephone, drawn from all; and the longest timeline there is."""

    def work(connection):
        phone = (DigitalAddressRow.kind == "phone", DigitalAddressRow.ended_at.is_(None))
        everybody = sorted(set(connection.scalars(select(DigitalAddressRow.party_id).where(*phone))))
        chosen = Random(7).sample(everybody, 2 * many)  # organisations among them
        columns = (PersonRow.given_names, PersonRow.surname, PersonRow.birth_date, DigitalAddressRow.value)
        joined = select(*columns).join(DigitalAddressRow, DigitalAddressRow.party_id == PersonRow.party_id)
        rows = connection.execute(joined.where(*phone, PersonRow.party_id.in_(chosen))).all()
        entries = select(func.count()).where(TimelineEntryRow.party_id == _longest(bench))
        return [Caller(*row) for row in rows], connection.scalar(entries)

    people, entries = bench.database.unguarded_read(work)
    return Callers(tuple(Random(7).sample(people, many)), _longest(bench), entries)


def _searches(bench: Bench, chance: Random, people: list) -> Iterator[Figure]:
    parties, rehearsed = PartyService(bench.database), PartyService(bench.rehearsal)
    # The words to mend with are read once a desktop, on a worker.
    parties.search("zzzz qqqq"), rehearsed.search("zzzz qqqq")

    def typed(name: str, texts: list[str]) -> Figure:
        calls = [
            (lambda text=text: parties.search(text, SHOWN), lambda text=text: rehearsed.search(text, SHOWN))
            for text in texts
        ]
        return bench.compare(name, calls, SEARCH_P95)

    def born(person) -> str:
        return f"{person.birth_date[6:]}-{person.birth_date[4:6]}-{person.birth_date[:4]}"

    full = [f"{person.given_names.split()[0]} {person.prefix} {person.surname}".replace("  ", " ") for person in people]
    letters = [text[:end] for text in full[: RUNS // 4] for end in range(1, len(text) + 1)]
    yield typed("search, a name letter by letter", letters)
    streets = [f"{person.street} {person.house_number}" for person in people]
    yield typed(
        "search, a street and number letter by letter",
        [s[:end] for s in streets[: RUNS // 6] for end in range(1, len(s) + 1)],
    )
    yield typed("search, three letters", [fold(person.surname)[:3] for person in people])
    yield typed("search, first name and surname", full)
    yield typed("search, surname and birth date", [f"{person.surname} {born(person)}" for person in people])
    yield typed("search, a name with a slip", [_slipped(text, chance) for text in full])


def _looking(bench: Bench, chance: Random, people: list) -> Iterator[Figure]:
    parties, rehearsed = PartyService(bench.database), PartyService(bench.rehearsal)
    agents, rehearsed_agents = AgentService(bench.database), AgentService(bench.rehearsal)
    timeline, rehearsed_timeline = TimelineService(bench.database), TimelineService(bench.rehearsal)
    yield bench.compare("the smallest call (who am I)", [(agents.me, rehearsed_agents.me)] * RUNS)
    numbers = _numbers(bench, chance)
    yield bench.compare(
        "a ring: who has this number",
        [(lambda n=n: parties.with_number(n), lambda n=n: rehearsed.with_number(n)) for n in numbers],
    )
    ids = [person.party_id for person in people]
    yield bench.compare(
        "the card, cases, promises and first page",
        [(lambda p=p: parties.overview(p), lambda p=p: rehearsed.overview(p)) for p in ids],
    )
    longest = _longest(bench)
    yield bench.compare(
        "the same of a timeline of 10,000 contacts",
        [(lambda: parties.overview(longest), lambda: rehearsed.overview(longest))] * (RUNS // 2),
    )
    yield bench.compare(
        "the first page of 10,000 contacts",
        [(lambda: timeline.page(longest), lambda: rehearsed_timeline.page(longest))] * (RUNS // 2),
    )
    mark = _far_down(timeline, longest)
    everything = TimelineFilter()
    yield bench.compare(
        "a page far down 10,000 contacts",
        [(lambda: timeline.page(longest, everything, mark), lambda: rehearsed_timeline.page(longest, everything, mark))]
        * (RUNS // 2),
    )


def _recording(bench: Bench, people: list) -> Figure:
    contacts, rehearsed = ContactService(bench.database), ContactService(bench.rehearsal)
    product = bench.database.unguarded_read(lambda c: c.scalar(select(ProductRow.id).order_by(ProductRow.name)))

    def command(person) -> RecordConversation:
        draft = ContactDraft(
            new_id(),
            ContactKind.QUESTION,
            "answered",
            "Paspoort verlengen\nKan met een afspraak aan de balie.",
            "Vriendelijk gesprek.",
            person.party_id,
            product,
        )
        return RecordConversation(
            new_id(),
            "phone",
            Direction.INBOUND,
            NOW,
            NOW + timedelta(minutes=3),
            Capacity.RESIDENT,
            IdentityLevel.QUESTIONS_ANSWERED,
            "geboortedatum en adres",
            "nld",
            participants=(Participant(ParticipantRole.SPEAKER, person.party_id, person.surname),),
            contacts=(draft,),
        )

    parties = PartyService(bench.database)
    for person in people:
        parties.overview(person.party_id)  # as on the desk: whose contact is recorded was looked at before
    commands = [(command(ours), command(theirs)) for ours, theirs in zip(people[:RUNS], people[RUNS:], strict=True)]
    return bench.compare(
        "recording a contact",
        [(lambda c=c: contacts.record(c), lambda d=d: rehearsed.record(d)) for c, d in commands],
        RECORD_P95,
    )


def _people(bench: Bench, chance: Random) -> list:
    """Whom to look for, drawn from all who live there."""

    def work(connection):
        everybody = connection.scalars(select(PersonRow.party_id)).all()
        chosen = sorted(chance.sample(sorted(everybody), 2 * RUNS))
        rows = connection.execute(
            select(
                PersonRow.party_id,
                PersonRow.given_names,
                PersonRow.prefix,
                PersonRow.surname,
                PersonRow.birth_date,
                PartyAddressRow.street,
                PartyAddressRow.house_number,
            )
            .join(PartyAddressRow, PartyAddressRow.party_id == PersonRow.party_id)
            .where(PersonRow.party_id.in_(chosen))
        ).all()
        return sorted(rows)

    found = bench.database.unguarded_read(work)
    chance.shuffle(found)
    return found[: 2 * RUNS]


def _numbers(bench: Bench, chance: Random) -> list[str]:
    """Numbers of one, of several, and of nobody."""
    known = bench.database.unguarded_read(
        lambda c: c.scalars(
            select(DigitalAddressRow.value).where(DigitalAddressRow.kind == "phone").limit(20_000)
        ).all()
    )
    return [*chance.sample(sorted(set(known)), RUNS - 20), *["+31527123456"] * 10, *["+31527000999"] * 10]


def _longest(bench: Bench) -> UUID:
    """The company that the generator gave ten thousand contacts."""
    found = select(OrganisationRow.party_id).where(OrganisationRow.kvk_number == BUSIEST_KVK)
    return bench.database.unguarded_read(lambda c: c.scalars(found).one())


def _far_down(timeline: TimelineService, party: UUID):
    mark = None
    for _ in range(100):
        mark = timeline.page(party, None, mark).next or mark
    return mark


def _slipped(text: str, chance: Random) -> str:
    place = chance.randrange(1, len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
