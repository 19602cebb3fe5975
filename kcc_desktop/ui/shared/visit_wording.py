"""Words for what visits refuse; `wording` joins them to its own."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "VisitTimeTaken": (
        QT_TRANSLATE_NOOP("Wording", "Somebody was first, or the drive does not fit"),
        QT_TRANSLATE_NOOP("Wording", "Choose one of the other places, or look again."),
    ),
    "NoVisitPossible": (
        QT_TRANSLATE_NOOP("Wording", "No day has room for this"),
        QT_TRANSLATE_NOOP("Wording", "Make the visit shorter, take another part of the day, or let it wait unplanned."),
    ),
    "NoWorkerAble": (
        QT_TRANSLATE_NOOP("Wording", "Nobody who goes out can do this"),
        QT_TRANSLATE_NOOP("Wording", "A skill that this needs is missing. Ask your team lead who could do it."),
    ),
    "NoWorkerThere": (
        QT_TRANSLATE_NOOP("Wording", "Nobody who can do this goes to that postcode"),
        QT_TRANSLATE_NOOP("Wording", "Check the address, or ask your team lead who could go."),
    ),
    "OutsideWorkingHours": (
        QT_TRANSLATE_NOOP("Wording", "Nobody who can do this works then"),
        QT_TRANSLATE_NOOP("Wording", "Take another day or another part of the day."),
    ),
    "WindowTooShort": (
        QT_TRANSLATE_NOOP("Wording", "The visit does not fit between these times"),
        QT_TRANSLATE_NOOP("Wording", "Take a longer time to come, or a shorter visit."),
    ),
    "OutsidePromise": (
        QT_TRANSLATE_NOOP("Wording", "This is not what was promised"),
        QT_TRANSLATE_NOOP("Wording", "Stay within the promised time, or agree on another one and move the visit."),
    ),
    "AddressNotLocated": (
        QT_TRANSLATE_NOOP("Wording", "This address is not on the map"),
        QT_TRANSLATE_NOOP("Wording", "Give a postcode that is near it."),
    ),
    "VisitInPast": (
        QT_TRANSLATE_NOOP("Wording", "That time is over"),
        QT_TRANSLATE_NOOP("Wording", "Choose a time that is still to come."),
    ),
    "DayMoved": (
        QT_TRANSLATE_NOOP("Wording", "The day changed in the meantime"),
        QT_TRANSLATE_NOOP("Wording", "You now see how it stands. Look for a better order once more."),
    ),
    "SolverMissing": (
        QT_TRANSLATE_NOOP("Wording", "This desk cannot look for a better order"),
        QT_TRANSLATE_NOOP(
            "Wording", "Ask the administrator to install the extra “routes”: pip install kcc-desktop[routes]"
        ),
    ),
    "WorkerBusy": (
        QT_TRANSLATE_NOOP("Wording", "Visits stand in that time"),
        QT_TRANSLATE_NOOP("Wording", "Give those visits another place first."),
    ),
}

OF_VALUE: dict[tuple[str, str], str] = {
    ("access", "too_long"): QT_TRANSLATE_NOOP("Wording", "At most 500 characters; the rest can stand in the note"),
    ("degrees", "characters"): QT_TRANSLATE_NOOP("Wording", "Degrees with a point, such as 52.71090"),
    ("ends_at", "before_start"): QT_TRANSLATE_NOOP("Wording", "The end comes after the beginning"),
    ("ends_at", "too_long"): QT_TRANSLATE_NOOP("Wording", "At most 31 days at once"),
    ("ends_on", "characters"): QT_TRANSLATE_NOOP("Wording", "This is no date. Type it as 12-07-1987."),
    ("ends_on", "empty"): QT_TRANSLATE_NOOP("Wording", "Say up to which day the note counts"),
    ("ends_on", "past"): QT_TRANSLATE_NOOP("Wording", "A day that is still to come"),
    ("ends_on", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("ends_on", "too_far"): QT_TRANSLATE_NOOP("Wording", "At most two years from now"),
    ("invited", "too_many"): QT_TRANSLATE_NOOP("Wording", "At most twelve people"),
    ("minutes", "out_of_range"): QT_TRANSLATE_NOOP("Wording", "Between 5 minutes and 8 hours"),
    ("product", "unknown"): QT_TRANSLATE_NOOP("Wording", "Choose a product from the list"),
    ("proposal", "other_need"): QT_TRANSLATE_NOOP("Wording", "This place was for another visit: look again"),
    ("report", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what happened, so that a colleague can go on from there"),
    ("report", "too_long"): QT_TRANSLATE_NOOP("Wording", "Shorter: at most 20,000 characters"),
    ("safety_text", "empty"): QT_TRANSLATE_NOOP("Wording", "Say what a visitor must know to stay safe"),
    ("safety_text", "too_long"): QT_TRANSLATE_NOOP("Wording", "Shorter: at most 2,000 characters"),
    ("signature", "no_png"): QT_TRANSLATE_NOOP("Wording", "Sign again: the picture is not complete"),
    ("signature", "too_large"): QT_TRANSLATE_NOOP("Wording", "Sign again, with fewer lines"),
    ("signed_by", "empty"): QT_TRANSLATE_NOOP("Wording", "Say who signed"),
    ("subject", "empty"): QT_TRANSLATE_NOOP("Wording", "Say about whom or which address it is"),
}
