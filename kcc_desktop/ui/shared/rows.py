"""Lists of rows: a delegate that paints and a view, on the model of row_model.py. Knows not what rows stand for."""

import re
import unicodedata

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.basics import Restyled
from kcc_desktop.ui.shared.row_model import ROW_ROLE, Index, Row, RowModel

__all__ = ["ROW_ROLE", "Index", "ListView", "Row", "RowDelegate", "RowModel", "matches", "paint_ground", "row_list"]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_INSIDE = 3


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, inset: int = 0) -> bool:
    """The hover and selection ground under a row; answers whether it is selected."""
    t = theme.now()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    area = option.rect.adjusted(inset, 0, -inset, 0)
    if selected:
        paint.draw_box(painter, area, t.selected)
    elif hovered:
        paint.draw_box(painter, area, t.hover)
    return selected


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def matches(title: str, typed: str) -> list[tuple[int, int]]:
    """Where words of `title` begin with a word of `typed`: (start, end) in characters, accents and case aside.

    When none does, where one has it inside ("pas" in "Stadspas"), from three letters.
    """
    words = [_folded(word) for word in _WORD.findall(typed)]
    found = []
    for word in _WORD.finditer(title):
        longest = max((len(w) for w in words if w and _folded(word.group()).startswith(w)), default=0)
        if longest:
            found.append((word.start(), min(word.end(), word.start() + longest)))
    return found or _inside(title, [word for word in words if len(word) >= _SHORTEST_INSIDE])


def _inside(title: str, words: list[str]) -> list[tuple[int, int]]:
    found = []
    for word in _WORD.finditer(title):
        folded = _folded(word.group())
        at, longest = max(((folded.find(w), len(w)) for w in words if w in folded), default=(-1, 0))
        if at >= 0:
            found.append((word.start() + at, min(word.end(), word.start() + at + longest)))
    return found


class RowDelegate(QStyledItemDelegate):
    """icon · title over detail · trailing · badge · key."""

    def __init__(self, pad: int = theme.S, compact: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pad, self._compact = pad, compact

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        if row.heading:
            return QSize(0, theme.grown(theme.ROW_COMPACT, theme.CAPTION))
        if not row.detail:
            return QSize(0, theme.grown(theme.ROW_COMPACT if self._compact else theme.ROW))
        height = theme.ROW_TWO_COMPACT if self._compact else theme.ROW_TWO_LINES
        return QSize(0, theme.grown(height, theme.BODY, theme.CAPTION))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        area: QRect = option.rect.adjusted(self._pad, 0, -self._pad, 0)
        if row.heading:
            place = area.adjusted(0, 6, 0, 0)
            paint.draw_text(painter, place, row.title, size=theme.CAPTION, strong=True, tone="muted")
            return
        selected = paint_ground(painter, option)
        if row.icon:
            middle = area.top() + area.height() // 2
            if row.detail:
                middle = self._lines_of(area)[0].center().y() + 1
            paint.draw_icon(painter, area.left(), middle, row.icon, "brand" if selected else row.icon_tone)
            area.setLeft(area.left() + theme.px(theme.ICON) + theme.S)
        if row.keys:
            middle = area.top() + area.height() // 2
            area.setRight(area.right() - paint.draw_key(painter, area.right() + 1, middle, row.keys) - theme.S)
        if row.badge and row.trailing and row.detail and not _fits_beside(area, row):
            title, below = self._lines_of(area)
            title.setRight(title.right() - self._paint_badge(painter, title, row))
            below.setRight(below.right() - self._paint_trailing(painter, below, row, theme.CAPTION))
            self._paint_title(painter, title, row)
            self._paint_detail(painter, below, row)
            return
        area.setRight(area.right() - self._paint_badge(painter, area, row))
        area.setRight(area.right() - self._paint_trailing(painter, area, row))
        self._paint_words(painter, area, row)

    def _paint_badge(self, painter: QPainter, area: QRect, row: Row) -> int:
        """At the right; answers the room it took."""
        if not row.badge:
            return 0
        width = paint.badge_width(row.badge, row.badge_icon)
        middle = area.top() + area.height() // 2
        paint.draw_badge(painter, area.right() + 1 - width, middle, row.badge, row.badge_tone, row.badge_icon)
        return width + theme.S

    def _paint_trailing(self, painter: QPainter, area: QRect, row: Row, size: int = theme.BODY) -> int:
        """At the right; of one line it leaves the title half where both do not fit. Answers the room it took."""
        if not row.trailing:
            return 0
        figures = row.trailing.replace(" ", "").isdigit()
        width = paint.text_width(row.trailing, size, figures=figures)
        if not row.detail:
            spare = area.width() - paint.text_width(row.title) - theme.S
            width = min(width, max(spare, area.width() // 2))
        place = QRect(area.right() + 1 - width, area.top(), width, area.height())
        tone = row.trailing_tone
        paint.draw_text(painter, place, row.trailing, size=size, tone=tone, align=paint.RIGHT, figures=figures)
        return width + theme.S

    def _lines_of(self, area: QRect) -> tuple[QRect, QRect]:
        """Where the title and the detail stand."""
        upper, lower = theme.grown(20), theme.grown(18, theme.CAPTION)
        top = area.top() + (area.height() - upper - lower + 1) // 2
        return (
            QRect(area.left(), top, area.width(), upper),
            QRect(area.left(), top + upper - 1, area.width(), lower),
        )

    def _paint_words(self, painter: QPainter, area: QRect, row: Row) -> None:
        if not row.detail:
            self._paint_title(painter, area, row)
            return
        title, below = self._lines_of(area)
        self._paint_title(painter, title, row)
        self._paint_detail(painter, below, row)

    def _paint_detail(self, painter: QPainter, below: QRect, row: Row) -> None:
        if row.detail_icon:
            middle = below.top() + below.height() // 2
            tone = row.detail_icon_tone or row.detail_tone
            paint.draw_icon(painter, below.left(), middle, row.detail_icon, tone, theme.ICON_SMALL)
            below.setLeft(below.left() + theme.px(theme.ICON_SMALL) + theme.XS)
        paint.draw_text(painter, below, row.detail, size=theme.CAPTION, tone=row.detail_tone)

    def _paint_title(self, painter: QPainter, area: QRect, row: Row) -> None:
        found = matches(row.title, row.match) if row.match else []
        if not found:
            paint.draw_text(painter, area, row.title, strong=bool(row.detail))
            return
        rest, at = QRect(area), 0
        for start, end in [*found, (len(row.title), len(row.title))]:
            for piece, lit in ((row.title[at:start], False), (row.title[start:end], True)):
                tone = "brand" if lit else "text"
                rest.setLeft(rest.left() + paint.draw_text(painter, rest, piece, strong=lit, tone=tone))
            at = end


def _fits_beside(area: QRect, row: Row) -> bool:
    """Whether the whole title has room left of badge and trailing words; else those stand on a line each."""
    right = paint.badge_width(row.badge, row.badge_icon) + paint.text_width(row.trailing) + 2 * theme.S
    return paint.text_width(row.title, strong=True) + right <= area.width()


class ListView(Restyled, QListView):
    """A list that paints itself, scrolls by pixel and names itself to a screen reader.

    `fit`: exactly as high as its rows, also when they change.
    """

    def __init__(self, name: str, fit: bool = False) -> None:
        super().__init__()
        self._fits = fit
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # opened rows wrap: new width, new height
        self.follow_theme()

    def setModel(self, model: "QAbstractListModel") -> None:  # type: ignore[override]
        super().setModel(model)
        if self._fits:
            for changed in (
                model.rowsInserted,
                model.rowsRemoved,
                model.modelReset,
                model.dataChanged,
                model.layoutChanged,
            ):
                changed.connect(self.refit)
            self.refit()

    def set_rows(self, rows: list[Row]) -> None:
        """Other rows in the model; only for a view with a RowModel."""
        model = self.model()
        if not isinstance(model, RowModel):
            raise TypeError("this list has a model of its own")
        model.set_rows(rows)

    def current_row(self) -> Row | None:
        """The chosen row of a RowModel; None when none is chosen."""
        return self.row_at(self.currentIndex())

    def row_at(self, index: Index) -> Row | None:
        """The row of a RowModel there; None for no row."""
        model = self.model()
        return model.row_at(index) if isinstance(model, RowModel) else None

    def choose(self, line: int) -> None:
        """Make a line the current one; -1 for none."""
        self.setCurrentIndex(self.model().index(line, 0) if line >= 0 else QModelIndex())

    def height_of_rows(self) -> int:
        """Pixels all rows take together."""
        model = self.model()
        return sum(self.sizeHintForRow(line) for line in range(model.rowCount())) if model else 0

    @Slot()
    def refit(self) -> None:
        """As high as the rows are now."""
        if self._fits and self.model() is not None:
            self.setFixedHeight(self.height_of_rows())

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.scheduleDelayedItemsLayout()
        self.refit()


def row_list(
    name: str,
    rows: list[Row],
    *,
    pad: int = theme.S,
    compact: bool = False,
    selected: int = -1,
    fit: bool = True,
) -> ListView:
    """A ready list; `fit` makes it exactly as high as its rows."""
    view = ListView(name, fit)
    view.setItemDelegate(RowDelegate(pad, compact, view))
    view.setModel(RowModel(rows, view))
    if selected >= 0:
        view.choose(selected)
    return view
