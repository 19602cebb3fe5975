"""The questions of one conversation as segments: which is in front, and another one. Knows no note."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import row
from kcc_desktop.ui.shared.buttons import Segment, SegmentRow

_LONGEST = 18
_MOST_WITH_WORDS = 3


class Subjects(QWidget):
    """`chosen` carries the question's number, `more_wanted` asks for another."""

    chosen = Signal(int)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = SegmentRow(name=self.tr("Questions in this conversation"))
        self._row.chosen.connect(self._on_chosen)
        self._row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.setLayout(row(self._row, gap=0))

    def show_questions(self, ongoing: Ongoing) -> None:
        titles = tuple(self._title(number, ongoing) for number in range(len(ongoing.questions)))
        if len(titles) != len(self._shown):
            made = (Segment(words, height=theme.CONTROL_SMALL, name=name) for words, name in titles)
            self._row.set_segments([*made, self._more()])
        else:  # with every letter that is typed: the same segments, other words
            for segment, title, before in zip(self._row.segments(), titles, self._shown, strict=False):
                if title != before:
                    segment.setText(title[0])
                    segment.set_name(title[1])
        self._shown = titles
        self._row.choose(ongoing.current)

    def _more(self) -> Segment:
        return Segment(
            "",
            icon="plus",
            keys=keys.shown("next_question"),
            height=theme.CONTROL_SMALL,
            action=True,
            name=self.tr("Another question"),
        )

    def _title(self, number: int, ongoing: Ongoing) -> tuple[str, str]:
        """What its segment shows, and what is said of it when that is less than its words."""
        words = ongoing.questions[number].title
        if len(words) > _LONGEST:
            words = words[:_LONGEST].rstrip() + "…"
        whole = f"{number + 1}  {words}" if words else self.tr("{number}  new").format(number=number + 1)
        if number != ongoing.current and len(ongoing.questions) > _MOST_WITH_WORDS:
            return str(number + 1), whole  # many questions: the one in front keeps its words
        return whole, ""

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        if number < len(self._shown):
            self.chosen.emit(number)
        else:
            self.more_wanted.emit()
