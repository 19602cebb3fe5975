"""What an opened row tells, as labelled texts in the language that holds: of a contact, a task, a case, a refusal.

Knows the domain's values and the words for them; paints nothing and asks no service.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.cases import CaseDetail, CaseStep
from kcc_desktop.domain.contacts import Confidentiality, ContactDetail, ContactVersion, Direction, LookedUpKind
from kcc_desktop.domain.party_answers import DisclosureRefused
from kcc_desktop.domain.timeline import EntryKind, TimelineEntry
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.work import TaskDetail
from kcc_desktop.ui.shared import approach_words, formatting
from kcc_desktop.ui.timeline import terms

Detail = ContactDetail | TaskDetail | CaseDetail | DisclosureRefused | Appointment | BookingElsewhere | Visit
Pair = tuple[str, str]


class Act(Enum):
    """What one can do with an opened row."""

    TO_NOTE = "to_note"
    ATTACH = "attach"
    CORRECT = "correct"
    MOVE = "move"
    RESCHEDULE = "reschedule"
    CANCEL = "cancel"
    CONFIRM = "confirm"
    CAME = "came"
    SETTLE = "settle"


@dataclass(frozen=True, slots=True)
class Sheet:
    """`texts` are label and text, long ones too; `meta` label and a few words; `history` what was and why it changed.

    `for_note` is what "to the note" copies.
    """

    title: str
    texts: tuple[Pair, ...] = ()
    meta: tuple[Pair, ...] = ()
    history: tuple[Pair, ...] = ()
    acts: tuple[Act, ...] = ()
    for_note: str = ""


def _handling(detail: ContactDetail) -> str:
    """What was chosen instead of what the product says, and how far the online way came."""
    chosen = detail.handling
    instead = approach_words.approach(chosen.approach) if chosen.is_override and chosen.approach is not None else ""
    why = approach_words.reason(chosen.reason) if chosen.reason is not None else ""
    return joined(instead, why, approach_words.online(chosen.digital) if chosen.digital is not None else "")


def of_entry(entry: TimelineEntry, title: str) -> Sheet:
    """As far as the row itself knows: while the rest is on its way, and for kinds that hold no more."""
    texts = ((_for_all(), entry.detail),) if entry.kind is EntryKind.CONTACT and entry.detail else ()
    return Sheet(title, texts, filled((_when(), moment_of(entry.at)), (_by(), entry.who)))


def of_contact(detail: ContactDetail, channel: str, today: date) -> Sheet:
    """`channel` is its name in the language of the screen."""
    title, text = _title_and_rest(detail.summary, channel)
    handed = [(terms.handover(h), h.note or "–") for h in detail.handovers]
    texts = filled((_for_all(), text), (_inside(), detail.note), *handed)
    direction = QCoreApplication.translate("Timeline", "from us") if detail.direction is Direction.OUTBOUND else ""
    outcome = terms.of_labels(detail.labels) or detail.outcome
    meta = filled(
        (_when(), moment_of(detail.occurred_at, today)),
        (QCoreApplication.translate("Timeline", "Channel"), joined(channel, direction)),
        (_by(), detail.recorded_by),
        (
            QCoreApplication.translate("Timeline", "Identity"),
            joined(terms.identity(detail.identity), detail.identity_how),
        ),
        (QCoreApplication.translate("Timeline", "In what capacity"), terms.capacity(detail.capacity)),
        (QCoreApplication.translate("Timeline", "Kind"), terms.kind(detail.kind)),
        (_product(), detail.product),
        (QCoreApplication.translate("Timeline", "Outcome"), joined(outcome, detail.authority)),
        (QCoreApplication.translate("Timeline", "What fitted"), _handling(detail)),
        (_case(), ", ".join(detail.case_references)),
        (QCoreApplication.translate("Timeline", "Task"), ", ".join(detail.task_references)),
        (QCoreApplication.translate("Timeline", "Place"), detail.place.text if detail.place is not None else ""),
        (QCoreApplication.translate("Timeline", "Who took part"), _participants(detail)),
        (QCoreApplication.translate("Timeline", "Looked up"), _looked_up(detail)),
        (QCoreApplication.translate("Timeline", "Language"), terms.language(detail.language)),
        (QCoreApplication.translate("Timeline", "Our role"), terms.role(detail.municipal_role)),
        (QCoreApplication.translate("Timeline", "Who may see it"), _secrecy(detail.confidentiality)),
    )
    acts = (Act.TO_NOTE, Act.ATTACH, Act.CORRECT, Act.MOVE)
    return Sheet(title, texts, meta, tuple(_history(detail.versions, today)), acts, detail.summary)


def of_task(detail: TaskDetail, title: str, today: date) -> Sheet:
    task = detail.summary
    first, text = _title_and_rest(detail.explanation, title)
    closed = moment_of(detail.closed_at, today) if detail.closed_at is not None else ""
    meta = filled(
        (QCoreApplication.translate("Timeline", "Number"), task.reference),
        (QCoreApplication.translate("Timeline", "Assigned to"), task.owner),
        (QCoreApplication.translate("Timeline", "Promised"), formatting.promise_moment(task.due_at, today)),
        (QCoreApplication.translate("Timeline", "Call back at"), formatting.phone(task.phone) if task.phone else ""),
        (_product(), detail.product),
        (_case(), ", ".join(detail.case_references)),
        (
            QCoreApplication.translate("Timeline", "Made by"),
            joined(detail.created_by, moment_of(detail.created_at, today)),
        ),
        (QCoreApplication.translate("Timeline", "Closed"), closed),
    )
    texts = filled(
        (QCoreApplication.translate("Timeline", "What to do"), text),
        (QCoreApplication.translate("Timeline", "Told the citizen"), detail.told),
    )
    return Sheet(first, texts, meta, acts=(Act.TO_NOTE,), for_note=detail.explanation)


def of_case(detail: CaseDetail, today: date) -> Sheet:
    case = detail.summary
    decide = formatting.long_day(case.decide_by, today) if case.decide_by is not None else ""
    ended = formatting.long_day(case.ended_on, today) if case.ended_on is not None else ""
    meta = filled(
        (QCoreApplication.translate("Timeline", "Number"), case.reference),
        (QCoreApplication.translate("Timeline", "Since"), formatting.long_day(case.started_on, today)),
        (QCoreApplication.translate("Timeline", "Decision by"), decide if case.is_open else ""),
        (QCoreApplication.translate("Timeline", "Ended"), ended),
        (QCoreApplication.translate("Timeline", "Result"), detail.result),
        (QCoreApplication.translate("Timeline", "Handled by"), joined(case.handler, detail.department)),
    )
    steps = "\n".join(_steps(detail.steps, today))
    texts = filled((_about(), detail.description), (QCoreApplication.translate("Timeline", "Steps"), steps))
    note = joined(f"{case.case_type} ({case.reference})", case.status)
    return Sheet(case.case_type, texts, meta, (), (Act.TO_NOTE, Act.ATTACH), note)


def of_refusal(detail: DisclosureRefused, title: str, today: date) -> Sheet:
    meta = filled((_when(), moment_of(detail.at, today)), (_by(), detail.by))
    return Sheet(title, filled((QCoreApplication.translate("Timeline", "What was asked"), detail.asked)), meta)


def _title_and_rest(text: str, otherwise: str) -> Pair:
    """The first line as the title and what stands below it; a very long first line is no title and stays whole."""
    first, _, rest = text.partition("\n")
    if not first.strip():
        return otherwise, text.strip()
    if len(first) > 200:
        return f"{first[:200].rstrip()}…", text
    return first.strip(), rest.strip("\n")


def _history(versions: tuple[ContactVersion, ...], today: date) -> Iterable[Pair]:
    """Each correction, the newest first: by whom, when and why, and what stood there before."""
    said = QCoreApplication.translate("Timeline", "Corrected by {who}, {when}: {why}")
    for before, after in reversed(list(pairwise(versions))):
        line = said.format(who=after.made_by, when=moment_of(after.made_at, today), why=after.reason)
        changed = before.summary if before.summary != after.summary else ""
        yield line, changed


def _steps(steps: tuple[CaseStep, ...], today: date) -> Iterable[str]:
    to_come = QCoreApplication.translate("Timeline", "still to come")
    for step in steps:
        yield joined(step.name, formatting.day(step.reached_on, today) if step.reached_on else to_come)


def _participants(detail: ContactDetail) -> str:
    """Whoever stood on this timeline spoke for themselves, unless somebody else is named."""
    if all(p.party_id == detail.party_id for p in detail.participants):
        return ""
    named = (f"{p.name} ({terms.participant(p.role)})" for p in detail.participants if p.name)
    return ", ".join(named)


def _looked_up(detail: ContactDetail) -> str:
    """Their names; those without one are counted."""
    named = [thing.title for thing in detail.looked_up if thing.title]
    for kind in LookedUpKind:
        count = sum(1 for thing in detail.looked_up if thing.kind is kind and not thing.title)
        if count:
            named.append(terms.looked_up(kind, count))
    return ", ".join(named)


def _secrecy(value: Confidentiality) -> str:
    return "" if value is Confidentiality.OPEN else terms.secrecy(value)


def moment_of(at: object, today: date | None = None) -> str:
    """ "wo 4 mrt 10:02"."""
    return f"{formatting.day(at, today)} {formatting.time(at)}"  # type: ignore[arg-type]


def filled(*pairs: Pair) -> tuple[Pair, ...]:
    """Those that say something."""
    return tuple(pair for pair in pairs if pair[1].strip())


def joined(*parts: str) -> str:
    """On one line, what is empty left out."""
    return " · ".join(part for part in parts if part)


def _when() -> str:
    return QCoreApplication.translate("Timeline", "When")


def _by() -> str:
    return QCoreApplication.translate("Timeline", "Recorded by")


def _for_all() -> str:
    return QCoreApplication.translate("Timeline", "The citizen may read this")


def _inside() -> str:
    return QCoreApplication.translate("Timeline", "Only for colleagues")


def _about() -> str:
    return QCoreApplication.translate("Timeline", "Description")


def _product() -> str:
    return QCoreApplication.translate("Timeline", "Product")


def _case() -> str:
    return QCoreApplication.translate("Timeline", "Case")
