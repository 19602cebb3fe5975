"""Words for what did not happen in the agenda: blocks, closures, overbooking. Joined by `wording`."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "TimePromised": (
        QT_TRANSLATE_NOOP("Wording", "Something is promised in that time"),
        QT_TRANSLATE_NOOP("Wording", "Move what is promised first, or lay the block round it."),
    ),
}
_NO_TIME = QT_TRANSLATE_NOOP("Wording", "This is no time of the day. Type it as 16:00.")
_NO_DATE = QT_TRANSLATE_NOOP("Wording", "This is no date. Type it as 12-07-1987.")
_NO_DAY = QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987.")
OF_VALUE: dict[tuple[str, str], str] = {
    ("counters", "empty"): QT_TRANSLATE_NOOP("Wording", "Choose at least one counter."),
    ("from", "characters"): _NO_TIME,
    ("from", "range"): _NO_TIME,
    ("from", "not_in_fives"): QT_TRANSLATE_NOOP("Wording", "Times go by five minutes, such as 12:05."),
    ("until", "range"): _NO_TIME,
    ("until", "not_after_from"): QT_TRANSLATE_NOOP("Wording", "The end lies after the beginning, on the same day."),
    ("until_on", "characters"): _NO_DATE,
    ("until_on", "range"): _NO_DAY,
    ("until_on", "empty"): QT_TRANSLATE_NOOP("Wording", "Say up to which day it repeats."),
    ("until_on", "before_first"): QT_TRANSLATE_NOOP("Wording", "The last day lies before the first one."),
    ("until_on", "too_far"): QT_TRANSLATE_NOOP("Wording", "Two years ahead at most."),
    ("until_on", "too_many"): QT_TRANSLATE_NOOP(
        "Wording", "These are too many times at once. Choose fewer counters, or an earlier last day."
    ),
    ("every", "not_positive"): QT_TRANSLATE_NOOP("Wording", "Type a number: 1 is every time, 2 is every other time."),
    ("exceptions", "characters"): _NO_DATE,
    ("exceptions", "range"): _NO_DAY,
    ("days", "too_many"): QT_TRANSLATE_NOOP("Wording", "A week at most is shown at once."),
}
