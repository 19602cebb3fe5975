"""What becomes of a colleague who was asked and did not answer: a callback, with the note that travelled."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import ContactDraft, HandoverState, HandoverWish, TaskWish
from kcc_desktop.domain.recording import dialable
from kcc_desktop.domain.work import TaskKind


def with_callbacks(command: RecordConversation, due: Callable[[datetime], datetime]) -> RecordConversation:
    """The same conversation with a callback for each unanswered handover.

    Where no moment was promised it is due as usual, counted from the end of the conversation, also when that reaches
    the database a day later. Not a second one where the agent already made a callback for the same colleague about
    this question.
    """
    return replace(command, contacts=tuple(_with_callbacks(contact, command, due) for contact in command.contacts))


def _with_callbacks(
    contact: ContactDraft, command: RecordConversation, due: Callable[[datetime], datetime]
) -> ContactDraft:
    promised = {wish.owner_colleague_id for wish in contact.tasks if wish.kind == TaskKind.CALLBACK}
    tasks = list(contact.tasks)
    for handover in contact.handovers:
        if handover.state is HandoverState.UNANSWERED and handover.colleague_id not in promised:
            promised.add(handover.colleague_id)
            due_at = handover.due_at or due(command.ended_at)
            tasks.append(_callback(contact, handover, command.caller_number, due_at))
    return replace(contact, tasks=tuple(tasks))


def _callback(contact: ContactDraft, handover: HandoverWish, caller_number: str, due_at: datetime) -> TaskWish:
    return TaskWish(
        id=handover.id,  # one promise per handover, and nothing to look up to find it
        kind=TaskKind.CALLBACK,
        owner_colleague_id=handover.colleague_id,
        explanation=handover.note or contact.summary,
        phone=handover.phone or dialable(caller_number),
        due_at=due_at,
        product_id=contact.product_id,
        case_ids=contact.case_ids,
    )
