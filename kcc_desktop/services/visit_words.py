"""What the use cases of visits have in common: the visit as it is, telling of a change, and words fit to be kept."""

from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import visit_reads
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.appointments import LONGEST_NAME
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.notes import clean, line
from kcc_desktop.domain.visit_commands import LONGEST_ACCESS, MOST_INVITED, VisitWords
from kcc_desktop.domain.visits import Visit

LONGEST_REASON = 300
_LONGEST_PHONE, _LONGEST_EMAIL, _LONGEST_LANGUAGE, _LONGEST_THING = 40, 254, 60, 120


def known(look: Look | Work, visit_id: UUID) -> Visit:
    """Refuses with NotFound, also what is not this agent's to see."""
    found = visit_reads.one(look, visit_id)
    if found is None:
        raise NotFound
    return found


def told(unit: Work, action: str, visit_id: UUID) -> Visit:
    """The visit as it is now; audited, and told to the other desks."""
    unit.audit(action, "visit", visit_id)
    unit.changed("visit", visit_id)
    visit = known(unit, visit_id)
    for invited in visit.invited:
        unit.changed("party", invited.party_id)
    return visit


def clean_words(words: VisitWords) -> VisitWords:
    """Refuses with InvalidValue(field, "too_long") and ("invited", "too_many")."""
    if len(words.invited) > MOST_INVITED:
        raise InvalidValue("invited", "too_many")
    access = clean(words.access, "access").strip()
    if len(access) > LONGEST_ACCESS:
        raise InvalidValue("access", "too_long")
    things = (line(thing, "materials", _LONGEST_THING) for thing in words.materials)
    return replace(
        words,
        name=line(words.name, "name", LONGEST_NAME),
        phone=line(words.phone, "phone", _LONGEST_PHONE),
        email=line(words.email, "email", _LONGEST_EMAIL),
        contact_name=line(words.contact_name, "contact_name", LONGEST_NAME),
        contact_phone=line(words.contact_phone, "phone", _LONGEST_PHONE),
        access=access,
        materials=tuple(thing for thing in things if thing),
        interpreter=line(words.interpreter, "interpreter", _LONGEST_LANGUAGE),
        note=clean(words.note),
    )
