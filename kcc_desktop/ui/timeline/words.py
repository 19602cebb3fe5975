"""How a row reads: time, icon, title, summary and state in the language that holds. Paints nothing."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.timeline import EntryKind, TimelineEntry, Tone
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.timeline import terms
from kcc_desktop.ui.timeline.days import Section, Span
from kcc_desktop.ui.timeline.rows import DayRow, EntryRow, LiveRow, Row, Tail, TailRow

KIND_ICONS = {
    EntryKind.CONTACT: "chats",
    EntryKind.TASK: "check-square",
    EntryKind.CASE: "folder-simple",
    EntryKind.DISCLOSURE_REFUSAL: "prohibit",
    EntryKind.APPOINTMENT: "calendar-blank",
    EntryKind.VISIT: "car-simple",
    EntryKind.FEEDBACK: "star",
}
_TONES = {
    Tone.QUIET: ("muted", ""),
    Tone.GOOD: ("good", "check"),
    Tone.NEAR: ("near", "clock"),
    Tone.OVER: ("over", "warning-circle"),
    Tone.LIVE: ("brand", "phone-call"),
}


@dataclass(frozen=True, slots=True)
class Face:
    """A row in words. `tone` and `state_icon` belong to `state`."""

    time: str = ""
    icon: str = ""
    title: str = ""
    summary: str = ""
    state: str = ""
    tone: str = "muted"
    state_icon: str = ""
    is_live: bool = False
    is_folded: bool = False


def kind_word(kind: EntryKind) -> str:
    """One of the kind, beginning small, for a sentence."""
    return {
        EntryKind.CONTACT: QCoreApplication.translate("Timeline", "contact"),
        EntryKind.TASK: QCoreApplication.translate("Timeline", "task"),
        EntryKind.CASE: QCoreApplication.translate("Timeline", "case"),
        EntryKind.DISCLOSURE_REFUSAL: QCoreApplication.translate("Timeline", "disclosure refused"),
        EntryKind.APPOINTMENT: QCoreApplication.translate("Timeline", "appointment"),
        EntryKind.VISIT: QCoreApplication.translate("Timeline", "visit"),
        EntryKind.FEEDBACK: QCoreApplication.translate("Timeline", "feedback"),
    }[kind]


def kind_words(kind: EntryKind) -> str:
    """Many of the kind, as a filter is called."""
    return {
        EntryKind.CONTACT: QCoreApplication.translate("Timeline", "Contacts"),
        EntryKind.TASK: QCoreApplication.translate("Timeline", "Tasks"),
        EntryKind.CASE: QCoreApplication.translate("Timeline", "Cases"),
        EntryKind.DISCLOSURE_REFUSAL: QCoreApplication.translate("Timeline", "Disclosure refused"),
        EntryKind.APPOINTMENT: QCoreApplication.translate("Timeline", "Appointments"),
        EntryKind.VISIT: QCoreApplication.translate("Timeline", "Visits"),
        EntryKind.FEEDBACK: QCoreApplication.translate("Timeline", "Feedback"),
    }[kind]


@lru_cache(maxsize=64)
def icon_or(name: str, other: str) -> str:
    """An administrator names a channel's icon; one that nobody drew gives way."""
    try:
        theme.pixmap(name)
    except KeyError:
        return other
    return name


class Words:
    """Words rows; `forget` when the language or the lists changed."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._faces: dict[Row, Face] = {}

    def forget(self) -> None:
        self._faces.clear()

    def face(self, row: Row) -> Face:
        """The row in words, kept: a row is asked for at every repaint."""
        found = self._faces.get(row)
        if found is None:
            if len(self._faces) > 2000:
                self._faces.clear()
            found = self._faces[row] = self._face(row)
        return found

    def spoken(self, row: Row) -> str:
        """What a screen reader says: time, channel, title, who and what, state."""
        face = self.face(row)
        if isinstance(row, EntryRow):
            when = face.time if row.section.has_clock else formatting.day(row.entry.at)
            parts = [when, self.channel(row.entry.channel) or kind_word(row.entry.kind)]
        elif isinstance(row, LiveRow):
            parts = [face.time, self.channel(row.channel_code)]
        else:
            parts = []
        return ", ".join(part for part in (*parts, face.title, face.summary, face.state) if part)

    def channel(self, code: str) -> str:
        """Its name in the language of the screen; its code while the list is not here yet."""
        found = self._catalogue.channel(code)
        return label(found) if found is not None else code

    def channel_icon(self, code: str) -> str:
        found = self._catalogue.channel(code)
        return icon_or(found.icon if found is not None else "", KIND_ICONS[EntryKind.CONTACT])

    def _face(self, row: Row) -> Face:
        if isinstance(row, EntryRow):
            return self._folded(row) if row.is_folded else self._entry(row)
        if isinstance(row, LiveRow):
            return self._live(row)
        return _heading(row) if isinstance(row, DayRow) else _tail(row)

    def _entry(self, row: EntryRow) -> Face:
        entry = row.entry
        tone, state_icon = _TONES[entry.tone]
        return Face(
            time=_time(entry, row.section),
            icon=self._icon(entry),
            title=entry.title or self.channel(entry.channel) or kind_words(entry.kind),
            summary=" · ".join(part for part in (entry.who, entry.detail) if part),
            state=terms.of_labels(entry.labels),
            tone=tone,
            state_icon=state_icon,
        )

    def _folded(self, row: EntryRow) -> Face:
        return Face(
            time=_time(row.entry, row.section),
            icon=self._icon(row.entry),
            title=QCoreApplication.translate("Timeline", "Confidential contact"),
            summary=QCoreApplication.translate("Timeline", "Folded until it is sure who this is. Enter shows it."),
            state=QCoreApplication.translate("Timeline", "Confidential"),
            tone="muted",
            state_icon="lock-simple",
            is_folded=True,
        )

    def _live(self, row: LiveRow) -> Face:
        going = QCoreApplication.translate("Timeline", "going on now")
        questions = terms.TimelineCounts().questions(row.questions)
        parts = (row.who, going, questions if row.questions > 1 else "")
        tone, state_icon = _TONES[Tone.LIVE]
        return Face(
            time=formatting.time(row.started_at),
            icon=self.channel_icon(row.channel_code),
            title=row.title or self.channel(row.channel_code),
            summary=" · ".join(part for part in parts if part),
            state=QCoreApplication.translate("Timeline", "Going on"),
            tone=tone,
            state_icon=state_icon,
            is_live=True,
        )

    def _icon(self, entry: TimelineEntry) -> str:
        return self.channel_icon(entry.channel) if entry.kind is EntryKind.CONTACT else KIND_ICONS[entry.kind]


def _time(entry: TimelineEntry, section: Section) -> str:
    """The clock on the days near by, else the day; its year stands in the heading."""
    if section.has_clock:
        return formatting.time(entry.at)
    return formatting.short_date(entry.at, formatting.local(entry.at).date())


def _heading(row: DayRow) -> Face:
    if row.section.span is Span.COMING:
        title = QCoreApplication.translate("Timeline", "Still to come")
        return Face(title=title, summary=terms.planned(row.appointments, row.visits))
    title, summary = formatting.day_heading(row.section.first, row.today)
    return Face(title=title, summary=summary)


def _tail(row: TailRow) -> Face:
    if row.tail is Tail.LOADING:
        return Face(title=QCoreApplication.translate("Timeline", "Loading older contacts"), icon="dots-three")
    return Face(
        icon="warning",
        title=QCoreApplication.translate("Timeline", "Older contacts do not load"),
        summary=QCoreApplication.translate("Timeline", "What you see above is complete. Enter tries again."),
        state=QCoreApplication.translate("Timeline", "Again"),
        tone="near",
        state_icon="arrows-clockwise",
    )
