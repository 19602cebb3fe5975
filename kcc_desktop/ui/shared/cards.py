"""Cards, banners, avatars, messages and what floats; facts are in facts.py. Knows how they look, not what they tell."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, QPropertyAnimation, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from kcc_desktop.ui.shared import paint, theme, wording
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, Restyled, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.facts import FactLine, Facts, Pair, facts

__all__ = [
    "Avatar",
    "Banner",
    "Dot",
    "FactLine",
    "Facts",
    "Floating",
    "Message",
    "Pair",
    "Skeleton",
    "banner",
    "card",
    "facts",
]


def card(content: QLayout, name: str = "", layer: str = "card", pad: int = theme.M) -> Layer:
    """Content on a ground of its own."""
    content.setContentsMargins(pad, pad, pad, pad)
    return Layer(layer, content, name)


class Banner(Layer):
    """Cannot be overlooked, does not shout: soft ground, icon, one strong word, one sentence."""

    def __init__(self, tone: str, icon: str, title: str, text: str) -> None:
        self._icon = Icon(icon, tone, theme.ICON_LARGE)
        self._title = Paragraph(title, tone, theme.LEAD, strong=True)
        self._text = Paragraph(text)
        words = column(self._title, self._text, gap=0)
        box = row(column(self._icon, None), words, gap=theme.S, margins=(theme.M,))
        box.setStretch(1, 1)
        super().__init__(tone, box)
        self.set_banner(tone, icon, title, text)

    def set_banner(self, tone: str, icon: str, title: str, text: str) -> None:
        """Another warning in the same place; an empty text leaves only the title."""
        self.set_layer(tone)
        self._icon.set_icon(icon, tone)
        self._title.set_text(title, tone)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(wording.sentences(title, text))


def banner(tone: str, icon: str, title: str, text: str) -> Banner:
    """A warning on the tone's soft ground."""
    return Banner(tone, icon, title, text)


class Avatar(Restyled, QWidget):
    """Initials on the brand's soft disc."""

    def __init__(self, initials: str, size: int = 32) -> None:
        super().__init__()
        self._initials, self._size = initials, size
        self.follow_theme()

    def set_initials(self, initials: str) -> None:
        """Another person."""
        self._initials = initials
        self.update()

    def restyle(self) -> None:
        side = theme.grown(self._size, theme.CAPTION)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.draw_box(painter, self.rect(), theme.soft("brand"), radius=self.width() / 2)
        paint.draw_text(
            painter,
            self.rect(),
            self._initials,
            size=theme.CAPTION,
            strong=True,
            tone="brand",
            align=paint.CENTER,
        )


class Dot(Restyled, QWidget):
    """A small round light; the word beside it is what is read out."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.follow_theme()

    def set_tone(self, tone: str) -> None:
        """good, near, over, muted …"""
        self._tone = tone
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(theme.px(8), theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.draw_dot(QPainter(self), 0, self.height() / 2, self._tone)


class Floating(Restyled, QWidget):
    """A card above the screen with the one shadow, painted: an effect would blur the text inside it.

    It takes no focus and covers nothing one types in: `place` says where.
    """

    MARGIN = 24

    def __init__(self, content: QLayout, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(self.MARGIN, self.MARGIN, self.MARGIN, self.MARGIN)
        outer.addLayout(content)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(theme.MOTION_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.follow_theme()

    def place(self, area: QRect) -> None:
        """Put the visible card on `area` of the parent; the shadow falls outside it."""
        grow = self.MARGIN
        self._slide.stop()
        self.setGeometry(area.adjusted(-grow, -grow, grow, grow))
        self.show()
        self.raise_()

    def card_size(self) -> QSize:
        """What the visible card wants, without its shadow."""
        return self.sizeHint() - QSize(2 * self.MARGIN, 2 * self.MARGIN)

    def slide_in(self) -> None:
        """Come up from a little below, within 150 ms; at once where motion is off."""
        if not theme.motion():
            return
        self._slide.stop()
        end = self.pos()
        self._slide.setStartValue(end + QPoint(0, theme.L))
        self._slide.setEndValue(end)
        self._slide.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = theme.now(), QPainter(self)
        margin = self.MARGIN
        body = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        strength = 0.030 if t.dark else 0.009
        shade = QColor("#000000")
        shade.setAlphaF(strength)
        for spread in range(margin - 4, 0, -2):
            grown = body.adjusted(-spread, -spread + 4, spread, spread + 4)
            paint.draw_box(painter, grown, shade, radius=theme.RADIUS + spread)
        edge = t.edge if t.dark else t.hairline
        paint.draw_box(painter, body, t.raised, edge, radius=theme.RADIUS_FLOATING)


class Message(Restyled, QWidget):
    """Empty, offline, refused …: icon and what is so · why, muted · what to do. Left, never centred."""

    def __init__(self, icon: str, title: str, why: str, *buttons: Button, tone: str = "muted") -> None:
        super().__init__()
        self._icon = Icon(icon, tone, theme.ICON_LARGE)
        self._title = Paragraph(title, size=theme.LEAD, strong=True)
        self._why = Paragraph(why, "muted")
        self._buttons = list(buttons)
        self._actions = row(*buttons, None, margins=(0, theme.XS, 0, 0))
        head = row(column(1, self._icon, None, gap=0), self._title)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._why, self._actions, None))
        self.set_message(icon, title, why, tone)
        self.follow_theme()

    def set_message(self, icon: str, title: str, why: str, tone: str = "muted") -> None:
        """Another state in the same place."""
        self._icon.set_icon(icon, tone)
        self._title.set_text(title)
        self._why.set_text(why)
        self._why.setVisible(bool(why))
        self.setAccessibleName(wording.sentences(title, why))

    def set_buttons(self, *buttons: Button) -> None:
        """Other things to do."""
        for old in self._buttons:
            self._actions.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = list(buttons)
        for number, button in enumerate(buttons):
            self._actions.insertWidget(number, button)
            button.show()

    def buttons(self) -> list[Button]:
        """What can be done, in order."""
        return list(self._buttons)


class Skeleton(Restyled, QWidget):
    """The shape of what is coming; show it only after 150 ms. It does not move."""

    def __init__(self, lines: int, name: str = "") -> None:
        super().__init__()
        self._count = lines
        self.setAccessibleName(name or self.tr("loading"))
        self.follow_theme()

    def restyle(self) -> None:
        self.setFixedHeight(self._count * theme.grown(theme.ROW_TWO_LINES, theme.BODY, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, step = QPainter(self), self.height() // max(1, self._count)
        strong, weak = theme.tint("muted", 0.22), theme.tint("muted", 0.12)
        disc, left = theme.px(28), theme.px(40)
        for line in range(self._count):
            top = line * step + (step - disc) // 2
            title = QRect(left, top, theme.px(150 + line * 37 % 90), theme.px(10))
            detail = QRect(left, top + theme.px(20), theme.px(240 + line * 53 % 70), theme.px(8))
            paint.draw_box(painter, QRect(0, top, disc, disc), strong, radius=disc / 2)
            paint.draw_box(painter, title, strong, radius=title.height() / 2)
            paint.draw_box(painter, detail, weak, radius=detail.height() / 2)
