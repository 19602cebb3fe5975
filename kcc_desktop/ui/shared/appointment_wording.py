"""Words for what is refused about appointments, and about what was chosen in a contact; joined in `wording`."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "NotTogether": (
        QT_TRANSLATE_NOOP("Wording", "These products do not go together"),
        QT_TRANSLATE_NOOP("Wording", "Make two appointments, one after the other."),
    ),
    "AnswerNeeded": (
        QT_TRANSLATE_NOOP("Wording", "Ask about the child first"),
        QT_TRANSLATE_NOOP(
            "Wording", "Consent and authority are asked for whoever is still a child. No is an answer too."
        ),
    ),
    "StillAlive": (
        QT_TRANSLATE_NOOP("Wording", "Nothing says that this person died"),
        QT_TRANSLATE_NOOP("Wording", "Note the day of death first, or call the appointment off as usual."),
    ),
    "Deceased": (
        QT_TRANSLATE_NOOP("Wording", "This person died"),
        QT_TRANSLATE_NOOP("Wording", "No message and no letter goes to them. Write to the family instead."),
    ),
}

OF_VALUE: dict[tuple[str, str], str] = {
    ("died_on", "future"): QT_TRANSLATE_NOOP("Wording", "This day is still to come. Type the day of death."),
    ("died_on", "characters"): QT_TRANSLATE_NOOP("Wording", "Type a whole day: 12-07-2026."),
    ("died_on", "range"): QT_TRANSLATE_NOOP("Wording", "This day does not exist. Type it as 12-07-1987."),
    ("age", "out_of_range"): QT_TRANSLATE_NOOP("Wording", "An age is between 0 and 130 years."),
    ("attendees", "other_products"): QT_TRANSLATE_NOOP(
        "Wording", "The time was held for other products. Choose the time again."
    ),
}
