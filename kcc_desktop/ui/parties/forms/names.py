"""The fields that a person, a company and a mandate share. Know no service."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.fields import Field, TextField, beside, field


class AddressFields(QWidget):
    """Postcode, number, addition, street and place of an address in the Netherlands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.postcode = TextField(placeholder="8302 XK")
        self.number, self.addition, self.street, self.place = TextField(), TextField(), TextField(), TextField()
        self.fields = {
            "postcode": field(self.tr("Postcode"), self.postcode),
            "house_number": field(self.tr("House number"), self.number),
            "addition": field(self.tr("Addition"), self.addition),
            "street": field(self.tr("Street"), self.street),
            "place": field(self.tr("Town or village"), self.place),
        }
        first = beside(self.fields["postcode"], self.fields["house_number"], self.fields["addition"], shares=(4, 4, 3))
        second = beside(self.fields["street"], self.fields["place"], shares=(1, 1))
        self.setLayout(column(first, second, gap=theme.M))

    def address(self) -> Address | None:
        """None when nothing is typed. Refuses with InvalidValue a house number that is none."""
        texts = [edit.text().strip() for edit in (self.postcode, self.number, self.addition, self.street, self.place)]
        if not any(texts):
            return None
        postcode, number, addition, street, place = texts
        if number and not (number.isascii() and number.isdecimal() and 0 < int(number) < 100_000):
            raise InvalidValue("house_number", "characters")
        if postcode and not number:
            raise InvalidValue("house_number", "missing")
        letter = addition if len(addition) == 1 and addition.isalpha() else ""
        return Address(
            street=street,
            house_number=int(number) if number else None,
            letter=letter,
            addition="" if letter else addition,
            postcode=postcode,
            place=place,
        )

    def clear(self) -> None:
        for edit in (self.postcode, self.number, self.addition, self.street, self.place):
            edit.clear()


def reach_fields() -> tuple[TextField, TextField, Field, Field]:
    """Telephone and e-mail."""
    phone, email = TextField(), TextField()
    return (
        phone,
        email,
        field(QCoreApplication.translate("Parties", "Phone"), phone),
        field(QCoreApplication.translate("Parties", "E-mail"), email),
    )
