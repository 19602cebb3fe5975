"""A small town hall for the calendar's tests: two counters, open every day from nine to five, passports and forms."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select, update

from kcc_desktop.data.appointments import AppointmentRow, OccupancyRow
from kcc_desktop.data.blocks import BlockRow
from kcc_desktop.data.calendars import CounterRow, LocationRow, ProductFactsRow, WeeklyHoursRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.domain.appointments import BLOCKING, Attendee, BookAppointment, HoldTime, TimeWish
from kcc_desktop.domain.blocks import BlockState
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.appointments import AppointmentService

HERE = ZoneInfo("Europe/Amsterdam")


class TownHall:
    def __init__(self, database, counters=2, code="hal", passport=None, form=None):
        self.database, self.code = database, code
        self.service = AppointmentService(database)
        self.location, self.passport, self.form = new_id(), passport or new_id(), form or new_id()
        self._new = [] if passport else [(self.passport, "Paspoort"), (self.form, "Verhuizing")]
        self.counters = tuple(new_id() for _ in range(counters))
        database.unguarded_write(self._make)

    def _make(self, connection):
        connection.execute(
            insert(LocationRow).values(id=self.location, code=self.code, name="Gemeentehuis", step_minutes=5)
        )
        connection.execute(
            insert(CounterRow),
            [
                {"id": counter, "location_id": self.location, "name": str(number), "position": number, "skills": skills}
                for number, (counter, skills) in enumerate(
                    zip(self.counters, ["passport"] * len(self.counters), strict=True)
                )
            ],
        )
        owners = [("location_id", self.location), *(("counter_id", counter) for counter in self.counters)]
        for column, owner in owners:
            for weekday in range(7):
                connection.execute(
                    insert(WeeklyHoursRow).values(
                        id=new_id(),
                        weekday=weekday,
                        from_minute=9 * 60,
                        until_minute=17 * 60,
                        valid_from=date(2020, 1, 1),
                        **{column: owner},
                    )
                )
        for product_id, name in self._new:
            connection.execute(insert(ProductRow).values(id=product_id, name=name))
        connection.execute(
            insert(ProductFactsRow),
            [
                {
                    "product_id": self.passport,
                    "base_minutes": 15,
                    "extra_minutes": 10,
                    "most_persons": 6,
                    "bring": "Pasfoto\nOude paspoort",
                    "skill": "passport",
                    "digital_from": None,
                },
                {
                    "product_id": self.form,
                    "base_minutes": 10,
                    "extra_minutes": 0,
                    "most_persons": 1,
                    "bring": "",
                    "skill": "",
                    "digital_from": date(2020, 1, 1),
                },
            ],
        )

    def asks(self, product, consent=0, authority=0, child="", combines=""):
        """What a product asks about children, and with which others it goes together."""
        values = {
            "asks_consent_below": consent,
            "asks_authority_below": authority,
            "bring_child": child,
            "combines": combines,
        }
        statement = update(ProductFactsRow).where(ProductFactsRow.product_id == product).values(**values)
        self.database.unguarded_write(lambda c: c.execute(statement))

    @property
    def tomorrow(self):
        return datetime.now(UTC).astimezone(HERE).date() + timedelta(days=1)

    def wish(self, *products, **changes):
        people = tuple(Attendee(product) for product in products or (self.passport,))
        return TimeWish(people, from_on=self.tomorrow, **changes)

    def first(self, *products):
        return self.service.offers(self.wish(*products), 1)[0]

    def held(self, offer=None, *products):
        command = HoldTime(new_id(), offer or self.first(*products), self.wish(*products))
        return self.service.hold(command)

    def booked(self, party=None, offer=None, *products, **changes):
        held = self.held(offer, *products)
        return self.service.book(BookAppointment(held.id, party, "Fatima de Vries", **changes))

    def occupied(self, owner):
        return self.database.unguarded_read(
            lambda c: c.scalar(select(func.count()).select_from(OccupancyRow).where(OccupancyRow.owner_id == owner))
        )

    def wrong_owners(self):
        """Whatever does not own exactly its time while it blocks, and rows that nobody's blocking owns."""

        def work(connection):
            owned = dict(
                connection.execute(select(OccupancyRow.owner_id, func.count()).group_by(OccupancyRow.owner_id)).all()
            )
            wrong = []
            for row in connection.execute(select(AppointmentRow.id, AppointmentRow.state, AppointmentRow.quanta)):
                due = row.quanta if row.state in {state.value for state in BLOCKING} else 0
                if owned.pop(row.id, 0) != due:
                    wrong.append(row)
            blocks = connection.execute(select(BlockRow.id, BlockRow.state, BlockRow.quanta)).all()
            wrong += [
                row for row in blocks if owned.pop(row.id, 0) != (row.quanta if row.state == BlockState.ACTIVE else 0)
            ]
            return wrong, owned

        return self.database.unguarded_read(work)
