"""What is typed finds what is in a list: whole words before beginnings, the first text before later ones."""

import pytest

from kcc_desktop.domain.list_search import find_in

LIST = (
    ("Uittreksel", "geboorteakte bewijs"),
    ("Paspoort", "reisdocument identiteit"),
    ("Paspoortspoed", "spoed"),
    ("Identiteitskaart", "paspoort reisdocument"),
    ("Geboorteaangifte", "aangifte kind"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paspoort", ["Paspoort", "Identiteitskaart", "Paspoortspoed"]),
        ("PÁSP", ["Paspoort", "Paspoortspoed", "Identiteitskaart"]),
        ("reisdocument paspoort", ["Paspoort", "Identiteitskaart"]),
        ("geboorte", ["Geboorteaangifte", "Uittreksel"]),
        ("", []),
        ("  - ", []),
        ("rijbewijs", []),
        ("paspoort rijbewijs", []),
    ],
)
def test_words_find(text, found):
    assert [name for name, _words in find_in(LIST, text, 10, lambda thing: thing)] == found


def test_no_more_than_asked_for():
    assert len(find_in(LIST, "paspoort", 2, lambda thing: thing)) == 2
