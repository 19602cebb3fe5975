"""Words for what sending messages refuses; joined in wording.py."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "NoCarrier": (
        QT_TRANSLATE_NOOP("Wording", "Nothing is set to send messages with"),
        QT_TRANSLATE_NOOP("Wording", "An administrator puts a mail server or NotifyNL in settings.toml."),
    ),
    "MessageRefused": (
        QT_TRANSLATE_NOOP("Wording", "The message was refused where it was to go out"),
        QT_TRANSLATE_NOOP("Wording", "Look in the list of messages in doubt why that was."),
    ),
    "MaybeSent": (
        QT_TRANSLATE_NOOP("Wording", "It is not sure whether this message was sent"),
        QT_TRANSLATE_NOOP("Wording", "Look there before you send it again."),
    ),
    "CarrierBusy": (
        QT_TRANSLATE_NOOP("Wording", "Messages cannot go out at this moment"),
        QT_TRANSLATE_NOOP("Wording", "They go out by themselves as soon as it can be done."),
    ),
    "TooBusy": (
        QT_TRANSLATE_NOOP("Wording", "Another system is too busy at this moment"),
        QT_TRANSLATE_NOOP("Wording", "Try again in a minute."),
    ),
}
