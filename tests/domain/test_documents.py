import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from enum import IntEnum
from typing import ClassVar, Literal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import Capacity, ContactDraft, ContactKind, Direction, IdentityLevel, Place, TaskWish
from kcc_desktop.domain.documents import BadDocument, from_document, to_document
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, Question
from kcc_desktop.domain.parties import PartyCard
from kcc_desktop.domain.work import TaskKind

AT = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
TEXT = st.text(st.characters())  # with half emoji, NUL, right-to-left
INSTANTS = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-3))]))


FINITE = st.floats(allow_nan=False, allow_infinity=False)


class Weight(IntEnum):
    LIGHT = 1
    HEAVY = 2


@dataclass(frozen=True, slots=True)
class Stone:
    weight: Weight


@dataclass(frozen=True, slots=True)
class Feather:
    colour: Literal["white", "black"]
    length: float | None = None


@dataclass(frozen=True, slots=True)
class Bag:
    DOCUMENT_VERSION: ClassVar[int] = 3

    id: UUID
    first: Stone | Feather
    others: tuple[Stone | Feather | None, ...]
    pair: tuple[int, str]
    marks: frozenset[str] = frozenset()
    inner: "Bag | None" = None


FEATHERS = st.builds(Feather, length=st.none() | FINITE)
ITEMS = st.builds(Stone) | FEATHERS
BAGS = st.builds(Bag, inner=st.none(), first=ITEMS, others=st.lists(st.none() | ITEMS).map(tuple))


def command(**changes):
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "+31612345678", AT)
    draft = ContactDraft(
        new_id(), ContactKind.REQUEST, "task", "Paspoort", "", new_id(), place=Place("Nagele", 52, 5.7), tasks=(wish,)
    )
    values = {
        "id": new_id(),
        "channel_code": "phone",
        "direction": Direction.INBOUND,
        "started_at": AT,
        "ended_at": AT + timedelta(minutes=3),
        "capacity": Capacity.RESIDENT,
        "identity": IdentityLevel.CALLED_BACK,
        "identity_how": "",
        "language": "nld",
        "contacts": (draft,),
    }
    return RecordConversation(**(values | changes))


@given(st.builds(RecordConversation, started_at=INSTANTS, ended_at=INSTANTS, identity_how=TEXT, caller_number=TEXT))
def test_a_conversation_comes_back_as_it_was(conversation):
    assert from_document(RecordConversation, to_document(conversation)) == conversation


@given(st.builds(ContactDraft, note=TEXT, summary=TEXT, place=st.none() | st.builds(Place, TEXT, st.integers(-90, 90))))
def test_a_question_comes_back_as_it_was(question):
    assert from_document(ContactDraft, to_document(question)) == question


@given(st.builds(PartyCard))
def test_a_card_comes_back_as_it_was(card):
    assert from_document(PartyCard, to_document(card)) == card


@given(
    st.builds(
        Ongoing,
        started_at=INSTANTS,
        on_hold_since=st.none() | INSTANTS,
        ended_at=st.none() | INSTANTS,
        questions=st.lists(st.builds(Question, summary=TEXT, place=st.none()), max_size=3).map(tuple),
    )
)
def test_a_conversation_in_progress_comes_back_as_it_was(ongoing):
    assert from_document(Ongoing, to_document(ongoing)) == ongoing


@given(BAGS | BAGS.flatmap(lambda inner: BAGS.map(lambda bag: replace(bag, inner=inner))))
def test_whatever_a_dataclass_may_hold_comes_back(bag):
    back = from_document(Bag, to_document(bag))
    assert back == bag
    assert repr(back) == repr(bag) or bag.marks


def test_what_comes_back_records_as_the_same_content():
    from kcc_desktop.data.contact_writes import digest

    amsterdam = timezone(timedelta(hours=2))
    given_in = command(started_at=AT.astimezone(amsterdam))
    assert digest(from_document(RecordConversation, to_document(given_in))) == digest(given_in)


def altered(change):
    said = json.loads(to_document(command()))
    change(said)
    return json.dumps(said)


@pytest.mark.parametrize(
    ("reason", "where", "change"),
    [
        ("other_kind", "", lambda said: said.update(kind="CorrectContact")),
        ("other_kind", "", lambda said: said.update(more=1)),
        ("newer", "", lambda said: said.update(format=2)),
        ("newer", "", lambda said: said.update(version=2)),
        ("older", "", lambda said: said.update(version=0)),
        ("wrong_type", "version", lambda said: said.update(version=True)),
        ("unknown_field", "", lambda said: said["value"].update(mood="sad")),
        ("missing_field", "language", lambda said: said["value"].pop("language")),
        ("missing_field", "contacts[].kind", lambda said: said["value"]["contacts"][0].pop("kind")),
        ("wrong_type", "hold_seconds", lambda said: said["value"].update(hold_seconds="3")),
        ("wrong_type", "hold_seconds", lambda said: said["value"].update(hold_seconds=True)),
        ("wrong_type", "count_only", lambda said: said["value"].update(count_only=1)),
        ("wrong_type", "contacts", lambda said: said["value"].update(contacts={})),
        ("wrong_type", "contacts[]", lambda said: said["value"].update(contacts=[3])),
        ("no_such_value", "capacity", lambda said: said["value"].update(capacity="king")),
        ("no_such_value", "capacity", lambda said: said["value"].update(capacity=[])),
        ("no_such_value", "id", lambda said: said["value"].update(id="zeven")),
        ("wrong_type", "id", lambda said: said["value"].update(id=7)),
        ("no_such_value", "ended_at", lambda said: said["value"].update(ended_at="2026-13-01")),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(reason, where, change):
    with pytest.raises(BadDocument) as refused:
        from_document(RecordConversation, altered(change))
    assert (refused.value.reason, refused.value.where) == (reason, where)


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"kind": NaN}', '{"kind": 1, "kind": 2}', "null", "9" * 9999]
)
def test_what_is_no_document_is_refused(text):
    with pytest.raises(BadDocument) as refused:
        from_document(RecordConversation, text)
    assert refused.value.reason in ("not_json", "other_kind")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_no_content_of_a_document_brings_anything_but_a_refusal(value):
    text = json.dumps({"kind": "RecordConversation", "format": 1, "version": 1, "value": value})
    with pytest.raises(BadDocument):
        from_document(RecordConversation, text)


def test_a_field_that_came_later_takes_its_default():
    assert from_document(RecordConversation, altered(lambda said: said["value"].pop("wait_seconds"))).wait_seconds == 0


def test_a_refusal_quotes_nothing_of_the_document():
    with pytest.raises(BadDocument) as refused:
        from_document(RecordConversation, altered(lambda said: said["value"].update(Geertruida="x", id="Geertruida")))
    assert "Geertruida" not in str(refused.value)


def test_a_value_that_is_not_of_its_declared_type_is_a_bug():
    with pytest.raises(TypeError):
        to_document(command(contacts=[]))
    with pytest.raises(TypeError):
        to_document(command(hold_seconds="3"))
    with pytest.raises(TypeError):
        to_document(command(id="3"))
    with pytest.raises(ValueError):
        to_document(Feather("white", float("nan")))
    with pytest.raises(TypeError):
        to_document(Bag(new_id(), Stone(Weight.LIGHT), (), (1, "two", 3)))
