"""Every option of the program, declared once with its default and its rule. Knows no file.

What no source confirms for a municipality (norms, hours, colours) is an option here and nowhere a fact.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import time
from typing import Any, Literal, NamedTuple, TypeVar

T = TypeVar("T")


class Hours(NamedTuple):
    """From when to when, local time."""

    opens: time
    closes: time


class Unfit(Exception):
    """A value breaks its option's rule."""

    def __init__(self, reason: str, hint: str) -> None:
        self.reason, self.hint = reason, hint


def _one_of(*choices: object) -> Callable[[object], Any]:
    def check(value: object) -> object:
        for choice in choices:
            if type(choice) is type(value) and choice == value:
                return choice
        raise Unfit("not_one_of", ", ".join(map(str, choices)))

    return check


def _whole(lowest: int, highest: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise Unfit("not_a_whole_number", f"{lowest}–{highest}")
        return value

    return check


def _text(pattern: str, hint: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if not isinstance(value, str) or len(value) > 300 or not re.fullmatch(pattern, value):
            raise Unfit("not_such_a_text", hint)
        return value

    return check


def _clock(value: object) -> time:
    if isinstance(value, time) and value.tzinfo is None:
        return value.replace(second=0, microsecond=0)
    with suppress(ValueError, TypeError):
        if isinstance(value, str) and re.fullmatch(r"\d\d:\d\d", value):
            return time.fromisoformat(value)
    raise Unfit("not_a_time", "17:00")


def _week(value: object) -> tuple[Hours | None, ...]:
    hint = '["08:30-17:00", …], seven days from Monday, "" is closed'
    if not isinstance(value, list) or len(value) != 7 or not all(isinstance(day, str) for day in value):
        raise Unfit("not_a_week", hint)
    return tuple(_day(day, hint) if day else None for day in value)


def _day(text: str, hint: str) -> Hours:
    try:
        opens, closes = (_clock(part) for part in text.split("-"))
    except (Unfit, ValueError):
        raise Unfit("not_a_week", hint) from None
    if opens >= closes:
        raise Unfit("not_a_week", hint)
    return Hours(opens, closes)


def _database(value: object) -> str:
    url = _text(r"(postgres(ql)?(\+psycopg)?://\S+)?", "postgresql://server/database")(value)
    if re.match(r"[^/]+//[^/@]*:[^/@]+@", url) or "password=" in url:
        raise Unfit("holds_a_password", "postgresql://server/database")
    return url


def _option(default: T, check: Callable[[object], T], note: str, *, secret: bool = False) -> T:
    made: T = field(default=default, repr=not secret, metadata={"check": check, "note": note})
    return made


_OPEN = Hours(time(8, 30), time(17))
_LATE = Hours(time(8, 30), time(20))
_NAME = r"[^\x00-\x1f\x7f\ud800-\udfff]*"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the desk goes by. Values are checked when read (`load_settings`)."""

    language: Literal["nl", "en"] = _option("nl", _one_of("nl", "en"), "language on screen: nl, en")
    dark: Literal["system", "light", "dark"] = _option(
        "system", _one_of("system", "light", "dark"), "system, light or dark"
    )
    text_scale: Literal[100, 125, 150, 200] = _option(100, _one_of(100, 125, 150, 200), "size of text in per cent")
    municipality: str = _option("", _text(_NAME, "text"), "name shown in the status bar and on paper")
    brand_colour: str = _option("#0B5FA5", _text(r"#[0-9a-fA-F]{6}", "#0B5FA5"), "one accent; the rest is derived")
    database_url: str = _option(
        "", _database, "a team's PostgreSQL, without password; empty is one encrypted file", secret=True
    )
    cover_after_minutes: int = _option(
        10, _whole(0, 240), "cover what was uncovered after so many minutes without a touch; 0 is never"
    )
    away_after_minutes: int = _option(
        5, _whole(2, 240), "an agent whose desk gave no sign of life for so many minutes is shown as away"
    )
    extension: str = _option("", _text(r"[\x21-\x7e]*", "201"), "the telephone on this desk, as the exchange names it")
    calendar: Literal["own", "jcc"] = _option("own", _one_of("own", "jcc"), "whose calendar: own, or jcc (JCC WARP)")
    calendar_url: str = _option(
        "",
        _text(r"(https://[^\s@?#]+|http://(localhost|127\.0\.0\.1)(:\d+)?[^\s@?#]*)?", "https://…"),
        "where that one is",
    )
    calendar_client: str = _option(
        "", _text(r"[\x21-\x7e]*", "kcc"), "what it knows this program by; the secret is in the keyring"
    )
    smtp_host: str = _option("", _text(r"[A-Za-z0-9.:-]*", "mail.example"), "messages: the mail server; empty is none")
    smtp_port: int = _option(587, _whole(1, 65535), "messages: its port")
    smtp_security: Literal["starttls", "tls", "none"] = _option(
        "starttls", _one_of("starttls", "tls", "none"), "messages: starttls, tls, or none (on this machine only)"
    )
    smtp_sender: str = _option(
        "", _text(r"([^\s@<>]+@[^\s@<>]+)?", "kcc@example.nl"), "messages: in whose name mail goes"
    )
    smtp_login: str = _option("", _text(r"[\x21-\x7e]*", "kcc"), "messages: its login; the password is in the keyring")
    notify_url: str = _option(
        "",
        _text(r"(https://[^\s@?#]+|http://(localhost|127\.0\.0\.1)(:\d+)?[^\s@?#]*)?", "https://…"),
        "messages: where NotifyNL is; its key is in the keyring",
    )
    notify_email: str = _option("", _text(r"[0-9a-fA-F-]*", "an id"), "messages: NotifyNL's template for mail")
    notify_sms: str = _option("", _text(r"[0-9a-fA-F-]*", "an id"), "messages: NotifyNL's template for text messages")
    notify_letter: str = _option("", _text(r"[0-9a-fA-F-]*", "an id"), "messages: NotifyNL's template for letters")
    remind_hours: int = _option(24, _whole(0, 336), "messages: a reminder so many hours before; 0 is none")
    certificates: str = _option("", _text(_NAME, "a file"), "your own authority's certificates, by their full path")
    proxy: str = _option("", _text(r"(https?://[^\s@]+)?", "http://proxy.example:3128"), "how to reach the internet")
    area_code: str = _option(
        "0527", _text(r"0\d{2,3}", "0527"), "area code for local numbers without one (Noordoostpolder)"
    )
    callback_working_days: int = _option(2, _whole(0, 60), "within how many working days somebody is called back")
    callback_due_at: time = _option(time(17), _clock, "until when on that day")  # noqa: RUF009 (a time never changes)
    no_show_after_minutes: int = _option(
        15, _whole(0, 240), "so long after the start somebody did not come, where arrivals are noted; 0 is never"
    )
    phone_norm_seconds: int = _option(25, _whole(1, 3600), "answered within so many seconds …")
    phone_norm_percent: int = _option(80, _whole(1, 100), "… in so many of a hundred calls")
    travel_detour_percent: int = _option(
        135, _whole(100, 300), "visits: how much longer a drive is than the distance as the crow flies, in per cent"
    )
    travel_km_per_hour: int = _option(28, _whole(5, 120), "visits: how fast, on average")
    travel_stop_seconds: int = _option(90, _whole(0, 1800), "visits: to park and walk, for each drive")
    travel_matrix: str = _option("", _text(_NAME, "a file"), "visits: a CSV of your own travel times, by its full path")
    osrm_url: str = _option(
        "", _text(r"(https?://[^\s@]+)?", "http://routes.example:5000"), "visits: an OSRM server that knows the roads"
    )
    attachment_megabytes: int = _option(
        10, _whole(1, 50), "the largest file that is kept of what comes along with a form or message"
    )
    attachment_endings: str = _option(
        "pdf jpg jpeg png txt", _text(r"[a-z0-9]+( [a-z0-9]+)*|", "pdf jpg png"), "and how the names of such files end"
    )
    office_hours: tuple[Hours | None, ...] = _option(
        (_OPEN, _OPEN, _OPEN, _LATE, _OPEN, None, None), _week, "an example, Monday first; put your own"
    )
