"""Small painting words shared by delegates and painted widgets, at the text scale that holds.

Whatever text comes in is drawn: right-to-left, emoji, control characters, a hundred thousand characters. A line is
cut to what could ever fit before it is measured. Knows nothing of what the texts mean.
"""

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from kcc_desktop.ui.shared import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
BADGE_HEIGHT, KEY_HEIGHT = 20, 18

_UNPAINTABLE = re.compile("[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_NUMBER_BREAK = re.compile(r"(?<=[0-9])[ -](?=[0-9])")  # inside "06-12 34 56 78": one number stays on one line
_LONGEST_LINE = 4_000  # characters measured of one line; no screen is wider
_LONGEST_PART = 2_000  # characters laid out at once in a paragraph
_NARROWEST = 24  # pixels: narrower than this nothing can be read, and a long text would make a line a letter


def one_line(text: str) -> str:
    """What can be painted in one line of `text`: no breaks, no control characters, never longer than a screen."""
    return _UNPAINTABLE.sub(" ", text[:_LONGEST_LINE])


@lru_cache(maxsize=4096)
def _width(text: str, scale: int, size: int, strong: bool, figures: bool) -> int:
    return QFontMetrics(theme.font(size, strong, figures)).horizontalAdvance(text) + 1


def text_width(text: str, size: int = theme.BODY, strong: bool = False, figures: bool = False) -> int:
    """Pixels one line of `text` takes at the text scale that holds."""
    return _width(one_line(text), theme.text_scale(), size, strong, figures)


def draw_text(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    size: int = theme.BODY,
    strong: bool = False,
    tone: str | QColor = "text",
    align: Qt.AlignmentFlag = LEFT,
    figures: bool = False,
) -> int:
    """One line, elided where it does not fit; answers the width it took."""
    if area.width() <= 0 or not text:
        return 0
    painter.setFont(theme.font(size, strong, figures))
    painter.setPen(theme.ink(tone) if isinstance(tone, str) else tone)
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(one_line(text[: area.width() + 8]), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, align, shown)
    return metrics.horizontalAdvance(shown)


def _painted(found: re.Match[str]) -> str:
    return "\u2028" if found.group() in "\n\u2028\u2029" else " "


def _unbroken(found: re.Match[str]) -> str:
    return "\u00a0" if found.group() == " " else "\u2011"


@lru_cache(maxsize=512)
def _lines(text: str, width: int, scale: int, size: int, strong: bool) -> tuple[str, ...]:
    """The text broken into lines of at most `width`; a newline always breaks. `scale` is there for the cache."""
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    rest = _UNPAINTABLE.sub(_painted, text.replace("\r\n", "\n"))
    lines: list[str] = []
    while True:
        piece = rest[:_LONGEST_PART]
        layout = QTextLayout(_NUMBER_BREAK.sub(_unbroken, piece), theme.font(size, strong))
        layout.setTextOption(wrap)
        layout.beginLayout()
        encoded = piece.encode("utf-16-le")  # Qt counts UTF-16 units, Python characters
        shown = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(_NARROWEST, width))
            start = 2 * line.textStart()
            shown.append(encoded[start : start + 2 * line.textLength()].decode("utf-16-le", "replace"))
        layout.endLayout()
        rest = rest[len(piece) :]
        if rest and len(shown) > 1:  # the last line is not full yet: it goes on in the next piece
            rest = shown.pop() + rest
        lines.extend(line.rstrip() for line in shown)
        if not rest:
            return tuple(lines)


def wrapped_lines(text: str, width: int, size: int = theme.BODY, strong: bool = False) -> tuple[str, ...]:
    """The lines `draw_paragraph` would write in `width` pixels."""
    return _lines(text, width, theme.text_scale(), size, strong)


def wrapped_height(text: str, width: int, size: int = theme.BODY, strong: bool = False) -> int:
    """Pixels `draw_paragraph` would take."""
    return len(wrapped_lines(text, width, size, strong)) * theme.line_height(size)


def draw_paragraph(
    painter: QPainter, area: QRect, text: str, tone: str = "text", size: int = theme.BODY, strong: bool = False
) -> int:
    """Wrapped text on our own line height (Qt's is too tight to read); answers the height."""
    step = theme.line_height(size)
    lines = wrapped_lines(text, area.width(), size, strong)
    first, last = 0, len(lines)
    if painter.hasClipping():
        clip = painter.clipBoundingRect()
        first = max(0, int(clip.top() - area.top()) // step)
        last = min(last, int(clip.bottom() - area.top()) // step + 1)
    for number in range(first, last):
        place = QRect(area.left(), area.top() + number * step, area.width() + 4, step)
        draw_text(painter, place, lines[number], size=size, strong=strong, tone=tone)
    return len(lines) * step


def state_width(text: str, tone: str, icon: str) -> int:
    """Pixels `draw_state` would take."""
    if tone in ("near", "over", "brand"):
        return badge_width(text, icon)
    return text_width(text, theme.CAPTION) + (_small_icon_room() if icon else 0)


def draw_state(painter: QPainter, right: int, middle: int, text: str, tone: str, icon: str) -> int:
    """What needs someone is a badge; what is done stays quiet text. Answers the width."""
    width = state_width(text, tone, icon)
    if tone in ("near", "over", "brand"):
        draw_badge(painter, right - width, middle, text, tone, icon)
        return width
    left = right - width
    if icon:
        draw_icon(painter, left, middle, icon, tone, theme.ICON_SMALL)
        left += _small_icon_room()
    height = theme.grown(BADGE_HEIGHT, theme.CAPTION)
    area = QRect(left, middle - height // 2, right - left, height)
    draw_text(painter, area, text, size=theme.CAPTION, tone="muted")
    return width


def draw_icon(
    painter: QPainter, x: float, middle: float, name: str, tone: str = "muted", size: int = theme.ICON
) -> None:
    """An icon with its left edge at `x`, centred on `middle`; `size` at 100 % text."""
    shown = theme.pixmap(name, tone, size, painter.device().devicePixelRatioF())
    place = QPointF(round(x), round(middle - theme.px(size) / 2))
    # On whole pixels of the screen also at 150 %, where a whole point may lie between two.
    on_screen = painter.deviceTransform()
    back, can = on_screen.inverted()
    if can:
        there = on_screen.map(place)
        place = back.map(QPointF(round(there.x()), round(there.y())))
    painter.drawPixmap(place, shown)


def draw_box(
    painter: QPainter,
    area: QRect | QRectF,
    fill: QColor | str | None,
    edge: QColor | str | None = None,
    radius: float = theme.RADIUS,
    width: float = 1.0,
) -> None:
    """A rounded box; the border lies inside `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge else 0
    painter.drawRoundedRect(QRectF(area).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def draw_line(painter: QPainter, x1: int, y1: int, x2: int, y2: int, tone: str = "hairline") -> None:
    """A hairline of exactly one pixel, never anti-aliased."""
    horizontal = y1 == y2
    area = QRect(x1, y1, x2 - x1 if horizontal else 1, 1 if horizontal else y2 - y1)
    painter.fillRect(area, theme.ink(tone))


def draw_dot(painter: QPainter, x: float, middle: float, tone: str, size: int = 8) -> None:
    """A filled dot with its left edge at `x`; `size` at 100 % text."""
    wide = theme.px(size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ink(tone))
    painter.drawEllipse(QRectF(x, middle - wide / 2, wide, wide))
    painter.restore()


def _small_icon_room() -> int:
    return theme.px(theme.ICON_SMALL) + theme.XS


def badge_width(text: str, icon: str = "") -> int:
    """Pixels `draw_badge` would take."""
    return text_width(text, theme.CAPTION, True) + theme.M + (_small_icon_room() if icon else 0)


def draw_badge(painter: QPainter, x: int, middle: int, text: str, tone: str, icon: str = "") -> int:
    """Icon, word and colour together, on the tone's soft ground; 20 high at 100 %. Answers the width."""
    width, height = badge_width(text, icon), theme.grown(BADGE_HEIGHT, theme.CAPTION)
    area = QRect(x, middle - height // 2, width, height)
    draw_box(painter, area, theme.soft(tone), radius=theme.RADIUS_SMALL)
    inner = area.adjusted(6, 0, -5, 0)
    if icon:
        draw_icon(painter, inner.x(), middle, icon, tone, theme.ICON_SMALL)
        inner.setLeft(inner.left() + _small_icon_room())
    draw_text(painter, inner, text, size=theme.CAPTION, strong=True, tone=tone)
    return width


def key_width(keys: str) -> int:
    """Pixels `draw_key` would take; 0 for no keys."""
    return max(theme.px(KEY_HEIGHT) + 2, text_width(keys, theme.CAPTION) + 10) if keys else 0


def draw_key(painter: QPainter, right: int, middle: int, keys: str, on_brand: bool = False) -> int:
    """A key cap whose right edge is at `right`; answers its width."""
    t = theme.now()
    width, height = key_width(keys), theme.grown(KEY_HEIGHT, theme.CAPTION)
    area = QRect(right - width, middle - height // 2, width, height)
    edge = QColor(t.on_brand) if on_brand else QColor(t.hairline)
    fill = None if on_brand else t.canvas
    if on_brand:
        edge.setAlphaF(0.45)
    draw_box(painter, area, fill, edge, theme.RADIUS_SMALL)
    draw_text(painter, area, keys, size=theme.CAPTION, align=CENTER, tone="on_brand" if on_brand else "muted")
    return width
