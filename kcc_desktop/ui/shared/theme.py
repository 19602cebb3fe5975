"""The look in one place: type, sizes, icons, the palette and one small style sheet, now and while running.

Sizes are given in pixels at 100 % text and grow with the text scale; spaces do not grow. What paints itself reads
this module at paint time; what has a font or a fixed size renews it in `Restyled.restyle` (basics.py).
"""

import importlib.util
import json
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip

from kcc_desktop.ui.shared.colours import BRAND, DARK, LIGHT, Tokens, branded

__all__ = ["BRAND", "DARK", "LIGHT", "Tokens"]

CAPTION, BODY, LEAD, TITLE, FIGURE = 12, 13, 15, 20, 28
DISPLAY = 40  # only on screens read from a distance: the citizen's, the wall's
XS, S, M, L, XL = 4, 8, 12, 16, 24
RADIUS, RADIUS_SMALL, RADIUS_FLOATING = 6, 4, 8
ROW_COMPACT, ROW_TABLE, ROW, ROW_TWO_LINES, ROW_TWO_COMPACT, ROW_HEADING = 32, 36, 40, 56, 48, 36
CONTROL, CONTROL_SMALL, CONTROL_PRIMARY = 32, 28, 40
LINE_HEIGHT = {CAPTION: 16, BODY: 19, LEAD: 22, TITLE: 28, FIGURE: 36, DISPLAY: 48}
ICON_SMALL, ICON, ICON_LARGE = 14, 16, 20
ICON_INK = 0.875  # of its square; the rest is the air round it
MOTION_MS = 150
SMALLEST_SCALE, LARGEST_SCALE = 80, 200  # percent


class Notifier(QObject):
    """Says that palette, text scale or brand changed, after the new look holds."""

    changed = Signal()


class _State:
    """What holds now. One look a process, as there is one QApplication."""

    tokens = LIGHT
    scale = 100
    brand = BRAND
    family = ""
    icon_family: str | None = None
    motion: bool | None = None
    notifier: Notifier | None = None


def notifier() -> Notifier:
    """The one object whose `changed` is emitted after each `apply`."""
    if _State.notifier is None:
        _State.notifier = Notifier()
    return _State.notifier


def now() -> Tokens:
    """The palette that holds."""
    return _State.tokens


def text_scale() -> int:
    """Percent; 100 is the size as designed."""
    return _State.scale


def px(size: float) -> int:
    """Pixels for a size given at 100 % text."""
    return round(size * _State.scale / 100)


def line_height(size: int = BODY) -> int:
    """Pixels from one line to the next, in one of the sizes of type."""
    return px(LINE_HEIGHT[size])


def grown(height: int, *lines: int) -> int:
    """The height of something `height` high at 100 %: the lines of text in it grow, the air around them does not.

    `lines` are the sizes of type on top of each other in it; one line of BODY when none is given.
    """
    return height + sum(line_height(size) - LINE_HEIGHT[size] for size in lines or (BODY,))


def ink(tone: str) -> QColor:
    """The colour in which a tone writes: text, muted, brand, good, near, over, on_brand …"""
    return QColor(getattr(_State.tokens, tone))


def soft(tone: str) -> QColor:
    """The ground a tone lies on."""
    quiet = {"brand": _State.tokens.selected, "text": _State.tokens.canvas, "muted": _State.tokens.canvas}
    return QColor(quiet[tone] if tone in quiet else getattr(_State.tokens, f"{tone}_soft"))


def tint(tone: str, strength: float) -> QColor:
    """A tone with `strength` (0 … 1) of its colour, for shapes without words."""
    colour = ink(tone)
    colour.setAlphaF(strength)
    return colour


def load_font() -> None:
    """Inter from the package fontpkg-inter (OFL 1.1); the system's font where it does not load."""
    if _State.family:
        return
    try:
        from fontpkg_inter import ROOT
    except ImportError:  # a stripped installation: readable, only wider
        return
    for file in sorted((Path(ROOT) / "files").glob("Inter[[]*.ttf")):
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
        _State.family = families[0] if families else ""


@lru_cache(maxsize=128)
def _font(family: str, pixels: int, strong: bool, figures: bool) -> QFont:
    made = QFont(family) if family else QFont()
    made.setPixelSize(max(1, pixels))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
        made.setVariableAxis(QFont.Tag("wght"), 600)  # Qt does not map the weight to a variable font's axis
    return made


def font(size: int = BODY, strong: bool = False, figures: bool = False) -> QFont:
    """The font at the text scale that holds.

    `figures`: all digits one width, for columns and clocks (it also widens the hyphen).
    """
    return _font(_State.family, px(size), strong, figures)


def pixmap(name: str, tone: str = "muted", size: int = ICON, ratio: float = 0.0) -> QPixmap:
    """A Phosphor icon, `size` at 100 % text, tinted, with as many pixels as the screen has.

    `ratio` is the device pixel ratio it is painted at; 0 takes the sharpest screen's. An unknown name refuses with
    KeyError: a screen without its icon is a bug.
    """
    if not ratio:
        screens = QGuiApplication.screens()
        ratio = max((screen.devicePixelRatio() for screen in screens), default=1.0)
    return _pixmap(name, getattr(_State.tokens, tone), px(size), ratio)


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixels = round(size * ratio)
    made = QPixmap(QSize(pixels, pixels))
    made.fill(Qt.GlobalColor.transparent)
    character = chr(int(_icon_codes()[name], 16))
    drawn = QFont(_icon_font())
    drawn.setPixelSize(max(1, round(pixels * ICON_INK)))
    drawn.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter = QPainter(made)
    painter.setFont(drawn)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(0, 0, pixels, pixels), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def _icon_files() -> Path:
    # Found, not imported: importing qtawesome takes a tenth of a second and loads all its families. A frozen program
    # has the package's files without its modules, which is a folder to search all the same.
    package = importlib.util.find_spec("qtawesome")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("the package qtawesome, which has the icons, is not installed")
    return Path(next(iter(package.submodule_search_locations))) / "fonts"


@lru_cache(maxsize=1)
def _icon_codes() -> dict[str, str]:
    file = next(_icon_files().glob("phosphor-charmap*.json"))
    codes: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return codes


def _icon_font() -> str:
    if _State.icon_family is None:
        file = next(_icon_files().glob("phosphor*.ttf"))
        _State.icon_family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]
    return _State.icon_family


def chosen(palette_name: str) -> Tokens:
    """The palette for "light", "dark" or "system" (what the desktop it runs on asks for)."""
    if palette_name == "system":
        hints = QGuiApplication.styleHints()
        hints.unsetColorScheme()  # what `apply` asked for is not what the desktop asks for
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if palette_name == "dark" else LIGHT


def motion() -> bool:
    """Whether things may slide; off when the system or the agent asks for calm."""
    if _State.motion is not None:
        return _State.motion
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def set_motion(allowed: bool | None) -> None:
    """The agent's own wish; None follows the system."""
    _State.motion = allowed


def apply(app: QApplication, tokens: Tokens, text_scale: int = 100, brand: str = BRAND) -> None:
    """Make a look hold, at the start or while running; what is on screen follows at once.

    `text_scale` in percent, kept between 80 and 200.
    """
    _State.tokens = branded(tokens, brand)
    _State.scale = max(SMALLEST_SCALE, min(LARGEST_SCALE, text_scale))
    _State.brand = brand
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    wanted = Qt.ColorScheme.Dark if tokens.dark else Qt.ColorScheme.Light
    if app.styleHints().colorScheme() not in (wanted, Qt.ColorScheme.Unknown):
        app.styleHints().setColorScheme(wanted)  # the frame that the system draws round our windows
    app.setPalette(_palette(_State.tokens))
    app.setFont(font())
    QToolTip.setFont(font(CAPTION))
    app.setStyleSheet(_style_sheet(_State.tokens))
    notifier().changed.emit()


def _palette(t: Tokens) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: t.canvas,
        role.Base: t.surface,
        role.AlternateBase: t.canvas,
        role.Button: t.surface,
        role.ToolTipBase: t.raised,
        role.ToolTipText: t.text,
        role.WindowText: t.text,
        role.Text: t.text,
        role.ButtonText: t.text,
        role.PlaceholderText: t.muted,
        role.Highlight: t.brand,
        role.HighlightedText: t.on_brand,
        role.Accent: t.brand,
        role.Link: t.brand,
        role.Mid: t.hairline,
        role.Dark: t.control,
    }.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(t.control))
    return made


def _style_sheet(t: Tokens) -> str:
    """Only what the palette cannot say. No fonts here: QSS cannot set the weight axis."""
    return f"""
QAbstractItemView {{ background: transparent; border: none; outline: none; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QLineEdit, QTextEdit {{
    background: {t.surface}; border: 1px solid {t.control}; border-radius: {RADIUS}px; padding: 0 7px;
    selection-background-color: {t.brand}; selection-color: {t.on_brand}; }}
QTextEdit {{ padding: 5px 4px; }}
QLineEdit:hover, QTextEdit:hover {{ border-color: {t.muted}; }}
QLineEdit:focus, QTextEdit:focus {{ border: 2px solid {t.brand}; padding: 0 6px; }}
QTextEdit:focus {{ padding: 4px 3px; }}
QLineEdit:disabled, QTextEdit:disabled, QLineEdit:read-only, QTextEdit:read-only {{
    background: {t.canvas}; border-color: {t.hairline}; }}
QLineEdit[refused="true"], QTextEdit[refused="true"] {{ border: 2px solid {t.over}; padding: 0 6px; }}
QTextEdit[refused="true"] {{ padding: 4px 3px; }}
QScrollBar:vertical {{ background: transparent; width: 8px; margin: 2px 2px 2px 0; }}
QScrollBar::handle:vertical {{ background: {t.edge}; border-radius: 3px; min-height: 32px; }}
QScrollBar::handle:vertical:hover {{ background: {t.control}; }}
QScrollBar:horizontal {{ background: transparent; height: 8px; margin: 0 2px 2px 2px; }}
QScrollBar::handle:horizontal {{ background: {t.edge}; border-radius: 3px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.edge}; padding: 4px; }}
QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.edge}; padding: 4px; }}
QMenu::item {{ padding: 6px 12px; border-radius: {RADIUS_SMALL}px; }}
QMenu::item:selected {{ background: {t.selected}; color: {t.brand}; }}
QMenu::separator {{ background: {t.hairline}; height: 1px; margin: 4px; }}
"""
