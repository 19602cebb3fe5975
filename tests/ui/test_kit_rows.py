"""Lists of rows: the model keeps its word, what is chosen stays chosen, what was typed lights up."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.rows import Row, RowModel, matches, row_list

PEOPLE = [
    Row("Mensen", heading=True),
    Row("Jan Willem Hoekstra", "Marknesse", "user", keys="F2 1", key=1),
    Row(
        "Aaltje Hoekstra-Brands", "Marknesse · laatste contact 12 jan", "user", badge="Wacht", badge_tone="near", key=2
    ),
    Row("Hoekstra Akkerbouw V.O.F.", "KVK •••• 4471", "buildings", trailing="12", key=3),
]


@pytest.mark.parametrize("rows", [[], PEOPLE], ids=["none", "some"])
def test_the_model_keeps_to_the_contract(qtmodeltester, rows):
    qtmodeltester.check(RowModel(rows), force_py=True)


def test_the_model_keeps_to_the_contract_while_it_changes(qtmodeltester):
    model = RowModel(PEOPLE)
    qtmodeltester.check(model, force_py=True)
    for rows in ([], PEOPLE, PEOPLE[::-1], PEOPLE[1:3], [replace(PEOPLE[1], detail="Ens"), PEOPLE[0]]):
        model.set_rows(rows)
        assert model.rows() == rows


keys = st.lists(st.integers(0, 12), unique=True, max_size=10)


@given(first=keys, second=keys)
@settings(max_examples=200, deadline=None)
def test_a_row_whose_key_stays_is_the_same_row(qapp, first, second):
    model = RowModel([Row(f"oud {key}", key=key) for key in first])
    held = {key: QPersistentModelIndex(model.index(at)) for at, key in enumerate(first)}
    model.set_rows([Row(f"nieuw {key}", key=key) for key in second])
    assert [row.title for row in model.rows()] == [f"nieuw {key}" for key in second]
    for key, index in held.items():
        assert index.isValid() == (key in second)
        if key in second:
            assert index.row() == second.index(key)


@given(first=st.lists(st.sampled_from("abc"), max_size=6), second=st.lists(st.sampled_from("abc"), max_size=6))
@settings(max_examples=100, deadline=None)
def test_rows_without_a_key_may_be_equal(qapp, first, second):
    model = RowModel([Row(word) for word in first])
    model.set_rows([Row(word) for word in second])
    assert [row.title for row in model.rows()] == second


def test_what_is_chosen_stays_chosen_when_rows_come_and_go(shown):
    view = shown(row_list("Mensen", PEOPLE, selected=2))
    view.set_rows([PEOPLE[0], PEOPLE[3], replace(PEOPLE[2], detail="Ens")])
    assert view.current_row().key == 2
    assert view.currentIndex().row() == 2
    view.set_rows([])
    assert view.current_row() is None


def test_a_list_is_as_high_as_its_rows_also_when_they_change(shown, look):
    view = shown(row_list("Mensen", PEOPLE, compact=True))
    assert view.height() == 32 + 3 * 48
    view.set_rows(PEOPLE[1:2])
    assert view.height() == 48
    view.set_rows([Row("Jan", key=1)])
    assert view.height() == 32
    view.set_rows(PEOPLE)
    theme.apply(look, theme.LIGHT, 150)
    look.processEvents()
    assert view.height() == theme.grown(32, theme.CAPTION) + 3 * theme.grown(48, theme.BODY, theme.CAPTION)
    assert view.verticalScrollBar().maximum() == 0


def test_a_heading_cannot_be_chosen(shown, qtbot):
    view = shown(row_list("Mensen", PEOPLE, selected=1))
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current_row().key == 1
    assert not view.model().flags(view.model().index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_row_is_read_out_whole(shown):
    view = shown(row_list("Mensen", PEOPLE))
    text = view.model().data(view.model().index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Aaltje Hoekstra-Brands, Marknesse · laatste contact 12 jan, Wacht"
    assert QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name) == "Mensen"


@pytest.mark.parametrize(
    ("title", "typed", "lit"),
    [
        ("Jan Willem Hoekstra", "wil hoe", ["Wil", "Hoe"]),
        ("Jan Willem Hoekstra", "HOEKSTRA jan", ["Jan", "Hoekstra"]),
        ("Jan Willem Hoekstra", "st", []),
        ("Jan Willem Hoekstra", "stra", ["stra"]),
        ("Jan Willem Hoekstra", "hoe kst", ["Hoe"]),
        ("Zoë Çelik", "zoe celik", ["Zoë", "Çelik"]),
        ("Aaltje Hoekstra-Brands", "brand", ["Brand"]),
        ("Lange Dreef 118", "118", ["118"]),
        ("Jan", "janneke", []),
        ("Jan", "", []),
        ("Jan", "(*&^", []),
        ("İstanbul", "i", ["İ"]),
    ],
)
def test_words_light_up_where_they_begin_with_what_was_typed(title, typed, lit):
    assert [title[start:end] for start, end in matches(title, typed)] == lit


def test_every_kind_of_row_is_painted_at_every_scale(shown, look):
    for scale in (100, 200):
        theme.apply(look, theme.LIGHT, scale)
        view = shown(row_list("Mensen", [replace(row, match="hoek") for row in PEOPLE], selected=1), 300, 300)
        view.grab()


def test_rows_are_repainted_when_their_words_change(shown):
    view = shown(row_list("Mensen", [Row("Jan", key=1)]), 200, 60)
    before = view.grab().toImage()
    view.set_rows([Row("Piet", key=1)])
    assert view.grab().toImage() != before
