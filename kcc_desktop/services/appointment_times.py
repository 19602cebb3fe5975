"""Looks for times that can be had, and for counters that could serve them; nothing here claims any."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kcc_desktop.data import appointment_reads, calendar_reads, free_times
from kcc_desktop.data.database import Database, Look
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import NoTimeLeft, OutsideHours, PastMoment, TimeWish
from kcc_desktop.domain.calendar import Hours, bits
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.quanta import instant_of, quantum_at

NEXT_BEST = 3


@dataclass(frozen=True, slots=True)
class Able:
    """`counters` could do it, the wanted ones first; of its `quanta`, `help_minutes` are for digital help.

    `asked`, `place`: what that was found by.
    """

    counters: tuple[UUID, ...]
    quanta: int
    help_minutes: int
    asked: free_times.Asked
    place: Hours

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

    def able(self, offer: Offer, wish: TimeWish, at_least: int = 0, *, to_hold: UUID | None = None) -> "Able":
        """Counters that could serve the whole time, those of the offer first; and how long it takes.

        Whoever writes keeps all others waiting: rules, which change seldom, are read before. `to_hold`: only counters
        that look free, unless a hold of this id is there already. Only who claims the time knows; but of fifty who
        want it those who come too late hear it without standing in line, and nobody tries twenty counters one by one.
        Refuses with PastMoment, OutsideHours, NotOffered, NotFound, InvalidValue.
        """

        def work(look: Look) -> Able:
            look.agent.require(Permission.PLAN)
            asked, place = _asked_at(look, wish, offer)
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
            counters = (*preferred, *(one for one in able if one not in preferred))
            if to_hold is not None and not appointment_reads.is_known(look, to_hold):
                end = offer.quantum + quanta
                taken = calendar_reads.taken(look.connection, counters, offer.quantum, end, look.now)
                counters = tuple(one for one in counters if one not in taken)
            return Able(counters, quanta, asked.help_minutes, asked, place)

        return self._database.read(work)

    def next_best(self, wish: TimeWish, offer: Offer, able: Able | None = None) -> tuple[Offer, ...]:
        """The nearest to the wanted moment at the same location; when there are too few, from now on and anywhere.

        `able`: what was found out about the offer a moment ago.
        """

        def work(look: Look) -> tuple[Offer, ...]:
            here = _asked_at(look, wish, offer) if able is None else (able.asked, able.place)
            found = _nearest(offer, free_times.of_day(look, *here, offer.starts_at))
            if len(found) < NEXT_BEST:
                asked = free_times.Asked(look.connection, replace(wish, location_id=None, from_on=None))
                places = free_times.places(look, asked, look.now.date())
                known = {(one.location_id, one.quantum) for one in found}
                anywhere = _nearest(offer, free_times.search(look, asked, places, 4 * NEXT_BEST))
                found += [one for one in anywhere if (one.location_id, one.quantum) not in known]
            return tuple(found[:NEXT_BEST])

        return self._database.read(work)


def _asked_at(look: Look, wish: TimeWish, offer: Offer) -> tuple[free_times.Asked, Hours]:
    asked = free_times.Asked(look.connection, replace(wish, location_id=offer.location_id))
    (place,) = free_times.places(look, asked, look.now.date())
    return asked, place


def _nearest(offer: Offer, found: Iterable[Offer]) -> list[Offer]:
    """The nearest first; each time at a location once."""
    by_time: dict[tuple[UUID, int], Offer] = {}
    for one in sorted(found, key=lambda one: abs(one.quantum - offer.quantum)):
        by_time.setdefault((one.location_id, one.quantum), one)
    return list(by_time.values())
