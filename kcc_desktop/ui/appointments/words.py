"""Words for what an appointment's form shows: parts of the day, reasons, lines of the list."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import UnlessReason
from kcc_desktop.domain.free_time import Offer, PartOfDay
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP, Plural

_CONTEXT = "Appointments"

PARTS: dict[PartOfDay, str] = {
    PartOfDay.ANY: QT_TRANSLATE_NOOP("Appointments", "First"),
    PartOfDay.MORNING: QT_TRANSLATE_NOOP("Appointments", "Morning"),
    PartOfDay.AFTERNOON: QT_TRANSLATE_NOOP("Appointments", "Afternoon"),
    PartOfDay.EVENING: QT_TRANSLATE_NOOP("Appointments", "Evening"),
}

REASONS: dict[UnlessReason, str] = {
    UnlessReason.NO_DIGID: QT_TRANSLATE_NOOP("Appointments", "Has no DigiD"),
    UnlessReason.DIGITAL_FAILED: QT_TRANSLATE_NOOP("Appointments", "Tried online, did not work"),
    UnlessReason.NEEDS_HELP: QT_TRANSLATE_NOOP("Appointments", "Needs help with it"),
    UnlessReason.PREFERS: QT_TRANSLATE_NOOP("Appointments", "Prefers the counter"),
    UnlessReason.OTHER: QT_TRANSLATE_NOOP("Appointments", "Another reason"),
}


class PlannedWords(Plural):
    """The words here that depend on a number."""

    def persons(self, number: int) -> str:
        return self.tr("%n person(s)", "", number)

    def minutes(self, number: int) -> str:
        return self.tr("%n minute(s)", "", number)


def part(of_day: PartOfDay) -> str:
    return QCoreApplication.translate(_CONTEXT, PARTS[of_day])


def reason(why: UnlessReason) -> str:
    return QCoreApplication.translate(_CONTEXT, REASONS[why])


def when(offer: Offer) -> str:
    """ "wo 4 mrt 14:00"."""
    return f"{formatting.day(offer.starts_at)} {formatting.time(offer.starts_at)}"
