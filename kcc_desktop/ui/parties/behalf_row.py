"""Under the name: as what the caller speaks, as segments, and on what ground."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import Capacity
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.parties.behalf import Standing
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.buttons import Segment, SegmentRow

_SMALLEST = 40  # of a segment whose name gives way, at 100 % text


def standing_words(standing: Standing) -> str:
    """ "as resident", "on behalf of Bakkerij Bant", "about Jan Bakker"."""
    if standing.subject is None:
        return QCoreApplication.translate("Parties", "as resident")
    if standing.capacity is Capacity.ABOUT_DECEASED:
        return QCoreApplication.translate("Parties", "about {name}").format(name=standing.subject.title)
    return QCoreApplication.translate("Parties", "on behalf of {name}").format(name=standing.subject.title)


def ground_words(standing: Standing, today: date) -> str:
    """On what ground: "bestuurder · tot 31 dec"; "" where none is needed."""
    if standing.capacity is Capacity.ABOUT_DECEASED:
        return QCoreApplication.translate("Parties", "this person died")
    parts = [standing.function, words.ground(standing.ground) if standing.ground else ""]
    if standing.valid_until is not None:
        parts.append(
            QCoreApplication.translate("Parties", "until {day}").format(
                day=formatting.short_date(standing.valid_until, today)
            )
        )
    said = " · ".join(part for part in parts if part)
    if not said and standing.subject is not None:
        return QCoreApplication.translate("Parties", "authorisation not seen")
    return said


class BehalfRow(QWidget):
    """Hidden while there is nothing to choose. `chosen` carries the `Standing`, None: the whole list is wanted."""

    chosen = Signal(object)
    rebuilt = Signal()  # other segments stand there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Standing | None] = []
        self._segments = SegmentRow(name=self.tr("As what do they speak?"))
        self._segments.chosen.connect(self._on_chosen)
        self._ground = Paragraph("", "muted", theme.CAPTION)
        self.setLayout(column(self._segments, self._ground, gap=theme.XS))
        self.hide()

    def show_standings(self, found: tuple[Standing, ...], now: int, speaker: str, today: date) -> None:
        """`speaker` is named while they speak for somebody else."""
        self.setVisible(len(found) > 1)
        if len(found) < 2:
            self._shown = []
            return
        other = found[now] if now else found[1]
        shown: list[Standing | None] = [found[0], other]
        if len(found) > 2:
            shown.append(None)
        ground = ground_words(found[now], today) if now else ""
        self._ground.set_text(" · ".join(part for part in (speaker if now else "", ground) if part))
        self._ground.setVisible(bool(self._ground.text()))
        if shown != self._shown:
            self._shown = shown
            self._segments.set_segments([self._segment(one) for one in shown])
            self._spare_first()
            self.rebuilt.emit()
        self._segments.choose(1 if now else 0)

    def stops(self) -> list[QWidget]:
        """What Tab can reach, left to right."""
        return list(self._segments.segments())

    def ground(self) -> str:
        """The line below, as shown."""
        return self._ground.text()

    def names(self) -> list[str]:
        """The segments' words."""
        return [segment.text() for segment in self._segments.segments()]

    def index(self) -> int:
        """Which segment is chosen."""
        return self._segments.index()

    def _segment(self, standing: Standing | None) -> Segment:
        if standing is None:
            name = self.tr("Somebody else")
            return Segment("", icon="dots-three", height=theme.CONTROL_SMALL, action=True, name=name)
        segment = Segment(standing_words(standing), height=theme.CONTROL_SMALL)
        segment.setToolTip(segment.text())
        return segment

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_first()

    def _spare_first(self) -> None:
        """The name gives way before the choice does, as far as there is room."""
        segments = self._segments.segments()
        if segments:
            wanted = segments[0].sizeHint().width()
            others = sum(min(segment.sizeHint().width(), theme.px(_SMALLEST)) for segment in segments[1:])
            segments[0].setMinimumWidth(wanted if wanted + others + theme.M <= self.width() else 0)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self.chosen.emit(self._shown[number])
