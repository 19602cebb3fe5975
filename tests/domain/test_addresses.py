"""A postal address in its two lines."""

import pytest

from kcc_desktop.domain.addresses import Address


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("8302AB", "8302 AB Emmeloord"),
        ("8302 AB", "8302 AB Emmeloord"),
        ("", "Emmeloord"),
        ("12345", "12345 Emmeloord"),
        ("SW1A1A", "SW1A1A Emmeloord"),
    ],
)
def test_a_dutch_postcode_is_written_with_its_blank(kept, shown):
    assert Address(postcode=kept, place="Emmeloord").line2() == shown
