"""What is written can be read: both palettes as designed, and with any municipality's own colour."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcc_desktop.ui.shared.colours import (
    BRAND,
    CONTROL_CONTRAST,
    CONTROL_PAIRS,
    DARK,
    GROUNDS,
    LIGHT,
    TEXT_CONTRAST,
    TEXT_PAIRS,
    TONES,
    branded,
    contrast,
)

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def too_low(tokens):
    pairs = [(pair, TEXT_CONTRAST) for pair in TEXT_PAIRS] + [(pair, CONTROL_CONTRAST) for pair in CONTROL_PAIRS]
    found = [
        (ink, ground, contrast(getattr(tokens, ink), getattr(tokens, ground)), low) for (ink, ground), low in pairs
    ]
    return [f"{ink} on {ground}: {ratio:.2f}" for ink, ground, ratio, low in found if ratio < low]


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_tone_is_tried_on_every_ground():
    assert {(tone, ground) for tone in TONES for ground in GROUNDS} <= set(TEXT_PAIRS)


@PALETTES
def test_the_palettes_as_designed_can_be_read(palette):
    assert too_low(palette) == []


@PALETTES
@given(number=st.integers(0, 0xFFFFFF))
@settings(max_examples=400, deadline=None)
def test_any_brand_colour_can_be_read(palette, number):
    assert too_low(branded(palette, f"#{number:06X}")) == []


@PALETTES
@pytest.mark.parametrize("brand", ["#FFFFFF", "#000000", "#FFFF00", "#00FF00", "#FF0000", "#0000FF", "#808080"])
def test_the_extremes_can_be_read(palette, brand):
    assert too_low(branded(palette, brand)) == []


@PALETTES
def test_the_products_own_colour_gives_the_palette_as_designed(palette):
    assert branded(palette, BRAND.lower()) is palette


def test_a_colour_that_can_be_read_stays_as_it_is():
    assert branded(LIGHT, "#7A1F5C").brand == "#7A1F5C"


@pytest.mark.parametrize("brand", ["", "blue", "#12345", "#12345G", "0B5FA5F", "#0B5FA5FF"])
def test_what_is_no_colour_is_refused(brand):
    with pytest.raises(ValueError):
        branded(LIGHT, brand)
