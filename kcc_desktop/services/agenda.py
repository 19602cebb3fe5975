"""Use cases of the agenda: reading days of a location, and where there are locations and counters."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kcc_desktop.data import agenda_reads, calendar_reads, free_times
from kcc_desktop.data.database import Database, Look
from kcc_desktop.domain.agenda import MOST_DAYS, Agenda
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import TimeWish
from kcc_desktop.domain.calendar import Location
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.free_time import Offer, PartOfDay

OFFERED = 2  # of each part of the day, on days of their own
PARTS = (PartOfDay.MORNING, PartOfDay.AFTERNOON, PartOfDay.EVENING)


class AgendaService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def locations(self) -> tuple[Location, ...]:
        """Those in use, by name."""

        def work(look: Look) -> tuple[Location, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return tuple(one.location for one in calendar_reads.hours(look.connection, look.now.date()))

        return self._database.read(work)

    def days(self, location_id: UUID, from_on: date, count: int, in_words: date) -> Agenda:
        """So many days of a location, seven at most; `in_words` is the one whose events have their words.

        Refuses with NotFound and InvalidValue("days", "too_many").
        """
        if not 0 < count <= MOST_DAYS:
            raise InvalidValue("days", "too_many")

        def work(look: Look) -> Agenda:
            look.agent.require(Permission.READ_CONTACT)
            found = agenda_reads.agenda(look, location_id, from_on, count, in_words)
            if found is None:
                raise NotFound
            return found

        return self._database.read(work)

    def first_free(self, wish: TimeWish) -> dict[PartOfDay, tuple[Offer, ...]]:
        """By part of the day its first time on each of the first days that have one. Refuses as looking does."""

        def work(look: Look) -> dict[PartOfDay, tuple[Offer, ...]]:
            look.agent.require(Permission.PLAN)
            found: dict[PartOfDay, tuple[Offer, ...]] = {}
            for part in PARTS:
                offers: list[Offer] = []
                from_on = wish.from_on
                while len(offers) < OFFERED:
                    asked = free_times.Asked(look.connection, replace(wish, part=part, from_on=from_on))
                    places = free_times.places(look, asked, look.now.date())
                    first = free_times.search(look, asked, places, 1)
                    if not first:
                        break
                    offers += first
                    zone = next(one.location.zone for one in places if one.location.id == first[0].location_id)
                    from_on = first[0].starts_at.astimezone(zone).date() + timedelta(days=1)
                if offers:
                    found[part] = tuple(offers)
            return found

        return self._database.read(work)
