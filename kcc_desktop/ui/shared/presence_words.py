"""How the presence of somebody who works here is said and shown, the same everywhere."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.presence import PresenceState
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

_WORDS = {
    PresenceState.AVAILABLE: QT_TRANSLATE_NOOP("Presence", "Available"),
    PresenceState.IN_CONVERSATION: QT_TRANSLATE_NOOP("Presence", "In conversation"),
    PresenceState.WRAP_UP: QT_TRANSLATE_NOOP("Presence", "Wrapping up"),
    PresenceState.BREAK: QT_TRANSLATE_NOOP("Presence", "Break"),
    PresenceState.CONSULTATION: QT_TRANSLATE_NOOP("Presence", "In consultation"),
    PresenceState.AWAY: QT_TRANSLATE_NOOP("Presence", "Away"),
}
_ICONS = {
    PresenceState.AVAILABLE: "headset",
    PresenceState.IN_CONVERSATION: "phone-call",
    PresenceState.WRAP_UP: "pencil-simple",
    PresenceState.BREAK: "coffee",
    PresenceState.CONSULTATION: "users",
    PresenceState.AWAY: "sign-out",
}
_BUSY = (PresenceState.IN_CONVERSATION, PresenceState.WRAP_UP)


def word(state: PresenceState) -> str:
    return QCoreApplication.translate("Presence", _WORDS[state])


def icon(state: PresenceState) -> str:
    return _ICONS[state]


def tone(state: PresenceState) -> str:
    """As one's own desk shows it: talking and what follows stand out."""
    return "brand" if state in _BUSY else "text"


def tone_of_colleague(state: PresenceState) -> str:
    """As it stands behind a colleague's name: only who can be asked now stands out."""
    return "good" if state is PresenceState.AVAILABLE else "muted"
