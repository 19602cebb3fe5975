"""A finished conversation as it is kept until the database takes it, and how the desk gets it back. Knows no file.

It is kept in two parts: what is to be recorded, and what the desk showed of it. A program that can no longer read
the second still sends the first.
"""

from dataclasses import dataclass, field, replace

from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.documents import from_document
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """`desk` is the document of the `Ongoing` that `command` came from; "" when nobody kept one."""

    command: RecordConversation
    desk: str = field(default="", repr=False)


def given_back(kept: KeptConversation) -> Ongoing:
    """The conversation as the desk had it, under another id: mended, it says something else than the one that was kept.

    Its questions are the same still: what was planned in one, before it is a contact, knows it by its id and goes where
    that contact goes. Its ticket knows the conversation by the id it began with, and is ended by that.

    Refuses with BadDocument when this program cannot read what the desk showed.
    """
    ongoing = from_document(Ongoing, kept.desk)
    began_as = None if ongoing.ticket_id is None else ongoing.began_as or ongoing.id
    return replace(ongoing, id=new_id(), began_as=began_as)
