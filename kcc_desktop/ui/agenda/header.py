"""Above the days: which they are, day or week, back and on; and one line about what is going on or went wrong."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kcc_desktop.domain.agenda import LaneKind
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.agenda.moving import Moving
from kcc_desktop.ui.agenda.store import AgendaStore
from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared.basics import Icon, Restyled, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Chip
from kcc_desktop.ui.shared.segments import Segment, SegmentRow

_ICONS = {"over": "prohibit", "near": "warning", "good": "check", "brand": "arrows-out-cardinal", "muted": "info"}
_CHIPS = {LaneKind.COUNTER: "bank", LaneKind.HOST: "users", LaneKind.WORKER: "car-simple"}


class AgendaHeader(Restyled, QWidget):
    now_wanted = Signal()

    def __init__(self, store: AgendaStore, moving: Moving) -> None:
        super().__init__()
        self._store, self._moving = store, moving
        self._said: tuple[str, str] = ("", "muted")
        self._tone = "muted"
        self._title = Text("", theme.TITLE, strong=True, elided=True)
        self._summary = Text("", tone="muted", elided=True)
        self.views = SegmentRow(
            Segment(self.tr("Day"), keys=keys.shown("agenda_day"), height=theme.CONTROL_SMALL),
            Segment(self.tr("Week"), keys=keys.shown("agenda_week"), height=theme.CONTROL_SMALL),
            name=self.tr("Day or week"),
        )
        self.views.chosen.connect(self._on_view)
        self.back = Button("", icon="caret-left", name=self.tr("Earlier"))
        self.now = Button(self.tr("Today"), keys=keys.shown("agenda_today"))
        self.on = Button("", icon="caret-right", name=self.tr("Later on"))
        self.back.clicked.connect(partial(store.step, -1))
        self.on.clicked.connect(partial(store.step, 1))
        self.now.clicked.connect(self.now_wanted)
        self._names = {
            LaneKind.COUNTER: self.tr("Counters"),
            LaneKind.HOST: self.tr("Colleagues"),
            LaneKind.WORKER: self.tr("On location"),
        }
        self.kinds = {kind: Chip("", icon=_CHIPS[kind], on=True, name=name) for kind, name in self._names.items()}
        for kind, chip in self.kinds.items():
            chip.clicked.connect(partial(self._on_kind, kind))
        about = QWidget()
        about.setLayout(column(self._title, self._summary, gap=2))
        self._controls = QWidget()
        ways = (self.views, self.back, self.now, self.on)
        self._controls.setLayout(row(*self.kinds.values(), None, *ways, gap=theme.S))
        self._top = row(about, self._controls, gap=theme.S)
        self._top.setStretch(0, 1)
        self._icon, self._line = Icon("info", size=theme.ICON), Text("", elided=True)
        self._below = QWidget()
        said = row(self._icon, self._line, gap=theme.S)
        said.setStretch(1, 1)
        self._below.setLayout(said)
        self._below.hide()
        self.setLayout(column(self._top, self._below, gap=theme.S, margins=(theme.L, theme.M, theme.L, theme.M)))
        store.changed.connect(self.show_store)
        moving.changed.connect(self.show_moving)
        self.show_store()
        self.follow_theme()

    def restyle(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the title where it keeps its words, else below it; with fewer words where even so is no room."""
        self._put_words(True)
        room = self.width() - 2 * theme.L
        is_beside = self._title.sizeHint().width() + theme.L + self._controls.sizeHint().width() <= room
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        if self._controls.sizeHint().width() > room:
            self._put_words(False)

    def _put_words(self, is_wanted: bool) -> None:
        """Chips with their words and ways with their keys, or both without."""
        for kind, chip in self.kinds.items():
            chip.setText(self._names[kind] if is_wanted else "")
        keys_of = ("agenda_day", "agenda_week")
        for segment, name in zip(self.views.segments(), keys_of, strict=True):
            segment.set_keys(keys.shown(name) if is_wanted else "")
        self.now.set_keys(keys.shown("agenda_today") if is_wanted else "")
        self.views.setFixedWidth(self.views.sizeHint().width())

    def say(self, text: str, tone: str = "muted") -> None:
        """One line, until something else is said; "" for nothing."""
        self._said = (text, tone)
        self.show_moving()

    def said(self) -> str:
        """What stands in the line now."""
        return self._line.text() if not self._below.isHidden() else ""

    def is_over(self) -> bool:
        """Whether it says that something cannot be."""
        return self._tone == "over"

    @Slot()
    def show_store(self) -> None:
        store = self._store
        self._title.setText(words.heading(store.on, store.is_week, store.days()))
        self._summary.setText(words.summary(store.agenda, store.on, store.today()))
        self.views.choose(1 if store.is_week else 0)
        counts = Counter(lane.kind for lane in store.all_lanes())
        for kind, chip in self.kinds.items():
            chip.set_count(str(counts[kind]))
            chip.setChecked(kind not in store.hidden)
            chip.setVisible(bool(counts[kind]) and len(counts) > 1)  # one kind alone is nothing to choose from
        self._arrange()

    @Slot()
    def show_moving(self) -> None:
        text, tone = self._moved() if self._moving.moved is not None else self._said
        self._tone = tone
        self._icon.set_icon(_ICONS[tone], tone)
        self._line.setText(text)
        self._line.set_tone(tone if tone != "muted" else "text")
        self._below.setVisible(bool(text))

    def _moved(self) -> tuple[str, str]:
        """Where it would go, and what is against it."""
        event, place, agenda = self._moving.moved, self._moving.place, self._store.agenda
        if event is None or place is None:
            return "", "muted"
        at = instant_of(place.quantum)
        lane = next((one.name for one in agenda.lanes if one.id == place.lane_id), "") if agenda is not None else ""
        where = f"{formatting.day(at)} {formatting.time(at)}, {lane}"
        against = self._moving.against()
        if against:
            why = "; ".join(words.conflict(one) for one in against)
            return f"{where}: {why}", "over"
        told = self.tr("{what} to {where}. Enter moves it, Esc leaves it.")
        return told.format(what=words.title(event), where=where), "brand"

    @Slot(int)
    def _on_view(self, number: int) -> None:
        self._store.set_week(number == 1)

    def _on_kind(self, kind: LaneKind) -> None:
        self._store.show_lanes(kind, self.kinds[kind].isChecked())
