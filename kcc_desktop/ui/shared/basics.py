"""Text, icons, layers and the layout words every screen uses. Knows sizes and tones, not what is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kcc_desktop.ui.shared import paint, theme

FROM_TOP = "from_top"  # a widget's property: in a row it hangs from the top, however high its neighbours become
Part = QWidget | QLayout | int | None  # int: a gap in pixels; None: stretch


# Two Qt bases in one class crash PySide; to the type checker the mixin is the widget it is mixed into.
if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Restyled(_Widget):
    """Mixed into a widget (first) that takes a new palette or text scale while it is on screen.

    Painting reads `theme` anyway, so a repaint is enough for colours; `restyle` renews what Qt keeps (fonts, fixed
    sizes) and is called once at the end of the constructor by `follow_theme`.
    """

    def follow_theme(self) -> None:
        """Size it now, and again whenever the look changes. The last line of a constructor."""
        theme.notifier().changed.connect(self._look_changed)
        self.restyle()

    def restyle(self) -> None:
        """Set fonts and fixed sizes from the theme."""

    def _look_changed(self) -> None:
        self.restyle()
        self.updateGeometry()
        self.update()


def _fill(box: QBoxLayout, parts: tuple[Part, ...], gap: int, margins: tuple[int, ...]) -> None:
    box.setSpacing(gap)
    left, top, right, bottom = margins * 4 if len(margins) == 1 else margins
    box.setContentsMargins(left, top, right, bottom)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget) and isinstance(box, QHBoxLayout) and part.property(FROM_TOP):
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)


def column(*parts: Part, gap: int = theme.S, margins: tuple[int, ...] = (0,)) -> QVBoxLayout:
    """Parts below each other; margins are one number or (left, top, right, bottom)."""
    box = QVBoxLayout()
    _fill(box, parts, gap, margins)
    return box


def row(*parts: Part, gap: int = theme.S, margins: tuple[int, ...] = (0,)) -> QHBoxLayout:
    """Parts beside each other; margins are one number or (left, top, right, bottom)."""
    box = QHBoxLayout()
    _fill(box, parts, gap, margins)
    return box


class Text(Restyled, QLabel):
    """One line in one of the sizes and one tone. For more lines: Paragraph.

    `elided`: it gives way when the column is narrower, instead of forcing the column wider; the whole text is then
    in the tip.
    """

    def __init__(
        self,
        text: str,
        size: int = theme.BODY,
        strong: bool = False,
        tone: str = "text",
        figures: bool = False,
        elided: bool = False,
    ) -> None:
        super().__init__()
        self._words, self._size, self._strong, self._figures, self._elided = text, size, strong, figures, elided
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if elided else QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed
        )
        self.follow_theme()
        self.setText(text)

    def text(self) -> str:
        return self._words

    def setText(self, text: str) -> None:
        self._words = text
        super().setText(paint.one_line(text))
        self.setAccessibleName(paint.one_line(text))
        if self._elided:
            self.setToolTip(paint.one_line(text[:500]))
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        """text, muted, brand, good, near, over or on_brand."""
        self.setProperty("tone", tone)
        self.update()

    def restyle(self) -> None:
        self.setFont(theme.font(self._size, self._strong, self._figures))

    def sizeHint(self) -> QSize:
        wide = paint.text_width(self._words, self._size, self._strong, self._figures) if self._words else 0
        return QSize(wide, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), theme.px(24)), whole.height()) if self._elided else whole

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = str(self.property("tone") or "text")
        paint.draw_text(
            QPainter(self),
            self.rect(),
            self._words,
            size=self._size,
            strong=self._strong,
            figures=self._figures,
            tone=tone if self.isEnabled() else "control",
            align=self.alignment(),
        )


class Paragraph(Restyled, QWidget):
    """Text that wraps, on our own line height."""

    def __init__(self, text: str, tone: str = "text", size: int = theme.BODY, strong: bool = False) -> None:
        super().__init__()
        self._words, self._tone, self._size, self._strong = text, tone, size, strong
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.follow_theme()

    def text(self) -> str:
        return self._words

    def set_text(self, text: str, tone: str | None = None) -> None:
        """Other words, and another tone if one is given."""
        if (text, tone or self._tone) == (self._words, self._tone):
            return
        self._words, self._tone = text, tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return paint.wrapped_height(self._words, width, self._size, self._strong)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.line_height(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        paint.draw_paragraph(painter, self.rect(), self._words, self._tone, self._size, self._strong)


class Icon(Restyled, QWidget):
    """A line icon, tinted from the palette. Decoration: the word beside it is what is read out."""

    def __init__(self, name: str, tone: str = "muted", size: int = theme.ICON) -> None:
        super().__init__()
        self._icon, self._tone, self._size = name, tone, size
        self.follow_theme()

    def set_icon(self, name: str, tone: str | None = None) -> None:
        """Another icon, and another tone if one is given."""
        self._icon, self._tone = name, tone or self._tone
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_icon(QPainter(self), 0, self.height() / 2, self._icon, self._tone, self._size)


class Layer(Restyled, QFrame):
    """A ground to lie on: surface, canvas, card, well, line, or a tone's soft ground (brand, good, near, over)."""

    def __init__(self, layer: str, content: QLayout | None = None, name: str = "") -> None:
        super().__init__()
        self.setProperty("layer", layer)
        if name:
            self.setAccessibleName(name)
        if content is not None:
            self.setLayout(content)
        self.follow_theme()

    def set_layer(self, layer: str) -> None:
        """Another ground under the same content."""
        self.setProperty("layer", layer)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, layer = theme.now(), QPainter(self), str(self.property("layer"))
        if layer in ("surface", "canvas", "line"):
            painter.fillRect(self.rect(), theme.ink("hairline" if layer == "line" else layer))
        elif layer == "card":
            paint.draw_box(painter, self.rect(), t.raised, t.hairline)
        else:
            paint.draw_box(painter, self.rect(), t.canvas if layer == "well" else theme.soft(layer))


def hairline(vertical: bool = False) -> Layer:
    """A line of one pixel between two parts."""
    line = Layer("line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


class KeyHint(Restyled, QWidget):
    """The key that does it, as a cap."""

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._keys = ""
        self.follow_theme()
        self.set_keys(keys)

    def set_keys(self, keys: str) -> None:
        """Other keys, as shown text: "Ctrl+K"."""
        self._keys = keys
        self.setAccessibleName(QCoreApplication.translate("Kit", "key {keys}").format(keys=keys))
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(paint.key_width(self._keys), theme.grown(paint.KEY_HEIGHT, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._keys:
            paint.draw_key(QPainter(self), self.width(), self.height() // 2, self._keys)


class Badge(Restyled, QWidget):
    """State in icon, word and colour; only for what needs someone."""

    def __init__(self, text: str, tone: str = "muted", icon: str = "") -> None:
        super().__init__()
        self._words, self._tone, self._icon = "", tone, icon
        self.follow_theme()
        self.set_badge(text, tone, icon)

    def text(self) -> str:
        return self._words

    def set_badge(self, text: str, tone: str = "muted", icon: str = "") -> None:
        """Another state."""
        self._words, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.restyle()
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(paint.badge_width(self._words, self._icon), theme.grown(paint.BADGE_HEIGHT, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_badge(QPainter(self), 0, self.height() // 2, self._words, self._tone, self._icon)


class _HeadingText(Text):
    def restyle(self) -> None:
        super().restyle()
        self.setFixedHeight(theme.grown(20))


def heading(text: str, *trailing: QWidget) -> QHBoxLayout:
    """The name of a section, with what belongs to it at the right; 20 high at 100 %."""
    return row(_HeadingText(text, strong=True, elided=True), None, *trailing)
