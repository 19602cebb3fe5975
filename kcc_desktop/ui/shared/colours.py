"""The colour tokens of both palettes and what a municipality's own brand colour makes of them.

Knows the contrast rules of WCAG 2.2 AA (text 4.5 : 1, controls 3 : 1); knows no Qt and no widget.
"""

from dataclasses import dataclass, replace

BRAND = "#0B5FA5"
TEXT_CONTRAST, CONTROL_CONTRAST = 4.5, 3.0
GROUNDS = ("canvas", "surface", "raised", "hover", "selected")
TONES = ("text", "muted", "brand", "good", "near", "over")

TEXT_PAIRS = (
    *((tone, ground) for tone in TONES for ground in GROUNDS),
    ("on_brand", "brand"),
    ("good", "good_soft"),
    ("near", "near_soft"),
    ("over", "over_soft"),
    ("text", "over_soft"),
    ("text", "near_soft"),
    ("text", "good_soft"),
    ("muted", "good_soft"),
)
CONTROL_PAIRS = (
    ("control", "surface"),
    ("brand", "surface"),
    ("brand", "canvas"),
    ("brand", "raised"),
    ("over", "surface"),
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette; every value is "#RRGGBB"."""

    canvas: str  # behind everything: rail, bars, the gaps
    surface: str  # where one reads and works
    raised: str  # cards and what floats
    hover: str
    selected: str  # also the brand's soft ground
    hairline: str  # separates; carries no meaning
    edge: str  # round a button or chip, whose word already tells what it is
    control: str  # round a field one types in (3 : 1)
    text: str
    muted: str
    brand: str
    on_brand: str
    good: str
    good_soft: str
    near: str
    near_soft: str
    over: str
    over_soft: str
    dark: bool


LIGHT = Tokens(
    canvas="#F3F5F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#F3F6F9",
    selected="#E7F0F8",
    hairline="#E1E6EC",
    edge="#C6D0DA",
    control="#8695A4",
    text="#17212B",
    muted="#52606D",
    brand=BRAND,
    on_brand="#FFFFFF",
    good="#17734A",
    good_soft="#E6F4EC",
    near="#8A5200",
    near_soft="#FDF1DC",
    over="#B3261E",
    over_soft="#FCEBE9",
    dark=False,
)
DARK = Tokens(
    canvas="#12161B",
    surface="#191E25",
    raised="#222932",
    hover="#1F252D",
    selected="#1D3044",
    hairline="#2B333D",
    edge="#414C59",
    control="#697786",
    text="#E6EBF0",
    muted="#A0AEBC",
    brand="#6FB3F2",
    on_brand="#0C1A28",
    good="#5CC98F",
    good_soft="#173226",
    near="#F0B456",
    near_soft="#362A14",
    over="#FF8A80",
    over_soft="#3D2222",
    dark=True,
)


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB" as WCAG 2.2 defines it, 0 … 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 … 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with `share` (0 … 1) of `other` in it."""
    parts = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def branded(tokens: Tokens, brand: str) -> Tokens:
    """The palette with a municipality's own colour as the one accent.

    The colour keeps its hue and gives way in lightness until everything written in it can be read. Refuses with
    ValueError what is not "#RRGGBB". The product's own colour gives back the palette as designed.
    """
    if len(brand) != 7 or brand[0] != "#":
        raise ValueError(f"not a colour: {brand!r}")
    wanted = brand.upper()
    luminance(wanted)  # refuses what is no hexadecimal
    if wanted == BRAND:
        return tokens
    for step in range(51):
        accent = mixed(wanted, "#FFFFFF" if tokens.dark else "#000000", step / 50)
        made = _with_accent(tokens, accent)
        if all(contrast(accent, getattr(made, ground)) >= TEXT_CONTRAST for ground in GROUNDS):
            return made
    raise AssertionError("black and white can always be read on the grounds")


def _with_accent(tokens: Tokens, accent: str) -> Tokens:
    on_brand = max(("#FFFFFF", "#0C1A28", "#000000"), key=lambda ink: contrast(ink, accent))
    for percent in (14, 12, 10, 8, 6, 4, 2, 0):
        if not tokens.dark and percent > 10:
            continue
        selected = mixed(tokens.surface, accent, percent / 100)
        inks = (accent, *(getattr(tokens, tone) for tone in TONES if tone != "brand"))
        if all(contrast(ink, selected) >= TEXT_CONTRAST for ink in inks):
            break
    return replace(tokens, brand=accent, on_brand=on_brand, selected=selected)
