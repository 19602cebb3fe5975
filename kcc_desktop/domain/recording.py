"""Makes a finished conversation fit to be recorded, and checks on whose timelines it may stand."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from kcc_desktop.domain.contact_commands import RecordConversation, WrongTimeline
from kcc_desktop.domain.contacts import Capacity, ContactDraft, ParticipantRole, TaskWish
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.notes import clean, cut, line
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.phone import parse_phone
from kcc_desktop.domain.registering import is_language

LONGEST_AUTHORITY = 120
_LONGEST_HOW, _LONGEST_NAME, _LONGEST_PLACE, _LONGEST_NUMBER, _LONGEST_CALL = 200, 300, 300, 40, 120


def cleaned(command: RecordConversation) -> RecordConversation:
    """The same, fit to be kept by either database; cleaning twice changes nothing.

    Refuses with InvalidValue(field, "too_long") what an agent typed at too great a length. What a telephone told is
    cut off instead: nobody at the desk can put that right, and the conversation has to be recorded.
    """
    return replace(
        command,
        identity_how=line(command.identity_how, "identity_how", _LONGEST_HOW),
        language=_language(command.language),
        caller_number=cut(command.caller_number, _LONGEST_NUMBER),
        external_id=cut(command.external_id, _LONGEST_CALL),
        participants=tuple(replace(p, name=line(p.name, "name", _LONGEST_NAME)) for p in command.participants),
        contacts=tuple(_cleaned(contact) for contact in command.contacts),
    )


def _cleaned(contact: ContactDraft) -> ContactDraft:
    place = contact.place
    return replace(
        contact,
        summary=clean(contact.summary),
        note=clean(contact.note),
        authority=line(contact.authority, "authority", LONGEST_AUTHORITY),
        place=replace(place, text=line(place.text, "place", _LONGEST_PLACE)) if place is not None else None,
        tasks=tuple(_cleaned_task(wish) for wish in contact.tasks),
        handovers=tuple(replace(wish, note=clean(wish.note), phone=dialable(wish.phone)) for wish in contact.handovers),
    )


def _cleaned_task(wish: TaskWish) -> TaskWish:
    return replace(wish, explanation=clean(wish.explanation), phone=dialable(wish.phone))


def dialable(text: str) -> str:
    """E.164 where it is a number, so that it can be dialled; else as it was typed."""
    try:
        return parse_phone(text) if text.strip() else ""
    except InvalidValue:
        return cut(text, _LONGEST_NUMBER)


def _language(code: str) -> str:
    if not is_language(code):
        raise InvalidValue("language", "characters")
    return code


def parties_of(command: RecordConversation) -> frozenset[UUID]:
    """Everybody the conversation names by id."""
    named = {participant.party_id for participant in command.participants}
    named |= {contact.party_id for contact in command.contacts}
    return frozenset(party_id for party_id in named if party_id is not None)


def check_timelines(command: RecordConversation, kinds: Mapping[UUID, PartyKind]) -> None:
    """Refuses with NotFound who is not there, and with WrongTimeline where two timelines would mix.

    As a resident one speaks for oneself, for a company only on the company's timeline. A company may stand as the
    speaker itself where nobody asked who called.
    """
    if parties_of(command) - kinds.keys():
        raise NotFound
    speakers = {part.party_id for part in command.participants if part.role is ParticipantRole.SPEAKER}
    for contact in command.contacts:
        if contact.party_id is not None:
            check_timeline(command.capacity, kinds[contact.party_id], is_speaker=contact.party_id in speakers)


def check_timeline(capacity: Capacity, kind: PartyKind, *, is_speaker: bool) -> None:
    """Refuses with WrongTimeline a contact of somebody who spoke in this `capacity` on the timeline of such a party."""
    if capacity is Capacity.FOR_ORGANISATION:
        fits = kind is PartyKind.ORGANISATION
    elif capacity is Capacity.RESIDENT:
        fits = kind is PartyKind.PERSON or is_speaker
    else:
        fits = kind is PartyKind.PERSON
    if not fits:
        raise WrongTimeline
