"""What the service tests share: one citizen, and a conversation as the desk hands it in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from kcc_desktop.data.parties import PartyRow
from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import Capacity, ContactDraft, ContactKind, Direction, IdentityLevel
from kcc_desktop.domain.identity import new_id

START = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)


def make_party(database, title="Fatima de Vries"):
    party = new_id()
    database.unguarded_write(
        lambda c: c.execute(insert(PartyRow).values(id=party, kind="person", title=title, sort_key=title.lower()))
    )
    return party


def question(party_id, **changes):
    draft = ContactDraft(new_id(), ContactKind.QUESTION, "answered", "Paspoort kwijt", "intern", party_id)
    return replace(draft, **changes)


def conversation(*contacts, started_at=START, **changes):
    command = RecordConversation(
        new_id(),
        "phone",
        Direction.INBOUND,
        started_at,
        started_at + timedelta(minutes=3),
        Capacity.RESIDENT,
        IdentityLevel.QUESTIONS_ANSWERED,
        "geboortedatum en adres",
        "nld",
        contacts=contacts,
    )
    return replace(command, **changes)
