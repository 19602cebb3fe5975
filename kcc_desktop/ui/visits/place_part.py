"""Where the visit goes, in the form: the address that is known and how sure its point is, or another one to type."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.visits import QUALITY_LABELS, PointQuality, VisitPlace
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Icon, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.fields import Field, TextField, beside
from kcc_desktop.ui.shared.labels import of_labels
from kcc_desktop.ui.visits.plan import Asks

OTHER_KEY = "O"


class PlacePart(QWidget):
    """`address_given` carries an Address; `point_given` one whose postcode is near enough. `left`: back to the list."""

    address_given = Signal(object)
    point_given = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_typing, self._asks = False, Asks.NOTHING
        self._icon = Icon("map-pin")
        self._address = Paragraph("")
        self._quality = Text("", theme.CAPTION, tone="near", elided=True)
        self.other = Button(
            "",
            icon="pencil-simple",
            keys=OTHER_KEY,
            rank="quiet",
            height=theme.CONTROL_SMALL,
            name=self.tr("Elsewhere"),
        )
        self.other.clicked.connect(self.type_other)
        self._why = Paragraph("", "near")
        self.street, self.number = TextField(self.tr("Street")), TextField(self.tr("Number"))
        self.postcode, self.town = TextField(self.tr("Postcode")), TextField(self.tr("Town"))
        self._street = beside(
            Field(self.tr("Street"), self.street), Field(self.tr("Number"), self.number), shares=(3, 1)
        )
        self._postcode = Field(self.tr("Postcode"), self.postcode)
        self._town = Field(self.tr("Town"), self.town)
        below = beside(self._postcode, self._town, shares=(1, 2))
        self._use = Button(self.tr("Look from here"), icon="magnifying-glass", keys="↵", height=theme.CONTROL_SMALL)
        self._use.clicked.connect(self._on_use)
        self._editor = QWidget()
        self._editor.setLayout(column(self._why, self._street, below, row(self._use, None), gap=theme.S))
        for each in (self.street, self.number, self.postcode, self.town):
            each.returnPressed.connect(self._on_use)
        self._line = QWidget()
        words = column(self._address, self._quality, gap=0)
        line = row(self._icon, words, self.other, gap=theme.S)
        line.setStretch(1, 1)
        self._line.setLayout(line)
        self.setLayout(column(self._line, self._editor, gap=theme.XS))

    def show_place(self, place: VisitPlace | None, asks: Asks) -> None:
        """What is known, or the fields that ask for it."""
        if asks is not self._asks and asks in (Asks.ADDRESS, Asks.POINT):
            self._is_typing = True
        elif asks is Asks.NOTHING and self._asks is not Asks.NOTHING:
            self._is_typing = False
        self._asks = asks
        self._line.setVisible(place is not None)
        if place is not None:
            address = place.address
            self._address.set_text(", ".join(part for part in (address.line1(), address.line2()) if part))
            marked = place.point is not None and place.quality is not PointQuality.EXACT
            self._quality.setText(of_labels(QUALITY_LABELS[place.quality]) if marked else "")
            self._quality.setVisible(marked)
        self._show_editor()

    @Slot()
    def type_other(self) -> None:
        """Another address than the one that is known."""
        self._is_typing = True
        self._show_editor()
        self._first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_typing(self) -> bool:
        return self._is_typing

    def take_focus(self) -> None:
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> TextField:
        return self.postcode if self._asks is Asks.POINT else self.street

    def _show_editor(self) -> None:
        why = {
            Asks.NOTHING: "",
            Asks.UNCOVERING: self.tr("The address is covered. Show it first ({keys}), or type where to go.").format(
                keys=keys.shown("reveal")
            ),
            Asks.ADDRESS: self.tr("No address is known. Where is the visit?"),
            Asks.POINT: self.tr("This address is not on the map. Which postcode is near it?"),
        }[self._asks]
        self._why.set_text(why)
        self._why.setVisible(bool(why))
        self._street.setVisible(self._asks is not Asks.POINT)
        self._town.setVisible(self._asks is not Asks.POINT)
        self._editor.setVisible(self._is_typing or self._asks is not Asks.NOTHING)

    @Slot()
    def _on_use(self) -> None:
        """A postcode is what travel is reckoned from; without one nobody is sent anywhere."""
        postcode = "".join(self.postcode.text().split()).upper()
        if not postcode:
            self.postcode.refuse(self.tr("Type a postcode, such as 8302 AB"))
            self.postcode.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.postcode.accept()
        if self._asks is Asks.POINT:
            self.point_given.emit(Address(postcode=postcode))
            return
        number, street = self.number.text().strip(), self.street.text().strip()
        digits = number[: len(number) - len(number.lstrip("0123456789"))]
        address = Address(
            street,
            int(digits) if digits else None,
            addition=number[len(digits) :].strip(),
            postcode=postcode,
            place=self.town.text().strip(),
        )
        self._is_typing = False
        self.address_given.emit(address)
