"""Where it is on the street, and what is reported there already: one key joins."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.ongoing import Question
from kcc_desktop.domain.street_reports import Around, NearbyReport
from kcc_desktop.ui.nearby import Nearby
from kcc_desktop.ui.shared import formatting, keys, street_words, theme
from kcc_desktop.ui.shared.basics import Icon, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import card
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.rows import Row, row_list


class StreetSection(QWidget):
    """Seen while the question is about the street. `room_wanted`: something stands here that is to be read now."""

    room_wanted = Signal(bool)

    def __init__(self, nearby: Nearby, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nearby, self._now = nearby, now
        self.place = TextField(self.tr("Where is it?"), self.tr("Paste a point, or type a postcode"))
        self.place.textEdited.connect(nearby.set_place)
        self._point_icon = Icon("map-pin", "muted", theme.ICON_SMALL)
        self._point = Text("", theme.CAPTION, tone="muted", elided=True)
        point = row(self._point_icon, self._point, gap=theme.XS)
        point.setStretch(1, 1)
        title = Text(self.tr("Reported here already"), strong=True, tone="brand", elided=True)
        self.list = row_list(self.tr("Reported here already"), [], pad=0, compact=True)
        self.list.clicked.connect(self._on_row)
        self.list.activated.connect(self._on_row)
        self._joined = Text("", strong=True, tone="good", elided=True)
        self._undo = Button(
            self.tr("Not the same after all"),
            icon="arrow-u-up-left",
            keys=keys.shown("join_report"),
            rank="quiet",
            height=theme.CONTROL_SMALL,
        )
        self._undo.clicked.connect(self.join)
        self._known = card(column(title, self.list, gap=theme.XS), self.tr("Reported here already"), "brand", theme.M)
        done = row(Icon("check-circle", "good"), self._joined, gap=theme.S)
        done.setStretch(1, 1)
        self._done = card(column(done, self._undo, gap=theme.XS), self.tr("Joined"), "good", theme.M)
        self.setLayout(column(field(self.tr("Where is it?"), self.place), point, self._known, self._done, gap=theme.S))
        nearby.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def join(self) -> None:
        """The nearest report is this one too; pressed again it is not."""
        if not self._nearby.join() and self._nearby.question() is not None:
            self.focus_place()

    @Slot()
    def focus_place(self) -> None:
        self.place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.place.selectAll()

    @Slot()
    def refresh(self) -> None:
        question, around = self._nearby.question(), self._nearby.around()
        self.setVisible(question is not None)
        if question is None:
            self.room_wanted.emit(False)
            return
        text = question.place.text if question.place is not None else ""
        if self.place.text() != text:
            self.place.setText(text)
        self._show_point(question, around)
        self._show_known(question, around)

    def _show_point(self, question: Question, around: Around | None) -> None:
        place = question.place
        if around is not None and around.is_of_postcode:
            self._say_point("near", self.tr("In the middle of the postcode. Paste a point when you know it better."))
        elif place is not None and place.latitude is not None and place.longitude is not None:
            self._say_point("good", self.tr("On the map: {latitude}, {longitude}"), place.latitude, place.longitude)
        elif place is not None and around is not None:
            self._say_point("near", self.tr("Not on the map yet. Paste a point, such as 52.71080, 5.74860."))
        else:
            self._say_point("muted", self.tr("With a point colleagues find it, and you see what is reported there."))

    def _say_point(self, tone: str, words: str, latitude: float = 0.0, longitude: float = 0.0) -> None:
        self._point_icon.set_icon("map-pin", tone)
        self._point.set_tone("muted" if tone == "good" else tone)
        self._point.setText(words.format(latitude=f"{latitude:.5f}", longitude=f"{longitude:.5f}"))

    def _show_known(self, question: Question, around: Around | None) -> None:
        reports = around.reports if around is not None else ()
        joined = question.joined
        self._known.setVisible(joined is None and bool(reports))
        self._done.setVisible(joined is not None)
        self.room_wanted.emit(joined is not None or bool(reports))
        if joined is not None:
            words = self.tr("Reported together with {reference}")
            self._joined.setText(words.format(reference=joined.reference))
        self.list.set_rows([self._row(report, number) for number, report in enumerate(reports)])

    def _row(self, report: NearbyReport, number: int) -> Row:
        parts = (
            self.tr("{metres} m").format(metres=report.metres),
            formatting.relative(report.reported_at, self._now()),
            street_words.state(report.state),
            self.tr("%n reporter(s)", "", report.reporters),
        )
        return Row(
            report.reference,
            " · ".join(parts),
            "map-pin",
            keys=keys.shown("join_report") if number == 0 else "",
            key=report,
        )

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        chosen = self.list.row_at(index)
        if chosen is not None and isinstance(chosen.key, NearbyReport):
            self._nearby.join(chosen.key)
