"""The sentence the agent can read out: who does what before when."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import HandoverState
from kcc_desktop.domain.ongoing import JoinedRef, PlannedRef, Question, RappelRef
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared import formatting, theme, wording
from kcc_desktop.ui.shared.basics import Badge, Icon, Layer, Paragraph, Text, column, row


class PromiseCard(Layer):
    def __init__(self, catalogue: Catalogue, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._now = now
        self._words = Paragraph("")
        # For the agent, not to be read out: the visitor is warned, and the note itself is for whoever may see it.
        self.safety = Badge(self.tr("Safety note present"), tone="near", icon="shield-warning")
        self.safety.hide()
        read_out = Text(self.tr("Read out"), theme.CAPTION, tone="muted")
        words = column(read_out, self._words, row(self.safety, None), gap=2)
        box = row(column(Icon("quotes", "muted"), None), words, margins=(theme.S + 2,))
        box.setStretch(1, 1)
        super().__init__("well", box, self.tr("Promise to read out"))
        self.setParent(parent)
        self._catalogue = catalogue
        self.hide()

    def show_promises(self, questions: tuple[Question, ...], *, hears: bool) -> None:
        """What these questions promise; each sentence once. `hears`: it is known who asks, so that they can be told."""
        found = [
            self._sentence(TaskKind(wish.kind), wish.owner_colleague_id, wish.due_at)
            for question in questions
            for wish in question.tasks
            if wish.owner_colleague_id is not None or wish.reason is not None
        ]
        found += [
            self._sentence(TaskKind.CALLBACK, wish.colleague_id, wish.due_at)
            for question in questions
            for wish in question.handovers
            if wish.state is HandoverState.UNANSWERED and wish.due_at is not None
        ]
        found += [self._reminded(ref) for question in questions for ref in question.rappels]
        found += [self._planned(ref) for question in questions for ref in question.planned]
        found += [self._joined(question.joined, hears=hears) for question in questions if question.joined is not None]
        sentences = list(dict.fromkeys(found))
        self.safety.setVisible(any(ref.has_safety_note for question in questions for ref in question.planned))
        self.setVisible(bool(sentences))
        if sentences:
            self._words.set_text("“" + " ".join(sentences) + "”")

    def text(self) -> str:
        return self._words.text()

    def text_shown(self) -> str:
        """What can be read out now, "" when nothing is promised."""
        return "" if self.isHidden() else self._words.text()

    def _sentence(self, kind: TaskKind, owner_id: UUID | None, due_at: datetime) -> str:
        if owner_id is None:
            words = self.tr("We will call you, {moment} at the latest.")
            if kind is not TaskKind.CALLBACK:
                words = self.tr("We will take this up, {moment} at the latest.")
            return words.format(moment=formatting.promise_moment(due_at))
        owner = self._catalogue.colleague(owner_id)
        who = owner.name if owner else self.tr("a colleague")
        moment = formatting.promise_moment(due_at)
        if kind is TaskKind.CALLBACK:
            return self.tr("{who} will call you back, {moment} at the latest.").format(who=who, moment=moment)
        return self.tr("{who} will take this up, {moment} at the latest.").format(who=who, moment=moment)

    def _reminded(self, ref: RappelRef) -> str:
        """What was promised before stands; what is late already is not promised again by itself."""
        who = ref.owner or self.tr("a colleague")
        if ref.due_at < self._now():
            return wording.fill(self.tr("{who} has your question. I have reminded them of it just now."), who=who)
        moment = formatting.promise_moment(ref.due_at)
        if ref.kind is TaskKind.CALLBACK:
            told = self.tr("{who} will call you back, {moment} at the latest. I have reminded them of it.")
        else:
            told = self.tr("{who} will take this up, {moment} at the latest. I have reminded them of it.")
        return told.format(who=who, moment=moment)

    def _joined(self, ref: JoinedRef, *, hears: bool) -> str:
        words = self.tr("This was reported already, with number {reference}.")
        if hears:
            words = self.tr("This was reported already, with number {reference}. You hear from us when it is solved.")
        return words.format(reference=ref.reference)

    def _planned(self, ref: PlannedRef) -> str:
        if ref.until is not None:
            words = self.tr("{who} comes to you on {day}, between {begin} and {end}. Your code is {code}.")
            return words.format(
                who=ref.place,
                day=formatting.long_day(ref.starts_at),
                begin=formatting.time(ref.starts_at),
                end=formatting.time(ref.until),
                code=" ".join(ref.reference),
            )
        words = self.tr("We expect you on {day} at {time}, {place}. Your code is {code}.")
        return words.format(
            day=formatting.long_day(ref.starts_at),
            time=formatting.time(ref.starts_at),
            place=ref.place,
            code=" ".join(ref.reference),
        )
