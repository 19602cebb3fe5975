"""Who may be calling, in words: a row for each candidate, and the number as people read it. Knows no call's state."""

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.parties import PartyKind, PartySummary
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row


def candidate_row(party: PartySummary, number: int, keys: str, now: datetime, promises: str) -> Row:
    """Name over what tells people apart: a restriction first, then what was promised, where, and when last.

    `promises` says how many are open ("1 open belofte"), empty for none: the catalogues count in a widget only.
    """
    parts = [promises] if promises else []
    tone, icon = ("near", "clock") if party.open_promises else ("muted", "")
    if party.disclosure_restricted:
        tone, icon = "over", "eye-slash"
        parts = [QCoreApplication.translate("Candidates", "Disclosure restricted"), *parts]
    if party.is_deceased:
        parts.append(QCoreApplication.translate("Candidates", "deceased"))
    if party.number_masked:
        parts.append(QCoreApplication.translate("Candidates", "KVK {number}").format(number=party.number_masked))
    if party.via:
        parts.append(QCoreApplication.translate("Candidates", "through {name}").format(name=party.via))
    if party.place:
        parts.append(party.place)
    if party.last_contact_at is not None and not party.open_promises:
        day = formatting.short_date(party.last_contact_at, formatting.local(now).date())
        parts.append(QCoreApplication.translate("Candidates", "last contact {day}").format(day=day))
    elif party.last_contact_at is None and len(parts) < 2:
        parts.append(QCoreApplication.translate("Candidates", "no contact before"))
    return Row(
        party.title,
        " · ".join(parts),
        "user" if party.kind is PartyKind.PERSON else "buildings",
        detail_tone=tone,
        detail_icon=icon,
        keys=keys,
        key=number,
    )


def shown_number(number: str, *, is_known: bool = True) -> str:
    """The number in Dutch notation; what the exchange wrote where it is none.

    `is_known`: looked up already, so that the tables for foreign numbers are loaded, which takes too long here.
    """
    if not number:
        return QCoreApplication.translate("Candidates", "Anonymous number")
    bare = re.sub(r"[^0-9+]", "", number)
    if re.fullmatch(r"0[1-9][0-9]{8}", bare):
        return formatting.phone("+31" + bare[1:])
    if bare.startswith("00"):
        bare = "+" + bare[2:]
    if bare.startswith("+31") or (is_known and bare.startswith("+")):
        return formatting.phone(bare)
    return number
