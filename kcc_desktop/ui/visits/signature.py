"""A pad to sign on with mouse, finger or pen; what was drawn comes out as a PNG, black on white.

Without a hand on the glass the same is said by a button beside it: signed on paper. Knows no visit.
"""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.basics import Restyled

_INK, _PAPER = "#101820", "#FFFFFF"  # of the picture, whatever the palette: it is printed
_PEN = 2.4
_PNG = QSize(600, 200)


class SignaturePad(Restyled, QWidget):
    """`changed` after each stroke and when it was wiped."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[QPointF]] = []
        self._is_drawing = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFixedHeight(theme.px(110))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(110))

    def is_empty(self) -> bool:
        """A single touch without a line is no signature."""
        return not any(len(stroke) > 1 for stroke in self._strokes)

    @Slot()
    def wipe(self) -> None:
        """As if nobody had signed."""
        self._strokes, self._is_drawing = [], False
        self.changed.emit()
        self.update()

    def png(self) -> bytes:
        """The picture; b"" while it is empty."""
        if self.is_empty():
            return b""
        image = QImage(_PNG, QImage.Format.Format_Grayscale8)
        image.fill(QColor(_PAPER))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = self._path().boundingRect().adjusted(-_PEN, -_PEN, _PEN, _PEN)
        scale = min(_PNG.width() / max(drawn.width(), 1.0), _PNG.height() / max(drawn.height(), 1.0), 2.0)
        middle = drawn.center()
        left, top = _PNG.width() / 2 - scale * middle.x(), _PNG.height() / 2 - scale * middle.y()
        painter.setTransform(QTransform(scale, 0, 0, scale, left, top))
        self._stroke(painter, QColor(_INK))
        painter.end()
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(held.data())

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        for stroke in self._strokes:
            path.moveTo(stroke[0])
            for point in stroke[1:]:
                path.lineTo(point)
        return path

    def _stroke(self, painter: QPainter, colour: QColor) -> None:
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(colour, _PEN, Qt.PenStyle.SolidLine, cap, join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.draw_box(painter, self.rect(), theme.now().surface, theme.now().control)
        line = self.height() - theme.px(28)
        paint.draw_line(painter, theme.L, line, self.width() - theme.L, line, "edge")
        if not self._strokes:
            area = QRectF(theme.L, line, self.width() - 2 * theme.L, self.height() - line).toRect()
            paint.draw_text(painter, area, self.tr("Sign here"), size=theme.CAPTION, tone="muted")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._stroke(painter, theme.ink("text"))

    # Mouse, finger, pen: three ways in, one line out

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() == QEvent.Type.TabletMove:
            self._go_on(event.position())
        else:
            self._end()
        event.accept()  # else Qt makes a mouse event of it, and the line is drawn twice

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.device().type() != QPointingDevice.DeviceType.TouchPad:
            points = event.points()
            if event.type() == QEvent.Type.TouchBegin and points:
                self._begin(points[0].position())
            elif event.type() == QEvent.Type.TouchUpdate and points:
                self._go_on(points[0].position())
            else:
                self._end()
            event.accept()
            return True
        return super().event(event)

    def _begin(self, at: QPointF) -> None:
        self._is_drawing = True
        self._strokes.append([self._inside(at)])

    def _go_on(self, at: QPointF) -> None:
        if self._is_drawing:
            self._strokes[-1].append(self._inside(at))
            self.update()

    def _end(self) -> None:
        if self._is_drawing:
            self._is_drawing = False
            self.changed.emit()
            self.update()

    def _inside(self, at: QPointF) -> QPointF:
        return QPointF(min(max(at.x(), 0.0), float(self.width())), min(max(at.y(), 0.0), float(self.height())))
