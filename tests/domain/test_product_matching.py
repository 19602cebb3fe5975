"""Proposing a product from a note."""

from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.product_matching import ProductIndex
from kcc_desktop.domain.products import Product


def product(name, keywords="", asked=0):
    return Product(new_id(), name, name.lower(), "", keywords, "Burgerzaken", "", "", asked)


LOST = product("Paspoort na vermissing", "kwijt, verloren, gestolen")
PASSPORT = product("Paspoort", "identiteitskaart, reisdocument", asked=900)
MOVE = product("Verhuizing doorgeven", "adreswijziging, verhuisd, ander adres", asked=700)
WASTE = product("Grofvuil laten ophalen", "afval, bank, matras")
INDEX = ProductIndex([LOST, PASSPORT, MOVE, WASTE])


def test_the_words_of_the_note_choose():
    assert INDEX.best("Paspoort kwijt sinds het weekend") == LOST
    assert INDEX.best("Wil een nieuw paspoort aanvragen") == PASSPORT
    assert INDEX.best("gaat VERHUIZEN, is al verhuisd naar Ens") == MOVE
    assert INDEX.best("heeft oude matrassen staan") == WASTE


def test_nothing_stands_out_nothing_is_proposed():
    assert INDEX.best("") is None
    assert INDEX.best("belde en hing op") is None
    assert ProductIndex([]).best("paspoort") is None


def test_among_equals_the_one_asked_most():
    rare, often = product("Parkeervergunning bewoner", asked=3), product("Parkeervergunning bedrijf", asked=80)
    assert ProductIndex([rare, often]).best("iets met een parkeervergunning") == often


def test_a_huge_note_is_read_from_its_beginning():
    assert INDEX.best("paspoort " + "x" * 100_000) == PASSPORT
