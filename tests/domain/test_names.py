"""Vectors of the BRP features for initials and running text (facts, municipal domain 7.4)."""

import pytest

from kcc_desktop.domain.names import NameUsage, PersonName, full_name, initials, sort_key, spoken_name


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Theo Philip IJsbrand", "T.P.I."),
        ("Anne-Fleur Belle", "A.B."),
        ("Suzie Q", "S.Q"),
        ("J P", "J P"),
        ("", ""),
    ],
)
def test_initials(given, expected):
    assert initials(given) == expected


def veld(usage):
    return PersonName("Rosa Maria", "in het", "Veld", "", "van", "Velzen", usage, "V")


@pytest.mark.parametrize(
    ("usage", "spoken"),
    [
        (NameUsage.OWN, "mevrouw In het Veld"),
        (NameUsage.PARTNER, "mevrouw Van Velzen"),
        (NameUsage.PARTNER_FIRST, "mevrouw Van Velzen-in het Veld"),
        (NameUsage.PARTNER_LAST, "mevrouw In het Veld-van Velzen"),
    ],
)
def test_how_to_say_a_name_follows_the_name_usage(usage, spoken):
    assert spoken_name(veld(usage)) == spoken


def test_without_a_known_gender_the_initials_stand_and_the_prefix_stays_small():
    assert spoken_name(PersonName("Rob M", "van", "Puffelen", gender="O")) == "R.M van Puffelen"


def test_without_a_partner_the_own_name_stands():
    assert spoken_name(PersonName("Jan", "op de", "Beek", usage=NameUsage.PARTNER, gender="M")) == "de heer Op de Beek"


def test_the_apostrophe_stays_small():
    assert spoken_name(PersonName("Jan", "'t", "Hart", gender="M")) == "de heer 't Hart"


def test_an_unknown_surname_is_left_out():
    assert full_name(PersonName("Baby", "", ".")) == "Baby"


def test_names_sort_on_the_core_of_the_surname():
    people = [PersonName("A", "van der", "Poel"), PersonName("B", "", "Ödman"), PersonName("C", "de", "Vries")]
    assert [p.given_names for p in sorted(people, key=sort_key)] == ["B", "A", "C"]
