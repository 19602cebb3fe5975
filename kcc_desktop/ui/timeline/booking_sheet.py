"""What an opened appointment in the town's other calendar tells: when, where, its number there, how sure it is."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.bookings_elsewhere import STATE_LABELS, BookingElsewhere, ElsewhereState, Heard
from kcc_desktop.ui.shared import elsewhere_words, formatting, wording
from kcc_desktop.ui.timeline import terms
from kcc_desktop.ui.timeline.sheet import Act, Sheet, filled, joined, moment_of

# What the states allow; the service has the last word.
_ACTS = {ElsewhereState.BOOKED: (Act.CANCEL,), ElsewhereState.DOUBTFUL: (Act.SETTLE,)}


def of_booking(detail: BookingElsewhere, today: date) -> Sheet:
    """As the other calendar tells it now, or as it was known when it does not answer, and that is said."""
    when = f"{formatting.long_day(detail.starts_at, today)} {formatting.time(detail.starts_at)}"
    until = f"–{formatting.time(detail.ends_at)}" if detail.ends_at is not None else ""
    meta = filled(
        (QCoreApplication.translate("Timeline", "When"), f"{when}{until}"),
        (QCoreApplication.translate("Timeline", "Where"), detail.location),
        (QCoreApplication.translate("Timeline", "Calendar"), elsewhere_words.system(detail.system)),
        (QCoreApplication.translate("Timeline", "Number there"), detail.reference),
        (QCoreApplication.translate("Timeline", "How it stands"), state(detail)),
        (QCoreApplication.translate("Timeline", "Made by"), joined(detail.made_by, moment_of(detail.made_at, today))),
    )
    texts = filled((QCoreApplication.translate("Timeline", "Look out"), _warning(detail)))
    note = joined(detail.title, when, detail.location, detail.reference)
    return Sheet(detail.title, texts, meta, acts=(Act.TO_NOTE, *_ACTS.get(detail.state, ())), for_note=note)


def state(detail: BookingElsewhere) -> str:
    """How it stands; of one that was cancelled also by whom and why."""
    by = {
        None: "",
        CancelledBy.CITIZEN: QCoreApplication.translate("Timeline", "by the citizen"),
        CancelledBy.MUNICIPALITY: QCoreApplication.translate("Timeline", "by the municipality"),
    }[detail.cancelled_by]
    return joined(terms.of_labels(STATE_LABELS[detail.state]), by, detail.reason)


def _warning(detail: BookingElsewhere) -> str:
    name = elsewhere_words.system(detail.system)
    if detail.state is ElsewhereState.DOUBTFUL:
        text = QCoreApplication.translate(
            "Timeline",
            "The answer got lost: maybe this is booked. Look in {system}, then say here whether it is.",
        )
    else:
        text = {
            Heard.NOTHING: "",
            Heard.SAME: "",
            Heard.CHANGED: QCoreApplication.translate("Timeline", "It was changed in {system}. This is how it is now."),
            Heard.GONE: QCoreApplication.translate(
                "Timeline", "It is no longer in {system}. Ask the citizen; call it off here when it is not needed."
            ),
            Heard.AWAY: QCoreApplication.translate(
                "Timeline", "{system} does not answer. This is what was known; it may have changed there."
            ),
        }[detail.heard]
    return wording.fill(text, system=name)
