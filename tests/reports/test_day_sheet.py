"""The day sheet of visits as PDF and as calendar file: what stands on it, and what must not."""

import re
import zlib
from base64 import a85decode
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from kcc_desktop.domain.day_sheets import DaySheet, SheetStop
from kcc_desktop.reports.day_calendar import day_calendar
from kcc_desktop.reports.day_sheet import day_sheet
from kcc_desktop.reports.day_sheet_words import SheetWords

HERE = ZoneInfo("Europe/Amsterdam")


def at(hour, minute, on=date(2026, 3, 4)):
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=HERE).astimezone(UTC)


def stop(hour=10, **changes):
    given = SheetStop(
        "BCDFGH",
        "Hulp in huis",
        at(hour, 15),
        at(hour, 55),
        at(hour, 0),
        at(hour + 1, 30),
        7,
        ("Lange Nering 12", "8302 ED Emmeloord"),
        ("Mevrouw Ż. de Vries-Łukasz",),
        "06-12 34 56 78",
        "Zoon Bram <bel eerst>",
        "Samir Bouali",
        "Pools",
        "Achterom, sleutel bij de buren & hond los",
        ("Rolmaat", "Folder Wmo"),
        latitude=52.7108,
        longitude=5.7486,
    )
    return replace(given, **changes)


def sheet(*stops, **changes):
    given = DaySheet(
        "Karin Bos",
        date(2026, 3, 4),
        at(8, 30),
        "Gemeentehuis Emmeloord",
        stops,
        12,
        "distance",
        at(7, 58),
        "Noor Jansen",
    )
    return replace(given, **changes)


def pages(made):
    return len(re.findall(rb"/Type /Page\b", made))


def content(made):
    """The drawing of all pages, unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL)
    found = b""
    for packed in streams:
        try:
            found += zlib.decompress(a85decode(packed.strip(), adobe=packed.strip().endswith(b"~>")))
        except (ValueError, zlib.error):
            continue
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_day_is_one_page_and_the_same_bytes_each_time(language):
    made = day_sheet(sheet(stop(9), stop(11), stop(14)), language)
    assert made.startswith(b"%PDF-")
    assert pages(made) == 1
    assert made == day_sheet(sheet(stop(9), stop(11), stop(14)), language)


def test_a_full_day_goes_on_on_the_next_page_with_numbers():
    made = day_sheet(sheet(*(stop(8 + number) for number in range(9))), "nl")
    assert pages(made) > 1
    words = SheetWords("nl")
    assert words.say("page", page=1, pages=pages(made)) == f"pagina 1 van {pages(made)}"


def test_an_empty_day_says_so():
    assert pages(day_sheet(sheet(back_minutes=0), "nl")) == 1


@pytest.mark.parametrize("rude", ["<b>", "</para>", "&amp;", "\x00", "a" * 3000, "مرحبا", "😀" * 50])
def test_whatever_was_typed_is_printed(rude):
    strange = stop(access=rude, note=rude, own_contact=rude, persons=(rude,), address=(rude, rude))
    assert day_sheet(sheet(strange), "nl").startswith(b"%PDF-")


def test_the_sum_counts_the_way_back():
    one = sheet(stop(9, drive_minutes=12), stop(11, drive_minutes=22), back_minutes=15)
    assert SheetWords("nl").sum(one) == "2 bezoeken · 49 min rijden"
    assert SheetWords("en").sum(sheet(stop(), back_minutes=3)) == "1 visit · 10 min driving"


def test_the_facts_stand_in_the_order_of_the_door():
    names = [name for name, _ in SheetWords("nl").facts(stop())]
    assert names == ["Wie", "Telefoon", "Contactpersoon", "Samen met", "Tolk", "Toegang", "Meenemen"]


@pytest.mark.parametrize(
    ("on", "offset"),
    [(date(2026, 1, 14), 1), (date(2026, 7, 1), 2), (date(2026, 3, 29), 2), (date(2026, 10, 25), 1)],
)
def test_the_calendar_file_is_right_in_winter_in_summer_and_on_both_change_days(on, offset):
    day = sheet(replace(stop(), arrives_at=at(10, 15, on), leaves_at=at(10, 55, on)), on=on)
    (event,) = Calendar.from_ical(day_calendar(day, "nl")).walk("VEVENT")
    assert event.decoded("dtstart") == datetime(on.year, on.month, on.day, 10 - offset, 15, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(on.year, on.month, on.day, 10 - offset, 55, tzinfo=UTC)


def test_the_calendar_file_names_nobody():
    secret = ("Vries", "Bram", "06-12", "sleutel", "Pools")
    made = day_calendar(sheet(stop(has_safety_note=True)), "nl").decode()
    unfolded = made.replace("\r\n ", "")
    assert not [word for word in secret if word in unfolded]
    assert "Lange Nering 12" in unfolded
    assert "Veiligheidsbericht aanwezig" in unfolded


def test_read_in_again_the_calendar_file_changes_what_stands_there():
    first, later = sheet(stop()), sheet(stop(arrives_at=at(11, 0), leaves_at=at(11, 40)), printed_at=at(9, 0))
    ids = {Calendar.from_ical(day_calendar(one, "nl")).walk("VEVENT")[0]["uid"] for one in (first, later)}
    assert len(ids) == 1
