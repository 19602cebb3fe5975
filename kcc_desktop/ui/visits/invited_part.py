"""Who else is asked to be there, as with trouble between neighbours: found by name, added, left out again."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, cast
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Button


class PartyPart(Protocol):
    """A field that finds somebody; another folder makes it."""

    picked: Any  # Signal(object): a PartyRef

    def show_ref(self, ref: PartyRef | None) -> None: ...

    def pick(self) -> None: ...


class InvitedPart(QWidget):
    """`added` carries a `PartyRef`, `left_out` an id; `left`: somebody was picked, the hand goes back."""

    added = Signal(object)
    left_out = Signal(object)
    left = Signal()

    def __init__(self, chooser: Callable[[str], PartyPart]) -> None:
        super().__init__()
        self.choice = chooser(self.tr("Who else is to be there"))
        self.choice.picked.connect(self._on_picked)
        self._shown: tuple[PartyRef, ...] = ()
        self._inside = QWidget()
        self.buttons: dict[UUID, Button] = {}
        self._box = column(self._inside, cast(QWidget, self.choice), gap=theme.XS)
        self.setLayout(self._box)
        self.hide()

    def begin(self) -> None:
        """In sight, with the list open once it has its place."""
        self.show()
        QTimer.singleShot(0, self, self._pick)

    def show_invited(self, invited: tuple[PartyRef, ...]) -> bool:
        """A button each, that leaves them out again. False when they stood there already."""
        if invited == self._shown:
            return False
        self._shown = invited
        self._inside.hide()
        self._inside.deleteLater()
        self.buttons = {one.id: self._button(one) for one in invited}
        self._inside = QWidget()
        self._inside.setLayout(column(*self.buttons.values(), gap=theme.XS))
        self._box.insertWidget(0, self._inside)
        if invited:
            self.show()
        return True

    def _button(self, one: PartyRef) -> Button:
        icon = "buildings" if one.kind is PartyKind.ORGANISATION else "user-minus"
        name = self.tr("Do not invite {name}").format(name=one.title)
        button = Button(one.title, icon=icon, height=theme.CONTROL_SMALL, size=theme.CAPTION, wide=True, name=name)
        button.clicked.connect(partial(self._on_clicked, one.id))
        return button

    @Slot()
    def _pick(self) -> None:
        if self.isVisible():
            self.choice.pick()

    @Slot(object)
    def _on_picked(self, ref: PartyRef) -> None:
        self.choice.show_ref(None)
        self.added.emit(ref)
        self.left.emit()

    @Slot()
    def _on_clicked(self, party_id: UUID, _checked: bool = False) -> None:
        self.left.emit()  # before the button goes, and the focus with it to wherever
        self.left_out.emit(party_id)
