"""Whether it is established who speaks, as a line one can press. A number is no proof."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.establishing import is_enough
from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.buttons import Pressable


class IdentityLine(Pressable):
    """Badge, then how; the words go below the badge where both do not fit beside each other."""

    def __init__(self) -> None:
        self._badge, self._tone, self._shield = "", "near", "shield-warning"
        super().__init__("")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    def show_identity(self, level: IdentityLevel, how: str, *, restricted: bool, speaker: str, keys: str) -> None:
        """`speaker` is named when the card shows somebody else: whom they speak for."""
        if is_enough(level, restricted=restricted):
            self._badge, self._tone, self._shield = self.tr("Established"), "good", "shield-check"
            words = ", ".join(part for part in (speaker, how) if part)
            keys = ""  # it is done: quiet
        else:
            self._badge, self._tone, self._shield = self.tr("Not established yet"), "near", "shield-warning"
            words = self.tr("read nothing out")
            if restricted and level.may_be_told:
                self._badge = self.tr("Not enough")
                words = self.tr("{how}; with this restriction only a document or calling back").format(how=how)
            elif level is IdentityLevel.SELF_DECLARED:
                words = self.tr("only told by the caller, read nothing out")
            if speaker:
                words = f"{speaker}: {words}"
        self._keys = keys
        self._name = self.tr("Identity: {state}, {words}").format(state=self._badge, words=words)
        self.setText(words)
        self.setToolTip("")

    def state(self) -> str:
        """The word in the badge."""
        return self._badge

    def tone(self) -> str:
        """good or near."""
        return self._tone

    def _badge_width(self) -> int:
        return paint.badge_width(self._badge, self._shield)

    def _badge_height(self) -> int:
        return theme.grown(paint.BADGE_HEIGHT, theme.CAPTION)

    def _beside(self, width: int) -> bool:
        taken = self._badge_width() + theme.S + (paint.key_width(self._keys) + theme.S if self._keys else 0)
        return taken + paint.text_width(self._words, theme.CAPTION) <= width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._beside(width):
            return self._badge_height()
        return self._badge_height() + theme.XS + paint.wrapped_height(self._words, width, theme.CAPTION)

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._badge_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), self._badge_height() // 2
        if self._shows_focus():
            paint.draw_box(painter, self.rect(), None, theme.now().brand, theme.RADIUS_SMALL, 2)
        width = paint.draw_badge(painter, 0, middle, self._badge, self._tone, self._shield)
        if self._keys and self.width() - width - theme.S >= paint.key_width(self._keys):
            paint.draw_key(painter, self.width(), middle, self._keys)
        if self._beside(self.width()):
            room = QRect(width + theme.S, 0, self.width() - width - theme.S, self._badge_height())
            paint.draw_text(painter, room, self._words, size=theme.CAPTION, tone="muted")
        else:
            below = self.rect().adjusted(0, self._badge_height() + theme.XS, 0, 0)
            paint.draw_paragraph(painter, below, self._words, "muted", theme.CAPTION)
