"""What else the visitor must know, each behind its key: contact, interpreter, access, what to bring, who else comes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.visit_commands import LONGEST_ACCESS
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.fields import Field, TextField
from kcc_desktop.ui.visits.invited_part import InvitedPart, PartyPart
from kcc_desktop.ui.visits.plan import VisitPlan
from kcc_desktop.ui.visits.planning import VisitPlanning

_LONGEST_NAME = 200
INVITE_KEY = "I"


@dataclass(frozen=True, slots=True)
class _Extra:
    field: str  # of the plan
    key: str
    icon: str
    longest: int


_EXTRAS = (
    _Extra("contact", "C", "user", _LONGEST_NAME),
    _Extra("interpreter", "T", "translate", _LONGEST_NAME),
    _Extra("access", "A", "key", LONGEST_ACCESS),
    _Extra("materials", "M", "bag", LONGEST_ACCESS),
)


class ExtrasPart(QWidget):
    """A button each; pressed, its field opens. `left`: Enter in a field, the hand goes back to the proposals."""

    left = Signal()
    entered = Signal(object)  # QWidget: the field that opened

    def __init__(self, planning: VisitPlanning, chooser: Callable[[str], PartyPart]) -> None:
        super().__init__()
        self._planning = planning
        names = {
            "contact": self.tr("Contact person"),
            "interpreter": self.tr("Interpreter"),
            "access": self.tr("Access"),
            "materials": self.tr("Take along"),
        }
        hints = {
            "contact": self.tr("Who lets us in, with a number"),
            "interpreter": self.tr("Which language"),
            "access": self.tr("Such as: round the back, dog, which bell"),
            "materials": self.tr("With commas between"),
        }
        self.buttons: dict[str, Button] = {}
        self.fields: dict[str, TextField] = {}
        self._holders: dict[str, Field] = {}
        for extra in _EXTRAS:
            name = extra.field
            button = Button(
                names[name],
                icon=extra.icon,
                keys=extra.key,
                rank="quiet",
                height=theme.CONTROL_SMALL,
                size=theme.CAPTION,
                wide=True,
            )
            button.clicked.connect(partial(self._open, name))
            typed = TextField(names[name], hints[name])
            typed.setMaxLength(extra.longest)
            typed.textEdited.connect(partial(self._on_typed, name))
            typed.returnPressed.connect(self.left)
            holder = Field(names[name], typed)
            holder.hide()
            self.buttons[name], self.fields[name], self._holders[name] = button, typed, holder
        self.invite = Button(
            self.tr("Invite somebody else"),
            icon="user-plus",
            keys=INVITE_KEY,
            rank="quiet",
            height=theme.CONTROL_SMALL,
            size=theme.CAPTION,
            wide=True,
        )
        self.invite.clicked.connect(self._invite)
        self.invited = InvitedPart(chooser)
        self.invited.added.connect(planning.invite)
        self.invited.left_out.connect(planning.leave_out)
        self.invited.left.connect(self.left)
        shown = list(self.buttons.values())
        first, second = row(*shown[:2], gap=theme.XS), row(*shown[2:], gap=theme.XS)
        self.setLayout(column(first, second, *self._holders.values(), self.invite, self.invited, gap=theme.XS))

    def open_by(self, key: str) -> bool:
        """Open the field of this letter; False for a letter that is none of theirs."""
        if key == INVITE_KEY:
            self._invite()
            return True
        extra = next((one for one in _EXTRAS if one.key == key), None)
        if extra is None:
            return False
        self._open(extra.field)
        return True

    def show_plan(self, plan: VisitPlan) -> None:
        """Whoever is invited by now."""
        if self.invited.show_invited(plan.invited):
            self.entered.emit(self.invited)

    def fold(self) -> None:
        """Empty and closed, for the next plan."""
        for name, field in self.fields.items():
            field.clear()
            self._holders[name].hide()
            self.buttons[name].show()
        self.invited.show_invited(())
        self.invited.hide()
        self.invite.show()

    @Slot()
    def _invite(self) -> None:
        self.invite.hide()  # its field is there; the key stays
        self.invited.show()
        self.entered.emit(self.invited)  # in sight first: the list opens beside where the field then is
        self.invited.begin()

    @Slot()
    def _open(self, name: str, _checked: bool = False) -> None:
        self.buttons[name].hide()
        self._holders[name].show()
        self.fields[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entered.emit(self._holders[name])

    @Slot(str)
    def _on_typed(self, name: str, text: str) -> None:
        self._planning.set_words(**{name: text.strip()})
