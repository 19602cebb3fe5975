"""The words of the left column for what the domain knows by codes, in the language that holds."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.parties import MessageKind, Relation, Representation, RepresentationGround, Source, Suspension
from kcc_desktop.domain.party_answers import Consent
from kcc_desktop.domain.purposes import Purpose
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

_LEVELS = {
    IdentityLevel.QUESTIONS_ANSWERED: QT_TRANSLATE_NOOP("Parties", "Questions answered"),
    IdentityLevel.CALLED_BACK: QT_TRANSLATE_NOOP("Parties", "Called back on a known number"),
    IdentityLevel.DOCUMENT_SEEN: QT_TRANSLATE_NOOP("Parties", "Identity document seen"),
    IdentityLevel.DIGID: QT_TRANSLATE_NOOP("Parties", "DigiD"),
    IdentityLevel.EHERKENNING: QT_TRANSLATE_NOOP("Parties", "eHerkenning"),
    IdentityLevel.SELF_DECLARED: QT_TRANSLATE_NOOP("Parties", "Told by the caller"),
    IdentityLevel.NOT_ESTABLISHED: QT_TRANSLATE_NOOP("Parties", "Not established"),
}
# How it was established, as the contact keeps it and the card shows it beside the badge.
_HOW = {
    IdentityLevel.QUESTIONS_ANSWERED: QT_TRANSLATE_NOOP("Parties", "date of birth and address"),
    IdentityLevel.CALLED_BACK: QT_TRANSLATE_NOOP("Parties", "called back on a known number"),
    IdentityLevel.DOCUMENT_SEEN: QT_TRANSLATE_NOOP("Parties", "identity document seen"),
    IdentityLevel.DIGID: QT_TRANSLATE_NOOP("Parties", "DigiD"),
    IdentityLevel.EHERKENNING: QT_TRANSLATE_NOOP("Parties", "eHerkenning"),
    IdentityLevel.SELF_DECLARED: QT_TRANSLATE_NOOP("Parties", "told by the caller"),
}
_GROUNDS = {
    RepresentationGround.PARENTAL_AUTHORITY: QT_TRANSLATE_NOOP("Parties", "parental authority"),
    RepresentationGround.GUARDIANSHIP: QT_TRANSLATE_NOOP("Parties", "guardianship"),
    RepresentationGround.CURATORSHIP: QT_TRANSLATE_NOOP("Parties", "curatorship"),
    RepresentationGround.WRITTEN_AUTHORISATION: QT_TRANSLATE_NOOP("Parties", "written authorisation"),
    RepresentationGround.DIGID_MACHTIGEN: QT_TRANSLATE_NOOP("Parties", "DigiD Machtigen"),
    RepresentationGround.EHERKENNING: QT_TRANSLATE_NOOP("Parties", "eHerkenning"),
    RepresentationGround.DIRECTOR: QT_TRANSLATE_NOOP("Parties", "director"),
    RepresentationGround.CONTACT_PERSON: QT_TRANSLATE_NOOP("Parties", "contact person"),
    RepresentationGround.HELPER: QT_TRANSLATE_NOOP("Parties", "helps with the municipality"),
}
_RELATIONS = {
    Relation.PARTNER: QT_TRANSLATE_NOOP("Parties", "partner"),
    Relation.CHILD: QT_TRANSLATE_NOOP("Parties", "child"),
    Relation.PARENT: QT_TRANSLATE_NOOP("Parties", "parent"),
    Relation.HOUSEMATE: QT_TRANSLATE_NOOP("Parties", "housemate"),
}
_SUSPENSIONS = {
    Suspension.EMIGRATED: (
        QT_TRANSLATE_NOOP("Parties", "Moved abroad"),
        QT_TRANSLATE_NOOP("Parties", "The register is no longer kept up to date since then. Ask for the address."),
    ),
    Suspension.NON_RESIDENT: (
        QT_TRANSLATE_NOOP("Parties", "No resident"),
        QT_TRANSLATE_NOOP("Parties", "Registered as non-resident. The register is not kept up to date here."),
    ),
    Suspension.ERROR: (
        QT_TRANSLATE_NOOP("Parties", "Registered by mistake"),
        QT_TRANSLATE_NOOP("Parties", "The register says that this entry is an error. Use it for nothing."),
    ),
}
_SUSPENDED = (
    QT_TRANSLATE_NOOP("Parties", "No longer kept up to date"),
    QT_TRANSLATE_NOOP("Parties", "The register stopped keeping this person up to date. Check what you read."),
)
_PURPOSES = {
    Purpose.IDENTITY_CHECK: QT_TRANSLATE_NOOP("Parties", "Check who this is"),
    Purpose.ADDRESS_CHECK: QT_TRANSLATE_NOOP("Parties", "Check the address"),
    Purpose.CALLBACK: QT_TRANSLATE_NOOP("Parties", "Call back or send something"),
    Purpose.CASE: QT_TRANSLATE_NOOP("Parties", "Handle a question or case"),
    Purpose.CORRECTION: QT_TRANSLATE_NOOP("Parties", "Report an error in the register"),
}
_MESSAGES = {
    MessageKind.CONFIRMATION: QT_TRANSLATE_NOOP("Parties", "confirmation"),
    MessageKind.REMINDER: QT_TRANSLATE_NOOP("Parties", "reminder"),
    MessageKind.STATUS: QT_TRANSLATE_NOOP("Parties", "how far we are"),
    MessageKind.EXPIRY: QT_TRANSLATE_NOOP("Parties", "something expires"),
    MessageKind.SURVEY: QT_TRANSLATE_NOOP("Parties", "survey"),
}
_SOURCES = {"desk": QT_TRANSLATE_NOOP("Parties", "contact centre"), "brp": "BRP", "kvk": "KVK"}
# ISO 639-2, the languages that are asked for most; another keeps its code.
LANGUAGES = {
    "nld": QT_TRANSLATE_NOOP("Parties", "Dutch"),
    "eng": QT_TRANSLATE_NOOP("Parties", "English"),
    "ara": QT_TRANSLATE_NOOP("Parties", "Arabic"),
    "bul": QT_TRANSLATE_NOOP("Parties", "Bulgarian"),
    "deu": QT_TRANSLATE_NOOP("Parties", "German"),
    "dut": QT_TRANSLATE_NOOP("Parties", "Dutch"),
    "fas": QT_TRANSLATE_NOOP("Parties", "Persian"),
    "fra": QT_TRANSLATE_NOOP("Parties", "French"),
    "pol": QT_TRANSLATE_NOOP("Parties", "Polish"),
    "ron": QT_TRANSLATE_NOOP("Parties", "Romanian"),
    "rus": QT_TRANSLATE_NOOP("Parties", "Russian"),
    "som": QT_TRANSLATE_NOOP("Parties", "Somali"),
    "spa": QT_TRANSLATE_NOOP("Parties", "Spanish"),
    "tir": QT_TRANSLATE_NOOP("Parties", "Tigrinya"),
    "tur": QT_TRANSLATE_NOOP("Parties", "Turkish"),
    "ukr": QT_TRANSLATE_NOOP("Parties", "Ukrainian"),
}
DUTCH = frozenset({"", "nld", "dut"})


def _said(text: str) -> str:
    return QCoreApplication.translate("Parties", text)


def level(value: IdentityLevel) -> str:
    return _said(_LEVELS[value])


def how(value: IdentityLevel) -> str:
    """As the contact keeps it; "" when nothing is established."""
    return _said(_HOW[value]) if value in _HOW else ""


def ground(value: RepresentationGround) -> str:
    return _said(_GROUNDS[value])


def relation(value: Relation) -> str:
    return _said(_RELATIONS[value])


def suspension(value: Suspension) -> tuple[str, str]:
    """A title and what it means for the agent."""
    title, text = _SUSPENSIONS.get(value, _SUSPENDED)
    return _said(title), _said(text)


def purpose(value: Purpose) -> str:
    return _said(_PURPOSES[value])


def message_kind(value: MessageKind) -> str:
    return _said(_MESSAGES[value])


def agreed(value: Consent, channel: Callable[[str], str]) -> str:
    """ "herinnering: sinds 3 mrt 2026 · Telefoon · Noor Jansen"."""
    text = (
        QCoreApplication.translate("Parties", "{kind}: agreed {day}")
        if value.is_given
        else QCoreApplication.translate("Parties", "{kind}: taken back {day}")
    )
    said = text.format(kind=message_kind(value.kind), day=formatting.dated(value.at))
    how = channel(value.channel_code) if value.channel_code else ""
    return " · ".join(part for part in (said, how, value.by) if part)


def language(code: str) -> str:
    """The language's name, its code when we have no name for it."""
    return _said(LANGUAGES[code]) if code in LANGUAGES else code


def source(value: Source, today: date) -> str:
    """ "BRP, 4 mrt": where it comes from and from when it is."""
    name = _said(_SOURCES[value.name]) if value.name in _SOURCES else value.name
    if value.on is None:
        return name
    day = formatting.short_date(value.on, today).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{name}, {day}" if name else day


def validity(value: Representation, today: date) -> str:
    """Until when, or from when, it holds; "" when it simply does. An end that was noted always names its year."""
    if value.ended_on is not None and value.is_over_on(today):
        return QCoreApplication.translate("Parties", "ended {day}").format(day=formatting.dated(value.ended_on))
    if value.valid_until is not None and value.valid_until < today:
        return QCoreApplication.translate("Parties", "expired {day}").format(
            day=formatting.short_date(value.valid_until, today)
        )
    if value.valid_from is not None and today < value.valid_from:
        return QCoreApplication.translate("Parties", "from {day}").format(
            day=formatting.short_date(value.valid_from, today)
        )
    if value.valid_until is not None:
        return QCoreApplication.translate("Parties", "until {day}").format(
            day=formatting.short_date(value.valid_until, today)
        )
    return ""
