"""Dates, times, numbers and phone numbers as people read them here, in the language that holds.

Instants come in with a zone (UTC from the floors below) and are shown by the clock of the municipality. Knows no
widget and no catalogue of texts for names of days: those stand in `domain.day_names`, never in the C locale.
"""

import re
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.day_names import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.ui.shared.translation import Plural, language

# Area codes of three digits in the Dutch numbering plan, and service ranges that are grouped like them; all other
# area codes have four.
_THREE_DIGITS = re.compile("1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[24578]|91|97")


class Counted(Plural):
    """The words here that depend on a number."""

    def minutes_ago(self, number: int) -> str:
        return self.tr("%n minute(s) ago", "", number)

    def in_minutes(self, number: int) -> str:
        return self.tr("in %n minute(s)", "", number)

    def years(self, number: int) -> str:
        return self.tr("%n year(s)", "", number)


def local(moment: datetime) -> datetime:
    """The instant by the clock of the municipality. Refuses with ValueError one without a zone."""
    if moment.tzinfo is None:
        raise ValueError("an instant without a zone")
    return moment.astimezone(HERE)


def today() -> date:
    """The day it is here."""
    return datetime.now(HERE).date()


def _day_of(moment: date | datetime) -> date:
    return local(moment).date() if isinstance(moment, datetime) else moment


def time(moment: datetime, seconds: bool = False) -> str:
    """ "10:02", or "10:02:07"."""
    return f"{local(moment):%H:%M:%S}" if seconds else f"{local(moment):%H:%M}"


def day(moment: date | datetime, today_is: date | None = None) -> str:
    """ "wo 4 mrt", with the year when it is another than this one."""
    shown, now = _day_of(moment), today_is or today()
    return f"{SHORT_DAYS[language()][shown.weekday()]} {short_date(shown, now)}"


def weekday(number: int, *, is_long: bool = False) -> str:
    """ "wo", or "woensdag"; Monday is 0."""
    return (DAYS if is_long else SHORT_DAYS)[language()][number]


def short_date(moment: date | datetime, today_is: date | None = None) -> str:
    """ "4 mrt", with the year when it is another than this one."""
    shown, now = _day_of(moment), today_is or today()
    year = "" if shown.year == now.year else f" {shown.year}"
    return f"{shown.day} {SHORT_MONTHS[language()][shown.month - 1]}{year}"


def dated(moment: date | datetime) -> str:
    """ "4 mrt 2026": what stays readable for years."""
    shown = _day_of(moment)
    return f"{shown.day} {SHORT_MONTHS[language()][shown.month - 1]} {shown.year}"


def long_day(moment: date | datetime, today_is: date | None = None) -> str:
    """ "woensdag 4 maart", with the year when it is another than this one."""
    shown, now = _day_of(moment), today_is or today()
    year = "" if shown.year == now.year else f" {shown.year}"
    return f"{DAYS[language()][shown.weekday()]} {shown.day} {MONTHS[language()][shown.month - 1]}{year}"


def moment(at: datetime, now: datetime) -> str:
    """Today "10:02", another day "wo 4 mrt 10:02"."""
    if local(at).date() == local(now).date():
        return time(at)
    return f"{day(at, local(now).date())} {time(at)}"


def day_heading(moment: date | datetime, today_is: date) -> tuple[str, str]:
    """The group a day belongs to in a list, newest first, and what stands behind it muted.

    ("Vandaag", "wo 4 mrt"), ("Gisteren", …), ("Maandag", "ma 2 mrt") in this week, ("Vorige week", "23 februari –
    1 maart"), then by month: ("Januari", "2026"). What is still to come: ("Morgen", …), ("Komt nog", "").
    """
    shown = _day_of(moment)
    monday = today_is - timedelta(days=today_is.weekday())
    if shown > today_is + timedelta(days=1):
        return QCoreApplication.translate("Formatting", "Still to come"), ""
    near = {
        today_is + timedelta(days=1): QCoreApplication.translate("Formatting", "Tomorrow"),
        today_is: QCoreApplication.translate("Formatting", "Today"),
        today_is - timedelta(days=1): QCoreApplication.translate("Formatting", "Yesterday"),
    }
    if shown in near:
        return near[shown], day(shown, today_is)
    if shown >= monday:
        return _capital(DAYS[language()][shown.weekday()]), day(shown, today_is)
    if shown >= monday - timedelta(days=7):
        first, last = monday - timedelta(days=7), monday - timedelta(days=1)
        return QCoreApplication.translate("Formatting", "Last week"), days_between(first, last)
    return _capital(MONTHS[language()][shown.month - 1]), str(shown.year)


def days_between(first: date, last: date) -> str:
    """ "2 – 6 maart", "30 maart – 3 april"."""
    months = MONTHS[language()]
    if first.month == last.month:
        return f"{first.day} – {last.day} {months[last.month - 1]}"
    return f"{first.day} {months[first.month - 1]} – {last.day} {months[last.month - 1]}"


def month(day: date) -> str:
    """ "Maart 2026"."""
    return f"{_capital(MONTHS[language()][day.month - 1])} {day.year}"


def weekdays() -> tuple[str, ...]:
    """ "ma" … "zo"."""
    return SHORT_DAYS[language()]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def relative(at: datetime, now: datetime) -> str:
    """Under an hour in words ("zojuist", "5 minuten geleden", "over 5 minuten"), else as `moment`."""
    seconds = (now - at).total_seconds()
    minutes = int(abs(seconds) // 60)
    if abs(seconds) >= 3600:
        return moment(at, now)
    if minutes == 0:
        return QCoreApplication.translate("Formatting", "just now")
    if seconds > 0:
        return Counted().minutes_ago(minutes)
    return Counted().in_minutes(minutes)


def timer(seconds: float) -> str:
    """ "02:14", from an hour "1:02:14"; never below zero."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"


def promise_moment(due: datetime, today_is: date | None = None) -> str:
    """A due moment as it is read out: "donderdag 5 maart vóór 17:00 uur"."""
    return QCoreApplication.translate("Formatting", "{day} before {time}").format(
        day=long_day(due, today_is), time=time(due)
    )


def partial_date(value: PartialDate | None) -> str:
    """ "12-07-1987", "07-1987", "1950", or "onbekend" where nothing is known."""
    if value is None or value.year is None:
        return QCoreApplication.translate("Formatting", "unknown")
    if value.month is None:
        return str(value.year)
    if value.day is None:
        return f"{value.month:02}-{value.year}"
    return f"{value.day:02}-{value.month:02}-{value.year}"


def full_date(value: date) -> str:
    """ "12-07-1987"."""
    return f"{value.day:02}-{value.month:02}-{value.year}"


def age(born: PartialDate | None, today_is: date) -> str:
    """ "38 jaar"; "" when the birth date does not tell."""
    years = born.age_on(today_is) if born is not None else None
    if years is None or years < 0:
        return ""
    return Counted().years(years)


def birth(born: PartialDate | None, today_is: date) -> str:
    """ "12-07-1987 (38 jaar)", with what is unknown left out."""
    years = age(born, today_is)
    return f"{partial_date(born)} ({years})" if years else partial_date(born)


def count(number: int) -> str:
    """ "1.234" in Dutch, "1,234" in English."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language() == "nl" else grouped


def phone(e164: str) -> str:
    """Dutch numbers in Dutch notation ("06-12 34 56 78", "0527-12 34 56"), foreign ones in international notation.

    What is no E.164 number is shown as it is.
    """
    if not re.fullmatch(r"\+[1-9][0-9]{3,14}", e164):
        return e164
    if not e164.startswith("+31"):
        return _foreign(e164)
    digits = e164[3:]
    if digits.startswith(("800", "900", "906", "909")) and len(digits) >= 7:
        return f"0{digits[:3]}-{_in_pairs(digits[3:]) if len(digits) > 7 else digits[3:]}"
    if digits.startswith("14") and len(digits) <= 6:  # 14 + area code: the municipality's own number
        return f"14 {digits[2:]}"
    if len(digits) != 9:
        return f"+31 {digits}"
    if digits[0] == "6":
        return f"06-{_in_pairs(digits[1:])}"
    if _THREE_DIGITS.match(digits):
        return f"0{digits[:2]}-{digits[2:5]} {digits[5:7]} {digits[7:]}"
    return f"0{digits[:3]}-{_in_pairs(digits[3:])}"


def _in_pairs(digits: str) -> str:
    first = len(digits) % 2
    return " ".join(
        part for part in (digits[:first], *(digits[at : at + 2] for at in range(first, len(digits), 2))) if part
    )


def _foreign(e164: str) -> str:
    import phonenumbers  # a tenth of a second: only when a foreign number is shown

    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
