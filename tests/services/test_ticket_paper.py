"""The ticket on paper: a number, when and where, how long it may take; nobody's name, and the same bytes each time."""

import re
import zlib
from datetime import UTC, datetime

import pytest

from kcc_desktop.domain.counter import Estimate
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.reports.ticket import lines, ticket
from tests.services.counter_hall import CounterHall

SUMMER, WINTER = datetime(2026, 7, 1, 8, 5, tzinfo=UTC), datetime(2026, 12, 1, 8, 5, tzinfo=UTC)


def test_it_says_the_number_and_the_time_on_the_wall():
    for at, said in ((SUMMER, "01-07-2026 om 10:05 uur"), (WINTER, "01-12-2026 om 09:05 uur")):
        assert said in lines("B12", at, "Gemeentehuis", None, "nld")
    assert "B12" in lines("B12", SUMMER, "Gemeentehuis", None, "nld")


def test_it_says_how_long_only_when_that_is_known():
    known = lines("B12", SUMMER, "Gemeentehuis", Estimate(10, 20), "nld")
    assert "U wacht naar verwachting 10 tot 20 minuten" in known
    assert not [line for line in lines("B12", SUMMER, "Gemeentehuis", None, "nld") if "minuten" in line]


def test_whoever_reads_no_dutch_reads_english():
    assert "Your number" in lines("B12", SUMMER, "Gemeentehuis", None, "ara")


def test_one_ticket_is_the_same_bytes_each_time():
    made = ticket("B12", SUMMER, "Gemeentehuis " * 20, None, "nld")
    assert made == ticket("B12", SUMMER, "Gemeentehuis " * 20, None, "nld")
    assert made.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", made)) == 1


def test_the_paper_of_a_ticket_names_nobody(database):
    hall = CounterHall(database)
    paper = hall.counter.paper(hall.arrived(10, name="Fatima de Vries").id)
    assert paper.number == "A1"
    streams = [zlib.decompress(part) for part in _streams(paper.pdf)]
    assert not [part for part in (paper.pdf, *streams) if b"Fatima" in part or b"Vries" in part]
    with pytest.raises(NotFound):
        hall.counter.paper(new_id())


def _streams(pdf):
    for part in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            zlib.decompress(part)
        except zlib.error:
            continue
        yield part
