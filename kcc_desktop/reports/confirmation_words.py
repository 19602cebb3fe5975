"""The confirmation of an appointment in words, as a citizen reads it: Dutch at B1 level, or English.

Times are those of the clock on the wall here, on both days on which it changes too.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from kcc_desktop.domain.appointments import Appointment, AppointmentState, Comer, Said
from kcc_desktop.domain.attending import bring_lists
from kcc_desktop.domain.day_names import DAYS, MONTHS
from kcc_desktop.domain.local_time import HERE

_DUTCH = "nld"
_WORDS = {
    "nl": {
        "title": "Uw afspraak",
        "title_off": "Uw afspraak gaat niet door",
        "in_calendar": "Afspraak bij {town}",
        "dear": "Beste {name},",
        "hello": "Goedendag,",
        "begin": "U heeft een afspraak bij {town}.",
        "begin_moved": "Uw afspraak bij {town} is verzet. Hij is nu op dit moment:",
        "begin_off": "Deze afspraak bij {town} gaat niet door:",
        "remind": "Denkt u aan uw afspraak bij {town}?",
        "when": "Wanneer: {day}, van {begin} tot {end} uur",
        "where": "Waar: {place}",
        "what": "Waarvoor: {title}",
        "who": "Wie er komen:",
        "aged": "{name} ({age} jaar)",
        "child": "kind van {age} jaar",
        "adult": "volwassene",
        "code": "Uw code: {code}",
        "bring": "Neem dit mee:",
        "bring_each": "Neem dit mee voor iedereen:",
        "bring_who": "Neem dit mee voor {names}:",
        "bring_besides": "En ook voor {names}:",
        "and": "en",
        "arrange": "Regel dit nog:",
        "consent": "toestemming van de andere ouder voor {name}",
        "authority": "iemand die het gezag heeft over {name} komt mee",
        "interpreter": "U vroeg om een tolk. Wij houden daar rekening mee.",
        "end": "Kunt u niet komen, of komt een andere tijd u beter uit? Bel ons dan en noem uw code.",
        "end_off": "Wilt u een nieuwe afspraak? Bel ons dan.",
        "greeting": "Met vriendelijke groet,",
        "town": "de gemeente {name}",
        "any_town": "de gemeente",
        "signed": "Gemeente {name}",
        "any_signed": "De gemeente",
    },
    "en": {
        "title": "Your appointment",
        "title_off": "Your appointment is cancelled",
        "in_calendar": "Appointment with {town}",
        "dear": "Dear {name},",
        "hello": "Good day,",
        "begin": "You have an appointment with {town}.",
        "begin_moved": "Your appointment with {town} was moved. It is now at this time:",
        "begin_off": "This appointment with {town} is cancelled:",
        "remind": "A reminder of your appointment with {town}.",
        "when": "When: {day}, from {begin} to {end}",
        "where": "Where: {place}",
        "what": "For: {title}",
        "who": "Who comes:",
        "aged": "{name} (aged {age})",
        "child": "child aged {age}",
        "adult": "adult",
        "code": "Your code: {code}",
        "bring": "Please bring:",
        "bring_each": "Please bring for everybody:",
        "bring_who": "Please bring for {names}:",
        "bring_besides": "And for {names}:",
        "and": "and",
        "arrange": "Still to be arranged:",
        "consent": "consent of the other parent for {name}",
        "authority": "somebody with parental authority over {name} comes along",
        "interpreter": "You asked for an interpreter. We will see to it.",
        "end": "Can you not come, or does another time suit you better? Call us and tell us your code.",
        "end_off": "Would you like another appointment? Please call us.",
        "greeting": "Kind regards,",
        "town": "the municipality of {name}",
        "any_town": "the municipality",
        "signed": "Municipality of {name}",
        "any_signed": "The municipality",
    },
}


def language_of(code: str) -> str:
    """Dutch for who talks Dutch with us, English for everybody else: these texts are there in two languages."""
    return "nl" if code == _DUTCH else "en"


def title(appointment: Appointment, language: str) -> str:
    """Above the letter."""
    return _WORDS[language]["title_off" if _is_off(appointment) else "title"]


def in_calendar(town: str, language: str) -> str:
    """What stands in a citizen's calendar; for what it is is nobody else's."""
    return _WORDS[language]["in_calendar"].format(town=sender(town, language))


def text(appointment: Appointment, name: str, town: str, language: str) -> str:
    """The whole confirmation, or the word that it is off; `town` is the municipality's name, "" when not set."""
    say, is_off = _WORDS[language], _is_off(appointment)
    begin = "begin_off" if is_off else "begin_moved" if appointment.moves else "begin"
    parts = (
        (say["dear"].format(name=name) if name else say["hello"],),
        (say[begin].format(town=sender(town, language)),),
        _facts(appointment, language),
        *(() if is_off else _what_to_do(appointment, language)),
        (say["end_off" if is_off else "end"],),
        (say["greeting"], say["signed"].format(name=town) if town else say["any_signed"]),
    )
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def reminder(appointment: Appointment, town: str, language: str) -> str:
    """Short enough for a message; without a name, since it may be read on a locked screen."""
    say = _WORDS[language]
    lines = (say["remind"].format(town=sender(town, language)), *_facts(appointment, language))
    parts = (lines, *_what_to_do(appointment, language), (say["end"],))
    return "\n\n".join("\n".join(some) for some in parts if some)


def _is_off(appointment: Appointment) -> bool:
    return appointment.state is AppointmentState.CANCELLED


def sender(town: str, language: str) -> str:
    """The town as a sentence names it; "" when it was not set says the municipality."""
    say = _WORDS[language]
    return say["town"].format(name=town) if town else say["any_town"]


def _facts(appointment: Appointment, language: str) -> tuple[str, ...]:
    say = _WORDS[language]
    begin, end = appointment.starts_at.astimezone(HERE), appointment.ends_at.astimezone(HERE)
    place = ", ".join(part for part in (appointment.location, appointment.address) if part)
    return (
        say["when"].format(day=day(begin, language), begin=_clock(begin), end=_clock(end)),
        say["where"].format(place=place),
        say["what"].format(title=appointment.title),
        say["code"].format(code=" ".join(appointment.reference)),
    )


def _what_to_do(appointment: Appointment, language: str) -> tuple[tuple[str, ...], ...]:
    """Who comes, who brings what, what is still to be arranged; each left out when there is nothing to say."""
    say, comers = _WORDS[language], appointment.comers
    who = tuple(f"- {_person(one, language)}: {one.product}" for one in comers) if len(comers) > 1 else ()
    brings = []
    for number, (some, things) in enumerate(bring_lists([(one, one.bring) for one in comers])):
        names = _and([_person(one, language) for one in some], language)
        if len(some) == len(comers):
            head = say["bring_each" if len(comers) > 1 else "bring"]
        else:
            head = say["bring_besides" if number else "bring_who"].format(names=names)
        brings.append((head, *(f"- {thing}" for thing in things)))
    open_ = [
        f"- {say[what].format(name=_person(one, language))}"
        for one in comers
        for what, answer in (("consent", one.consent), ("authority", one.authority))
        if answer is Said.NO
    ]
    return (
        (say["who"], *who) if who else (),
        *brings,
        (say["arrange"], *open_) if open_ else (),
        (say["interpreter"],) if appointment.needs_interpreter else (),
    )


def _person(one: Comer, language: str) -> str:
    say = _WORDS[language]
    if one.age is None:
        return one.name or say["adult"]
    return say["aged"].format(name=one.name, age=one.age) if one.name else say["child"].format(age=one.age)


def _and(names: Sequence[str], language: str) -> str:
    """ "Fatima, Youssef en Sami"; of several who are called the same, how many."""
    counted = [name if count == 1 else f"{count} × {name}" for name, count in Counter(names).items()]
    if len(counted) == 1:
        return counted[0]
    return f"{', '.join(counted[:-1])} {_WORDS[language]['and']} {counted[-1]}"


def places(appointment: Appointment, name: str, town: str, language: str) -> dict[str, str]:
    """What stands at each place of a town's own text (`domain/citizen_texts.py`)."""
    say, ours = _WORDS[language], sender(town, language)
    begin, end = appointment.starts_at.astimezone(HERE), appointment.ends_at.astimezone(HERE)
    to_do = ("\n".join(lines) for lines in _what_to_do(appointment, language) if lines)
    return {
        "aanhef": say["dear"].format(name=name) if name else say["hello"],
        "opening": say["begin_moved" if appointment.moves else "begin"].format(town=ours),
        "gemeente": ours,
        "datum": day(begin, language),
        "begin": _clock(begin),
        "einde": _clock(end),
        "plaats": ", ".join(part for part in (appointment.location, appointment.address) if part),
        "waarvoor": appointment.title,
        "code": " ".join(appointment.reference),
        "meenemen": "\n\n".join(to_do),
        "afzender": say["signed"].format(name=town) if town else say["any_signed"],
    }


def day(moment: date, language: str) -> str:
    """ "woensdag 25 november 2026"."""
    name = DAYS[language][moment.weekday()]
    return f"{name} {moment.day} {MONTHS[language][moment.month - 1]} {moment.year}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
