"""Dutch names as values (BRP `naam`, `aanduidingNaamgebruik`)."""

from dataclasses import dataclass
from enum import StrEnum

from kcc_desktop.domain.folding import fold


class NameUsage(StrEnum):
    """How somebody wants to be addressed: own name, partner's, partner's before or after the own."""

    OWN = "E"
    PARTNER = "P"
    PARTNER_FIRST = "V"
    PARTNER_LAST = "N"


@dataclass(frozen=True, slots=True)
class PersonName:
    given_names: str = ""
    prefix: str = ""
    surname: str = ""
    title: str = ""
    partner_prefix: str = ""
    partner_surname: str = ""
    usage: NameUsage = NameUsage.OWN
    gender: str | None = None
    preferred_name: str = ""


_FORMS = {"M": "de heer", "V": "mevrouw"}


def initials(given_names: str) -> str:
    """One letter and a dot per first name; Th, Ph, Ch and IJ count as one letter (BRP `voorletters`).

    A hyphenated name has one initial; a first name of one letter gets no dot.
    """
    parts = given_names.split()
    if parts and all(len(part) == 1 for part in parts):
        return " ".join(parts)
    return "".join(part if len(part) == 1 else f"{_initial(part)}." for part in parts)


def _initial(name: str) -> str:
    # The facts' vector: Theo Philip IJsbrand gives T.P.I., so a digraph shortens to its first letter.
    return name[0].upper()


def family_name(name: PersonName) -> str:
    """Prefix and surname as the person wants to be addressed (`aanduidingNaamgebruik`)."""
    own = _joined(name.prefix, name.surname)
    partner = _joined(name.partner_prefix, name.partner_surname)
    if not partner or name.usage is NameUsage.OWN:
        return own
    if name.usage is NameUsage.PARTNER:
        return partner
    return f"{partner}-{own}" if name.usage is NameUsage.PARTNER_FIRST else f"{own}-{partner}"


def _joined(prefix: str, surname: str) -> str:
    shown = "" if surname == "." else surname  # "." means unknown in the register
    return f"{prefix} {shown}".strip()


def full_name(name: PersonName) -> str:
    """First names and family name; a name the person prefers wins in conversation."""
    return name.preferred_name or f"{name.given_names} {family_name(name)}".strip()


def spoken_name(name: PersonName) -> str:
    """How to say it in a sentence: "mevrouw De Vries", "de heer Van Puffelen", else initials (BRP)."""
    family, form = family_name(name), _FORMS.get(name.gender or "")
    if form is None:
        return f"{initials(name.given_names)} {family}".strip()
    if family and not family.startswith(("'", "d'")):
        family = family[0].upper() + family[1:]
    return f"{form} {family}".strip()


def sort_key(name: PersonName) -> str:
    """Dutch order: on the surname's core, the prefix after it ("Poel, van der")."""
    return sort_key_text(f"{name.surname} {name.prefix} {name.given_names}")


def sort_key_text(text: str) -> str:
    """Lower case without accents, so that É sorts with E."""
    return " ".join(fold(text).split())
