"""What lists, fields, choices and mistakes are called on screen, and how an entry reads as one row."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.citizen_texts import TextKind, TextLanguage, own_words
from kcc_desktop.domain.list_fields import NO, YES
from kcc_desktop.domain.list_kinds import ALWAYS, ANY
from kcc_desktop.domain.lists import CellProblem, Cells, ListEntry, ListKind
from kcc_desktop.ui.shared.row_model import Row
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

LISTS: dict[ListKind, tuple[str, str, str, str]] = {
    # Its name, what it is for, a new one, and its icon.
    ListKind.PRODUCTS: (
        QT_TRANSLATE_NOOP("Lists", "Products"),
        QT_TRANSLATE_NOOP("Lists", "What residents come for, and what an appointment for it needs"),
        QT_TRANSLATE_NOOP("Lists", "New product"),
        "tag",
    ),
    ListKind.FEES: (
        QT_TRANSLATE_NOOP("Lists", "Fees"),
        QT_TRANSLATE_NOOP("Lists", "What products cost, by year and channel"),
        QT_TRANSLATE_NOOP("Lists", "New fee"),
        "currency-eur",
    ),
    ListKind.QUEUES: (
        QT_TRANSLATE_NOOP("Lists", "Queues"),
        QT_TRANSLATE_NOOP("Lists", "Where work waits, and within how much time it is done"),
        QT_TRANSLATE_NOOP("Lists", "New queue"),
        "tray",
    ),
    ListKind.LOCATIONS: (
        QT_TRANSLATE_NOOP("Lists", "Locations"),
        QT_TRANSLATE_NOOP("Lists", "Where residents come for an appointment"),
        QT_TRANSLATE_NOOP("Lists", "New location"),
        "map-pin",
    ),
    ListKind.HOURS: (
        QT_TRANSLATE_NOOP("Lists", "Hours"),
        QT_TRANSLATE_NOOP("Lists", "When a location is open and a counter is staffed"),
        QT_TRANSLATE_NOOP("Lists", "New hours"),
        "clock",
    ),
    ListKind.COUNTERS: (
        QT_TRANSLATE_NOOP("Lists", "Counters"),
        QT_TRANSLATE_NOOP("Lists", "Desks at a location, and what they can do"),
        QT_TRANSLATE_NOOP("Lists", "New counter"),
        "bank",
    ),
    ListKind.CLOSURES: (
        QT_TRANSLATE_NOOP("Lists", "Closures"),
        QT_TRANSLATE_NOOP("Lists", "Holidays and other days or hours without appointments"),
        QT_TRANSLATE_NOOP("Lists", "New closure"),
        "prohibit",
    ),
    ListKind.WORKERS: (
        QT_TRANSLATE_NOOP("Lists", "Workers outside"),
        QT_TRANSLATE_NOOP("Lists", "Who visits people, where, and where their day begins"),
        QT_TRANSLATE_NOOP("Lists", "New worker"),
        "car",
    ),
    ListKind.WORKER_HOURS: (
        QT_TRANSLATE_NOOP("Lists", "Their hours"),
        QT_TRANSLATE_NOOP("Lists", "When those who visit people work"),
        QT_TRANSLATE_NOOP("Lists", "New hours"),
        "timer",
    ),
    ListKind.TEXTS: (
        QT_TRANSLATE_NOOP("Lists", "Texts"),
        QT_TRANSLATE_NOOP("Lists", "What residents and companies get about an appointment"),
        "",
        "envelope-simple",
    ),
}
FIELDS: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("Lists", "Name"),
    "keywords": QT_TRANSLATE_NOOP("Lists", "Other words for it"),
    "owner": QT_TRANSLATE_NOOP("Lists", "Department"),
    "answer": QT_TRANSLATE_NOOP("Lists", "Answer to read out"),
    "link": QT_TRANSLATE_NOOP("Lists", "Web page"),
    "street_report": QT_TRANSLATE_NOOP("Lists", "A report about the street"),
    "approach": QT_TRANSLATE_NOOP("Lists", "Approach"),
    "advises_contact": QT_TRANSLATE_NOOP("Lists", "Personal contact is advised"),
    "bring_child": QT_TRANSLATE_NOOP("Lists", "To bring besides, for a child"),
    "combines": QT_TRANSLATE_NOOP("Lists", "Goes together with products of this group"),
    "consent_below": QT_TRANSLATE_NOOP("Lists", "Consent asked below age; 0 is never"),
    "authority_below": QT_TRANSLATE_NOOP("Lists", "Authority asked below age; 0 is never"),
    "product": QT_TRANSLATE_NOOP("Lists", "Product"),
    "year": QT_TRANSLATE_NOOP("Lists", "Year"),
    "channel": QT_TRANSLATE_NOOP("Lists", "Channel"),
    "label": QT_TRANSLATE_NOOP("Lists", "For whom, or how"),
    "amount": QT_TRANSLATE_NOOP("Lists", "Amount in euros"),
    "example": QT_TRANSLATE_NOOP("Lists", "Only an example"),
    "queue": QT_TRANSLATE_NOOP("Lists", "Queue of what arrives about it"),
    "minutes": QT_TRANSLATE_NOOP("Lists", "Minutes of an appointment"),
    "extra_minutes": QT_TRANSLATE_NOOP("Lists", "Minutes per extra person"),
    "most_persons": QT_TRANSLATE_NOOP("Lists", "Most persons"),
    "bring": QT_TRANSLATE_NOOP("Lists", "To bring, one thing a line"),
    "in_person": QT_TRANSLATE_NOOP("Lists", "They have to come themselves"),
    "skill": QT_TRANSLATE_NOOP("Lists", "Skill of the counter"),
    "locations": QT_TRANSLATE_NOOP("Lists", "Locations; none is everywhere"),
    "digital_from": QT_TRANSLATE_NOOP("Lists", "Online from"),
    "digital_link": QT_TRANSLATE_NOOP("Lists", "Web address for doing it online"),
    "in_use": QT_TRANSLATE_NOOP("Lists", "In use"),
    "code": QT_TRANSLATE_NOOP("Lists", "Code"),
    "cluster": QT_TRANSLATE_NOOP("Lists", "Team"),
    "skills": QT_TRANSLATE_NOOP("Lists", "Skills, with a space between"),
    "languages": QT_TRANSLATE_NOOP("Lists", "What arrives in these languages (eng, pol)"),
    "norm": QT_TRANSLATE_NOOP("Lists", "Done within"),
    "norm_unit": QT_TRANSLATE_NOOP("Lists", "Counted in"),
    "position": QT_TRANSLATE_NOOP("Lists", "Place in the order"),
    "address": QT_TRANSLATE_NOOP("Lists", "Address"),
    "zone": QT_TRANSLATE_NOOP("Lists", "Time zone"),
    "step": QT_TRANSLATE_NOOP("Lists", "Minutes between times on offer"),
    "latitude": QT_TRANSLATE_NOOP("Lists", "Latitude"),
    "longitude": QT_TRANSLATE_NOOP("Lists", "Longitude"),
    "location": QT_TRANSLATE_NOOP("Lists", "Location"),
    "counter": QT_TRANSLATE_NOOP("Lists", "Counter; empty is the location itself"),
    "weekday": QT_TRANSLATE_NOOP("Lists", "Day"),
    "from": QT_TRANSLATE_NOOP("Lists", "From"),
    "until": QT_TRANSLATE_NOOP("Lists", "Until"),
    "valid_from": QT_TRANSLATE_NOOP("Lists", "Holds from"),
    "valid_until": QT_TRANSLATE_NOOP("Lists", "Holds up to and including"),
    "from_on": QT_TRANSLATE_NOOP("Lists", "First day"),
    "until_on": QT_TRANSLATE_NOOP("Lists", "Last day"),
    "reason": QT_TRANSLATE_NOOP("Lists", "Why"),
    "login": QT_TRANSLATE_NOOP("Lists", "Their login at the desk"),
    "areas": QT_TRANSLATE_NOOP("Lists", "Areas: how postcodes begin; empty is everywhere"),
    "start_address": QT_TRANSLATE_NOOP("Lists", "Where their day begins"),
    "worker": QT_TRANSLATE_NOOP("Lists", "Worker"),
    "body": QT_TRANSLATE_NOOP("Lists", "Text"),
}
CHOICES: dict[str, str] = {
    "minutes": QT_TRANSLATE_NOOP("Lists", "Minutes"),
    "hours": QT_TRANSLATE_NOOP("Lists", "Hours of the desk"),
    "working_days": QT_TRANSLATE_NOOP("Lists", "Working days"),
    "standardised": QT_TRANSLATE_NOOP("Lists", "Standardised"),
    "individual_support": QT_TRANSLATE_NOOP("Lists", "Individual support"),
    "infrastructure": QT_TRANSLATE_NOOP("Lists", "Infrastructure"),
    "liveability": QT_TRANSLATE_NOOP("Lists", "Liveability"),
    "digital": QT_TRANSLATE_NOOP("Lists", "Digital"),
    "counter": QT_TRANSLATE_NOOP("Lists", "Counter"),
    "any": QT_TRANSLATE_NOOP("Lists", "Any"),
    "monday": QT_TRANSLATE_NOOP("Lists", "Monday"),
    "tuesday": QT_TRANSLATE_NOOP("Lists", "Tuesday"),
    "wednesday": QT_TRANSLATE_NOOP("Lists", "Wednesday"),
    "thursday": QT_TRANSLATE_NOOP("Lists", "Thursday"),
    "friday": QT_TRANSLATE_NOOP("Lists", "Friday"),
    "saturday": QT_TRANSLATE_NOOP("Lists", "Saturday"),
    "sunday": QT_TRANSLATE_NOOP("Lists", "Sunday"),
    "confirmation": QT_TRANSLATE_NOOP("Lists", "Confirmation"),
    "reminder": QT_TRANSLATE_NOOP("Lists", "Reminder"),
    "letter": QT_TRANSLATE_NOOP("Lists", "Letter"),
    "resident": QT_TRANSLATE_NOOP("Lists", "residents"),
    "organisation": QT_TRANSLATE_NOOP("Lists", "companies"),
    "nl": QT_TRANSLATE_NOOP("Lists", "Dutch"),
    "en": QT_TRANSLATE_NOOP("Lists", "English"),
    YES: QT_TRANSLATE_NOOP("Lists", "yes"),
    NO: QT_TRANSLATE_NOOP("Lists", "no"),
}
PROBLEMS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("Lists", "Fill this in."),
    "too_long": QT_TRANSLATE_NOOP("Lists", "At most {detail} characters."),
    "code": QT_TRANSLATE_NOOP("Lists", "Small letters, digits, - and _, without spaces."),
    "whole": QT_TRANSLATE_NOOP("Lists", "A whole number, {detail}."),
    "number": QT_TRANSLATE_NOOP("Lists", "A number, {detail}."),
    "clock": QT_TRANSLATE_NOOP("Lists", "Write a time as 08:30."),
    "clock_step": QT_TRANSLATE_NOOP("Lists", "A time is on five minutes: 08:30 or 08:35."),
    "day_characters": QT_TRANSLATE_NOOP("Lists", "Write a date as 24-11-2026."),
    "day_range": QT_TRANSLATE_NOOP("Lists", "There is no such date."),
    "yes_no": QT_TRANSLATE_NOOP("Lists", "Choose yes or no."),
    "choice": QT_TRANSLATE_NOOP("Lists", "Choose one of: {detail}."),
    "no_web_address": QT_TRANSLATE_NOOP("Lists", "A web address starts with http:// or https:// and has no spaces."),
    "zone": QT_TRANSLATE_NOOP("Lists", "There is no such time zone. In the Netherlands it is Europe/Amsterdam."),
    "unknown": QT_TRANSLATE_NOOP("Lists", "This is not known here. Known are: {detail}."),
    "none_yet": QT_TRANSLATE_NOOP("Lists", "There are none yet. Make one in that list first."),
    "twice": QT_TRANSLATE_NOOP("Lists", "This is there already."),
    "twice_in_file": QT_TRANSLATE_NOOP("Lists", "This stands on line {detail}, too."),
    "several": QT_TRANSLATE_NOOP("Lists", "Several have this name here."),
    "stays": QT_TRANSLATE_NOOP("Lists", "This does not change any more: others refer to it. Make a new one."),
    "general_stays": QT_TRANSLATE_NOOP("Lists", "This queue stays: what belongs nowhere else comes here."),
    "out_of_use_instead": QT_TRANSLATE_NOOP("Lists", "This product has appointments. Take it out of use instead."),
    "minutes_needed": QT_TRANSLATE_NOOP("Lists", "Fill in the minutes, or this product has no appointments."),
    "digital_since": QT_TRANSLATE_NOOP("Lists", "Say from when it can be done online."),
    "five_minutes": QT_TRANSLATE_NOOP("Lists", "A multiple of five minutes."),
    "both_or_none": QT_TRANSLATE_NOOP("Lists", "Fill in both, or neither."),
    "ends_before_begin": QT_TRANSLATE_NOOP("Lists", "This is not after the beginning."),
    "ends_before_start": QT_TRANSLATE_NOOP("Lists", "This is before the first day."),
    "money": QT_TRANSLATE_NOOP("Lists", "Write an amount as 83,87."),
    "another_fee": QT_TRANSLATE_NOOP("Lists", "This is another fee. Make that one, and take this one away."),
    "unknown_place": QT_TRANSLATE_NOOP("Lists", "The places in a text are: {detail}."),
    "ragged": QT_TRANSLATE_NOOP("Lists", "The cells do not fit the columns ({detail})."),
    # Of a whole file.
    "columns_missing": QT_TRANSLATE_NOOP("Lists", "These columns are missing: {detail}."),
    "columns_unknown": QT_TRANSLATE_NOOP("Lists", "The program does not know these columns: {detail}."),
    "column_twice": QT_TRANSLATE_NOOP("Lists", "A column is there twice."),
    "quotes": QT_TRANSLATE_NOOP("Lists", "The quotes do not match on line {line}."),
    "control_signs": QT_TRANSLATE_NOOP("Lists", "Line {line} holds a sign that belongs in no text."),
    "empty": QT_TRANSLATE_NOOP("Lists", "This file is empty."),
    "workbook": QT_TRANSLATE_NOOP("Lists", "This is a workbook. Save it as “CSV UTF-8”."),
    "utf16": QT_TRANSLATE_NOOP("Lists", "This file is in UTF-16. Save it as “CSV UTF-8”."),
    "encoding": QT_TRANSLATE_NOOP("Lists", "This is no text in UTF-8. Save it as “CSV UTF-8”."),
    "too_big": QT_TRANSLATE_NOOP("Lists", "This file is larger than {detail} MB."),
    "not_found": QT_TRANSLATE_NOOP("Lists", "There is no such file."),
    "directory": QT_TRANSLATE_NOOP("Lists", "This is a folder. Choose a file."),
    "unreadable": QT_TRANSLATE_NOOP("Lists", "This file cannot be read."),
}


def say(text: str) -> str:
    """In the language that holds."""
    return QCoreApplication.translate("Lists", text) if text else ""


def title(kind: ListKind) -> str:
    return say(LISTS[kind][0])


def label(name: str) -> str:
    return say(FIELDS[name])


def choice(word: str) -> str:
    return say(CHOICES[word])


def problem(wrong: CellProblem, line: int = 0) -> str:
    """What would be right."""
    text = PROBLEMS.get(wrong.reason)
    if text is None:
        return wrong.reason
    return say(text).replace("{detail}", wrong.detail).replace("{line}", str(line))


def entry_row(kind: ListKind, entry: ListEntry, badge: str = "") -> Row:
    """An entry as a list shows it: what it is, and the rest in a line."""
    cells = entry.cells
    first, rest = _ROWS[kind](cells)
    detail = " · ".join(part for part in rest if part)
    trailing = "" if entry.is_in_use else QCoreApplication.translate("Lists", "out of use")
    if kind is ListKind.TEXTS and not is_standard(cells):
        trailing = QCoreApplication.translate("Lists", "own text")
    return Row(first, detail, trailing=trailing, badge=badge, badge_tone="near", key=entry.id)


def is_standard(cells: Cells) -> bool:
    """Whether it says what the program says by itself."""
    return own_words(TextKind(cells["text"]), TextLanguage(cells["language"])) == cells["body"]


def _product(cells: Cells) -> tuple[str, tuple[str, ...]]:
    if not cells["minutes"]:
        return cells["name"], (QCoreApplication.translate("Lists", "no appointments"), cells["owner"])
    time = QCoreApplication.translate("Lists", "{minutes} min").format(minutes=cells["minutes"])
    more = QCoreApplication.translate("Lists", "+{minutes} per person").format(minutes=cells["extra_minutes"])
    online = cells["digital_from"] and QCoreApplication.translate("Lists", "online from {day}").format(
        day=cells["digital_from"]
    )
    return cells["name"], (time, more if cells["extra_minutes"] != "0" else "", cells["skill"], online)


def _fee(cells: Cells) -> tuple[str, tuple[str, ...]]:
    example = QCoreApplication.translate("Lists", "example") if cells["example"] == YES else ""
    channel = "" if cells["channel"] == ANY else choice(cells["channel"]).lower()
    return cells["product"], (cells["year"], f"€ {cells['amount']}", channel, cells["label"], example)


def _queue(cells: Cells) -> tuple[str, tuple[str, ...]]:
    norm = f"{cells['norm']} {choice(cells['norm_unit']).lower()}"
    return cells["name"], (norm, cells["cluster"], cells["skills"])


def _location(cells: Cells) -> tuple[str, tuple[str, ...]]:
    return cells["name"], (cells["address"],)


def _hours(cells: Cells) -> tuple[str, tuple[str, ...]]:
    since = "" if cells["valid_from"] == ALWAYS else cells["valid_from"]
    holds = since and QCoreApplication.translate("Lists", "from {day}").format(day=since)
    ends = cells["valid_until"] and QCoreApplication.translate("Lists", "up to {day}").format(day=cells["valid_until"])
    when = f"{choice(cells['weekday'])} {cells['from']}–{cells['until']}"
    return when, (cells["location"], cells["counter"], holds, ends)


def _counter(cells: Cells) -> tuple[str, tuple[str, ...]]:
    return cells["name"], (cells["location"], cells["skills"])


def _closure(cells: Cells) -> tuple[str, tuple[str, ...]]:
    days = cells["from_on"] if cells["from_on"] == cells["until_on"] else f"{cells['from_on']} – {cells['until_on']}"
    time = f"{cells['from']}–{cells['until']}" if cells["from"] else ""
    everywhere = QCoreApplication.translate("Lists", "everywhere")
    return cells["reason"] or days, (days, time, cells["location"] or everywhere)


def _worker(cells: Cells) -> tuple[str, tuple[str, ...]]:
    return cells["name"], (cells["cluster"], cells["areas"].upper(), cells["skills"])


def _worker_hours(cells: Cells) -> tuple[str, tuple[str, ...]]:
    title, rest = _hours({**cells, "location": cells["worker"], "counter": ""})
    return title, rest


def _text(cells: Cells) -> tuple[str, tuple[str, ...]]:
    return choice(cells["text"]), (choice(cells["audience"]), choice(cells["language"]))


_ROWS: Mapping[ListKind, Callable[[Cells], tuple[str, tuple[str, ...]]]] = {
    ListKind.PRODUCTS: _product,
    ListKind.FEES: _fee,
    ListKind.QUEUES: _queue,
    ListKind.LOCATIONS: _location,
    ListKind.HOURS: _hours,
    ListKind.COUNTERS: _counter,
    ListKind.CLOSURES: _closure,
    ListKind.WORKERS: _worker,
    ListKind.WORKER_HOURS: _worker_hours,
    ListKind.TEXTS: _text,
}


def nothing_found() -> str:
    return QCoreApplication.translate("Lists", "Nothing has this in its name")


def none_yet() -> str:
    return QCoreApplication.translate("Lists", "There are none yet")


def none_of(name: str) -> str:
    """The row for none of them."""
    if name == "location":
        return QCoreApplication.translate("Lists", "Everywhere")
    if name == "counter":
        return QCoreApplication.translate("Lists", "The location itself")
    return QCoreApplication.translate("Lists", "None")


def line_of(number: int, name: str) -> str:
    """ "Regel 3, naam"."""
    text = QCoreApplication.translate("Lists", "Line {line}").format(line=number)
    return f"{text}, {name}" if name else text
