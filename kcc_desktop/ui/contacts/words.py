"""The words of the Contact column for the domain's values, in the language of the screen."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.contacts import ContactKind, Direction, MunicipalRole

# ISO 639-2, the languages that are asked for most; others keep their code.
LANGUAGES = ("nld", "eng", "pol", "ara", "tir", "ukr", "tur", "deu", "fra", "ron", "bul", "som", "fas", "spa", "rus")


def kind(value: ContactKind) -> str:
    if value is ContactKind.REQUEST:
        return QCoreApplication.translate("ContactWords", "request")
    if value is ContactKind.SIGNAL:
        return QCoreApplication.translate("ContactWords", "signal")
    return QCoreApplication.translate("ContactWords", "question")


def direction(value: Direction) -> str:
    if value is Direction.OUTBOUND:
        return QCoreApplication.translate("ContactWords", "we contacted them")
    return QCoreApplication.translate("ContactWords", "they contacted us")


def role(value: MunicipalRole) -> str:
    return {
        MunicipalRole.SERVICE: QCoreApplication.translate("ContactWords", "service provider"),
        MunicipalRole.DEVELOPER: QCoreApplication.translate("ContactWords", "developer"),
        MunicipalRole.MANAGER: QCoreApplication.translate("ContactWords", "manager of public space"),
        MunicipalRole.ENFORCEMENT: QCoreApplication.translate("ContactWords", "enforcer"),
    }[value]


def language(code: str) -> str:
    """The language's name, its code when we have no name for it."""
    names = {
        "nld": QCoreApplication.translate("ContactWords", "Dutch"),
        "eng": QCoreApplication.translate("ContactWords", "English"),
        "pol": QCoreApplication.translate("ContactWords", "Polish"),
        "ara": QCoreApplication.translate("ContactWords", "Arabic"),
        "tir": QCoreApplication.translate("ContactWords", "Tigrinya"),
        "ukr": QCoreApplication.translate("ContactWords", "Ukrainian"),
        "tur": QCoreApplication.translate("ContactWords", "Turkish"),
        "deu": QCoreApplication.translate("ContactWords", "German"),
        "fra": QCoreApplication.translate("ContactWords", "French"),
        "ron": QCoreApplication.translate("ContactWords", "Romanian"),
        "bul": QCoreApplication.translate("ContactWords", "Bulgarian"),
        "som": QCoreApplication.translate("ContactWords", "Somali"),
        "fas": QCoreApplication.translate("ContactWords", "Persian"),
        "spa": QCoreApplication.translate("ContactWords", "Spanish"),
        "rus": QCoreApplication.translate("ContactWords", "Russian"),
    }
    return names.get(code, code)
