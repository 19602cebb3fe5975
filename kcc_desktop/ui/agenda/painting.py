"""How the agenda is painted: hours, days, lanes and what lies in them. Knows geometry and words, and keeps nothing."""

from datetime import date, datetime

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kcc_desktop.domain.agenda import Agenda, AgendaDay, AgendaEvent, EventKind
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.calendar import Mask, bits, stretches
from kcc_desktop.domain.quanta import MINUTES, quantum_at
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.agenda.geometry import Geometry
from kcc_desktop.ui.shared import formatting, paint, theme

_BAR = 3
_HATCH = 7
_OVER_AND_DONE = frozenset({AppointmentState.COMPLETED, AppointmentState.NO_SHOW})


def paint_ground(painter: QPainter, g: Geometry, agenda: Agenda) -> None:
    """The days, the hours through them, and where nobody sits."""
    t = theme.now()
    whole = QRect(0, 0, max(g.size().width(), g.view.width()), max(g.size().height(), g.view.height()))
    painter.fillRect(whole, QColor(t.canvas))
    painter.fillRect(g.day_box(g.wide).intersected(whole) if g.days else QRect(), QColor(t.surface))
    painter.fillRect(QRect(0, 0, g.axis, whole.height()), QColor(t.surface))
    for day in g.days:
        if day.on == g.wide:
            _paint_unstaffed(painter, g, day)
        _paint_closures(painter, g, day)
    for _, y in g.hours():
        paint.draw_line(painter, g.axis, y, whole.width(), y)
    for day in g.days:
        box = g.day_box(day.on)
        paint.draw_line(painter, box.left(), 0, box.left(), whole.height())
        if day.on != g.wide:
            _paint_load(painter, g, day, agenda)


def paint_axis(painter: QPainter, g: Geometry, top: int, now: datetime, today: date) -> None:
    """The hours' names, and the time it is in their place; painted last, over what scrolled below it."""
    t = theme.now()
    painter.fillRect(QRect(0, g.head, g.axis - 1, g.view.height()), QColor(t.surface))
    half = theme.line_height(theme.CAPTION) // 2
    clock = _clock_y(g, now, today)
    for hour, y in g.hours():
        if clock is None or abs(clock - y) > 2 * half:
            label = QRect(0, y - top - half, g.axis - theme.S, 2 * half)
            if label.top() > g.head - half:
                paint.draw_text(
                    painter,
                    label,
                    f"{hour:02}:00",
                    size=theme.CAPTION,
                    tone="muted",
                    align=paint.RIGHT,
                    figures=True,
                )
    if clock is not None and clock - top > g.head:
        label = QRect(0, clock - top - half, g.axis - theme.S, 2 * half)
        words_now = formatting.time(now)
        paint.draw_text(
            painter,
            label,
            words_now,
            strong=True,
            size=theme.CAPTION,
            tone="over",
            align=paint.RIGHT,
            figures=True,
        )


def paint_clock(painter: QPainter, g: Geometry, now: datetime, today: date) -> None:
    """A line under the events of today: through a name it could not be read."""
    y = _clock_y(g, now, today)
    if y is not None:
        box = g.day_box(today)
        painter.fillRect(QRect(box.left(), y, box.width(), 1), theme.ink("over"))
        paint.draw_dot(painter, box.left() - 3, y + 0.5, "over", 7)


def paint_heads(painter: QPainter, g: Geometry, left: int, today: date) -> None:
    """Days and lanes above everything, wherever it is scrolled to."""
    t = theme.now()
    painter.fillRect(QRect(0, 0, max(g.size().width(), g.view.width()), g.head), QColor(t.canvas))
    line, small = theme.line_height(), theme.line_height(theme.CAPTION)
    for day in g.days:
        box, is_wide = g.day_box(day.on), day.on == g.wide
        if is_wide:
            painter.fillRect(QRect(box.left(), 0, box.width(), g.head), QColor(t.surface))
        is_today = day.on == today
        heads = (words.day_head(day.on, today), *words.short_days(day.on)) if is_wide else words.short_days(day.on)
        room = box.width() - theme.S - 2
        fits = (one for one in heads if paint.text_width(one, strong=is_today or is_wide) <= room)
        head = next(fits, heads[-1])
        place = QRect(box.left() + theme.S, 6, box.width() - theme.S, line + 4)
        paint.draw_text(painter, place, head, strong=is_today or is_wide, tone="brand" if is_today else "text")
        names = [words.long_lane(lane) if is_wide else words.short_lane(lane) for lane in g.lanes]
        room = min((g.lane_box(day.on, lane.id).width() for lane in g.lanes), default=0)
        if not is_wide and any(paint.text_width(name, theme.CAPTION) > room - 2 for name in names):
            names = []  # half a name is none
        for lane, name in zip(g.lanes, names, strict=False):
            area = g.lane_box(day.on, lane.id)
            shown = QRect(area.left() + (theme.S if is_wide else 0), 10 + line, area.width() - 2, small + 2)
            align = paint.LEFT if is_wide else paint.CENTER
            paint.draw_text(painter, shown, name, size=theme.CAPTION, tone="muted", align=align)
        paint.draw_line(painter, box.left(), 0, box.left(), g.head)
    paint.draw_line(painter, g.axis, g.head - 1, max(g.size().width(), g.view.width()), g.head - 1)
    painter.fillRect(QRect(left, 0, g.axis, g.head), QColor(t.surface))


def paint_event(painter: QPainter, area: QRect, event: AgendaEvent, *, in_words: bool, is_chosen: bool) -> None:
    """One event; on other days as a shape alone."""
    t = theme.now()
    if event.kind is EventKind.BLOCK:
        paint.draw_box(painter, area, t.hover, t.hairline, theme.RADIUS_SMALL)
        _paint_hatch(painter, area)
    elif event.kind is EventKind.HOLD:
        paint.draw_box(painter, area, theme.soft("near"), radius=theme.RADIUS_SMALL)
        _paint_dashes(painter, area, t.near)
    elif event.kind is EventKind.FREE:
        paint.draw_box(painter, area, t.surface, t.brand, theme.RADIUS_SMALL)
    elif event.kind is EventKind.TAKEN or event.state in _OVER_AND_DONE:
        paint.draw_box(painter, area, t.canvas, t.hairline, theme.RADIUS_SMALL)
    elif event.kind is EventKind.VISIT and not in_words:
        paint.draw_box(painter, area, theme.tint("good", 0.22), radius=2)
    elif event.kind is EventKind.VISIT:
        paint.draw_box(painter, area, theme.soft("good"), radius=theme.RADIUS_SMALL)
        painter.fillRect(QRect(area.left(), area.top() + 2, _BAR, area.height() - 4), theme.ink("good"))
    else:
        paint.draw_box(painter, area, t.selected, radius=theme.RADIUS_SMALL)
        tone = "near" if event.is_extra else "brand"
        painter.fillRect(QRect(area.left(), area.top() + 2, _BAR, area.height() - 4), theme.ink(tone))
    if in_words:
        _paint_words(painter, area.adjusted(10, 0, -4, 0), event)
    if is_chosen:
        paint.draw_box(painter, area, None, t.brand, theme.RADIUS_SMALL, 2)


def paint_drive(painter: QPainter, g: Geometry, event: AgendaEvent) -> None:
    """The way to a visit: a dotted thread, with its minutes beside it on the day in words."""
    area = g.box(event.on, event.lane_id, event.quantum - max(1, event.before_minutes // MINUTES), event.quantum)
    is_wide = event.on == g.wide
    painter.save()
    painter.setPen(QPen(theme.ink("control"), 1.5, Qt.PenStyle.DotLine))
    x = area.left() + 1 if is_wide else area.center().x()
    painter.drawLine(x, area.top() - 1, x, area.bottom() + 2)
    painter.restore()
    line = theme.line_height(theme.CAPTION)
    if is_wide and area.height() >= line - 4:
        said = words.drive(event)
        place = QRect(area.left() + 8, area.center().y() - line // 2, area.width() - 8, line)
        place.setWidth(min(place.width(), paint.text_width(said, theme.CAPTION) + theme.XS))
        painter.fillRect(place, QColor(theme.now().surface))  # no hour's line through the words
        paint.draw_text(painter, place, said, size=theme.CAPTION, tone="muted")


def paint_ghost(painter: QPainter, area: QRect, event: AgendaEvent, when: str, *, is_refused: bool) -> None:
    """Where a moved event would lie."""
    tone = "over" if is_refused else "brand"
    area = QRect(area.left(), area.top(), area.width(), max(area.height(), theme.line_height(theme.CAPTION) + 2))
    paint.draw_box(painter, area, theme.soft(tone), theme.ink(tone), theme.RADIUS_SMALL, 2)
    inner = area.adjusted(10, 0, -4, 0)
    icon = "prohibit" if is_refused else "arrows-out-cardinal"
    paint.draw_icon(painter, inner.left() - 2, inner.center().y() + 1, icon, tone, theme.ICON_SMALL)
    inner.setLeft(inner.left() + theme.px(theme.ICON_SMALL) + theme.XS)
    paint.draw_text(painter, inner, f"{when} {event.title}", size=theme.CAPTION, strong=True, tone=tone)


def _paint_words(painter: QPainter, area: QRect, event: AgendaEvent) -> None:
    line, title = theme.line_height(theme.CAPTION), words.title(event)
    tones = {EventKind.HOLD: "near", EventKind.BLOCK: "muted", EventKind.TAKEN: "muted", EventKind.FREE: "brand"}
    tone = "muted" if event.state in _OVER_AND_DONE else tones.get(event.kind, "text")
    begins = formatting.time(event.starts_at)
    if area.height() < 2 * line + 2:
        if area.height() < line - 4:
            return
        shown = area
        if event.kind is EventKind.HOLD:
            paint.draw_icon(painter, area.left() - 2, area.center().y() + 1, "lock-simple", tone, theme.ICON_SMALL)
            shown = area.adjusted(theme.px(theme.ICON_SMALL) + 2, 0, 0, 0)
            paint.draw_text(painter, shown, title, size=theme.CAPTION, tone=tone)
            return
        whole = f"{begins} {title}"  # where it lies tells the time too, so that goes first
        is_roomy = paint.text_width(whole, theme.CAPTION) <= shown.width()
        paint.draw_text(painter, shown, whole if is_roomy else title, size=theme.CAPTION, tone=tone)
        return
    top = area.top() + (4 if area.height() > 2 * line + 8 else 1)
    first = QRect(area.left(), top, area.width(), line)
    if event.kind is EventKind.HOLD:
        paint.draw_icon(painter, first.left() - 2, first.center().y() + 1, "lock-simple", tone, theme.ICON_SMALL)
        first.setLeft(first.left() + theme.px(theme.ICON_SMALL) + 2)
    paint.draw_text(painter, first, title, size=theme.CAPTION, tone=tone)
    below = " · ".join(part for part in (begins, words.detail(event)) if part)
    second = QRect(area.left(), top + line, area.width(), line)
    paint.draw_text(painter, second, below, size=theme.CAPTION, tone="muted")


def _paint_load(painter: QPainter, g: Geometry, day: AgendaDay, agenda: Agenda) -> None:
    """What is taken of a day that is not in words."""
    blocked: dict[object, Mask] = {}
    for event in agenda.events:
        if event.on == day.on and event.kind is EventKind.BLOCK:
            mask = bits(event.quantum - day.first, event.end - day.first)
            blocked[event.lane_id] = blocked.get(event.lane_id, 0) | mask
    for lane in g.lanes:
        held = day.held.get(lane.id, 0)
        taken = day.taken.get(lane.id, 0) & ~held & ~blocked.get(lane.id, 0)
        for first, end in stretches(taken):
            area = g.box(day.on, lane.id, day.first + first, day.first + end)
            paint.draw_box(painter, area, theme.tint("brand", 0.22), radius=2)
        for first, end in stretches(held):
            area = g.box(day.on, lane.id, day.first + first, day.first + end)
            paint.draw_box(painter, area, theme.soft("near"), radius=2)
            _paint_dashes(painter, area, theme.now().near)


def _paint_unstaffed(painter: QPainter, g: Geometry, day: AgendaDay) -> None:
    for lane in g.lanes:
        away = bits(0, day.length) & ~day.staffed.get(lane.id, 0)
        for first, end in stretches(away):
            area = g.box(day.on, lane.id, day.first + first, day.first + end)
            painter.fillRect(area.adjusted(-2, -1, 2, 1), QColor(theme.now().canvas))


def _paint_closures(painter: QPainter, g: Geometry, day: AgendaDay) -> None:
    """A closed day, or closed hours, with why."""
    box = g.day_box(day.on)
    if day.opens() is None and day.closed_because is not None:
        room = QRect(box.left() + theme.S, g.head + theme.S, box.width() - 2 * theme.S, box.height())
        paint.draw_paragraph(painter, room, words.closed(day), "muted", theme.CAPTION)
        return
    for closure in day.closures:
        top, bottom = g.y_of(day, closure.quantum), g.y_of(day, closure.end)
        area = QRect(box.left() + 3, top, box.width() - 6, bottom - top)
        _paint_hatch(painter, area)
        if day.on == g.wide:
            room = area.adjusted(theme.S, 4, 0, 0)
            room.setHeight(theme.line_height(theme.CAPTION))
            paint.draw_text(painter, room, closure.reason, size=theme.CAPTION, tone="muted")


def _clock_y(g: Geometry, now: datetime, today: date) -> int | None:
    day = next((one for one in g.days if one.on == today), None)
    if day is None:
        return None
    quantum = quantum_at(now)
    y = g.y_of(day, quantum) + round((now.minute % 5) * g.hour / 60)
    return y if g.head <= y <= g.size().height() else None


def _paint_dashes(painter: QPainter, area: QRect, edge: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_SMALL, theme.RADIUS_SMALL)
    painter.restore()


def _paint_hatch(painter: QPainter, area: QRect) -> None:
    painter.save()
    painter.setClipRect(area.adjusted(1, 1, -1, -1), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.now().hairline), 1))
    for x in range(area.left() - area.height(), area.right(), _HATCH):
        painter.drawLine(x, area.bottom() + 1, x + area.height(), area.top())
    painter.restore()
