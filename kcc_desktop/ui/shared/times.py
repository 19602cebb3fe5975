"""Words for times that can be had: parts of the day, and an offer as a line."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.free_time import Offer, PartOfDay
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

_PARTS: dict[PartOfDay, str] = {
    PartOfDay.ANY: QT_TRANSLATE_NOOP("Appointments", "First"),
    PartOfDay.MORNING: QT_TRANSLATE_NOOP("Appointments", "Morning"),
    PartOfDay.AFTERNOON: QT_TRANSLATE_NOOP("Appointments", "Afternoon"),
    PartOfDay.EVENING: QT_TRANSLATE_NOOP("Appointments", "Evening"),
}


def part(of_day: PartOfDay) -> str:
    return QCoreApplication.translate("Appointments", _PARTS[of_day])


def offer_row(offer: Offer, *, with_place: bool = True) -> Row:
    """ "wo 4 mrt 14:00", and where below it."""
    when = f"{formatting.day(offer.starts_at)} {formatting.time(offer.starts_at)}"
    place = offer.location if with_place else ""
    return Row(when, detail=place, icon="clock", key=(offer.location_id, offer.quantum))
