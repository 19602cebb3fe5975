"""The sentence the agent can read out: who does what before when."""

from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, Text, column, row


class PromiseCard(Layer):
    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        self._words = Paragraph("")
        words = column(Text(self.tr("Read out"), theme.CAPTION, tone="muted"), self._words, gap=2)
        box = row(column(Icon("quotes", "muted"), None), words, margins=(theme.S + 2,))
        box.setStretch(1, 1)
        super().__init__("well", box, self.tr("Promise to read out"))
        self.setParent(parent)
        self._catalogue = catalogue
        self.hide()

    def show_promises(self, wishes: tuple[TaskWish, ...]) -> None:
        sentences = [self._sentence(wish) for wish in wishes if wish.owner_colleague_id is not None]
        self.setVisible(bool(sentences))
        if sentences:
            self._words.set_text("“" + " ".join(sentences) + "”")

    def text(self) -> str:
        return self._words.text()

    def _sentence(self, wish: TaskWish) -> str:
        owner = self._catalogue.colleague(wish.owner_colleague_id)
        who = owner.name if owner else self.tr("a colleague")
        moment = formatting.promise_moment(wish.due_at)
        if wish.kind == TaskKind.CALLBACK:
            return self.tr("{who} will call you back, {moment} at the latest.").format(who=who, moment=moment)
        return self.tr("{who} will take this up, {moment} at the latest.").format(who=who, moment=moment)
