"""How an agent establishes who speaks, and when that is enough. Knows no script of questions and no screen.

The law asks for a proper check and does not fill it in; which questions are asked is the municipality's own matter
(municipal-domain facts 5.2). A caller's number is no proof of anything.
"""

from kcc_desktop.domain.contacts import IdentityLevel

# In the order of the desk's list: the usual first, "not established" last.
WAYS = (
    IdentityLevel.QUESTIONS_ANSWERED,
    IdentityLevel.CALLED_BACK,
    IdentityLevel.DOCUMENT_SEEN,
    IdentityLevel.DIGID,
    IdentityLevel.EHERKENNING,
    IdentityLevel.SELF_DECLARED,
    IdentityLevel.NOT_ESTABLISHED,
)

_BY_QUESTIONS = frozenset({"phone", "chat"})
_FACE_TO_FACE = frozenset({"counter"})


def is_enough(level: IdentityLevel, *, restricted: bool) -> bool:
    """Whether personal data may be told after this; with a disclosure restriction fewer ways will do."""
    return level.suffices_when_restricted if restricted else level.may_be_told


def usual_way(channel_code: str, *, restricted: bool) -> IdentityLevel | None:
    """What one key establishes on this channel; None where the agent has to say how.

    By telephone nobody shows a document, and questions do not suffice with a restriction; a letter, a form or a
    message says itself how sure it is.
    """
    if channel_code in _FACE_TO_FACE:
        return IdentityLevel.DOCUMENT_SEEN
    if channel_code in _BY_QUESTIONS and not restricted:
        return IdentityLevel.QUESTIONS_ANSWERED
    return None
