"""Words for what another calendar did not do; joined in wording.py."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "FieldsMissing": (
        QT_TRANSLATE_NOOP("Wording", "The calendar wants to know more"),
        QT_TRANSLATE_NOOP("Wording", "Fill in what it asks for, then it can be booked."),
    ),
    "WrongBooking": (
        QT_TRANSLATE_NOOP("Wording", "The calendar booked something else"),
        QT_TRANSLATE_NOOP("Wording", "Nothing is promised yet. Choose a time again, and look in the calendar itself."),
    ),
    "BookingUnsure": (
        QT_TRANSLATE_NOOP("Wording", "It is not sure whether this was booked"),
        QT_TRANSLATE_NOOP("Wording", "The calendar went away. Look there before you try again."),
    ),
    "DoorRefused": (
        QT_TRANSLATE_NOOP("Wording", "The calendar says no"),
        QT_TRANSLATE_NOOP("Wording", "The time may be gone. Choose another one."),
    ),
    "TimeGone": (
        QT_TRANSLATE_NOOP("Wording", "Somebody just took that time"),
        QT_TRANSLATE_NOOP("Wording", "Choose one of the times that are left."),
    ),
    "OtherCalendar": (
        QT_TRANSLATE_NOOP("Wording", "This stands in another calendar"),
        QT_TRANSLATE_NOOP("Wording", "It cannot be called off from here. Do it in that calendar itself."),
    ),
    "DoorLocked": (
        QT_TRANSLATE_NOOP("Wording", "The calendar does not let this program in"),
        QT_TRANSLATE_NOOP("Wording", "Tell the administrator. You can go on without it."),
    ),
    "MaybeDone": (
        QT_TRANSLATE_NOOP("Wording", "Another system went away while something was written there"),
        QT_TRANSLATE_NOOP("Wording", "Look there before you try again."),
    ),
}

OF_VALUE: dict[tuple[str, str], str] = {
    ("reference", "empty"): QT_TRANSLATE_NOOP("Wording", "Fill in the number it has there."),
}
