"""A finished conversation as it is kept until the database takes it, and how the desk gets it back. Knows no file.

It is kept in two parts: what is to be recorded, and what the desk showed of it. A program that can no longer read
the second still sends the first.
"""

from dataclasses import dataclass, field, replace

from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.documents import from_document
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, Question


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """`desk` is the document of the `Ongoing` that `command` came from; "" when nobody kept one."""

    command: RecordConversation
    desk: str = field(default="", repr=False)


def given_back(kept: KeptConversation) -> Ongoing:
    """The conversation as the desk had it, under new ids: mended, it says something else than the one that was kept.

    It still ends the ticket it began with, which knows it by its first id.

    Refuses with BadDocument when this program cannot read what the desk showed.
    """
    ongoing = from_document(Ongoing, kept.desk)
    return replace(
        ongoing,
        id=new_id(),
        questions=tuple(_anew(question) for question in ongoing.questions),
        began_as=None if ongoing.ticket_id is None else ongoing.began_as or ongoing.id,
    )


def _anew(question: Question) -> Question:
    return replace(
        question,
        id=new_id(),
        tasks=tuple(replace(wish, id=new_id()) for wish in question.tasks),
        handovers=tuple(replace(wish, id=new_id()) for wish in question.handovers),
    )
