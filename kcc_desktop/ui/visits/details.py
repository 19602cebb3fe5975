"""What is known of the visit that is meant, and what can be done with it; without a visit: the worker's day.

Asks no service: it shows what it is told and says which action was pressed.
"""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kcc_desktop.domain.safety_notes import SafetyNote
from kcc_desktop.domain.visit_days import WorkerDay
from kcc_desktop.domain.visits import Visit
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.basics import Badge, Layer, Paragraph, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.facts import Facts
from kcc_desktop.ui.visits import visit_facts
from kcc_desktop.ui.visits.safety_part import SafetyPart

# In the order in which a day goes; each is an action of the panel.
OF_VISIT = (
    "visit_safety",
    "visit_warn",
    "visit_forward",
    "visit_outcome",
    "visit_navigate",
    "visit_unplan",
    "visit_follow_up",
)
OF_WORKER = ("visit_sheet", "visit_calendar")
_ICONS = {
    "visit_safety": "shield-warning",
    "visit_warn": "shield-plus",
    "visit_forward": "arrow-right",
    "visit_outcome": "check-circle",
    "visit_navigate": "navigation-arrow",
    "visit_unplan": "arrow-u-up-left",
    "visit_follow_up": "arrow-bend-up-right",
    "visit_sheet": "printer",
    "visit_calendar": "calendar-blank",
}


class Details(Layer):
    """`pressed` carries the action's name. `open_wanted`: the whole visit, numbers and notes too."""

    pressed = Signal(str)
    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface")
        self.setParent(parent)
        self.setAccessibleName(self.tr("The chosen visit"))
        self._shown: UUID | None = None
        self._title = Paragraph("", size=theme.LEAD, strong=True)
        self._below = Paragraph("", "muted")
        self._safety = Badge(self.tr("Safety note present"), tone="near", icon="shield-warning")
        self.notes = SafetyPart()
        self._facts = Facts(label_width=92)
        self._open = Button(self.tr("Show everything"), keys="↵", rank="quiet", height=theme.CONTROL_SMALL)
        self._open.clicked.connect(self.open_wanted)
        self._said = Paragraph("", "good")
        inside = QWidget()
        inside.setLayout(
            column(
                self._title,
                self._below,
                row(self._safety, None),
                self.notes,
                self._facts,
                row(self._open, None),
                None,
                gap=theme.S,
                margins=(theme.L, theme.M, theme.L, theme.M),
            )
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.buttons: dict[str, Button] = {}
        for name in (*OF_VISIT, *OF_WORKER):
            button = Button(
                keys.title(name),
                icon=_ICONS[name],
                keys=keys.shown(name),
                height=theme.CONTROL_SMALL,
                size=theme.CAPTION,
                wide=True,
            )
            button.clicked.connect(partial(self._on_pressed, name))
            self.buttons[name] = button
        foot = column(self._said, *self.buttons.values(), gap=theme.XS, margins=(theme.L, 0, theme.L, theme.L))
        whole = column(area, foot, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.show_day(None)
        self.say("")

    def show_visit(self, visit: Visit, *, is_whole: bool) -> None:
        """`is_whole`: it was opened, with numbers and notes."""
        self._title.set_text(visit.title)
        address = visit.place.address
        where = ", ".join(part for part in (address.line1(), address.line2()) if part)
        self._below.set_text(where)
        self._below.setVisible(bool(where))
        self._safety.setVisible(visit.has_safety_note)
        self._facts.set_pairs(visit_facts.of_visit(visit))
        if self._shown != visit.id:
            self._shown = visit.id
            self.show_notes(())
        self._open.setVisible(not is_whole)

    def show_day(self, day: WorkerDay | None) -> None:
        """No visit is meant."""
        self._title.set_text(day.worker.name if day is not None else self.tr("Nobody is shown"))
        say = words.VisitWords()
        text = ""
        if day is not None:
            own = sum(not stop.is_hold for stop in day.stops)
            text = f"{say.visits(own)} · {say.driving(day.driving_minutes)}"
        self._below.set_text(text)
        self._below.setVisible(bool(text))
        self._safety.hide()
        self._shown = None
        self.show_notes(())
        self._open.hide()
        self._facts.set_pairs(visit_facts.of_day(day) if day is not None else [])

    def show_notes(self, notes: Sequence[SafetyNote]) -> None:
        """What whoever may read them was told; gone as soon as another visit is meant."""
        self.notes.show_notes(notes)

    def set_possible(self, names: frozenset[str], forward: str) -> None:
        """What can be done now; `forward` says what the next step is."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)
        if forward:
            self.buttons["visit_forward"].setText(forward)

    def say(self, text: str, tone: str = "good") -> None:
        """What was just done, or why not."""
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))

    def said(self) -> str:
        return self._said.text() if not self._said.isHidden() else ""

    @Slot()
    def _on_pressed(self, name: str, _checked: bool = False) -> None:
        self.pressed.emit(name)
