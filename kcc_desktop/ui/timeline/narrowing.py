"""Chips and search field together: what is left out of the timeline, and saying so. Knows no conversation."""

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.timeline.delegate import TimelineDelegate
from kcc_desktop.ui.timeline.filters import FilterChips
from kcc_desktop.ui.timeline.reader import Phase, TimelineReader
from kcc_desktop.ui.timeline.search_line import SearchLine, find_button
from kcc_desktop.ui.timeline.view import TimelineView


class Narrowing(QObject):
    """Its widgets are laid out by the column. `narrowed`: something else is left out now."""

    narrowed = Signal()

    def __init__(
        self,
        reader: TimelineReader,
        view: TimelineView,
        delegate: TimelineDelegate,
        catalogue: Catalogue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reader, self._view, self._delegate = reader, view, delegate
        self.chips = FilterChips(catalogue)
        self.search = SearchLine()
        self.button = find_button()
        self.chips.changed.connect(self._narrow)
        self.search.sought.connect(self._narrow)
        self.button.clicked.connect(self.open_search)

    def is_on(self) -> bool:
        """Whether there is something that Escape would take away."""
        return not self.search.isHidden() or bool(self.chips.names())

    @Slot()
    def open_search(self) -> None:
        """To the field; not while there is nobody to search in."""
        if self._reader.party_id is not None:
            self.search.open_line()

    @Slot()
    def clear(self) -> None:
        """Everything again: chips off, nothing sought."""
        self.search.forget()
        self.chips.show_filter(TimelineFilter())
        self._narrow()

    def restore(self, wanted: TimelineFilter) -> None:
        """As it was left: the chips, and what was sought; the place on screen is its owner's."""
        self.search.show_text(wanted.text)
        self._reader.narrow(wanted)
        self.follow()

    def step_back(self) -> bool:
        """The search goes first, then the chips; False when neither was on."""
        if not self.search.isHidden():
            self.search.close_line()
        elif self.chips.names():
            self.chips.clear()
        else:
            return False
        return True

    def follow(self) -> None:
        """Another party, other numbers, another page: show what holds now."""
        reader = self._reader
        counts = reader.counts
        self.chips.show_filter(reader.wanted)
        self.chips.show_counts(counts)
        for part in (self.chips, self.button):
            part.setVisible(counts is not None and counts.total > 0)
        self._delegate.sought = reader.wanted.text
        self.search.show_found(self._found())

    def _found(self) -> str:
        """How many were found, in words; of more than one page only that there are more."""
        reader = self._reader
        if not reader.wanted.text or reader.phase is not Phase.READY:
            return ""
        count = len(reader.entries)
        if reader.is_complete:
            return self.tr("%n found", "", count)
        return self.tr("more than {count} found").format(count=count)

    @Slot()
    def _narrow(self) -> None:
        self._view.go_to_top()
        kinds, channels = self.chips.chosen()
        self._reader.narrow(TimelineFilter(kinds, channels, self.search.text()))
        self.narrowed.emit()
