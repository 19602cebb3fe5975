"""The words of the day sheet of visits, in Dutch and in English. They are for the colleague who drives."""

from datetime import datetime

from kcc_desktop.domain.day_sheets import DaySheet, SheetStop
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.reports import confirmation_words

_WORDS = {
    "nl": {
        "title": "Dagstaat",
        "who": "{worker} · {day}",
        "sum": "{visits} · {minutes} min rijden",
        "one": "1 bezoek",
        "more": "{count} bezoeken",
        "start": "Start: {point}",
        "start_at": "Start: {time} uur, {point}",
        "drive": "{minutes} min rijden",
        "back": "{minutes} min rijden, terug naar {point}",
        "window": "beloofd tussen {begin} en {end} uur",
        "safety": "Veiligheidsbericht aanwezig. Lees het in KCC Desktop voordat je vertrekt.",
        "estimated": "Plaats geschat aan de hand van de postcode",
        "persons": "Wie",
        "phone": "Telefoon",
        "own_contact": "Contactpersoon",
        "second": "Samen met",
        "interpreter": "Tolk",
        "access": "Toegang",
        "materials": "Meenemen",
        "note": "Opmerking",
        "code": "code {code}",
        "empty": "Er staan voor deze dag geen bezoeken gepland.",
        "printed": "Gedrukt op {day} om {time} uur",
        "printed_by": "Gedrukt op {day} om {time} uur door {name}",
        "later": "Wat daarna verandert, staat hier niet op.",
        "page": "pagina {page} van {pages}",
        "source": "Rijtijden: {source}.",
        "distance": "geschat naar afstand",
        "matrix": "uit de tabel met rijtijden",
        "osrm": "van de routeplanner",
        "summary": "Bezoek: {title}",
        "calendar": "Bezoeken van {worker}",
    },
    "en": {
        "title": "Day sheet",
        "who": "{worker} · {day}",
        "sum": "{visits} · {minutes} min driving",
        "one": "1 visit",
        "more": "{count} visits",
        "start": "Start: {point}",
        "start_at": "Start: {time}, {point}",
        "drive": "{minutes} min driving",
        "back": "{minutes} min driving, back to {point}",
        "window": "promised between {begin} and {end}",
        "safety": "Safety note present. Read it in KCC Desktop before you leave.",
        "estimated": "Place estimated by the postcode",
        "persons": "Who",
        "phone": "Telephone",
        "own_contact": "Contact person",
        "second": "Together with",
        "interpreter": "Interpreter",
        "access": "Access",
        "materials": "Take along",
        "note": "Note",
        "code": "code {code}",
        "empty": "No visits are planned for this day.",
        "printed": "Printed on {day} at {time}",
        "printed_by": "Printed on {day} at {time} by {name}",
        "later": "What changes after that is not on it.",
        "page": "page {page} of {pages}",
        "source": "Driving times: {source}.",
        "distance": "estimated by distance",
        "matrix": "from the table of driving times",
        "osrm": "from the route planner",
        "summary": "Visit: {title}",
        "calendar": "Visits of {worker}",
    },
}


class SheetWords:
    """`language` is the one of the desk: "nl" or "en"."""

    def __init__(self, language: str) -> None:
        self._language = language if language in _WORDS else "en"
        self._say = _WORDS[self._language]

    def say(self, word: str, /, **values: object) -> str:
        return self._say[word].format(**values)

    def heading(self, sheet: DaySheet) -> str:
        """ "Karin Bos · woensdag 25 november 2026"."""
        return self.say("who", worker=sheet.worker, day=confirmation_words.day(sheet.on, self._language))

    def sum(self, sheet: DaySheet) -> str:
        """ "5 bezoeken · 87 min rijden"."""
        count = len(sheet.stops)
        visits = self.say("one") if count == 1 else self.say("more", count=count)
        return self.say("sum", visits=visits, minutes=sheet.drive_minutes)

    def start(self, sheet: DaySheet) -> str:
        if sheet.begins_at is None:
            return self.say("start", point=sheet.start_point)
        return self.say("start_at", time=clock(sheet.begins_at), point=sheet.start_point)

    def source(self, sheet: DaySheet) -> str:
        """Where the driving times come from; "" for a source that has no words yet."""
        return self.say("source", source=self._say[sheet.travel_source]) if sheet.travel_source in self._say else ""

    def facts(self, stop: SheetStop) -> tuple[tuple[str, str], ...]:
        """Label and value of everything that is known about a stop, most needed at the door first."""
        found = (
            ("persons", ", ".join(stop.persons)),
            ("phone", stop.phone),
            ("own_contact", stop.own_contact),
            ("second", stop.second_worker),
            ("interpreter", stop.interpreter),
            ("access", stop.access),
            ("materials", "; ".join(stop.materials)),
            ("note", stop.note),
        )
        return tuple((self.say(name), value) for name, value in found if value)

    def printed(self, sheet: DaySheet) -> str:
        here = sheet.printed_at.astimezone(HERE)
        name = "printed_by" if sheet.printed_by else "printed"
        day = confirmation_words.day(here, self._language)
        return self.say(name, day=day, time=clock(sheet.printed_at), name=sheet.printed_by)


def clock(moment: datetime) -> str:
    """By the clock on the wall here."""
    return f"{moment.astimezone(HERE):%H:%M}"
