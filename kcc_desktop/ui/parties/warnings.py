"""What must be impossible to overlook about somebody, worded, the gravest first. Knows no widget."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.parties import PartyCard, Suspension
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.shared import formatting


@dataclass(frozen=True, slots=True)
class Caution:
    """`refusable`: somebody may ask for what is not given, and that is recorded."""

    tone: str
    icon: str
    title: str
    text: str
    refusable: bool = False


def warnings(card: PartyCard) -> list[Caution]:
    """Empty for most people."""
    found: list[Caution] = []
    known = card.warnings
    if known.disclosure_restricted:
        title = QCoreApplication.translate("Parties", "Disclosure restricted")
        text = QCoreApplication.translate(
            "Parties", "No data to third parties; identity only by document or by calling back on a known number."
        )
        found.append(Caution("over", "eye-slash", title, text, refusable=True))
    if known.is_deceased or known.suspension is Suspension.DECEASED:
        title = QCoreApplication.translate("Parties", "Deceased")
        if known.died_on is not None and known.died_on.year is not None:
            title = QCoreApplication.translate("Parties", "Deceased {day}").format(
                day=formatting.partial_date(known.died_on)
            )
        text = QCoreApplication.translate("Parties", "Whoever speaks is somebody else. Choose: about this person.")
        found.append(Caution("over", "flower-lotus", title, text))
    if known.under_curatorship:
        title = QCoreApplication.translate("Parties", "Under curatorship")
        text = QCoreApplication.translate("Parties", "The curator decides. Arrange matters with the curator.")
        found.append(Caution("near", "scales", title, text))
    if known.under_investigation:
        title = QCoreApplication.translate("Parties", "Under investigation")
        text = QCoreApplication.translate("Parties", "The municipality is checking these data. Do not rely on them.")
        found.append(Caution("near", "magnifying-glass", title, text))
    if known.suspension not in (None, Suspension.DECEASED):
        assert known.suspension is not None
        title, text = words.suspension(known.suspension)
        found.append(Caution("near", "airplane-takeoff", title, text))
    if not known.disclosure_restricted and (known.housemate_restricted or known.family_restricted):
        found.append(_because_of_others(card))
    if card.organisation is not None and not card.organisation.is_active:
        title = QCoreApplication.translate("Parties", "No longer active")
        text = QCoreApplication.translate("Parties", "The trade register says that this company has ended.")
        found.append(Caution("near", "storefront", title, text))
    return found


def _because_of_others(card: PartyCard) -> Caution:
    if card.warnings.housemate_restricted:
        title = QCoreApplication.translate("Parties", "Housemate with restriction")
        text = QCoreApplication.translate(
            "Parties", "Somebody at this address has a disclosure restriction. Do not tell where they live."
        )
    else:
        title = QCoreApplication.translate("Parties", "Family with restriction")
        text = QCoreApplication.translate(
            "Parties", "A member of this family has a disclosure restriction. Do not tell how to reach them."
        )
    return Caution("over", "eye-slash", title, text, refusable=True)
