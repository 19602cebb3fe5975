"""Words for what an appointment's form shows: who comes, how long, what is asked and answered, what to bring."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import ADULT, Attendee, BeingBooked, Said, UnlessReason
from kcc_desktop.ui.appointments.plan import Asking, Plan
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP, Plural

_CONTEXT = "Appointments"

REASONS: dict[UnlessReason, str] = {
    UnlessReason.NO_DIGID: QT_TRANSLATE_NOOP("Appointments", "Has no DigiD"),
    UnlessReason.DIGITAL_FAILED: QT_TRANSLATE_NOOP("Appointments", "Tried online, did not work"),
    UnlessReason.NEEDS_HELP: QT_TRANSLATE_NOOP("Appointments", "Needs help with it"),
    UnlessReason.PREFERS: QT_TRANSLATE_NOOP("Appointments", "Prefers the counter"),
    UnlessReason.OTHER: QT_TRANSLATE_NOOP("Appointments", "Another reason"),
}
_ANSWERS: dict[Asking, dict[Said, str]] = {
    Asking.CONSENT: {
        Said.YES: QT_TRANSLATE_NOOP("Appointments", "Yes, the other parent agrees"),
        Said.NO: QT_TRANSLATE_NOOP("Appointments", "Not yet: the confirmation says so"),
    },
    Asking.AUTHORITY: {
        Said.YES: QT_TRANSLATE_NOOP("Appointments", "Yes, who comes along has authority"),
        Said.NO: QT_TRANSLATE_NOOP("Appointments", "No: the confirmation says so"),
    },
}


class PlannedWords(Plural):
    """The words here that depend on a number."""

    def persons(self, number: int) -> str:
        return self.tr("%n person(s)", "", number)

    def minutes(self, number: int) -> str:
        return self.tr("%n minute(s)", "", number)

    def child(self, age: int) -> str:
        return self.tr("Child of %n year(s)", "", age)

    def adult(self, age: int) -> str:
        return self.tr("Somebody of %n year(s)", "", age)

    def aged(self, name: str, age: int) -> str:
        return self.tr("{name} (%n year(s))", "", age).format(name=name)


def reason(why: UnlessReason) -> str:
    return QCoreApplication.translate(_CONTEXT, REASONS[why])


def answer(asking: Asking, said: UnlessReason | Said) -> str:
    if isinstance(said, UnlessReason):
        return reason(said)
    return QCoreApplication.translate(_CONTEXT, _ANSWERS[asking][said])


def question(plan: Plan, asking: Asking, about: Sequence[int]) -> str:
    """What the agent asks, with the names of the children it is about."""
    if asking is Asking.UNLESS:
        return QCoreApplication.translate("Appointments", "This can be done online. Why at the counter?")
    names = ", ".join(person(plan, number) for number in about)
    if asking is Asking.CONSENT:
        return QCoreApplication.translate("Appointments", "Does the other parent consent? {names}").format(names=names)
    return QCoreApplication.translate("Appointments", "Does who comes along have authority? {names}").format(
        names=names
    )


def person(plan: Plan, number: int) -> str:
    """By name, by age, else by their place in the row."""
    one, say = plan.people[number], PlannedWords()
    if one.age is None:
        return one.name or QCoreApplication.translate("Appointments", "Person {number}").format(number=number + 1)
    if one.name:
        return say.aged(one.name, one.age)
    return say.child(one.age) if one.age < ADULT else say.adult(one.age)


def person_row(plan: Plan, number: int) -> Row:
    one = plan.people[number]
    facts = plan.of_product(one.product_id)
    is_open = Said.NO in (one.consent, one.authority)
    return Row(
        person(plan, number),
        icon="baby" if one.age is not None and one.age < ADULT else "user",
        icon_tone="near" if is_open else "muted",
        trailing=facts.name if facts is not None else "",
        trailing_tone="muted",
        keys="N" if number == plan.person else "",
        key=number,
    )


def typed(one: Attendee) -> str:
    """As it is typed in one field: "Sami 9"."""
    return " ".join(part for part in (one.name, "" if one.age is None else str(one.age)) if part)


def bring(plan: Plan) -> str:
    """Who brings what; names only for what not everybody brings."""
    for_all = QCoreApplication.translate("Appointments", "Bring: {things}")
    for_some = QCoreApplication.translate("Appointments", "Bring for {names}: {things}")
    return "\n".join(
        (for_all if len(numbers) == plan.persons else for_some).format(
            names=", ".join(person(plan, number) for number in numbers), things="; ".join(things)
        )
        for numbers, things in plan.bring()
    )


def elsewhere(held: BeingBooked) -> str:
    """What a colleague is booking at this moment."""
    words = QCoreApplication.translate("Appointments", "{moment} is being booked by {name}")
    return words.format(moment=f"{formatting.day(held.starts_at)} {formatting.time(held.starts_at)}", name=held.by)
