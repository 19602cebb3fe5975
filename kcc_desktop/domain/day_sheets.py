"""A worker's day on paper or in a calendar: what stands on the day sheet of visits. Knows no document format."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SheetStop:
    """One visit of the day. `drive_minutes`: from the stop before it, or from where the day begins.

    Of a safety note only its presence: the text stays behind the door of the roles that may read it.
    """

    reference: str
    title: str
    arrives_at: datetime
    leaves_at: datetime
    window_from: datetime
    window_to: datetime
    drive_minutes: int
    address: tuple[str, ...]
    persons: tuple[str, ...] = ()
    phone: str = ""
    own_contact: str = ""  # whom the citizen wants there, or whom to ask for
    second_worker: str = ""
    interpreter: str = ""
    access: str = ""
    materials: tuple[str, ...] = ()
    note: str = ""
    has_safety_note: bool = False
    latitude: float | None = None
    longitude: float | None = None
    is_estimated: bool = False  # the point is the postcode's, not the address's


@dataclass(frozen=True, slots=True)
class DaySheet:
    """`travel_source` says where the driving times come from, in a word of the field ("distance", "matrix", "osrm")."""

    worker: str
    on: date
    begins_at: datetime | None
    start_point: str
    stops: tuple[SheetStop, ...]
    back_minutes: int  # from the last stop back to where the day began
    travel_source: str
    printed_at: datetime
    printed_by: str = ""
    town: str = ""

    @property
    def drive_minutes(self) -> int:
        """The whole day's driving, the way back too."""
        return sum(stop.drive_minutes for stop in self.stops) + self.back_minutes


@dataclass(frozen=True, slots=True)
class DaySheetFiles:
    """`name` is for a file, without its ending: nobody stands in it. `sheet` is a PDF, `calendar` an iCalendar file."""

    name: str
    sheet: bytes
    calendar: bytes
