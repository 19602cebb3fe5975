"""What the town says about an appointment, in its own words where it has them: for paper, screens and messages."""

from sqlalchemy import Connection

from kcc_desktop.data import citizen_texts
from kcc_desktop.domain.appointments import Appointment, AppointmentState
from kcc_desktop.domain.citizen_texts import Audience, TextKind, TextLanguage, fill
from kcc_desktop.domain.parties import PartyCard, PartyKind

OwnTexts = dict[TextKind, str]
# A letter goes where somebody wants their post.
WRITTEN = (TextKind.CONFIRMATION, TextKind.LETTER, TextKind.REMINDER)
_DUTCH = "nld"


def own_texts(connection: Connection, found: Appointment, card: PartyCard | None) -> OwnTexts:
    """What the town says in its own words; a kind that is not in it is said in the program's, as is a cancellation."""
    if found.state is AppointmentState.CANCELLED:
        return {}
    is_company = card is not None and card.kind is PartyKind.ORGANISATION
    audience = Audience.ORGANISATION if is_company else Audience.RESIDENT
    language = TextLanguage.DUTCH if found.language == _DUTCH else TextLanguage.ENGLISH
    texts = (citizen_texts.text_for(connection, kind, audience, language) for kind in WRITTEN)
    return {one.kind: one.body for one in texts if one.is_own}


def written(found: Appointment, card: PartyCard | None, town: str, own: OwnTexts) -> dict[TextKind, str]:
    """Each text with its places filled; the reminder of an appointment that is off is ""."""
    from kcc_desktop.reports import confirmation_words

    language = confirmation_words.language_of(found.language)
    name = card.title if card is not None else found.name
    standard = confirmation_words.text(found, name, town, language)
    is_off = found.state is AppointmentState.CANCELLED
    remind = "" if is_off else confirmation_words.reminder(found, town, language)
    said = confirmation_words.places(found, name, town, language)
    ours = {TextKind.CONFIRMATION: standard, TextKind.LETTER: standard, TextKind.REMINDER: remind}
    return {kind: fill(own[kind], said) if kind in own else ours[kind] for kind in WRITTEN}
