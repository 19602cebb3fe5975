"""Words of *passend organiseren*: what fits, why something else does, how far the online way came, what it costs."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.approaches import (
    Approach,
    CallReason,
    DigitalOffer,
    Fee,
    FeeChannel,
    OverrideReason,
    fees_on,
)
from kcc_desktop.domain.products import Product
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP, language

_CONTEXT = "Approach"
_NAMES: dict[Approach, str] = {
    Approach.STANDARDISED: QT_TRANSLATE_NOOP("Approach", "Standard"),
    Approach.INDIVIDUAL_SUPPORT: QT_TRANSLATE_NOOP("Approach", "Care and help"),
    Approach.INFRASTRUCTURE: QT_TRANSLATE_NOOP("Approach", "Roads and streets"),
    Approach.LIVEABILITY: QT_TRANSLATE_NOOP("Approach", "Life in the neighbourhood"),
}
_SHORT: dict[Approach, str] = {
    Approach.STANDARDISED: QT_TRANSLATE_NOOP("Approach", "online, done at once"),
    Approach.INDIVIDUAL_SUPPORT: QT_TRANSLATE_NOOP("Approach", "a talk, few words, the neighbourhood team"),
    Approach.INFRASTRUCTURE: QT_TRANSLATE_NOOP("Approach", "a place; an initiative gets a talk"),
    Approach.LIVEABILITY: QT_TRANSLATE_NOOP("Approach", "together with whom it concerns"),
}
_ADVICE: dict[Approach, str] = {
    Approach.INDIVIDUAL_SUPPORT: QT_TRANSLATE_NOOP(
        "Approach", "Write down only what is needed. It is confidential: your cluster sees it."
    ),
    Approach.INFRASTRUCTURE: QT_TRANSLATE_NOOP("Approach", "Note the place. Whoever has an idea is called by us."),
    Approach.LIVEABILITY: QT_TRANSLATE_NOOP("Approach", "Note who else it concerns."),
}
_REASONS: dict[OverrideReason, str] = {
    OverrideReason.COMPLEX: QT_TRANSLATE_NOOP("Approach", "More is going on"),
    OverrideReason.SIMPLE: QT_TRANSLATE_NOOP("Approach", "It is simpler than that"),
    OverrideReason.INITIATIVE: QT_TRANSLATE_NOOP("Approach", "An idea of their own"),
    OverrideReason.WISH: QT_TRANSLATE_NOOP("Approach", "They ask for it"),
    OverrideReason.OTHER: QT_TRANSLATE_NOOP("Approach", "Something else"),
}
_ONLINE: dict[DigitalOffer | None, str] = {
    None: QT_TRANSLATE_NOOP("Approach", "Also online: offer it"),
    DigitalOffer.OFFERED: QT_TRANSLATE_NOOP("Approach", "Online: offered"),
    DigitalOffer.ACCEPTED: QT_TRANSLATE_NOOP("Approach", "Online: accepted"),
    DigitalOffer.SENT: QT_TRANSLATE_NOOP("Approach", "Online: link sent"),
    DigitalOffer.DECLINED: QT_TRANSLATE_NOOP("Approach", "Online: not wanted"),
}


_CALLS: dict[CallReason, str] = {
    CallReason.ADVISED: QT_TRANSLATE_NOOP("Approach", "A talk is advised: we call them"),
    CallReason.INITIATIVE: QT_TRANSLATE_NOOP("Approach", "It is an idea: we call them"),
}
_WHY_CALLED: dict[CallReason, str] = {
    CallReason.ADVISED: QT_TRANSLATE_NOOP("Approach", "a talk is advised"),
    CallReason.INITIATIVE: QT_TRANSLATE_NOOP("Approach", "an idea of their own"),
}


def call(one: CallReason) -> str:
    """What makes the call a task."""
    return QCoreApplication.translate(_CONTEXT, _CALLS[one])


def why_called(one: CallReason) -> str:
    return QCoreApplication.translate(_CONTEXT, _WHY_CALLED[one])


def approach(one: Approach) -> str:
    return QCoreApplication.translate(_CONTEXT, _NAMES[one])


def short(one: Approach) -> str:
    return QCoreApplication.translate(_CONTEXT, _SHORT[one])


def reason(one: OverrideReason) -> str:
    return QCoreApplication.translate(_CONTEXT, _REASONS[one])


def online(offer: DigitalOffer | None) -> str:
    return QCoreApplication.translate(_CONTEXT, _ONLINE[offer])


def advice(one: Approach | None, product: Product) -> str:
    """What the agent does, in a sentence; "" for what goes by itself."""
    said = QCoreApplication.translate(_CONTEXT, _ADVICE[one]) if one in _ADVICE else ""
    if product.advises_contact and one is not Approach.INDIVIDUAL_SUPPORT:
        return QCoreApplication.translate("Approach", "A talk does more here: we call them.")
    return said


def costs(product: Product, day: date) -> str:
    """ "Kosten 2026 (voorbeeld): aan de balie € 12,70 · online € 10,50"; "" for what is not known."""
    fees = fees_on(product.fees, day)
    if not fees:
        return ""
    words = QCoreApplication.translate("Approach", "Costs {year}: {fees}")
    if any(fee.is_example for fee in fees):
        words = QCoreApplication.translate("Approach", "Costs {year} (example): {fees}")
    return words.format(year=fees[0].year, fees=" · ".join(_fee(fee) for fee in fees))


def _fee(fee: Fee) -> str:
    where = {
        FeeChannel.COUNTER: QCoreApplication.translate("Approach", "at the counter"),
        FeeChannel.DIGITAL: QCoreApplication.translate("Approach", "online"),
        FeeChannel.ANY: "",
    }[fee.channel]
    euros = f"€ {fee.cents // 100}.{fee.cents % 100:02}"
    amount = euros.replace(".", ",") if language() == "nl" else euros
    return " ".join(part for part in (where, fee.label, amount) if part)
