"""How a question ended: the usual outcomes as segments, the others in a list, the authority it was referred to."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.domain.contacts import Outcome, OutcomeNeeds
from kcc_desktop.domain.ongoing import Question
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.shared import keys, paint, theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Segment, SegmentRow
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row


class OutcomeSection(QWidget):
    """`picked` carries an outcome's code, `authority_typed` the name of the authority."""

    picked = Signal(str)
    authority_typed = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._codes: list[str] = []
        self._row = SegmentRow(name=self.tr("Outcome"))
        self._row.chosen.connect(self._on_chosen)
        self._authority = TextField(self.tr("Authority it was referred to"), self.tr("Province, water board, police …"))
        self._authority.textEdited.connect(self.authority_typed)
        self._authority_field = field(self.tr("Referred to"), self._authority)
        self._picker: Picker | None = None
        self._labels: tuple[str, ...] = ()
        self._chosen: Outcome | None = None
        self._row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setLayout(column(field(self.tr("Outcome"), self._row), self._authority_field, gap=theme.S))

    def show_question(self, question: Question) -> None:
        self._chosen = chosen = self._catalogue.outcome(question.outcome)
        self._show_segments()
        is_referred = chosen is not None and chosen.needs is OutcomeNeeds.AUTHORITY
        self._authority_field.setVisible(is_referred)
        if self._authority.text() != question.authority:
            self._authority.setText(question.authority)
        if not is_referred or question.authority.strip():
            self._authority_field.accept()

    def refuse_authority(self, reason: str) -> None:
        self._authority_field.setVisible(True)
        self._authority_field.refuse(reason)
        self._authority.setFocus()

    @Slot()
    def pick(self) -> None:
        """The list of all outcomes."""
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Choose an outcome"), self.tr("Type a few letters"))
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        self._picker.open_at(self._row, self._rows(""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_segments()

    def _show_segments(self) -> None:
        """The usual ones as far as there is room; the one that holds is always among them."""
        chosen = self._chosen
        quick = [outcome for outcome in self._catalogue.outcomes if outcome.is_quick]
        if chosen is not None and not chosen.is_quick:
            quick.append(chosen)
        while len(quick) > 1 and _width(quick) > self.width():
            quick.remove(next(outcome for outcome in reversed(quick) if outcome != chosen))
        self._set_segments(quick)
        for segment in self._row.segments()[: len(quick)]:
            segment.setMinimumWidth(min(_least(segment.text()), max(1, self.width() // 2)))
        if chosen is not None:
            self._row.choose(self._codes.index(chosen.code))

    def _set_segments(self, outcomes: list[Outcome]) -> None:
        labels = tuple(label(outcome) for outcome in outcomes)
        self._codes = [outcome.code for outcome in outcomes]
        if labels == self._labels:
            return
        self._labels = labels
        name = self.tr("Other outcomes ({keys})").format(keys=keys.shown("outcome"))
        more = Segment("", icon="dots-three", height=theme.CONTROL_SMALL, action=True, name=name)
        self._row.set_segments([*(Segment(text, height=theme.CONTROL_SMALL) for text in labels), more])

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        if number < len(self._codes):
            self.picked.emit(self._codes[number])
            if self._authority_field.isVisible() and not self._authority.text():
                self._authority.setFocus()
        else:
            self.pick()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._rows(text))

    @Slot(object)
    def _on_picked(self, code: object) -> None:
        self.picked.emit(str(code))
        if self._authority_field.isVisible():
            self._authority.setFocus()

    def _rows(self, text: str) -> list[Row]:
        typed = text.strip().casefold()
        return [
            Row(label(outcome), icon="check-circle", match=text, key=outcome.code)
            for outcome in self._catalogue.outcomes
            if typed in label(outcome).casefold()
        ]


def _least(words: str) -> int:
    """The width at which a segment shows its words whole, chosen or not."""
    return paint.text_width(words, strong=True) + theme.M


def _width(outcomes: list[Outcome]) -> int:
    """What their segments take at least, with the one that opens the list."""
    more = theme.px(theme.ICON) + theme.M
    return sum(_least(label(outcome)) + 2 for outcome in outcomes) + more + theme.XS
