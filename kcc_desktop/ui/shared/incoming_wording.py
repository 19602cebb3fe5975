"""Words for what did not come in by itself; joined in wording.py."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "OtherContent": (
        QT_TRANSLATE_NOOP("Wording", "This number was used before, for something else"),
        QT_TRANSLATE_NOOP("Wording", "What came in first stays as it is. Tell who sends it."),
    ),
}
OF_VALUE: dict[tuple[str, str], str] = {
    ("source", "characters"): QT_TRANSLATE_NOOP(
        "Wording", "A source has small letters, digits, dots and dashes, at most 40."
    ),
    ("outside_id", "empty"): QT_TRANSLATE_NOOP("Wording", "It has no number of its own."),
    ("arrived_at", "no_zone"): QT_TRANSLATE_NOOP("Wording", "When it arrived has no time zone."),
    ("arrived_at", "ahead"): QT_TRANSLATE_NOOP("Wording", "It says that it arrives later than now."),
    ("text", "nothing_said"): QT_TRANSLATE_NOOP("Wording", "It says nothing: text and subject are empty."),
    ("text", "too_much"): QT_TRANSLATE_NOOP("Wording", "The text is too long: at most 20,000 characters."),
    ("attachments", "too_many"): QT_TRANSLATE_NOOP("Wording", "There are too many files with it: at most 20."),
    ("verified", "not_so"): QT_TRANSLATE_NOOP(
        "Wording", "Somebody logs in with DigiD and a BSN, or with eHerkenning and a KVK number."
    ),
}
