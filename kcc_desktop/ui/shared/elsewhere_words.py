"""Words for the town's other calendar: what it is called, and what it wants to know of somebody."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointment_door import CustomerField
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

_CONTEXT = "Elsewhere"
_SYSTEMS = {"jcc": "JCC-Afspraken"}
_FIELDS: dict[CustomerField, str] = {
    CustomerField.FIRST_NAME: QT_TRANSLATE_NOOP("Elsewhere", "First name"),
    CustomerField.INITIALS: QT_TRANSLATE_NOOP("Elsewhere", "Initials"),
    CustomerField.PREFIX: QT_TRANSLATE_NOOP("Elsewhere", "Prefix"),
    CustomerField.LAST_NAME: QT_TRANSLATE_NOOP("Elsewhere", "Last name"),
    CustomerField.BIRTH_DATE: QT_TRANSLATE_NOOP("Elsewhere", "Birth date (1987-07-12)"),
    CustomerField.BSN: QT_TRANSLATE_NOOP("Elsewhere", "BSN"),
    CustomerField.NATIONALITY: QT_TRANSLATE_NOOP("Elsewhere", "Nationality"),
    CustomerField.LANGUAGE: QT_TRANSLATE_NOOP("Elsewhere", "Language"),
    CustomerField.EMAIL: QT_TRANSLATE_NOOP("Elsewhere", "E-mail"),
    CustomerField.PHONE: QT_TRANSLATE_NOOP("Elsewhere", "Phone"),
    CustomerField.MOBILE: QT_TRANSLATE_NOOP("Elsewhere", "Mobile phone"),
    CustomerField.STREET: QT_TRANSLATE_NOOP("Elsewhere", "Street"),
    CustomerField.HOUSE_NUMBER: QT_TRANSLATE_NOOP("Elsewhere", "House number"),
    CustomerField.ADDITION: QT_TRANSLATE_NOOP("Elsewhere", "Addition"),
    CustomerField.POSTCODE: QT_TRANSLATE_NOOP("Elsewhere", "Postcode"),
    CustomerField.CITY: QT_TRANSLATE_NOOP("Elsewhere", "Place"),
    CustomerField.COUNTRY: QT_TRANSLATE_NOOP("Elsewhere", "Country"),
}


def system(kind: str) -> str:
    """By its own name, which no language changes."""
    return _SYSTEMS.get(kind, kind)


def field(name: CustomerField) -> str:
    return QCoreApplication.translate(_CONTEXT, _FIELDS[name])
