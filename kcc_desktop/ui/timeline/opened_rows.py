"""A list one of whose rows can be opened in place: a card stands there instead of its words. Knows no content."""

from collections.abc import Hashable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.timeline.delegate import measures
from kcc_desktop.ui.timeline.model import TimelineModel
from kcc_desktop.ui.timeline.placed_rows import PlacedRows

_BELOW = 10  # air under the card of an opened row


class OpenedRows(PlacedRows):
    """One row at a time; the card is its owner's, the place is kept here."""

    def __init__(self, model: TimelineModel, name: str) -> None:
        self._card: QWidget | None = None
        self._card_key: Hashable = None
        super().__init__(model, name)

    def open_row(self, key: Hashable, card: QWidget) -> None:
        """Show `card` in place of the words of that row. The row stays where it is on screen."""
        if self._card is not card:
            self._forget_card()
        self._hold(key)
        self._card, self._card_key = card, key
        card.setParent(self.viewport())
        card.show()
        self._rows_changed()
        self._settle()
        self._reveal(self._model.place_of(key))

    def close_row(self) -> QWidget | None:
        """Close the opened row; answers its card, which its owner disposes of."""
        card, key = self._card, self._card_key
        if card is None:
            return None
        had_focus = card.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._hold(key)
        self._forget_card()
        self._rows_changed()
        self._settle()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return card

    def opened_key(self) -> Hashable:
        """The key of the opened row; None for none."""
        return self._card_key

    def card_grew(self) -> None:
        """The card wants another height now: its content came, or more of a long text is shown."""
        if self._card is not None:
            self._hold(self._card_key)
            self._rows_changed()
            self._settle()

    def show_in_card(self, part: QWidget) -> None:
        """Scroll so that a part of the opened card is on screen: the focus went there."""
        top = part.mapTo(self.viewport(), QPoint(0, 0)).y()
        bar, bottom = self.verticalScrollBar(), top + part.height()
        if top < 0:
            bar.setValue(bar.value() + top - theme.S)
        elif bottom > self.viewport().height():
            bar.setValue(bar.value() + bottom - self.viewport().height() + theme.S)

    def _forget_card(self) -> None:
        if self._card is not None:
            self._card.hide()
        self._card, self._card_key = None, None

    def _card_height(self) -> int:
        if self._card is None:
            return 0
        return self._card.heightForWidth(self._card_width()) + measures(self.width()).card_top + _BELOW

    def _card_width(self) -> int:
        m = measures(self.width())
        return max(1, self.width() - m.card_left - m.pad)

    def _place_card(self) -> None:
        if self._card is None:
            return
        number = self._model.place_of(self._card_key)
        if number < 0:
            self._card.hide()
            return
        area = self._area_of(number)
        m = measures(area.width())
        height = area.height() - m.card_top - _BELOW
        self._card.setGeometry(m.card_left, area.top() + m.card_top, self._card_width(), height)
        self._card.show()

    def _heights(self, closed: list[int]) -> list[int]:
        opened = self._model.place_of(self._card_key) if self._card is not None else -1
        if opened >= 0:
            closed[opened] = self._card_height()
        return closed

    def _placed(self) -> None:
        self._place_card()

    def _most_looked_at(self) -> Hashable:
        return self._card_key
