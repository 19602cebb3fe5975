"""How one thing in a lane looks: a visit, a hold, what is not for visits, a place to choose. Knows areas, not times."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from kcc_desktop.ui.shared import formatting, paint, theme
from kcc_desktop.ui.visits.lane_items import Item, Kind

_BAR = 3
_SMALL = theme.RADIUS_SMALL


def item(painter: QPainter, area: QRect, shown: Item, *, is_chosen: bool, has_focus: bool) -> None:
    """A visit lies on the green ground with its bar, a hold is dashed, what is not for visits is hatched."""
    t = theme.now()
    if shown.kind is Kind.VISIT:
        tone = "muted" if shown.is_over else "good"
        paint.draw_box(painter, area, theme.soft(tone), radius=_SMALL)
        painter.fillRect(QRect(area.left(), area.top(), _BAR, area.height()), theme.ink(tone))
    elif shown.kind is Kind.HOLD:
        paint.draw_box(painter, area, t.near_soft, radius=_SMALL)
        _dashed(painter, area, "near")
    else:
        hatch = QBrush(theme.tint("control", 0.35), Qt.BrushStyle.BDiagPattern)
        paint.draw_box(painter, area, t.canvas, t.hairline, _SMALL)
        painter.fillRect(area.adjusted(1, 1, -1, -1), hatch)
    if is_chosen:
        paint.draw_box(painter, area, None, t.brand, _SMALL, 2 if has_focus else 1.5)
    _words(painter, area, shown)


def place(painter: QPainter, area: QRect, shown: Item, *, is_chosen: bool) -> None:
    """Where it could go: open, in the brand's line."""
    t = theme.now()
    paint.draw_box(painter, area, t.selected if is_chosen else t.surface, t.brand, _SMALL, 2 if is_chosen else 1)
    inner = area.adjusted(theme.S, 0, -theme.XS, 0)
    first, second = theme.line_height(), theme.line_height(theme.CAPTION)
    if area.height() < first + second + 4:
        paint.draw_text(painter, inner, f"{shown.title} · {shown.detail}", tone="brand", strong=is_chosen)
        return
    title = QRect(inner.left(), area.top() + 4, inner.width(), first)
    paint.draw_text(painter, title, shown.title, tone="brand", strong=is_chosen)
    below = QRect(inner.left(), title.bottom() + 1, inner.width(), second)
    paint.draw_text(painter, below, shown.detail, size=theme.CAPTION, tone="brand")


def against(painter: QPainter, at: QPoint, why: str, width: int) -> None:
    """Beside the hand: why it cannot stand here."""
    room = paint.text_width(why) + theme.px(theme.ICON_SMALL) + 3 * theme.S
    left = max(0, min(at.x() + theme.M, width - room))
    area = QRect(left, at.y() + theme.M, room, theme.grown(28))
    paint.draw_box(painter, area, theme.now().over_soft, theme.now().over, _SMALL)
    paint.draw_icon(painter, area.left() + theme.S, area.center().y() + 1, "warning", "over", theme.ICON_SMALL)
    text = area.adjusted(theme.px(theme.ICON_SMALL) + theme.S + theme.XS, 0, 0, 0)
    paint.draw_text(painter, text, why, tone="over")


def _words(painter: QPainter, area: QRect, shown: Item) -> None:
    inner = area.adjusted(theme.S + _BAR, 2, -6, -2)
    is_short = inner.height() < theme.line_height() + theme.line_height(theme.CAPTION)
    middle = area.center().y() + 1 if is_short else inner.top() + theme.line_height() / 2
    size = theme.px(theme.ICON_SMALL)
    for name, tone in reversed(shown.icons):
        paint.draw_icon(painter, inner.right() - size + 1, middle, name, tone, theme.ICON_SMALL)
        inner.setRight(inner.right() - size - theme.XS)
    is_quiet = shown.kind in (Kind.ABSENCE, Kind.OTHER) or shown.is_over
    title_tone = "near" if shown.kind is Kind.HOLD else "muted" if is_quiet else "text"
    if shown.kind is Kind.HOLD:
        paint.draw_icon(painter, inner.left(), middle, "lock-simple", "near", theme.ICON_SMALL)
        inner.setLeft(inner.left() + size + theme.XS)
    lines = ((shown.title, theme.BODY), (shown.detail, theme.CAPTION), (shown.more, theme.CAPTION))
    if is_short:  # one line, when and where; where it lies tells when too, so that goes first
        line = QRect(inner.left(), area.top(), inner.width(), area.height())
        whole = f"{formatting.time(shown.starts_at)} {shown.title}"
        is_roomy = paint.text_width(whole) <= line.width()
        paint.draw_text(painter, line, whole if is_roomy else shown.title, tone=title_tone)
        return
    top = inner.top() + 2
    for text, pixels in lines:
        step = theme.line_height(pixels)
        if text and top + step <= area.bottom() + 2:
            tone = title_tone if pixels == theme.BODY else "muted"
            paint.draw_text(painter, QRect(inner.left(), top, inner.width(), step), text, size=pixels, tone=tone)
            top += step


def _dashed(painter: QPainter, area: QRect, tone: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.ink(tone), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), _SMALL, _SMALL)
    painter.restore()
