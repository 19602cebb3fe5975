"""What an opened visit tells: who comes between which hours, where, the code to read out, what was done there.

As `appointment_sheet.py` does for appointments; asks no service.
"""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.visits import OUTCOME_LABELS, QUALITY_LABELS, STATE_LABELS, PointQuality, Visit, VisitState
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.timeline import terms
from kcc_desktop.ui.timeline.sheet import Act, Sheet, filled, joined, moment_of

# What the states allow; the service has the last word.
_MOVES = {
    VisitState.BOOKED: (Act.RESCHEDULE, Act.CANCEL, Act.CONFIRM),
    VisitState.PLANNED: (Act.RESCHEDULE, Act.CANCEL, Act.CONFIRM),
    VisitState.DISPATCHED: (Act.CANCEL, Act.CONFIRM),
    VisitState.EN_ROUTE: (Act.CANCEL,),
}


def of_visit(detail: Visit, today: date) -> Sheet:
    """The code stands letter by letter, as it is read out."""
    address = detail.place.address
    where = joined(address.line1(), address.line2())
    if detail.is_covered:
        where = joined(where, QCoreApplication.translate("Timeline", "address covered"))
    marked = detail.place.quality is not PointQuality.EXACT
    span = ""
    if detail.starts_at is not None and detail.ends_at is not None:
        span = f"{formatting.time(detail.starts_at)}–{formatting.time(detail.ends_at)}"
    made = moment_of(detail.made_at, today) if detail.made_at is not None else ""
    safety = QCoreApplication.translate("Timeline", "safety note present") if detail.has_safety_note else ""
    contact = joined(detail.contact_name, formatting.phone(detail.contact_phone) if detail.contact_phone else "")
    phone = formatting.phone(detail.phone) if detail.phone else ""
    signed = joined(
        detail.signed_by,
        QCoreApplication.translate("Timeline", "identity document seen") if detail.identity_checked else "",
    )
    others = [one.name for one in detail.invited if one.name and one.party_id != detail.party_id]
    meta = filled(
        (QCoreApplication.translate("Timeline", "Promised"), window(detail)),
        (QCoreApplication.translate("Timeline", "Planned at"), span),
        (QCoreApplication.translate("Timeline", "Who comes"), joined(detail.worker, detail.second_worker)),
        (QCoreApplication.translate("Timeline", "Where"), where),
        (
            QCoreApplication.translate("Timeline", "Place on the map"),
            terms.of_labels(QUALITY_LABELS[detail.place.quality]) if marked else "",
        ),
        (QCoreApplication.translate("Timeline", "Code"), " ".join(detail.reference)),
        (QCoreApplication.translate("Timeline", "How it stands"), joined(state(detail), safety)),
        (QCoreApplication.translate("Timeline", "Reachable at"), phone),
        (QCoreApplication.translate("Timeline", "Lets us in"), contact),
        (QCoreApplication.translate("Timeline", "Also invited"), ", ".join(others)),
        (QCoreApplication.translate("Timeline", "Interpreter"), detail.interpreter),
        (QCoreApplication.translate("Timeline", "Signed by"), signed),
        (QCoreApplication.translate("Timeline", "Made by"), joined(detail.made_by, made)),
    )
    texts = filled(
        (QCoreApplication.translate("Timeline", "What was done"), detail.report),
        (QCoreApplication.translate("Timeline", "Access"), detail.access),
        (QCoreApplication.translate("Timeline", "The visitor brings"), "\n".join(detail.materials)),
        (QCoreApplication.translate("Timeline", "Note"), detail.note),
    )
    note = joined(detail.title, window(detail), detail.worker, detail.reference)
    return Sheet(detail.title, texts, meta, acts=(Act.TO_NOTE, *_MOVES.get(detail.state, ())), for_note=note)


def state(detail: Visit) -> str:
    """How it stands; how it went once somebody was there, and why when it was called off or moved."""
    outcome = terms.of_labels(OUTCOME_LABELS[detail.outcome]) if detail.outcome is not None else ""
    stands = terms.of_labels(STATE_LABELS[detail.state])
    return joined(stands, outcome if outcome != stands else "", detail.reason)


def window(detail: Visit) -> str:
    """ "donderdag 5 maart, tussen 10:15 en 11:40"; "" while nothing was promised."""
    if detail.window_from is None or detail.window_until is None:
        return ""
    return QCoreApplication.translate("Timeline", "{day}, between {begin} and {end}").format(
        day=formatting.long_day(detail.window_from),
        begin=formatting.time(detail.window_from),
        end=formatting.time(detail.window_until),
    )
