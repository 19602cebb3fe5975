"""How it is established who speaks."""

import pytest

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.establishing import WAYS, is_enough, usual_way


def test_every_way_is_in_the_list_once():
    assert sorted(WAYS) == sorted(IdentityLevel)


@pytest.mark.parametrize("level", IdentityLevel)
def test_with_a_restriction_only_a_document_or_a_call_back_is_enough(level):
    assert is_enough(level, restricted=True) is (level in (IdentityLevel.DOCUMENT_SEEN, IdentityLevel.CALLED_BACK))


def test_what_somebody_says_of_themselves_is_never_enough():
    assert not is_enough(IdentityLevel.SELF_DECLARED, restricted=False)
    assert is_enough(IdentityLevel.QUESTIONS_ANSWERED, restricted=False)


@pytest.mark.parametrize(
    ("channel", "restricted", "way"),
    [
        ("phone", False, IdentityLevel.QUESTIONS_ANSWERED),
        ("chat", False, IdentityLevel.QUESTIONS_ANSWERED),
        ("phone", True, None),
        ("counter", False, IdentityLevel.DOCUMENT_SEEN),
        ("counter", True, IdentityLevel.DOCUMENT_SEEN),
        ("letter", False, None),
    ],
)
def test_the_usual_way_depends_on_the_channel_and_is_always_enough(channel, restricted, way):
    assert usual_way(channel, restricted=restricted) is way
    assert way is None or is_enough(way, restricted=restricted)
