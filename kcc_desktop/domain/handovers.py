"""What becomes of a colleague who was asked and did not answer: a callback, with the note that travelled."""

from dataclasses import replace
from datetime import datetime

from kcc_desktop.domain.contacts import ContactDraft, HandoverState, HandoverWish, RecordConversation, TaskWish
from kcc_desktop.domain.recording import dialable
from kcc_desktop.domain.work import TaskKind


def with_callbacks(command: RecordConversation, usual_due: datetime) -> RecordConversation:
    """The same conversation with a callback for each unanswered handover; `usual_due` where none was promised.

    Not a second one where the agent already made a callback for the same colleague about this question.
    """
    contacts = tuple(_with_callbacks(contact, command.caller_number, usual_due) for contact in command.contacts)
    return replace(command, contacts=contacts)


def _with_callbacks(contact: ContactDraft, caller_number: str, usual_due: datetime) -> ContactDraft:
    promised = {wish.owner_colleague_id for wish in contact.tasks if wish.kind == TaskKind.CALLBACK}
    tasks = list(contact.tasks)
    for handover in contact.handovers:
        if handover.state is HandoverState.UNANSWERED and handover.colleague_id not in promised:
            promised.add(handover.colleague_id)
            tasks.append(_callback(contact, handover, caller_number, usual_due))
    return replace(contact, tasks=tuple(tasks))


def _callback(contact: ContactDraft, handover: HandoverWish, caller_number: str, usual_due: datetime) -> TaskWish:
    return TaskWish(
        id=handover.id,  # one promise per handover, and nothing to look up to find it
        kind=TaskKind.CALLBACK,
        owner_colleague_id=handover.colleague_id,
        explanation=handover.note or contact.summary,
        phone=handover.phone or dialable(caller_number),
        due_at=handover.due_at or usual_due,
        product_id=contact.product_id,
        case_ids=contact.case_ids,
    )
