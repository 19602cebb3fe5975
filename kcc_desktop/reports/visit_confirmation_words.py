"""The confirmation of a visit in words, as a citizen reads it: Dutch at B1 level, or English.

It says who comes and between which hours, never what a colleague was warned of.
"""

from datetime import datetime

from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.visits import Visit
from kcc_desktop.reports import confirmation_words

_WORDS = {
    "nl": {
        "title": "Wij komen bij u langs",
        "dear": "Beste {name},",
        "hello": "Goedendag,",
        "begin": "Wij hebben met u afgesproken dat wij bij u langskomen.",
        "when": "Wanneer: {day}, tussen {begin} en {end} uur",
        "later": "Wanneer: dat laten wij u nog weten",
        "who": "Wie komt er: {who}",
        "both": "{one} en {other}",
        "where": "Waar: {place}",
        "what": "Waarvoor: {title}",
        "code": "Uw code: {code}",
        "end": "Bent u er niet, of komt een andere tijd u beter uit? Bel ons dan en noem uw code.",
        "greeting": "Met vriendelijke groet,",
        "signed": "Gemeente {name}",
        "any_signed": "De gemeente",
    },
    "en": {
        "title": "We will visit you",
        "dear": "Dear {name},",
        "hello": "Good day,",
        "begin": "We have agreed with you that we will visit you.",
        "when": "When: {day}, between {begin} and {end}",
        "later": "When: we will let you know",
        "who": "Who comes: {who}",
        "both": "{one} and {other}",
        "where": "Where: {place}",
        "what": "For: {title}",
        "code": "Your code: {code}",
        "end": "Will you not be there, or does another time suit you better? Call us and tell us your code.",
        "greeting": "Kind regards,",
        "signed": "Municipality of {name}",
        "any_signed": "The municipality",
    },
}


def title(language: str) -> str:
    return _WORDS[language]["title"]


def text(visit: Visit, name: str, town: str, language: str) -> str:
    """The whole confirmation; `town` is the municipality's name without the word, "" when it was not set."""
    say = _WORDS[language]
    address = visit.place.address
    place = "" if visit.is_covered else ", ".join(part for part in (address.line1(), address.line2()) if part)
    who = visit.worker
    if who and visit.second_worker:
        who = say["both"].format(one=visit.worker, other=visit.second_worker)
    facts = [
        _when(visit, language),
        say["who"].format(who=who) if who else "",
        say["where"].format(place=place) if place else "",
        say["what"].format(title=visit.title),
        say["code"].format(code=" ".join(visit.reference)),
    ]
    parts = (
        say["dear"].format(name=name) if name else say["hello"],
        say["begin"],
        "\n".join(fact for fact in facts if fact),
        say["end"],
        f"{say['greeting']}\n{say['signed'].format(name=town) if town else say['any_signed']}",
    )
    return "\n\n".join(parts)


def _when(visit: Visit, language: str) -> str:
    say = _WORDS[language]
    if visit.window_from is None or visit.window_until is None:
        return say["later"]
    begin, end = visit.window_from.astimezone(HERE), visit.window_until.astimezone(HERE)
    return say["when"].format(day=confirmation_words.day(begin, language), begin=_clock(begin), end=_clock(end))


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
