"""What the palette finds in memory, and what a role that may not see something still finds."""

from types import SimpleNamespace

import pytest

from kcc_desktop.domain.errors import DatabaseAway, NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.parties import PartyKind, PartySummary
from kcc_desktop.domain.products import Product
from kcc_desktop.ui.palette.results import (
    LONGEST,
    MOST_AT_HOME,
    MOST_PRODUCTS,
    Action,
    Recent,
    clean,
    from_memory,
    look_up,
)


def product(name, keywords=""):
    return Product(new_id(), name, "", "", keywords, "Burgerzaken", "", "", 0)


def party(title="Jan Hoekstra"):
    return PartySummary(new_id(), PartyKind.PERSON, title, "Ens", None, "", False, False, None)


ACTIONS = (
    Action("callback", "Bel terug", is_enabled=False),
    Action("call", "Bel de inwoner"),
    Action("note", "Pas notitie aan"),
)


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("  de   vries ", "de vries"),
        ("de\nvries\t12", "de vries 12"),
        ("\0\x1f\ud83d", ""),
        ("שלום 😀", "שלום 😀"),
        ("x" * 100_000, "x" * LONGEST),
    ],
)
def test_what_is_typed_becomes_one_line_that_can_be_searched(typed, searched):
    assert clean(typed) == searched


def test_what_cannot_be_done_now_stands_last():
    assert [action.id for action in from_memory("bel", ACTIONS, ()).actions] == ["call", "callback"]


def test_every_word_has_to_begin_a_word():
    assert from_memory("not aan", ACTIONS, ()).actions == (ACTIONS[2],)
    assert from_memory("titie", ACTIONS, ()).actions == ()
    assert from_memory("bel jan", ACTIONS, ()).actions == ()


def test_products_keep_the_order_of_what_is_asked_and_joined_words_follow():
    names = ["Stadspas", "Paspoort", "Grofvuil", "Paspoort, spoed"]
    found = from_memory("pas", (), tuple(map(product, names))).products
    assert [thing.name for thing in found] == ["Paspoort", "Paspoort, spoed", "Stadspas"]


def test_two_letters_are_not_looked_for_inside_words():
    assert from_memory("as", (), (product("Stadspas"),)).products == ()


def test_a_keyword_finds_a_product_and_the_list_is_short():
    many = tuple(product(f"Vergunning {number}", "terras") for number in range(30))
    assert len(from_memory("terras", (), many).products) == MOST_PRODUCTS


class Front:
    """Front doors that answer what a test says."""

    def __init__(self, parties=(), case=None, task=None):
        self.asked = []
        self.parties, self.case, self.task = parties, case, task

    def search(self, text, limit=20):
        return SimpleNamespace(parties=_said(self.parties), more=False, corrected="")

    def cases(self):
        return SimpleNamespace(find=lambda text: self.asked.append(text) or _said(self.case))

    def appointments(self):
        return SimpleNamespace(find=lambda text: self.asked.append(text))

    def tasks(self):
        return SimpleNamespace(find=lambda text: self.asked.append(text) or _said(self.task))


def _said(answer):
    if isinstance(answer, Exception):
        raise answer
    return answer


def test_only_what_may_be_a_reference_is_looked_for_among_cases_and_tasks():
    front = Front()
    look_up(front, front.cases(), front.tasks(), front.appointments(), "de vries")
    assert front.asked == []
    look_up(front, front.cases(), front.tasks(), front.appointments(), "T2026-000001")
    assert front.asked == ["T2026-000001"] * 2


def test_only_what_may_be_a_code_is_looked_for_among_appointments():
    front = Front()
    look_up(front, front.cases(), front.tasks(), front.appointments(), "w s x n s p")
    assert front.asked == ["w s x n s p"]
    look_up(front, front.cases(), front.tasks(), front.appointments(), "Jansen")
    assert front.asked == ["w s x n s p"]


def test_who_may_not_see_people_still_finds_the_case():
    front = Front(parties=NotAllowed("read_party"), case="the case")
    found = look_up(front, front.cases(), front.tasks(), front.appointments(), "Z-1")
    assert (found.parties, found.cases) == ((), ("the case",))


def test_who_may_not_see_cases_still_finds_people():
    somebody = party()
    front = Front(parties=(somebody,), case=NotAllowed("read_contact"))
    assert look_up(front, front.cases(), front.tasks(), front.appointments(), "jan 1").parties == (somebody,)


def test_an_outage_is_not_swallowed():
    front = Front(parties=DatabaseAway())
    with pytest.raises(DatabaseAway):
        look_up(front, front.cases(), front.tasks(), front.appointments(), "jan")


def test_home_has_what_is_used_most_and_who_was_seen_last():
    recent = Recent()
    people = [party(str(number)) for number in range(MOST_AT_HOME + 2)]
    for somebody in (*people, people[3]):
        recent.looked_at(somebody)
    for action in ("note", "note", "call"):
        recent.used(action)
    home = recent.at_home(ACTIONS, tuple(product(str(number)) for number in range(9)))
    assert [action.id for action in home.actions] == ["note", "call"]
    assert [thing.name for thing in home.products] == ["0", "1", "2", "3", "4"]
    assert [somebody.title for somebody in home.parties] == ["3", "6", "5", "4", "2"]
    recent.forget_people()
    assert recent.at_home(ACTIONS, ()).parties == ()
