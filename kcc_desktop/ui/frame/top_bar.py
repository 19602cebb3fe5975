"""The top bar: the search field that opens the palette, one's status, and who one is. Knows words, not agents."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kcc_desktop.ui.shared import keys, paint, theme
from kcc_desktop.ui.shared.basics import Layer, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Pressable
from kcc_desktop.ui.shared.cards import Avatar

TOP_HEIGHT, SEARCH_WIDTH, SEARCH_HEIGHT = 56, 560, 36


class SearchField(Pressable):
    """Opens the palette; looks like the field it opens."""

    def __init__(self, text: str, shown_keys: str) -> None:
        super().__init__(text, icon="magnifying-glass", keys=shown_keys)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(SEARCH_HEIGHT))
        self.setMaximumWidth(theme.px(SEARCH_WIDTH))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(SEARCH_WIDTH), theme.grown(SEARCH_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.grown(SEARCH_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, middle = theme.now(), QPainter(self), self.height() // 2
        paint.draw_box(painter, self.rect(), t.hover if self._hovered() else t.surface, t.control)
        if self._shows_focus():
            paint.draw_box(painter, self.rect(), None, t.brand, width=2)
        paint.draw_icon(painter, theme.M, middle, self._icon)
        left, right = theme.M + theme.px(theme.ICON) + theme.S, self.width() - theme.S
        right -= paint.draw_key(painter, right, middle, self._keys) + theme.S
        room = self.rect().adjusted(left, 0, right - self.width(), 0)
        paint.draw_text(painter, room, self._words, tone="muted")


class TopBar(Layer):
    """Search, status, and the agent."""

    search_wanted = Signal()
    notifications_wanted = Signal()
    presence_wanted = Signal()

    def __init__(self) -> None:
        self.search = SearchField("", "")
        self.bell = Button("", icon="bell", rank="quiet")
        self.presence = Button("", icon="headset", keys=keys.shown("presence"))
        self._avatar = Avatar("")
        self._name = Text("", strong=True, elided=True)
        self._cluster = Text("", theme.CAPTION, tone="muted", elided=True)
        who = column(None, self._name, self._cluster, None, gap=2)
        bar = row(
            self.search,
            None,
            self.bell,
            self.presence,
            theme.S,
            self._avatar,
            who,
            margins=(theme.L, 0, theme.L, 0),
        )
        bar.setStretch(0, 4)
        super().__init__("canvas", bar)
        self.setAccessibleName(self.tr("Search and status"))
        self.search.setText(self.tr("Search resident, company, case, product or action"))
        self.search.set_keys(keys.shown("palette"))
        self.bell.set_name(self.tr("Notifications"))
        self.set_presence(self.tr("Available"), "headset", "text")
        self.search.clicked.connect(self.search_wanted)
        self.bell.clicked.connect(self.notifications_wanted)
        self.presence.clicked.connect(self.presence_wanted)

    def set_agent(self, name: str, cluster: str) -> None:
        """Who works here, and for which team."""
        self._name.setText(name)
        self._cluster.setText(cluster)
        self._avatar.set_initials(initials(name))

    def set_presence(self, word: str, icon: str, tone: str = "text") -> None:
        """One's status in a word; tone "brand" stands out (in a conversation)."""
        self.presence.setText(word)
        self.presence.set_icon(icon)
        self.presence.set_tone(tone)
        self.presence.set_name(self.tr("Status: {word}").format(word=word))

    def set_bell(self, shown: bool) -> None:
        """Whether there is anything that notifies."""
        self.bell.setVisible(shown)

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(TOP_HEIGHT, theme.BODY))


def initials(name: str) -> str:
    """The first letters of the first and the last word: "Noor van den Berg" is "NB"."""
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))
