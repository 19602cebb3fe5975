"""Words for what an appointment's form shows: how many, how long, why at the counter."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import UnlessReason
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP, Plural

_CONTEXT = "Appointments"

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


def reason(why: UnlessReason) -> str:
    return QCoreApplication.translate(_CONTEXT, REASONS[why])
