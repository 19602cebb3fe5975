"""The benchmarks measure what they say: the bare driver does the same, and what is over a budget is marked."""

import pytest
from sqlalchemy import func, select

from kcc_desktop.data import backup
from kcc_desktop.data.contacts import ContactRow, ConversationRow
from kcc_desktop.data.database import Database
from kcc_desktop.demo.municipality import build
from kcc_desktop.services.parties import PartyService
from tests.benchmarks import services
from tests.benchmarks.measuring import Bench, Figure, Rehearsal, Timing, built
from tests.benchmarks.report import Measured, as_json, as_table
from tests.benchmarks.towns import NOW, Size


@pytest.fixture
def town(engine):
    database = Database(engine, origin="benchmark")
    build(database, residents=60, now=NOW, longest=120)
    return database


def number(database, row):
    return database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(row)))


def test_every_figure_has_the_bare_driver_beside_it_and_both_do_the_same(town, monkeypatch):
    monkeypatch.setattr(services, "RUNS", 24)
    before = number(town, ContactRow)
    driver = town.engine.raw_connection()
    figures = {figure.name: figure for figure in services.figures(Bench(town, driver.driver_connection))}
    driver.close()
    assert len(figures) == 13
    for figure in figures.values():
        assert figure.bare is not None
        assert len(figure.bare.samples) == len(figure.product.samples) > 0
    recorded = len(figures["recording a contact"].product.samples)
    # Each of the product's and each of the bare driver's is there, in a chain that still verifies.
    assert number(town, ContactRow) - before == number(town, ConversationRow) - before == 2 * recorded
    assert backup.problems(town.engine) == []


def test_a_rehearsal_answers_and_leaves_nothing(town):
    party = PartyService(town).search("fatima de vries").parties[0].id
    before = backup.problems(town.engine), number(town, ContactRow)
    assert PartyService(Rehearsal(town.engine)).open_card(party).title == "Fatima de Vries"
    assert (backup.problems(town.engine), number(town, ContactRow)) == before


def test_the_same_values_are_built_again(town):
    answer = PartyService(town).search("de vries")
    again = built(answer)
    assert again == answer
    assert again is not answer
    assert again.parties[0] is not answer.parties[0]


def test_over_is_more_than_its_budget_or_too_far_from_the_bare_driver():
    def figure(ours, bare, budget=None):
        return Figure("x", Timing((ours,) * 20), Timing((bare,) * 20), budget)

    assert figure(2.9, 1.0).is_within  # within two milliseconds
    assert figure(14.0, 5.0).is_within  # within three times
    assert not figure(16.0, 5.0).is_within
    assert not figure(1.0, 1.0, budget=0.5).is_within
    assert Timing(tuple(map(float, range(1, 101)))).p95 == 96.0


def test_all_sizes_stand_in_one_table():
    figure = Figure("a search", Timing((1.0, 2.0, 300.0)), Timing((0.5,) * 3), 20.0)
    table = as_table([Measured("sqlite", 10_000, figure), Measured("sqlite", 100_000, figure)])
    assert "10,000 residents" in table
    assert "100,000 residents" in table
    (line,) = [line for line in table.splitlines() if line.startswith("a search")]
    assert line.split() == ["a", "search", "sqlite", *["2.00", "300", "300", "0.50", "!"] * 2]
    assert as_json([Measured("sqlite", 10_000, figure)])[0]["is_within"] is False


def test_a_kept_municipality_says_by_what_it_was_made():
    assert Size(100, 0.5).name != Size(100, 5).name
    assert Size(100).name.startswith(Size(100).family)
    assert len(Size(1_000_000, 0.25, 10_000).name) < 64  # PostgreSQL's longest name
