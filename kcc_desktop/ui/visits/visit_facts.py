"""A visit and a day as labels with their values, in the language that holds. Paints nothing."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.safety_notes import GROUND_LABELS, SafetyNote
from kcc_desktop.domain.travel import SOURCE_LABELS
from kcc_desktop.domain.visit_days import WorkerDay
from kcc_desktop.domain.visits import OUTCOME_LABELS, QUALITY_LABELS, STATE_LABELS, PointQuality, Visit
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.facts import Pair
from kcc_desktop.ui.shared.labels import of_labels


def of_visit(visit: Visit) -> list[Pair]:
    """Most needed first; what is not known is not there."""
    when = ""
    if visit.starts_at is not None and visit.ends_at is not None:
        span = f"{formatting.time(visit.starts_at)}–{formatting.time(visit.ends_at)}"
        when = f"{formatting.day(visit.starts_at)} {span}"
    drive = ""
    if visit.before_minutes is not None:
        drive = words.VisitWords().driving(visit.before_minutes)
        if visit.travel_source is not None:
            drive = f"{drive} · {of_labels(SOURCE_LABELS[visit.travel_source]).lower()}"
    people = [one.name for one in visit.invited if one.name] or [visit.name]
    marked = visit.place.point is not None and visit.place.quality is not PointQuality.EXACT
    phone = formatting.phone(visit.phone) if visit.phone else ""
    outcome = of_labels(OUTCOME_LABELS[visit.outcome]) if visit.outcome is not None else ""
    seen = QCoreApplication.translate("VisitFacts", "document seen") if visit.identity_checked else ""
    covered = QCoreApplication.translate("VisitFacts", "covered by a restriction") if visit.is_covered else ""
    quality = of_labels(QUALITY_LABELS[visit.place.quality]) if marked else ""
    found: tuple[tuple[str, str], ...] = (
        (QCoreApplication.translate("VisitFacts", "How it stands"), of_labels(STATE_LABELS[visit.state])),
        (QCoreApplication.translate("VisitFacts", "Outcome"), outcome),
        (QCoreApplication.translate("VisitFacts", "Code"), " ".join(visit.reference)),
        (QCoreApplication.translate("VisitFacts", "When"), when),
        (QCoreApplication.translate("VisitFacts", "Promised"), words.window(visit)),
        (QCoreApplication.translate("VisitFacts", "Drive"), drive),
        (QCoreApplication.translate("VisitFacts", "Who"), ", ".join(name for name in people if name)),
        (QCoreApplication.translate("VisitFacts", "Phone"), phone),
        (QCoreApplication.translate("VisitFacts", "Visitor"), _and(visit.worker, visit.second_worker)),
        (QCoreApplication.translate("VisitFacts", "Contact"), _and(visit.contact_name, visit.contact_phone)),
        (QCoreApplication.translate("VisitFacts", "Interpreter"), visit.interpreter),
        (QCoreApplication.translate("VisitFacts", "Access"), visit.access),
        (QCoreApplication.translate("VisitFacts", "Take along"), "; ".join(visit.materials)),
        (QCoreApplication.translate("VisitFacts", "Note"), visit.note),
        (QCoreApplication.translate("VisitFacts", "Report"), visit.report),
        (QCoreApplication.translate("VisitFacts", "Identity"), seen),
        (QCoreApplication.translate("VisitFacts", "Signed"), visit.signed_by),
        (QCoreApplication.translate("VisitFacts", "Place"), quality),
        (QCoreApplication.translate("VisitFacts", "Address"), covered),
        (QCoreApplication.translate("VisitFacts", "Why"), visit.reason),
    )
    return [pair for pair in found if pair[1]]


def of_day(day: WorkerDay) -> list[Pair]:
    """When they work, from where, what they can."""
    hours = ", ".join(f"{formatting.time(begin)}–{formatting.time(end)}" for begin, end in day.working)
    found: tuple[tuple[str, str], ...] = (
        (QCoreApplication.translate("VisitFacts", "Works"), hours),
        (QCoreApplication.translate("VisitFacts", "Starts at"), day.worker.start_address),
        (QCoreApplication.translate("VisitFacts", "Goes to"), ", ".join(day.worker.areas)),
        (QCoreApplication.translate("VisitFacts", "Can do"), ", ".join(sorted(day.worker.skills))),
    )
    return [pair for pair in found if pair[1]]


def of_note(note: SafetyNote) -> str:
    """Why, what, until when and by whom: a note without these is hearsay."""
    until = QCoreApplication.translate("VisitFacts", "until {day}, by {name}").format(
        day=formatting.short_date(note.ends_on), name=note.made_by
    )
    return f"{of_labels(GROUND_LABELS[note.ground])}: {note.text}\n({until})"


def _and(one: str, other: str) -> str:
    return ", ".join(part for part in (one, other) if part)
