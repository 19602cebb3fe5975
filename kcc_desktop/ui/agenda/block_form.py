"""Keeps counters free of appointments: which, when, why, and again and again when asked.

What is promised already is listed; saving once more lays the block round it.
"""

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agenda import Agenda, LaneKind
from kcc_desktop.domain.agenda_moves import Place
from kcc_desktop.domain.blocks import PlaceBlock, Recurrence, Repeat, TimePromised
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.written_dates import parse_day
from kcc_desktop.domain.written_times import parse_time
from kcc_desktop.services.blocks import BlockService
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.cards import banner
from kcc_desktop.ui.shared.check import Check
from kcc_desktop.ui.shared.fields import TextField, beside, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.segments import Segment, SegmentRow

_REPEATS = tuple(Repeat)
_WEEKS_AHEAD = 8
_MOST_TOLD = 6


class BlockForm(FormPanel):
    def __init__(self, beside_of: QWidget, tasks: TaskRunner, service: BlockService) -> None:
        super().__init__(beside_of, tasks, self.tr("Block time"), self.tr("Block"))
        self._service = service
        self._location: UUID | None = None
        self._on = self._today = date.min
        self._id = new_id()
        self._goes_round = False
        self.counters: dict[UUID, Check] = {}
        self._counters = QWidget()
        self.reason = TextField(self.tr("Why"), self.tr("Break, training, outage …"))
        self.begin, self.end = TextField(self.tr("From")), TextField(self.tr("Until"))
        self.day = TextField(self.tr("Day"))
        names = (self.tr("Once"), self.tr("Weekly"), self.tr("Same date"), self.tr("Same weekday"))
        segments = (Segment(name, height=theme.CONTROL_SMALL, size=theme.CAPTION) for name in names)
        self.repeat = SegmentRow(*segments, name=self.tr("Again"))
        self.repeat.choose(0)
        self.repeat.chosen.connect(self._on_repeat)
        self.every = TextField(self.tr("Every so many"), text="1")
        self.until = TextField(self.tr("Up to and including"))
        self.but_not = TextField(self.tr("Not on"), self.tr("Days, with commas between"))
        fields = {
            "reason": field(self.tr("Why"), self.reason),
            "day": field(self.tr("Day"), self.day),
            "from": field(self.tr("From"), self.begin),
            "until": field(self.tr("Until"), self.end),
            "every": field(self.tr("Every so many"), self.every),
            "until_on": field(self.tr("Up to and including"), self.until),
            "exceptions": field(self.tr("Not on"), self.but_not),
        }
        self._rule = QWidget()
        how_often = beside(fields["every"], fields["until_on"], shares=(1, 2))
        self._rule.setLayout(column(how_often, fields["exceptions"], gap=theme.M))
        self._told = banner("near", "warning", "", "")
        self._told.hide()
        self._lay_out(
            self._told,
            field(self.tr("Counters"), self._counters),
            beside(fields["day"], fields["from"], fields["until"], shares=(2, 1, 1)),
            fields["reason"],
            field(self.tr("Again"), self.repeat),
            self._rule,
        )
        self._known_as(**fields)
        for one in (self.begin, self.end, self.day, self.until, self.but_not, self.reason, self.every):
            one.textEdited.connect(self._forget_conflicts)

    def open_at(self, agenda: Agenda, on: date, today: date, place: Place | None) -> None:
        """At the counter and time that are chosen, else at the day's first hour."""
        self._location, self._on, self._today, self._id = agenda.location.id, on, today, new_id()
        day = agenda.day(on)
        begin = place.quantum if place is not None else day.opens() if day is not None else None
        at = formatting.local(instant_of(begin)) if begin is not None else None
        self.day.setText(formatting.full_date(on))
        self.begin.setText(f"{at:%H:%M}" if at is not None else "")
        self.end.setText(f"{at + timedelta(minutes=30):%H:%M}" if at is not None else "")
        self.until.setText(formatting.full_date(on + timedelta(weeks=_WEEKS_AHEAD)))
        self.every.setText("1")
        self.but_not.setText("")
        self.reason.setText("")
        self.repeat.choose(0)
        self._rule.hide()
        self._list_counters(agenda, place)
        self._forget_conflicts()
        self.appear()

    def refuse(self, *errors: Exception) -> None:
        promised = next((one for one in errors if isinstance(one, TimePromised)), None)
        if promised is None:
            super().refuse(*errors)
            return
        self._goes_round = True
        lines = [words.in_the_way(one, self._today) for one in promised.in_the_way[:_MOST_TOLD]]
        more = len(promised.in_the_way) - _MOST_TOLD
        if more > 0:
            lines.append(self.tr("and more: {number}").format(number=more))
        title = words.AgendaCounts().promised(len(promised.in_the_way))
        self._told.set_banner("near", "warning", title, "\n".join(lines))
        self._told.show()
        self.save_button.setText(self.tr("Block round these"))
        self.settle()
        self._scroll.ensureWidgetVisible(self._told)

    def _first(self) -> QWidget:
        return self.reason

    def _save(self) -> None:
        problems: list[InvalidValue] = []
        on = self._parsed_day(self.day, "day", problems)
        begin, end = self._minutes(self.begin, "from", problems), self._minutes(self.end, "until", problems)
        rule = self._recurrence(problems)
        chosen = tuple(lane_id for lane_id, check in self.counters.items() if check.isChecked())
        if problems or on is None or begin is None or end is None or rule is None or self._location is None:
            self.refuse(*problems)
            return
        command = PlaceBlock(
            self._id, self._location, chosen, on, begin, end, self.reason.text(), rule, self._goes_round
        )
        self._submit(partial(self._service.place, command), command)

    def _recurrence(self, problems: list[InvalidValue]) -> Recurrence | None:
        repeat = _REPEATS[max(0, self.repeat.index())]
        if repeat is Repeat.NEVER:
            return Recurrence()
        until = self._parsed_day(self.until, "until_on", problems)
        every = self.every.text().strip()
        if not every.isascii() or not every.isdecimal():
            problems.append(InvalidValue("every", "not_positive"))
            return None
        days = set()
        for text in filter(str.strip, self.but_not.text().split(",")):
            try:
                days.add(parse_day(text, self._today))
            except InvalidValue as error:
                problems.append(InvalidValue("exceptions", error.reason))
        return Recurrence(repeat, int(every), until, exceptions=frozenset(days))

    def _parsed_day(self, typed: TextField, name: str, problems: list[InvalidValue]) -> date | None:
        try:
            return parse_day(typed.text(), self._today)
        except InvalidValue as error:
            problems.append(InvalidValue(name, error.reason))
            return None

    @staticmethod
    def _minutes(typed: TextField, name: str, problems: list[InvalidValue]) -> int | None:
        try:
            at = parse_time(typed.text())
        except InvalidValue as error:
            problems.append(InvalidValue(name, error.reason))
            return None
        return at.hour * 60 + at.minute

    def _list_counters(self, agenda: Agenda, place: Place | None) -> None:
        old = self._counters.layout()
        if old is not None:
            QWidget().setLayout(old)  # a layout goes with its widget, and its checks with it
        lanes = [lane for lane in agenda.lanes if lane.kind is not LaneKind.WORKER]
        wanted = [lane.id for lane in lanes if place is not None and lane.id == place.lane_id]
        chosen = [*wanted, *(lane.id for lane in lanes)][:1]
        self.counters = {lane.id: Check(lane.name, lane.id in chosen) for lane in lanes}
        for check in self.counters.values():
            check.toggled.connect(self._forget_conflicts)
        self._counters.setLayout(column(*self.counters.values(), gap=0))

    @Slot(int)
    def _on_repeat(self, number: int) -> None:
        self._rule.setVisible(_REPEATS[number] is not Repeat.NEVER)
        self._forget_conflicts()
        self.settle()

    @Slot()
    def _forget_conflicts(self) -> None:
        """Something else is asked than what was refused."""
        self._goes_round = False
        self._told.hide()
        self.save_button.setText(self.tr("Block"))


class UnblockForm(FormPanel):
    """Ends a block: this time alone, or all later ones of the rule too."""

    def __init__(self, beside_of: QWidget, tasks: TaskRunner, service: BlockService) -> None:
        super().__init__(beside_of, tasks, self.tr("Blocked"), self.tr("Free this time"))
        self._service = service
        self._block: UUID | None = None
        self._words = Paragraph("")
        names = (self.tr("This time"), self.tr("This and later"))
        self.which = SegmentRow(
            *(Segment(name, height=theme.CONTROL_SMALL) for name in names), name=self.tr("Which times")
        )
        self._lay_out(self._words, self.which)

    def open_for(self, block_id: UUID, about: str) -> None:
        self._block = block_id
        self._words.set_text(about)
        self.which.choose(0)
        self.appear()

    def _first(self) -> QWidget:
        return self.which.segments()[0]

    def _save(self) -> None:
        if self._block is not None:
            work = self._service.end_from if self.which.index() == 1 else self._service.end
            self._submit(partial(work, self._block), self._block)
