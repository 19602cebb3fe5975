"""The palette's rows: groups, what can be chosen, what is said of somebody with a restriction."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.parties import PartyKind, PartySummary
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.work import TaskKind, TaskState, TaskSummary
from kcc_desktop.ui.palette.palette_model import PaletteDelegate, PaletteModel
from kcc_desktop.ui.palette.results import MOST_PARTIES, Action, Results
from kcc_desktop.ui.shared.rows import matches

DUE = datetime(2026, 3, 5, 11, tzinfo=UTC)
ACTION = Action("note", "Pas notitie aan", "Ctrl+E", "pencil-simple", note="in dit gesprek")
NOT_NOW = Action("finish", "Passend afronden", is_enabled=False, note="geen gesprek")
PRODUCT = Product(new_id(), "Paspoort", "", "", "", "Burgerzaken", "", "", 3)
PERSON = PartySummary(
    new_id(), PartyKind.PERSON, "Pascal Timmerman", "Tollebeek", PartialDate(1979, 11, 3), "", False, False, None
)
COMPANY = PartySummary(
    new_id(), PartyKind.ORGANISATION, "Pasman Loonwerk", "Kraggenburg", None, "•••• 2206", False, False, None
)
CASE = CaseSummary(new_id(), "Z-2026-0042", "Omgevingsvergunning", "in behandeling", date(2026, 1, 5), None, None, "")
TASK = TaskSummary(new_id(), "T2026-000042", TaskKind.CALLBACK, TaskState.OPEN, "Belt terug", "", DUE, "", None)
ALL = Results("pas", (ACTION, NOT_NOW), (PRODUCT,), (PERSON, COMPANY), (CASE,), (TASK,))


@pytest.fixture
def model(qapp):
    return PaletteModel()


def shown(model, results, chosen=None):
    model.show(results, chosen)
    return model.rows()


def test_the_model_keeps_the_contract(qtmodeltester, model):
    model.show(ALL, None)
    qtmodeltester.check(model, force_py=True)
    model.show(Results(), None)
    qtmodeltester.check(model, force_py=True)


def test_four_groups_in_their_order_and_none_without_rows(model):
    rows = shown(model, ALL)
    assert [row.key for row in rows] == [None, ACTION, NOT_NOW, None, PRODUCT, None, PERSON, COMPANY, None, CASE, TASK]
    assert [row.heading for row in rows].count(True) == 4
    assert [row.heading for row in shown(model, Results("x", parties=(PERSON,)))] == [True, False]
    assert shown(model, Results("x")) == []


def test_headings_and_what_cannot_be_done_now_cannot_be_chosen(model):
    rows = shown(model, ALL)
    choosable = [
        row.key
        for line, row in enumerate(rows)
        if model.flags(model.index(line)) & (Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    ]
    assert choosable == [ACTION, PRODUCT, PERSON, COMPANY, CASE, TASK]


def test_arrows_go_over_headings_and_pages_stay_inside(model):
    shown(model, ALL)
    assert model.next_choice(-1, 1) == 1
    assert model.next_choice(1, 1) == 4
    assert model.next_choice(4, -1) == 1
    assert model.next_choice(1, -1) == 1
    assert model.next_choice(1, 8) == 9
    assert model.next_choice(4, 100) == 10
    assert model.next_choice(10, 1) == 10
    assert model.next_choice(10, -100) == 1
    shown(model, Results("x"))
    assert model.next_choice(-1, 1) == -1


def test_a_person_has_place_and_birth_date_a_company_its_number(model):
    rows = shown(model, Results("pas", parties=(PERSON, COMPANY)))
    assert rows[1].trailing == "Tollebeek · 03-11-1979"
    assert rows[2].trailing.startswith("Kraggenburg · ")
    assert "•••• 2206" in rows[2].trailing
    assert (rows[1].icon, rows[2].icon) == ("user", "buildings")


def test_a_restriction_has_icon_and_word_and_no_place(model):
    hidden = replace(PERSON, disclosure_restricted=True, place="", born=None)
    row = shown(model, Results("pas", parties=(hidden,)))[1]
    assert (row.badge_icon, row.badge_tone, row.trailing) == ("eye-slash", "over", "")
    assert row.badge
    assert row.badge in row.spoken()


def test_who_has_died_is_said_in_a_word(model):
    alive, dead = shown(model, Results("pas", parties=(PERSON, replace(PERSON, is_deceased=True))))[1:]
    assert dead.trailing.endswith(alive.trailing)
    assert len(dead.trailing) > len(alive.trailing)


def test_the_product_that_is_chosen_already_says_so(model):
    before = shown(model, ALL)[4].trailing
    after = shown(model, ALL, PRODUCT.id)[4].trailing
    assert before == "Burgerzaken"
    assert after not in ("", before)
    online = replace(PRODUCT, link="https://voorbeeld.test/formulier")
    assert shown(model, Results("pas", products=(online,)))[1].trailing not in ("", before, after)


def test_the_heading_tells_what_was_searched_instead_and_that_there_are_more(model):
    assert shown(model, Results("vriez", parties=(PERSON,)))[0].trailing == ""
    told = shown(model, Results("vriez", parties=(PERSON,), more=True, corrected="vries"))[0].trailing
    assert "vries" in told
    assert "200" in told
    assert str(MOST_PARTIES) in shown(model, Results("jan", parties=(PERSON,) * MOST_PARTIES))[0].trailing


def test_a_corrected_search_lights_up_what_it_found(model):
    row = shown(model, Results("timmermna", parties=(PERSON,), corrected="timmerman"))[1]
    assert matches(row.title, row.match) == [(7, 16)]


@pytest.mark.parametrize(
    ("title", "typed", "lit"),
    [
        ("Pascal Timmerman", "tim", ["Tim"]),
        ("Pascal Timmerman", "tim pas", ["Pas", "Tim"]),
        ("Renée Özdemir", "ozd", ["Özd"]),
        ("Stadspas", "pas", ["pas"]),
        ("Paspoort of stadspas", "pas", ["Pas"]),
        ("Stadspas", "as", []),
        ("Fatima de Vries", "de vries", ["de", "Vries"]),
        ("Fatima de Vries", "\0😀", []),
    ],
)
def test_what_was_typed_lights_up(title, typed, lit):
    assert [title[start:end] for start, end in matches(title, typed)] == lit


def test_cases_and_tasks_show_their_reference(model):
    case, task = shown(model, Results("42", cases=(CASE,), tasks=(TASK,)))[1:]
    assert case.title.startswith("Z-2026-0042")
    assert task.title.startswith("T2026-000042")
    assert (case.trailing, task.icon) == ("in behandeling", "phone-outgoing")


def test_every_row_says_what_it_is_to_a_screen_reader(model):
    for line in range(len(shown(model, ALL))):
        assert model.index(line).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("title", ["x" * 100_000, "😀" * 200, "שלום עולם", "", "\0\ud83d", "a\nb"])
def test_odd_names_are_painted(qapp, title):
    view = QListView()
    model = PaletteModel(view)
    model.show(
        Results(title[:50] or "x", (replace(ACTION, text=title),), parties=(replace(PERSON, title=title),)), None
    )
    delegate, picture = PaletteDelegate(view), QPixmap(680, 32)
    painter = QPainter(picture)
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    for line in range(model.rowCount()):
        delegate.paint(painter, option, model.index(line))
    painter.end()
