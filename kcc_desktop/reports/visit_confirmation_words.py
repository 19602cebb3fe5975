"""What stands at the places of a text about a visit, as a citizen reads it: Dutch at B1 level, or English.

The texts themselves are the town's, or the program's own (`domain/citizen_texts.py`). They say who comes and between
which hours, never what a colleague was warned of.
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
        "when": "{day}, tussen {begin} en {end} uur",
        "later": "dat laten wij u nog weten",
        "both": "{one} en {other}",
        "signed": "Gemeente {name}",
        "any_signed": "De gemeente",
    },
    "en": {
        "title": "We will visit you",
        "dear": "Dear {name},",
        "hello": "Good day,",
        "begin": "We have agreed with you that we will visit you.",
        "when": "{day}, between {begin} and {end}",
        "later": "we will let you know",
        "both": "{one} and {other}",
        "signed": "Municipality of {name}",
        "any_signed": "The municipality",
    },
}


def title(language: str) -> str:
    return _WORDS[language]["title"]


def places(visit: Visit, name: str, town: str, language: str) -> dict[str, str]:
    """`town` is the municipality's name without the word, "" when it was not set; "" stands for what is not known."""
    say, address = _WORDS[language], visit.place.address
    who = visit.worker
    if who and visit.second_worker:
        who = say["both"].format(one=visit.worker, other=visit.second_worker)
    place = "" if visit.is_covered else ", ".join(part for part in (address.line1(), address.line2()) if part)
    return {
        "aanhef": say["dear"].format(name=name) if name else say["hello"],
        "opening": say["begin"],
        "gemeente": confirmation_words.sender(town, language),
        **_when(visit, language),
        "wie": who,
        "plaats": place,
        "waarvoor": visit.title,
        "code": " ".join(visit.reference),
        "afzender": say["signed"].format(name=town) if town else say["any_signed"],
    }


def _when(visit: Visit, language: str) -> dict[str, str]:
    say = _WORDS[language]
    if visit.window_from is None or visit.window_until is None:
        return {"wanneer": say["later"], "datum": "", "begin": "", "einde": ""}
    since, until = visit.window_from.astimezone(HERE), visit.window_until.astimezone(HERE)
    day, begin, end = confirmation_words.day(since, language), _clock(since), _clock(until)
    return {"wanneer": say["when"].format(day=day, begin=begin, end=end), "datum": day, "begin": begin, "einde": end}


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"
