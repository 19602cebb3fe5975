"""A task is found by the number that was read out to the citizen."""

from datetime import timedelta

import pytest

from kcc_desktop.domain.contacts import MunicipalRole, TaskWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.tasks import TaskService
from tests.services.conversations import START, conversation, make_party, question


def promise(database, **changes):
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "+31612345678", START + timedelta(days=1))
    said = question(make_party(database), outcome_code="task", tasks=(wish,), **changes)
    return wish.id, ContactService(database).record(conversation(said)).task_references[0]


@pytest.mark.parametrize("written", ["{0}", " {0} ", "{1}"])
def test_a_task_is_found_by_its_reference(database, written):
    task_id, reference = promise(database)
    assert TaskService(database).find(written.format(reference, reference.lower())).id == task_id


@pytest.mark.parametrize("text", ["", " ", "T2026-999999", "T2026-", "vries"])
def test_half_a_reference_finds_nothing(database, text):
    promise(database)
    assert TaskService(database).find(text) is None


def test_a_task_of_a_hidden_contact_is_not_found(database):
    _, reference = promise(database, municipal_role=MunicipalRole.ENFORCEMENT)
    assert TaskService(database).find(reference) is None
