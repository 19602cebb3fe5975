"""Headings, rows and their model: what is shown in which order, and what moves when something changes."""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from kcc_desktop.domain.timeline import EntryKind, TimelineEntry, Tone
from kcc_desktop.ui.timeline.days import Days, Section, Span
from kcc_desktop.ui.timeline.geometry import Geometry
from kcc_desktop.ui.timeline.model import ROW_ROLE, TimelineModel
from kcc_desktop.ui.timeline.rows import (
    DayRow,
    EntryRow,
    Folding,
    LiveRow,
    Tail,
    TailRow,
    lay_out,
)

NOW = datetime(2026, 3, 4, 9, 42, tzinfo=UTC)  # a Wednesday, 10:42 here


def entry(number=1, at=NOW, kind=EntryKind.CONTACT, **changes):
    values = {
        "kind": kind,
        "id": UUID(int=number),
        "at": at,
        "channel": "phone",
        "title": f"vraag {number}",
        "detail": "",
        "who": "Noor Jansen",
        "state": "answered",
        "tone": Tone.GOOD,
        "is_confidential": False,
        "labels": ("Beantwoord", "Answered"),
    }
    return TimelineEntry(**{**values, **changes})


def live(title="Paspoort kwijt"):
    return LiveRow(UUID(int=99), "phone", NOW - timedelta(minutes=2), title, "Noor Jansen", 1)


def spans(rows):
    return [row.section.span if isinstance(row, DayRow) else "·" for row in rows]


@pytest.mark.parametrize(
    ("at", "kind", "expected"),
    [
        (NOW + timedelta(days=5), EntryKind.APPOINTMENT, Span.COMING),
        (NOW + timedelta(hours=2), EntryKind.APPOINTMENT, Span.COMING),
        (NOW - timedelta(hours=1), EntryKind.APPOINTMENT, Span.TODAY),
        (NOW + timedelta(minutes=1), EntryKind.CONTACT, Span.TODAY),
        (NOW, EntryKind.CONTACT, Span.TODAY),
        (datetime(2026, 3, 3, 23, 30, tzinfo=UTC), EntryKind.CONTACT, Span.TODAY),
        (datetime(2026, 3, 3, 22, 30, tzinfo=UTC), EntryKind.CONTACT, Span.YESTERDAY),
        (NOW - timedelta(days=2), EntryKind.CONTACT, Span.THIS_WEEK),
        (NOW - timedelta(days=3), EntryKind.CONTACT, Span.LAST_WEEK),
        (datetime(2026, 2, 23, 8, tzinfo=UTC), EntryKind.CONTACT, Span.LAST_WEEK),
        (datetime(2026, 2, 22, 8, tzinfo=UTC), EntryKind.CONTACT, Span.MONTH),
    ],
)
def test_an_entry_stands_under_the_heading_of_its_day(at, kind, expected):
    assert Days(NOW).section(kind, at).span is expected


def test_a_month_stands_for_all_its_days():
    section = Days(NOW).section(EntryKind.CONTACT, datetime(2024, 2, 10, 8, tzinfo=UTC))
    assert section == Section(Span.MONTH, date(2024, 2, 1), date(2024, 2, 29))


def test_every_heading_stands_once_whatever_the_clocks_say():
    draw = random.Random(4)
    moments = sorted((NOW + timedelta(minutes=draw.randint(-90_000, 4_000)) for _ in range(400)), reverse=True)
    kinds = [draw.choice([EntryKind.CONTACT, EntryKind.APPOINTMENT, EntryKind.TASK]) for _ in moments]
    rows = lay_out(
        [entry(n, at, kind) for n, (at, kind) in enumerate(zip(moments, kinds, strict=True))], Days(NOW), Folding()
    )
    headings = [row.key for row in rows if isinstance(row, DayRow)]
    assert len(headings) == len(set(headings))
    assert [row.entry.at for row in rows if isinstance(row, EntryRow)] == moments


def test_what_goes_on_is_the_first_of_today():
    coming = entry(1, NOW + timedelta(days=5), EntryKind.APPOINTMENT)
    rows = lay_out([coming, entry(2), entry(3, NOW - timedelta(days=1))], Days(NOW), Folding(), live())
    assert spans(rows) == [Span.COMING, "·", Span.TODAY, "·", "·", Span.YESTERDAY, "·"]
    assert isinstance(rows[3], LiveRow)
    assert (rows[0].appointments, rows[0].visits) == (1, 0)


def test_what_is_to_come_counts_appointments_and_visits_apart():
    kinds = (EntryKind.VISIT, EntryKind.APPOINTMENT, EntryKind.VISIT)
    coming = [entry(n, NOW + timedelta(days=9 - n), kind) for n, kind in enumerate(kinds)]
    rows = lay_out([*coming, entry(7)], Days(NOW), Folding())
    assert (rows[0].appointments, rows[0].visits) == (1, 2)


def test_what_goes_on_has_a_heading_of_its_own_when_there_is_nothing_else():
    assert spans(lay_out([], Days(NOW), Folding(), live())) == [Span.TODAY, "·"]
    assert spans(lay_out([entry(1, NOW - timedelta(days=1))], Days(NOW), Folding(), live())) == [
        Span.TODAY,
        "·",
        Span.YESTERDAY,
        "·",
    ]


def test_a_second_page_goes_on_under_the_heading_of_the_first():
    entries = [entry(n, NOW - timedelta(hours=9 * n)) for n in range(60)]
    whole = lay_out(entries, Days(NOW), Folding())
    first = lay_out(entries[:25], Days(NOW), Folding())
    second = lay_out(entries[25:], Days(NOW), Folding(), after=first[-1].section)
    assert first + second == whole


@pytest.mark.parametrize("seed", range(10))
def test_rows_of_before_are_taken_again_where_nothing_changed(seed):
    draw = random.Random(seed)
    moments = sorted((NOW + timedelta(minutes=draw.randint(-90_000, 3_000)) for _ in range(200)), reverse=True)
    kinds = [draw.choice(list(EntryKind)) for _ in moments]
    entries = [
        entry(n, at, kind, is_confidential=n % 5 == 0) for n, (at, kind) in enumerate(zip(moments, kinds, strict=True))
    ]
    first = lay_out(entries, Days(NOW), Folding())
    known = {row.key: row for row in first if isinstance(row, EntryRow)}
    later, folding = Days(NOW + timedelta(days=draw.randint(0, 3))), Folding(is_told=draw.random() < 0.5)
    entries[40] = entry(40, moments[40], kinds[40], title="gecorrigeerd")
    again = lay_out(entries, later, folding, live(), known=known)
    assert again == lay_out(entries, later, folding, live())
    if folding.is_told and later.today == Days(NOW).today:
        assert sum(row is known.get(row.key) for row in again) == 199


def test_confidential_entries_are_folded_until_they_may_be_told():
    secret = entry(1, is_confidential=True)
    assert not lay_out([secret], Days(NOW), Folding())[1].is_folded
    assert lay_out([secret], Days(NOW), Folding(is_told=False))[1].is_folded
    assert not lay_out([secret], Days(NOW), Folding(False, frozenset({secret.id})))[1].is_folded
    assert not lay_out([entry(2)], Days(NOW), Folding(is_told=False))[1].is_folded


def test_geometry_answers_from_the_heights():
    geometry = Geometry([36, 56, 200, 56])
    assert (len(geometry), geometry.total) == (4, 348)
    assert [geometry.row_at(y) for y in (-1, 0, 35, 36, 91, 92, 291, 292, 347, 348)] == [-1, 0, 0, 1, 1, 2, 2, 3, 3, -1]
    assert (geometry.top(2), geometry.height(2)) == (92, 200)
    assert list(geometry.rows_between(40, 93)) == [1, 2]
    assert list(geometry.rows_between(300, 9_000)) == [3]
    assert list(Geometry().rows_between(0, 100)) == []


@pytest.fixture
def model(qapp):
    owner = QObject()
    made = TimelineModel(lambda row: str(row.key), owner)
    yield made
    owner.deleteLater()


def rows_of(numbers, **changes):
    return [
        EntryRow(entry(n, NOW - timedelta(days=n), **changes), Section(Span.MONTH, NOW.date(), NOW.date()))
        for n in numbers
    ]


def test_the_model_keeps_its_contract(model, qtmodeltester):
    model.show(
        lay_out([entry(n, NOW - timedelta(days=n)) for n in range(20)], Days(NOW), Folding(), live()), has_more=True
    )
    qtmodeltester.check(model)
    model.set_tail(TailRow(Tail.LOADING))
    qtmodeltester.check(model)


@pytest.mark.parametrize("seed", range(30))
def test_other_rows_come_by_what_differs(model, seed):
    draw = random.Random(seed)
    before = draw.sample(range(60), draw.randint(0, 60))
    after = draw.sample(range(60), draw.randint(0, 60))
    model.show(rows_of(before), has_more=False)
    held = {n: QPersistentModelIndex(model.index(model.place_of(UUID(int=n)))) for n in before}
    model.show(rows_of(after, who="Ruben Smit"), has_more=False)
    assert [row.entry.id.int for row in model.rows()] == after
    assert {row.entry.who for row in model.rows()} <= {"Ruben Smit"}
    for number, index in held.items():
        if index.isValid():
            assert model.row_at(index.row()).entry.id.int == number
    assert not any(held[n].isValid() for n in set(before) - set(after))


def test_a_row_that_came_on_top_moves_no_other(model, qtbot):
    model.show(rows_of(range(1, 100)), has_more=False)
    told = []
    model.dataChanged.connect(lambda *_: told.append("changed"))
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsInserted.connect(lambda _parent, first, last: told.append((first, last)))
    model.show(rows_of(range(100)), has_more=False)
    assert told == [(0, 0)]


def test_one_row_that_reads_differently_is_one_change(model):
    model.show(rows_of(range(100)), has_more=False)
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    changed = rows_of(range(100))
    changed[40] = rows_of([40], title="Rijbewijs kwijt")[0]
    model.show(changed, has_more=False)
    assert told == [(40, 40)]


def test_the_next_page_is_asked_for_once(model):
    asked = []
    model.more_wanted.connect(lambda: asked.append(1))
    model.show(rows_of(range(3)), has_more=True)
    assert model.canFetchMore()
    model.fetchMore()
    model.fetchMore()
    assert asked == [1]
    model.set_tail(TailRow(Tail.LOADING))
    model.append(rows_of(range(3, 6)), has_more=False)
    assert [row.entry.id.int for row in model.rows()] == list(range(6))
    assert not model.canFetchMore()


def test_headings_cannot_be_chosen(model):
    model.show(lay_out([entry(1)], Days(NOW), Folding()), has_more=False)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.data(model.index(1), ROW_ROLE).entry.id.int == 1
    assert model.data(QModelIndex()) is None


def test_a_filter_over_thousands_is_told_as_a_whole(model):
    model.show(rows_of(range(3_000)), has_more=False)
    told = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsRemoved.connect(lambda *_: told.append("removed"))
    model.show(rows_of(range(0, 3_000, 3)), has_more=False)
    assert told == ["reset"]
    assert len(model.rows()) == 1_000
    assert model.place_of(UUID(int=2_997)) == 999
