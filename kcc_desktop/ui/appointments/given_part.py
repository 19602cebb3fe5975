"""What the other calendar has to be given: what we know of it, in a line, and a field for each thing we do not."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcc_desktop.domain.appointment_door import CustomerField
from kcc_desktop.ui.appointments.elsewhere_plan import ElsewherePlan
from kcc_desktop.ui.appointments.elsewhere_planning import ElsewherePlanning
from kcc_desktop.ui.shared import elsewhere_words, theme
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.fields import Field, TextField

_LONGEST = 100


class GivenPart(QWidget):
    """`entered`: Enter in the last field that is empty."""

    entered = Signal()

    def __init__(self, planning: ElsewherePlanning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planning = planning
        self._shown: tuple[CustomerField, ...] = ()
        self.fields: dict[CustomerField, TextField] = {}
        self._known = Paragraph("", "muted", theme.CAPTION)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.S)
        self._box.addWidget(self._known)
        self._holders: list[Field] = []

    def show_plan(self, plan: ElsewherePlan) -> None:
        known = plan.found.known if plan.found is not None else {}
        told = ", ".join(text for text in known.values() if text)
        self._known.set_text(self.tr("Is given there: {what}").format(what=told) if told else "")
        self._known.setVisible(bool(told))
        if plan.to_fill_in() != self._shown:
            self._make(plan)
        self.setVisible(bool(told) or bool(self._shown))

    def focus_missing(self) -> bool:
        """Go to the first field that is empty; False when none is."""
        empty = next((one for one in self.fields.values() if not one.text().strip()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
        return empty is not None

    def _make(self, plan: ElsewherePlan) -> None:
        for holder in self._holders:
            self._box.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        self._shown, self.fields, self._holders = plan.to_fill_in(), {}, []
        for name in self._shown:
            label = elsewhere_words.field(name)
            typed = TextField(label, text=plan.typed.get(name, ""))
            typed.setMaxLength(_LONGEST)
            typed.textEdited.connect(partial(self._planning.fill_in, name))
            typed.returnPressed.connect(self._on_enter)
            holder = Field(label, typed)
            self.fields[name] = typed
            self._holders.append(holder)
            self._box.addWidget(holder)

    def _on_enter(self) -> None:
        if not self.focus_missing():
            self.entered.emit()
