"""The filter chips above the timeline: everything, each channel there is, tasks, cases. Knows counts, not entries.

Several may be on. What does not fit goes behind "more", never what is on.
"""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from kcc_desktop.domain.timeline import EntryKind, TimelineCounts, TimelineFilter
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Restyled
from kcc_desktop.ui.shared.buttons import Chip
from kcc_desktop.ui.timeline.words import KIND_ICONS, icon_or, kind_words

Choice = str | EntryKind  # a channel's code, or a kind
_GAP = 6
_KINDS = (
    EntryKind.TASK,
    EntryKind.CASE,
    EntryKind.APPOINTMENT,
    EntryKind.VISIT,
    EntryKind.DISCLOSURE_REFUSAL,
    EntryKind.FEEDBACK,
)


class FilterChips(Restyled, QWidget):
    """`changed`: other chips are on. `most_lines` is how high it may become."""

    changed = Signal()

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._counts: TimelineCounts | None = None
        self._on: set[Choice] = set()
        self._chips: dict[Choice, Chip] = {}
        self._hidden: list[Choice] = []
        self._lines = 1
        self.all = self._made(Chip(self.tr("All"), on=True))
        self.all.clicked.connect(self.clear)
        self.more = self._made(Chip(self.tr("More")))
        self.more.setCheckable(False)
        self.more.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        self.setAccessibleName(self.tr("Filters"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def chosen(self) -> tuple[frozenset[EntryKind], frozenset[str]]:
        """The kinds and the channels that are on; both empty for everything."""
        kinds = frozenset(choice for choice in self._on if isinstance(choice, EntryKind))
        return kinds, frozenset(choice for choice in self._on if not isinstance(choice, EntryKind))

    def names(self) -> list[str]:
        """What the chips that are on are called, in their order."""
        return [self._word(choice) for choice in self._chips if choice in self._on]

    def chip(self, choice: Choice) -> Chip | None:
        return self._chips.get(choice)

    def show_filter(self, wanted: TimelineFilter) -> None:
        """These are on now; without a signal."""
        self._on = {*wanted.kinds, *wanted.channels}
        self._refresh()

    def show_counts(self, counts: TimelineCounts | None) -> None:
        """Another party's numbers, or newer ones. What there is none of has no chip, unless it is on."""
        if counts != self._counts:
            self._counts = counts
            self._refresh()

    @Slot()
    def clear(self) -> None:
        """Everything again."""
        had = bool(self._on)
        self._on = set()
        self._refresh()
        if had:
            self.changed.emit()

    @Slot()
    def reword(self) -> None:
        """The list of channels came, or the language changed."""
        self._refresh()

    def restyle(self) -> None:
        self._arrange()

    def sizeHint(self) -> QSize:
        height = self.all.sizeHint().height()
        return QSize(theme.px(320), self._lines * height + (self._lines - 1) * _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _made(self, chip: Chip) -> Chip:
        chip.setParent(self)
        chip.show()
        return chip

    def _refresh(self) -> None:
        counts = self._counts
        order: list[Choice] = []
        if counts is not None:
            listed = [channel.code for channel in self._catalogue.channels]
            order = [*listed, *(code for code, _count in counts.by_channel if code not in listed), *_KINDS]
        wanted = [choice for choice in order if self._count(choice) or choice in self._on]
        for choice in [*self._chips]:
            if choice not in wanted:
                chip = self._chips.pop(choice)
                chip.hide()
                chip.deleteLater()
        chips: dict[Choice, Chip] = {}
        for choice in wanted:
            chip = self._chips.get(choice) or self._new(choice)
            chip.setText(self._word(choice))
            chip.set_icon(self._icon(choice))
            chip.set_count(formatting.count(self._count(choice)))
            chip.setChecked(choice in self._on)
            chips[choice] = chip
        self._chips = chips
        self.all.setText(self.tr("All"))
        self.all.set_count(formatting.count(counts.total) if counts is not None else "")
        self.all.setChecked(not self._on)
        self._order_tabs()
        self._arrange()

    def _new(self, choice: Choice) -> Chip:
        chip = self._made(Chip(self._word(choice)))
        chip.clicked.connect(partial(self._toggle, choice))
        return chip

    @Slot()
    def _toggle(self, choice: Choice, _checked: bool = False) -> None:
        self._on ^= {choice}
        self._refresh()
        self.changed.emit()

    def _word(self, choice: Choice) -> str:
        if isinstance(choice, EntryKind):
            return kind_words(choice)
        channel = self._catalogue.channel(choice)
        return label(channel) if channel is not None else choice

    def _icon(self, choice: Choice) -> str:
        if isinstance(choice, EntryKind):
            return KIND_ICONS[choice]
        channel = self._catalogue.channel(choice)
        return icon_or(channel.icon if channel is not None else "", KIND_ICONS[EntryKind.CONTACT])

    def _order_tabs(self) -> None:
        before: QWidget = self.all
        for chip in (*self._chips.values(), self.more):
            QWidget.setTabOrder(before, chip)
            before = chip

    def _arrange(self) -> None:
        """Everything that fits in its order; on a narrow screen on two lines."""
        width = self.width()
        most = 2 if width * 100 < theme.text_scale() * 400 else 1
        by_weight = sorted(self._chips, key=self._weight, reverse=True)
        shown = set(self._chips)
        self.more.set_count("99")
        while by_weight and not self._fits(shown, width, most):
            shown.discard(by_weight.pop())
        self._hidden = [choice for choice in self._chips if choice not in shown]
        self.more.set_count(str(len(self._hidden)))
        self.more.set_name(self.tr("More filters"))
        places = self._places(shown, width)
        for choice, chip in self._chips.items():
            chip.setVisible(choice in shown)
        self.more.setVisible(bool(self._hidden))
        for chip, area in places:
            chip.setGeometry(area)
        lines = 1 + max((area.top() for _chip, area in places), default=0) // (self.all.sizeHint().height() + _GAP)
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _weight(self, choice: Choice) -> tuple[bool, bool, int]:
        """What stays when there is little room: what is on, tasks and cases, then what there is most of."""
        return choice in self._on, choice in (EntryKind.TASK, EntryKind.CASE), self._count(choice)

    def _fits(self, shown: set[Choice], width: int, most: int) -> bool:
        places = self._places(shown, width)
        step = self.all.sizeHint().height() + _GAP
        return all(area.top() < most * step and area.right() < width for _chip, area in places)

    def _places(self, shown: set[Choice], width: int) -> list[tuple[Chip, QRect]]:
        chips = [self.all, *(chip for choice, chip in self._chips.items() if choice in shown)]
        if len(shown) < len(self._chips):
            chips.append(self.more)
        found, x, y = [], 0, 0
        for chip in chips:
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + size.height() + _GAP
            found.append((chip, QRect(QPoint(x, y), size)))
            x += size.width() + _GAP
        return found

    @Slot()
    def _open_menu(self) -> None:
        self._menu.clear()
        self._menu.setFont(theme.font())
        for choice in self._hidden:
            action = self._menu.addAction(f"{self._word(choice)}  {formatting.count(self._count(choice))}")
            action.triggered.connect(partial(self._toggle, choice))
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + theme.XS)))

    def _count(self, choice: Choice) -> int:
        counts = self._counts
        if counts is None:
            return 0
        if isinstance(choice, EntryKind):
            return dict(counts.by_kind).get(choice.value, 0)
        return dict(counts.by_channel).get(choice, 0)
