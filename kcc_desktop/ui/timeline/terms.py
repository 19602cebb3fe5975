"""The timeline's words for values of the domain, in the language that holds."""

from PySide6.QtCore import QCoreApplication, QLocale

from kcc_desktop.domain.contacts import (
    Capacity,
    Confidentiality,
    ContactKind,
    Handover,
    HandoverKind,
    HandoverState,
    IdentityLevel,
    LookedUpKind,
    MunicipalRole,
    ParticipantRole,
)
from kcc_desktop.ui.shared.labels import of_labels as of_labels
from kcc_desktop.ui.shared.translation import Plural

_DUTCH = "nld"


def kind(value: ContactKind) -> str:
    return {
        ContactKind.QUESTION: QCoreApplication.translate("Timeline", "question"),
        ContactKind.REQUEST: QCoreApplication.translate("Timeline", "request"),
        ContactKind.SIGNAL: QCoreApplication.translate("Timeline", "signal"),
    }[value]


def identity(value: IdentityLevel) -> str:
    return {
        IdentityLevel.NOT_ESTABLISHED: QCoreApplication.translate("Timeline", "not established"),
        IdentityLevel.SELF_DECLARED: QCoreApplication.translate("Timeline", "said so themselves"),
        IdentityLevel.QUESTIONS_ANSWERED: QCoreApplication.translate("Timeline", "answered questions"),
        IdentityLevel.CALLED_BACK: QCoreApplication.translate("Timeline", "called back"),
        IdentityLevel.DOCUMENT_SEEN: QCoreApplication.translate("Timeline", "document seen"),
        IdentityLevel.DIGID: "DigiD",
        IdentityLevel.EHERKENNING: "eHerkenning",
    }[value]


def capacity(value: Capacity) -> str:
    """Empty for somebody who speaks for themselves: that needs no word."""
    return {
        Capacity.RESIDENT: "",
        Capacity.FOR_PERSON: QCoreApplication.translate("Timeline", "on behalf of somebody"),
        Capacity.FOR_ORGANISATION: QCoreApplication.translate("Timeline", "on behalf of a company"),
        Capacity.ABOUT_DECEASED: QCoreApplication.translate("Timeline", "about somebody who died"),
    }[value]


def participant(value: ParticipantRole) -> str:
    return {
        ParticipantRole.SPEAKER: QCoreApplication.translate("Timeline", "spoke"),
        ParticipantRole.SUBJECT: QCoreApplication.translate("Timeline", "it was about"),
        ParticipantRole.HELPER: QCoreApplication.translate("Timeline", "helped"),
    }[value]


class TimelineCounts(Plural):
    """The words of a timeline that depend on a number."""

    def looked_up(self, value: LookedUpKind, count: int) -> str:
        return {
            LookedUpKind.PARTY: self.tr("%n person(s) or company(s)", "", count),
            LookedUpKind.CASE: self.tr("%n case(s)", "", count),
            LookedUpKind.PRODUCT: self.tr("%n product(s)", "", count),
            LookedUpKind.CONTACT: self.tr("%n earlier contact(s)", "", count),
        }[value]

    def questions(self, count: int) -> str:
        return self.tr("%n question(s)", "", count)

    def appointments(self, count: int) -> str:
        return self.tr("%n appointment(s)", "", count)

    def visits(self, count: int) -> str:
        return self.tr("%n visit(s)", "", count)


def planned(appointments: int, visits: int) -> str:
    """ "1 afspraak · 2 bezoeken"; "" for neither."""
    say = TimelineCounts()
    parts = [say.appointments(appointments)] if appointments else []
    parts += [say.visits(visits)] if visits else []
    return " · ".join(parts)


def looked_up(value: LookedUpKind, count: int) -> str:
    return TimelineCounts().looked_up(value, count)


def handover(value: Handover) -> str:
    """To whom it went and whether they answered."""
    went = {
        HandoverKind.CONSULT: QCoreApplication.translate("Timeline", "Asked {colleague}"),
        HandoverKind.WARM_TRANSFER: QCoreApplication.translate("Timeline", "Connected to {colleague}"),
    }[value.kind].format(colleague=value.colleague)
    answered = {
        HandoverState.ASKED: "",
        HandoverState.ANSWERED: QCoreApplication.translate("Timeline", "reached"),
        HandoverState.UNANSWERED: QCoreApplication.translate("Timeline", "not reached"),
    }[value.state]
    return f"{went} · {answered}" if answered else went


def language(code: str) -> str:
    """In its own words; empty for Dutch, which needs no mention."""
    if code in ("", _DUTCH):
        return ""
    found = QLocale.codeToLanguage(code)
    return code if found == QLocale.Language.AnyLanguage else QLocale(found).nativeLanguageName()


def role(value: MunicipalRole) -> str:
    """Empty for the usual one."""
    return {
        MunicipalRole.SERVICE: "",
        MunicipalRole.DEVELOPER: QCoreApplication.translate("Timeline", "developer"),
        MunicipalRole.MANAGER: QCoreApplication.translate("Timeline", "manager of public space"),
        MunicipalRole.ENFORCEMENT: QCoreApplication.translate("Timeline", "enforcer"),
    }[value]


def secrecy(value: Confidentiality) -> str:
    return {
        Confidentiality.OPEN: QCoreApplication.translate("Timeline", "everybody at the desk"),
        Confidentiality.CONFIDENTIAL: QCoreApplication.translate("Timeline", "confidential: your own cluster"),
        Confidentiality.ENFORCEMENT: QCoreApplication.translate("Timeline", "enforcement: only who has the role"),
    }[value]
