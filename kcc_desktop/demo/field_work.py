"""Who goes out in the invented municipality, and their visits of this week and the next.

Villages lie about where they lie; a postcode's point is drawn around its village, since its streets are invented.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, insert, select

from kcc_desktop.data.agents import AgentRow, session_name
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.parties import PartyAddressRow, PartyRow, PersonRow
from kcc_desktop.data.visits import SafetyNoteRow, SafetyNoteTextRow
from kcc_desktop.data.worker_reads import workers
from kcc_desktop.data.workers import PostcodePointRow, WorkerHoursRow, WorkerRow
from kcc_desktop.demo.visit_sheets import Planned, Resident, VisitSheets
from kcc_desktop.domain.calendar import bits
from kcc_desktop.domain.holidays import holidays_in
from kcc_desktop.domain.insertion import Route, Taken, Wanted, best
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import quanta_for, quantum_at
from kcc_desktop.domain.safety_notes import SafetyGround
from kcc_desktop.domain.travel import ByDistance, Point
from kcc_desktop.domain.workers import Worker

_ALWAYS = date(2020, 1, 1)
_OPENS, _LUNCH, _AFTER, _CLOSES = 8 * 60 + 30, 12 * 60 + 15, 12 * 60 + 45, 17 * 60
_DAYS, _A_DAY = 14, (3, 4, 5)  # local days from this Monday on, and how many visits each has
_HALL = Point(52.7105, 5.7480)
_HALL_ADDRESS = "Voorbeeldplein 1, 8302 AB Emmeloord"
VILLAGES = {
    "Emmeloord": Point(52.7109, 5.7486),
    "Marknesse": Point(52.7117, 5.8617),
    "Ens": Point(52.6356, 5.8267),
    "Tollebeek": Point(52.6781, 5.6700),
    "Luttelgeest": Point(52.7592, 5.8486),
    "Nagele": Point(52.6439, 5.7225),
    "Creil": Point(52.7569, 5.6536),
    "Rutten": Point(52.8061, 5.7083),
    "Espel": Point(52.7247, 5.6350),
    "Bant": Point(52.7608, 5.7497),
    "Kraggenburg": Point(52.6681, 5.8947),
}
_AROUND = 0.007  # degrees
_OTHERS = 600  # residents to draw from


class _Hand(NamedTuple):
    code: str
    name: str
    skills: str
    areas: str


HANDS = (
    _Hand("karin", "Karin Postma", "wmo", ""),
    _Hand("femke", "Femke Visser", "inkomen wmo", "8301 8302 8303 8304 8305"),
    _Hand("sanne", "Sanne de Boer", "wmo", "8307 8315 8316 8317"),
    _Hand("jelle", "Jelle Boersma", "ruimte", ""),
    _Hand("tom", "Tom Jonker", "inkomen ruimte", ""),
    _Hand("bram", "Bram Kok", "burgerzaken", ""),
)
# Product, minutes, skill.
ERRANDS = (
    ("Hulp in huis (Wmo)", 60, "wmo"),
    ("Woning aanpassen", 60, "wmo"),
    ("Rolstoel of scootmobiel", 45, "wmo"),
    ("Bijzondere bijstand", 45, "inkomen"),
    ("Bomen en groen", 30, "ruimte"),
    ("Ratten en ongedierte", 30, "ruimte"),
    ("Inrit aanleggen", 30, "ruimte"),
    ("Paspoort aanvragen", 30, "burgerzaken"),
    ("Bewijs van in leven zijn", 20, "burgerzaken"),
)


def go_out(connection: Connection, now: datetime, seed: int, ids: Iterator[bytes]) -> None:
    """Workers with their hours, points of all postcodes, and visits: done, under way, planned, unplanned."""
    chance = Random(f"field work {seed}")
    _mark_postcodes(connection)
    people = _hire(connection, ids)
    residents = _residents(connection)
    if not residents:
        return
    products = dict(connection.execute(select(ProductRow.name, ProductRow.id)).all())
    me = connection.execute(select(AgentRow.id).where(AgentRow.login == session_name(connection))).scalar_one()
    sheets = VisitSheets(now, me, chance, ids)
    today = local_day(now)
    monday = today - timedelta(days=today.weekday())
    closed = holidays_in(monday.year) | holidays_in(monday.year + 1)
    for worker in people:
        for on in (monday + timedelta(days=number) for number in range(_DAYS)):
            if worker.staffed(on)[1] and on not in closed:
                _fill(sheets, worker, on, residents, products, chance)
    sheets.leave_unplanned(_waiting(residents, products, chance))
    sheets.write(connection)
    _warn(connection, sheets, me, now, next(ids))


def point_of(postcode: str, village: str) -> Point:
    """The same for everybody with this postcode."""
    centre, chance = VILLAGES.get(village, _HALL), Random(f"point of {postcode}")
    return Point(
        round(centre.latitude + chance.uniform(-_AROUND, _AROUND), 5),
        round(centre.longitude + chance.uniform(-_AROUND, _AROUND), 5),
    )


def _mark_postcodes(connection: Connection) -> None:
    found = connection.execute(
        select(PartyAddressRow.postcode, PartyAddressRow.place)
        .where(PartyAddressRow.postcode != "")
        .distinct()
        .order_by(PartyAddressRow.postcode, PartyAddressRow.place)
    )
    points = {"".join(postcode.split()): point_of(postcode, village) for postcode, village in found}
    connection.execute(
        insert(PostcodePointRow),
        [
            {"postcode": postcode, "latitude": point.latitude, "longitude": point.longitude}
            for postcode, point in points.items()
        ],
    )


def _hire(connection: Connection, ids: Iterator[bytes]) -> tuple[Worker, ...]:
    agents = dict(connection.execute(select(AgentRow.name, AgentRow.id)).all())
    rows: list[dict[str, Any]] = []
    hours: list[dict[str, Any]] = []
    for position, hand in enumerate(HANDS, 1):
        worker_id = UUID(bytes=next(ids))
        rows.append(
            {
                "id": worker_id,
                "code": hand.code,
                "name": hand.name,
                "position": position,
                "skills": hand.skills,
                "areas": hand.areas,
                "latitude": _HALL.latitude,
                "longitude": _HALL.longitude,
                "start_address": _HALL_ADDRESS,
                "agent_id": agents.get(hand.name),
            }
        )
        hours += [
            {
                "id": UUID(bytes=next(ids)),
                "worker_id": worker_id,
                "weekday": weekday,
                "from_minute": since,
                "until_minute": until,
                "valid_from": _ALWAYS,
            }
            for weekday in range(5)
            for since, until in ((_OPENS, _LUNCH), (_AFTER, _CLOSES))
        ]
    connection.execute(insert(WorkerRow), rows)
    connection.execute(insert(WorkerHoursRow), hours)
    return workers(connection, _ALWAYS)


def _residents(connection: Connection) -> list[Resident]:
    """Living people without a restriction, in their order; who stands first is drawn as often as the last."""
    rows = connection.execute(
        select(PartyRow.id, PartyRow.title, PartyAddressRow.__table__)
        .join(PersonRow, PersonRow.party_id == PartyRow.id)
        .join(PartyAddressRow, PartyAddressRow.party_id == PartyRow.id)
        .where(
            PersonRow.restriction == 0,
            PersonRow.death_date == "",
            PartyAddressRow.kind == "residence",
            PartyAddressRow.postcode != "",
            PartyAddressRow.house_number.is_not(None),
        )
        .order_by(PartyRow.sort_key, PartyRow.id)
        .limit(_OTHERS)
    )
    return [
        Resident(
            row.id,
            row.title,
            row.street,
            row.house_number,
            row.letter,
            row.addition,
            row.postcode,
            row.place,
            point_of(row.postcode, row.place),
        )
        for row in rows
    ]


def _fill(
    sheets: VisitSheets,
    worker: Worker,
    on: date,
    residents: Sequence[Resident],
    products: dict[str, UUID],
    chance: Random,
) -> None:
    """Visits one by one where they cost the least driving, as they would have been planned by telephone."""
    first, working = worker.staffed(on)
    stops: list[tuple[Taken, Planned]] = []
    for _ in range(chance.choice(_A_DAY)):
        product, minutes, skill = chance.choice([one for one in ERRANDS if one[2] in worker.skills])
        resident = chance.choice(residents)
        if not worker.goes_to(resident.postcode):
            continue
        start = worker.start.rounded()
        route = Route(worker.id, worker.name, on, first, working, tuple(taken for taken, _ in stops), start)
        wanted = Wanted(resident.point.rounded(), quanta_for(minutes), first)
        found = best([route], wanted, ByDistance(), 3)
        ways = []
        for proposal in found:
            taken = Taken(proposal.quantum, proposal.quanta, resident.point.rounded())
            day = sorted([*stops, (taken, Planned(resident, products[product], skill, proposal))], key=_begin)
            if _drives_at_work(route, [stop for stop, _ in day]):
                ways.append(day)
        if ways:
            stops = chance.choice(ways)
    for _, planned in stops:
        sheets.plan(planned)


def _begin(one: tuple[Taken, Planned]) -> int:
    return one[0].quantum


def _drives_at_work(route: Route, stops: Sequence[Taken]) -> bool:
    """Whether each drive, which ends at the door as screens draw it, is driven at a stretch: nobody eats while driving.

    The insertion asks for the time of a drive in working time, before and after a break together.
    """
    here, drives = route.start, []
    for stop in stops:
        begin = stop.quantum - route.first
        drives.append(bits(begin - quanta_for(ByDistance().minutes(here, stop.point)), begin))
        here = stop.point
    home = stops[-1].quantum + stops[-1].quanta - route.first
    drives.append(bits(home, home + quanta_for(ByDistance().minutes(here, route.start))))
    return all(drive & route.working == drive for drive in drives)


def _waiting(
    residents: Sequence[Resident], products: dict[str, UUID], chance: Random
) -> list[tuple[Resident, UUID, int, str]]:
    chosen = []
    for number in (0, 1, 4, 7, 2):
        product, minutes, skill = ERRANDS[number]
        chosen.append((chance.choice(residents), products[product], minutes, skill))
    return chosen


def _warn(connection: Connection, sheets: VisitSheets, me: UUID, now: datetime, id_: bytes) -> None:
    """About one of those who are visited in the coming days."""
    coming = [one for one in sheets.planned if one.proposal.quantum > quantum_at(now)]
    if not coming:
        return
    note_id = UUID(bytes=id_)
    connection.execute(
        insert(SafetyNoteRow).values(
            id=note_id,
            party_id=coming[0].resident.party_id,
            ground=SafetyGround.ANIMAL.value,
            ends_on=local_day(now) + timedelta(days=120),
            made_at=now - timedelta(days=20),
            made_by=me,
        )
    )
    text = "Waakhond los op het erf. Bel vooraf, de bewoner doet de hond dan naar binnen."
    connection.execute(insert(SafetyNoteTextRow).values(note_id=note_id, text=text))
