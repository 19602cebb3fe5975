"""The confirmation of an appointment in words, as a citizen reads it: Dutch at B1 level, or English.

Times are those of the clock on the wall here, on both days on which it changes too.
"""

from datetime import date, datetime

from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.local_time import HERE

_DUTCH = "nld"
_DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nl": (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
_WORDS = {
    "nl": {
        "title": "Uw afspraak",
        "dear": "Beste {name},",
        "hello": "Goedendag,",
        "begin": "U heeft een afspraak bij {town}.",
        "when": "Wanneer: {day}, van {begin} tot {end} uur",
        "where": "Waar: {place}",
        "what": "Waarvoor: {title}",
        "code": "Uw code: {code}",
        "bring": "Neem dit mee:",
        "end": "Kunt u niet komen, of komt een andere tijd u beter uit? Bel ons dan en noem uw code.",
        "greeting": "Met vriendelijke groet,",
        "town": "de gemeente {name}",
        "any_town": "de gemeente",
        "signed": "Gemeente {name}",
        "any_signed": "De gemeente",
    },
    "en": {
        "title": "Your appointment",
        "dear": "Dear {name},",
        "hello": "Good day,",
        "begin": "You have an appointment with {town}.",
        "when": "When: {day}, from {begin} to {end}",
        "where": "Where: {place}",
        "what": "For: {title}",
        "code": "Your code: {code}",
        "bring": "Please bring:",
        "end": "Can you not come, or does another time suit you better? Call us and tell us your code.",
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


def title(language: str) -> str:
    return _WORDS[language]["title"]


def text(appointment: Appointment, name: str, town: str, language: str) -> str:
    """The whole confirmation; `town` is the municipality's name without the word, "" when it was not set."""
    say = _WORDS[language]
    sender = say["town"].format(name=town) if town else say["any_town"]
    signed = say["signed"].format(name=town) if town else say["any_signed"]
    begin, end = appointment.starts_at.astimezone(HERE), appointment.ends_at.astimezone(HERE)
    place = ", ".join(part for part in (appointment.location, appointment.address) if part)
    facts = (
        say["when"].format(day=day(begin, language), begin=_clock(begin), end=_clock(end)),
        say["where"].format(place=place),
        say["what"].format(title=appointment.title),
        say["code"].format(code=" ".join(appointment.reference)),
    )
    bring = (say["bring"], *(f"- {thing}" for thing in appointment.bring)) if appointment.bring else ()
    parts = (
        (say["dear"].format(name=name) if name else say["hello"],),
        (say["begin"].format(town=sender),),
        facts,
        bring,
        (say["end"],),
        (say["greeting"], signed),
    )
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def places(appointment: Appointment, name: str, town: str, language: str) -> dict[str, str]:
    """What stands at each place of a town's own text (`domain/citizen_texts.py`)."""
    say = _WORDS[language]
    sender = say["town"].format(name=town) if town else say["any_town"]
    begin, end = appointment.starts_at.astimezone(HERE), appointment.ends_at.astimezone(HERE)
    bring = (say["bring"], *(f"- {thing}" for thing in appointment.bring)) if appointment.bring else ()
    return {
        "aanhef": say["dear"].format(name=name) if name else say["hello"],
        "opening": say["begin"].format(town=sender),
        "gemeente": sender,
        "datum": day(begin, language),
        "begin": _clock(begin),
        "einde": _clock(end),
        "plaats": ", ".join(part for part in (appointment.location, appointment.address) if part),
        "waarvoor": appointment.title,
        "code": " ".join(appointment.reference),
        "meenemen": "\n".join(bring),
        "afzender": say["signed"].format(name=town) if town else say["any_signed"],
    }


def day(moment: date, language: str) -> str:
    """ "woensdag 25 november 2026"."""
    name = _DAYS[language][moment.weekday()]
    return f"{name} {moment.day} {_MONTHS[language][moment.month - 1]} {moment.year}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
