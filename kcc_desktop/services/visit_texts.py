"""What the town says about a visit, in its own words where it has them: for paper, screens and messages."""

from sqlalchemy import Connection

from kcc_desktop.data import citizen_texts
from kcc_desktop.domain.citizen_texts import Audience, TextKind, TextLanguage, fill
from kcc_desktop.domain.parties import PartyCard, PartyKind
from kcc_desktop.domain.visits import Visit

_WRITTEN = (TextKind.VISIT, TextKind.VISIT_LETTER, TextKind.VISIT_REMINDER)


def bodies(connection: Connection, card: PartyCard | None, language: TextLanguage) -> dict[TextKind, str]:
    """Each text with its places still open."""
    is_company = card is not None and card.kind is PartyKind.ORGANISATION
    audience = Audience.ORGANISATION if is_company else Audience.RESIDENT
    return {kind: citizen_texts.text_for(connection, kind, audience, language).body for kind in _WRITTEN}


def written(
    found: Visit, card: PartyCard | None, town: str, language: str, open_texts: dict[TextKind, str]
) -> dict[TextKind, str]:
    """Each text with its places filled."""
    from kcc_desktop.reports import visit_confirmation_words as words

    said = words.places(found, card.title if card is not None else found.name, town, language)
    return {kind: fill(body, said) for kind, body in open_texts.items()}
