"""Words for what did not happen at the counter; `wording` joins them to its own."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "CounterClosed": (
        QT_TRANSLATE_NOOP("Wording", "Your counter is not open"),
        QT_TRANSLATE_NOOP("Wording", "Open it first; then you can call somebody."),
    ),
    "CounterBusy": (
        QT_TRANSLATE_NOOP("Wording", "Somebody is at this counter already"),
        QT_TRANSLATE_NOOP("Wording", "Finish with them first, or put them on hold."),
    ),
    "CounterStaffed": (
        QT_TRANSLATE_NOOP("Wording", "A colleague sits at this counter"),
        QT_TRANSLATE_NOOP("Wording", "Choose another one, or ask them to close it."),
    ),
    "TicketTaken": (
        QT_TRANSLATE_NOOP("Wording", "A colleague called them first"),
        QT_TRANSLATE_NOOP("Wording", "Nobody else waits for your counter."),
    ),
    "AnotherDay": (
        QT_TRANSLATE_NOOP("Wording", "They are expected on another day, or elsewhere"),
        QT_TRANSLATE_NOOP("Wording", "Move the appointment, or give them a ticket without one."),
    ),
}
OF_VALUE: dict[tuple[str, str], str] = {
    ("persons", "too_many"): QT_TRANSLATE_NOOP("Wording", "This is more persons than fit on one ticket."),
    ("host", "unknown"): QT_TRANSLATE_NOOP("Wording", "They do not come for a colleague in a room."),
    ("transfer", "empty"): QT_TRANSLATE_NOOP("Wording", "Say to whom, or for what."),
    ("counter", "unknown"): QT_TRANSLATE_NOOP("Wording", "There is no such counter at this location."),
}
