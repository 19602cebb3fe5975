"""How the state of a report about the street is said, the same everywhere."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.street_reports import ReportState
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

_STATES = {
    ReportState.OPEN: QT_TRANSLATE_NOOP("Street", "open"),
    ReportState.IN_PROGRESS: QT_TRANSLATE_NOOP("Street", "in progress"),
    ReportState.CLOSED: QT_TRANSLATE_NOOP("Street", "solved"),
}


def state(of: ReportState) -> str:
    return QCoreApplication.translate("Street", _STATES[of])
