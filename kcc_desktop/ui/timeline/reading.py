"""Text one reads in an opened row: it wraps, can be marked and copied, and shows what was searched for.

However long a text is, opening it costs a moment: it is cut where nobody sees it and the rest comes when asked for,
piece by piece.
"""

import re
from html import escape

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Restyled, column, row
from kcc_desktop.ui.shared.buttons import Button

FIRST = 4_000  # characters shown before one asks for more
_PIECE = 2_000  # laid out at once
_CUT_BACK = 1_000  # how far back a better place to cut is looked for
_BREAKABLE = 20
_ENDLESS = re.compile(r"\S{60,}")


class ReadText(Restyled, QLabel):
    """One paragraph on our own line height; "sought" lights up."""

    def __init__(self, text: str, tone: str = "text", sought: str = "") -> None:
        super().__init__()
        self._words, self._tone, self._sought = text, tone, sought
        self._heights: dict[int, int] = {}
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.follow_theme()

    def words(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(160, theme.line_height())  # how high it is depends on its width alone

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.line_height())

    def heightForWidth(self, width: int) -> int:
        # Kept: Qt would lay the text out once more each time a layout above it asks.
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def restyle(self) -> None:
        self._heights.clear()
        self.setFont(theme.font())
        self.setText(self._html())

    def _html(self) -> str:
        # A fixed line height, as everywhere; Qt's own is too tight to read.
        style = (
            f"margin:0; color:{theme.ink(self._tone).name()}; white-space:pre-wrap; "
            f"line-height:{theme.line_height()}px; -qt-line-height-type:fixed;"
        )
        return f'<p style="{style}">{lit(self._words, self._sought)}</p>'


def lit(text: str, sought: str) -> str:
    """The text as HTML with each place where `sought` stands on the ground of a find; case aside."""
    low, wanted = text.lower(), sought.lower()
    if not wanted or len(low) != len(text):
        return _html(text)
    parts, at = [], 0
    while (found := low.find(wanted, at)) >= 0:
        end = found + len(wanted)
        ground = theme.now().near_soft
        parts.append(f'{_html(text[at:found])}<span style="background-color:{ground}">{_html(text[found:end])}</span>')
        at = end
    return "".join([*parts, _html(text[at:])])


def _html(text: str) -> str:
    # A label breaks only between words: a very long one gets places to break at, which nobody sees.
    broken = _ENDLESS.sub(lambda run: "\u200b".join(_parts(run.group())), text)
    return escape(broken).replace("\n", "<br/>")


def _parts(run: str) -> list[str]:
    return [run[at : at + _BREAKABLE] for at in range(0, len(run), _BREAKABLE)]


def cut(text: str, most: int) -> int:
    """Where to cut a text of more than `most` characters: after a line, else after a word, near the end of `most`."""
    if len(text) <= most:
        return len(text)
    for sign in ("\n", " "):
        at = text.rfind(sign, most - _CUT_BACK, most)
        if at > 0:
            return at + 1
    return most


class LongText(QWidget):
    """A text of any length. `grew`: it is higher now."""

    grew = Signal()

    def __init__(self, text: str, tone: str = "text", sought: str = "") -> None:
        super().__init__()
        self._tone, self._sought = tone, sought
        at = cut(text, FIRST)
        self._now, self._later = text[:at], text[at:]  # to be laid down yet: unasked, and when asked for
        self._pieces = column(gap=0)
        self.more: Button | None = None
        box = column(self._pieces, gap=theme.S)
        if self._later:
            words = self.tr("Show all, {count} characters more").format(count=formatting.count(len(self._later)))
            self.more = Button(words, icon="caret-down", rank="quiet", height=theme.CONTROL_SMALL)
            self.more.clicked.connect(self.show_all)
            box.addLayout(row(self.more, None))
        self.setLayout(box)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._lay_down()

    @Slot()
    def show_all(self) -> None:
        """The rest follows piece by piece, so that the desk stays quick meanwhile."""
        if self.more is not None:
            self.more.hide()
        self._now, self._later = self._now + self._later, ""
        self._next.start(0)

    def is_whole(self) -> bool:
        return not (self._now or self._later)

    @Slot()
    def _go_on(self) -> None:
        self._lay_down()
        self.grew.emit()

    def _lay_down(self) -> None:
        """One more piece below what is there."""
        at = cut(self._now, _PIECE)
        self._pieces.addWidget(ReadText(self._now[:at].removesuffix("\n"), self._tone, self._sought))
        self._now = self._now[at:]
        if self._now:
            self._next.start(0)
