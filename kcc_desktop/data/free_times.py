"""Looks for free time at locations, day after day until there is enough. Reads rules, and what is taken of each day."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection

from kcc_desktop.data import calendar_reads
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import NotOffered, ProductFacts, TimeWish
from kcc_desktop.domain.attending import minutes_for
from kcc_desktop.domain.calendar import Hours, bits
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.free_time import Offer, Wanted, offers
from kcc_desktop.domain.quanta import quanta_for, quantum_at

HORIZON_DAYS = 60
DIGITAL_HELP_MINUTES = 10
_FIRST_DAYS, _MOST_DAYS = 2, 8  # read at once: most searches end in the first days


class Asked:
    """A wish with everything it needs: how long, which skills, where it is done."""

    def __init__(self, connection: Connection, wish: TimeWish) -> None:
        """Refuses with InvalidValue (nobody, too many, no appointments for the product)."""
        self.wish = wish
        self.facts = calendar_reads.product_facts(connection, {one.product_id for one in wish.attendees}, to_plan=True)
        self.help_minutes = DIGITAL_HELP_MINUTES if wish.needs_digital_help else wish.help_minutes
        self.quanta = quanta_for(minutes_for(self.facts, wish.attendees, digital_help_minutes=self.help_minutes))
        self.skills = frozenset(one.skill for one in self.facts.values() if one.skill)

    def location_ids(self) -> frozenset[UUID] | None:
        """Where all of it is done; None means everywhere."""
        everywhere: frozenset[UUID] | None = None
        for product in self.facts.values():
            if product.location_ids:
                everywhere = product.location_ids if everywhere is None else everywhere & product.location_ids
        return everywhere

    @property
    def products(self) -> tuple[ProductFacts, ...]:
        return tuple(self.facts.values())


def places(look: Look | Work, asked: Asked, from_on: date) -> tuple[Hours, ...]:
    """Where to look. Refuses with NotFound (no such location) and NotOffered (it does not do this)."""
    allowed = asked.location_ids()
    if allowed is not None and not allowed:  # one is done here, the other there
        raise NotOffered(())
    found = calendar_reads.hours(look.connection, from_on, allowed or ())
    wanted = asked.wish.location_id
    if wanted is None:
        return found
    chosen = tuple(one for one in found if one.location.id == wanted)
    if chosen:
        return chosen
    if calendar_reads.hours(look.connection, from_on, {wanted}):
        raise NotOffered(tuple(one.location.name for one in found))
    raise NotFound


def search(look: Look | Work, asked: Asked, hours: Sequence[Hours], limit: int) -> list[Offer]:
    """At most `limit` times, earliest first, at any of the locations; less when the horizon ends first."""
    found: list[Offer] = []
    for place in hours:
        for offer in _at(look, asked, place, found[limit - 1].quantum if len(found) >= limit else None):
            found.append(offer)
            if len(found) > 4 * limit:
                break
        found.sort(key=lambda offer: offer.quantum)
        del found[limit:]
    return found


def of_day(look: Look | Work, asked: Asked, place: Hours, moment: datetime) -> list[Offer]:
    """Every free time at one location on the local day of that moment, earliest first."""
    on = moment.astimezone(place.location.zone).date()
    found: list[Offer] = []
    for day in place.days(on, 1, asked.skills, asked.wish.host_id):
        counters = {counter.id for counter, _ in day.staffed}
        taken = calendar_reads.taken(look.connection, counters, day.first, day.first + day.length, look.now)
        wanted = Wanted(asked.quanta, quantum_at(look.now) + 1, asked.wish.part, asked.wish.weekdays)
        found += offers(place.location, day, taken, wanted)
    return found


def _at(look: Look | Work, asked: Asked, place: Hours, not_after: int | None) -> Iterator[Offer]:
    """One location's times in order, up to the one from which on others have enough."""
    wish, zone = asked.wish, place.location.zone
    today = look.now.astimezone(zone).date()
    start = max(today, wish.from_on or today)
    end = today + timedelta(days=HORIZON_DAYS)
    wanted = Wanted(asked.quanta, quantum_at(look.now) + 1, wish.part, wish.weekdays)
    many = _FIRST_DAYS
    while start <= end:
        days = list(place.days(start, min(many, (end - start).days + 1), asked.skills, wish.host_id))
        if days:
            first, last = days[0].first, days[-1].first + days[-1].length
            if not_after is not None and first > not_after:
                return
            counters = {counter.id for day in days for counter, _ in day.staffed}
            taken = calendar_reads.taken(look.connection, counters, first, last, look.now)
            for day in days:
                shift, whole = day.first - first, bits(0, day.length)
                of_day = {one: (mask >> shift) & whole for one, mask in taken.items()}
                yield from offers(place.location, day, of_day, wanted)
        start += timedelta(days=many)
        many = min(2 * many, _MOST_DAYS)
