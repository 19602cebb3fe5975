"""Looks for times that can be had, and for counters that could serve them; nothing here claims any."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from kcc_desktop.data import free_times
from kcc_desktop.data.database import Database, Look
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import NoTimeLeft, OutsideHours, PastMoment, TimeWish
from kcc_desktop.domain.calendar import bits
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.quanta import instant_of, quantum_at

NEXT_BEST = 3


@dataclass(frozen=True, slots=True)
class Able:
    """`counters` could do it, the wanted ones first; of its `quanta`, `help_minutes` are for digital help."""

    counters: tuple[UUID, ...]
    quanta: int
    help_minutes: int

    def only(self, counters: Collection[UUID]) -> "Able":
        """At one of these and nowhere else. Refuses with OutsideHours where none of them could."""
        left = tuple(one for one in self.counters if one in counters)
        if not left:
            raise OutsideHours(None)
        return replace(self, counters=left)


class Times:
    """Of the appointments' service, which is the front door."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offers(self, wish: TimeWish, limit: int = 5) -> tuple[Offer, ...]:
        """At most `limit` times, earliest first. Refuses with NoTimeLeft, NotOffered, NotFound, InvalidValue."""

        def work(look: Look) -> tuple[Offer, ...]:
            look.agent.require(Permission.PLAN)
            asked = free_times.Asked(look.connection, wish)
            found = free_times.search(look, asked, free_times.places(look, asked, look.now.date()), limit)
            if not found:
                raise NoTimeLeft
            return tuple(found)

        return self._database.read(work)

    def able(self, offer: Offer, wish: TimeWish, at_least: int = 0) -> "Able":
        """Counters that could serve the whole time, those of the offer first; and how long it takes.

        What is free is not asked: rules change seldom, and whoever writes keeps all others waiting meanwhile.
        Refuses with PastMoment, OutsideHours, NotOffered, NotFound, InvalidValue.
        """

        def work(look: Look) -> Able:
            look.agent.require(Permission.PLAN)
            asked = free_times.Asked(look.connection, replace(wish, location_id=offer.location_id))
            (place,) = free_times.places(look, asked, look.now.date())
            if offer.quantum < quantum_at(look.now):
                raise PastMoment
            day = place.day(offer.starts_at.astimezone(place.location.zone).date())
            begin = offer.quantum - day.first
            quanta = max(asked.quanta, at_least)
            whole = bits(begin, begin + quanta)
            fit = [(counter.id, mask) for counter, mask in day.staffed if counter.serves(asked.skills, wish.host_id)]
            able = [counter_id for counter_id, mask in fit if mask & whole == whole]
            if not able:
                last = max((mask.bit_length() for _, mask in fit), default=None)
                raise OutsideHours(None if last is None else instant_of(day.first + last))
            preferred = [one for one in offer.counters if one in able]
            others = [one for one in able if one not in preferred]
            return Able((*preferred, *others), quanta, asked.help_minutes)

        return self._database.read(work)

    def next_best(self, wish: TimeWish, offer: Offer) -> tuple[Offer, ...]:
        """The nearest to the wanted moment at the same location; when there are too few, from now on and anywhere."""
        near = replace(wish, location_id=offer.location_id, from_on=offer.starts_at.date())

        def work(look: Look) -> tuple[Offer, ...]:
            found: dict[tuple[UUID, int], Offer] = {}
            for attempt in (near, replace(wish, location_id=None, from_on=None)):
                asked = free_times.Asked(look.connection, attempt)
                places = free_times.places(look, asked, look.now.date())
                if attempt is near:
                    many = free_times.of_day(look, asked, places[0], offer.starts_at)
                else:
                    many = free_times.search(look, asked, places, 4 * NEXT_BEST)
                for one in sorted(many, key=lambda one: abs(one.quantum - offer.quantum)):
                    found.setdefault((one.location_id, one.quantum), one)
                if len(found) >= NEXT_BEST:
                    break
            return tuple(list(found.values())[:NEXT_BEST])

        return self._database.read(work)
