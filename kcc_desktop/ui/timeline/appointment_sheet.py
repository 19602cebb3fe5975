"""What an opened appointment tells: when, where, the code to read out, who comes for what, what to bring.

As `sheet.py` does for the other kinds; asks no service.
"""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import STATE_LABELS, Appointment, AppointmentState, CancelledBy, Comer
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.translation import Plural
from kcc_desktop.ui.timeline import terms
from kcc_desktop.ui.timeline.sheet import Act, Sheet, filled, joined, moment_of

# What the states allow; the service has the last word.
_MOVES = {
    AppointmentState.BOOKED: (Act.RESCHEDULE, Act.CANCEL, Act.CONFIRM),
    AppointmentState.CHECKED_IN: (Act.CANCEL, Act.CONFIRM),
    AppointmentState.CANCELLED: (Act.CONFIRM,),
    AppointmentState.NO_SHOW: (Act.CAME,),
}


class ComerWords(Plural):
    """The words here that depend on a number."""

    def years(self, number: int) -> str:
        return self.tr("%n year(s) old", "", number)


def of_appointment(detail: Appointment, today: date) -> Sheet:
    """The code stands letter by letter, as it is read out."""
    when = f"{formatting.long_day(detail.starts_at, today)} {formatting.time(detail.starts_at)}"
    until = formatting.time(detail.ends_at)
    phone = formatting.phone(detail.phone) if detail.phone else ""
    made = moment_of(detail.made_at, today) if detail.made_at is not None else ""
    meta = filled(
        (QCoreApplication.translate("Timeline", "When"), f"{when}–{until}"),
        (QCoreApplication.translate("Timeline", "Where"), joined(detail.location, detail.address)),
        (QCoreApplication.translate("Timeline", "Counter"), detail.counter),
        (QCoreApplication.translate("Timeline", "Code"), " ".join(detail.reference)),
        (QCoreApplication.translate("Timeline", "How it stands"), state(detail)),
        (QCoreApplication.translate("Timeline", "Reachable at"), phone),
        (QCoreApplication.translate("Timeline", "Made by"), joined(detail.made_by, made)),
    )
    texts = filled(
        (QCoreApplication.translate("Timeline", "Who comes"), "\n".join(_comer(one, detail) for one in detail.comers)),
        (QCoreApplication.translate("Timeline", "Bring along"), "\n".join(detail.bring)),
        (QCoreApplication.translate("Timeline", "Note"), detail.note),
    )
    note = joined(detail.title, when, detail.location, detail.reference)
    return Sheet(detail.title, texts, meta, acts=(Act.TO_NOTE, *_MOVES.get(detail.state, ())), for_note=note)


def state(detail: Appointment) -> str:
    """How it stands; of one that was cancelled or moved also by whom and why."""
    by = {
        None: "",
        CancelledBy.CITIZEN: QCoreApplication.translate("Timeline", "by the citizen"),
        CancelledBy.MUNICIPALITY: QCoreApplication.translate("Timeline", "by the municipality"),
    }[detail.cancelled_by]
    return joined(terms.of_labels(STATE_LABELS[detail.state]), by, detail.reason)


def _comer(one: Comer, detail: Appointment) -> str:
    """Somebody without a name is whoever it was booked for, when they come alone."""
    name = one.name or (detail.name if len(detail.comers) == 1 else "")
    age = ComerWords().years(one.age) if one.age is not None else ""
    return joined(name or QCoreApplication.translate("Timeline", "somebody whose name was not said"), age, one.product)
