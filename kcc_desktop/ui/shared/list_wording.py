"""Words for what did not happen with a town's own lists; joined in wording.py."""

from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

OF_CLASS: dict[str, tuple[str, str]] = {
    "EntryRefused": (
        QT_TRANSLATE_NOOP("Wording", "This cannot be kept like this"),
        QT_TRANSLATE_NOOP("Wording", "At each field stands what would be right. What you typed is still here."),
    ),
    "EntryGone": (
        QT_TRANSLATE_NOOP("Wording", "A colleague took this away"),
        QT_TRANSLATE_NOOP("Wording", "What you typed is still here. Make a new one if it is needed."),
    ),
    "EntryChanged": (
        QT_TRANSLATE_NOOP("Wording", "A colleague changed this first"),
        QT_TRANSLATE_NOOP("Wording", "What you typed is still here. Save again to keep it."),
    ),
}
