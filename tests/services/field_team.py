"""Those who go out, for the tests of visits: three workers from one village, every day from half past eight to five."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import func, insert, select, update

from kcc_desktop.data.appointments import OccupancyRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.visits import VisitRow, VisitStopRow
from kcc_desktop.data.workers import WorkerAbsenceRow, WorkerHoursRow, WorkerRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.quanta import quanta_for
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.visit_commands import BookVisit, HoldVisit, RequestVisit, VisitWords
from kcc_desktop.domain.visits import BLOCKING, VisitNeed, VisitPlace
from kcc_desktop.services.visits import VisitService

START = Point(52.711, 5.749)
NEAR = Point(52.714, 5.752)
FAR = Point(52.640, 5.610)


def place(point=NEAR, number=12, postcode="8302 AB"):
    return VisitPlace(Address("Voorbeeldstraat", number, postcode=postcode, place="Emmeloord"), point)


class FieldTeam:
    def __init__(self, database, workers=3, skills=("wmo", "wmo", ""), areas=("", "", ""), travel=None, code="w"):
        self.database = database
        self.service = VisitService(database, travel)
        self.product = new_id()
        self.workers = tuple(new_id() for _ in range(workers))
        self._code, self._skills, self._areas = code, skills, areas
        database.unguarded_write(self._make)

    def _make(self, connection):
        connection.execute(insert(ProductRow).values(id=self.product, name="Keukentafelgesprek"))
        for number, worker in enumerate(self.workers):
            connection.execute(
                insert(WorkerRow).values(
                    id=worker,
                    code=f"{self._code}{number}",
                    name=f"Werker {number + 1}",
                    position=number,
                    skills=self._skills[number % len(self._skills)],
                    areas=self._areas[number % len(self._areas)],
                    latitude=START.latitude,
                    longitude=START.longitude,
                )
            )
            for weekday in range(7):
                connection.execute(
                    insert(WorkerHoursRow).values(
                        id=new_id(),
                        worker_id=worker,
                        weekday=weekday,
                        from_minute=8 * 60 + 30,
                        until_minute=17 * 60,
                        valid_from=date(2020, 1, 1),
                    )
                )

    def works(self, worker, from_minute, until_minute):
        """From now on their day is this long, whatever stands in it."""
        rule = update(WorkerHoursRow).where(WorkerHoursRow.worker_id == self.workers[worker])
        self.database.unguarded_write(
            lambda c: c.execute(rule.values(from_minute=from_minute, until_minute=until_minute))
        )

    @property
    def tomorrow(self):
        return datetime.now(UTC).astimezone(HERE).date() + timedelta(days=1)

    def at(self, hour, minute=0, days=1):
        on = self.tomorrow + timedelta(days=days - 1)
        return datetime(on.year, on.month, on.day, hour, minute, tzinfo=HERE).astimezone(UTC)

    def need(self, point=NEAR, minutes=60, **changes):
        wish = {"product_id": self.product, "from_on": self.tomorrow}
        return VisitNeed(place(point), minutes, **wish | changes)

    def first(self, point=NEAR, minutes=60, **changes):
        return self.service.propose(self.need(point, minutes, **changes), 1)[0]

    def held(self, proposal=None, point=NEAR, minutes=60, **changes):
        proposal = proposal or self.first(point, minutes, **changes)
        return self.service.hold(HoldVisit(new_id(), self.need(point, minutes, **changes), proposal))

    def booked(self, party=None, proposal=None, point=NEAR, minutes=60, words=None, **changes):
        held = self.held(proposal, point, minutes, **changes)
        return self.service.book(BookVisit(held.id, VisitWords(party, "Fatima de Vries", **words or {})))

    def requested(self, party=None, point=NEAR, minutes=60, **changes):
        words = VisitWords(party, "Fatima de Vries")
        return self.service.request(RequestVisit(new_id(), self.need(point, minutes, **changes), words))

    def occupied(self, owner):
        return self.database.unguarded_read(
            lambda c: c.scalar(select(func.count()).select_from(OccupancyRow).where(OccupancyRow.owner_id == owner))
        )

    def run_out(self, visit_id):
        """As if ten minutes went by."""
        past = datetime.now(UTC) - timedelta(minutes=1)

        def work(connection):
            for row, key in (
                (VisitRow, VisitRow.id),
                (VisitStopRow, VisitStopRow.visit_id),
                (OccupancyRow, OccupancyRow.owner_id),
            ):
                connection.execute(
                    update(row).where(key == visit_id, row.expires_at.is_not(None)).values(expires_at=past)
                )

        self.database.unguarded_write(work)

    def wrong_owners(self):
        """Visits that do not own exactly their workers' time while they block, and rows that nobody's blocking owns."""

        def work(connection):
            owned = dict(
                connection.execute(select(OccupancyRow.owner_id, func.count()).group_by(OccupancyRow.owner_id)).all()
            )
            wrong = []
            for row in connection.execute(select(VisitRow.__table__)):
                workers = 1 + (row.second_worker_id is not None)
                wanted = row.quanta * workers if row.state in {state.value for state in BLOCKING} else 0
                if owned.pop(row.id, 0) != wanted:
                    wrong.append((row.id, row.state))
            wrong.extend(
                (row.id, "absence")
                for row in connection.execute(select(WorkerAbsenceRow.__table__))
                if owned.pop(row.id, 0) != (0 if row.ended_at else row.quanta)
            )
            return wrong, owned

        return self.database.unguarded_read(work)

    def late(self):
        """Visits that nobody can be at in time, coming from where they were before: by the stops, two by two."""

        def work(connection):
            rows = connection.execute(
                select(VisitStopRow.__table__).order_by(VisitStopRow.worker_id, VisitStopRow.quantum)
            ).all()
            found = []
            for before, after in pairwise(rows):
                if (before.worker_id, before.local_on) != (after.worker_id, after.local_on):
                    continue
                here, there = (Point(one.latitude, one.longitude) for one in (before, after))
                drive = self.service._travel.leg(here, there).minutes
                if before.quantum + before.quanta + quanta_for(drive) > after.quantum:
                    found.append((before.visit_id, after.visit_id))
            return found

        return self.database.unguarded_read(work)
