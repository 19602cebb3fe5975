"""Turns what an agent does in the right column into new values of the conversation in front. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.domain.contacts import HandoverKind, HandoverState, HandoverWish, LookedUp, LookedUpKind, TaskWish
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.domain.parties import DigitalAddressKind
from kcc_desktop.domain.phone import parse_phone
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.promises import OFFICE_WEEK, Week, callback_due
from kcc_desktop.domain.work import Colleague, TaskKind
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.contacts.product_section import ref
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.viewing import Viewing


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """When a callback is due unless the agent says otherwise (settings)."""

    working_days: int = 2
    at: time = time(17)
    hours: Week = OFFICE_WEEK


class Editing(QObject):
    """One a column. Every slot changes the conversation in front, or nothing when there is none."""

    def __init__(
        self,
        conversations: Conversations,
        viewing: Viewing,
        catalogue: Catalogue,
        now: Callable[[], datetime],
        rule: PromiseRule,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conversations, self._viewing, self._catalogue = conversations, viewing, catalogue
        self._now, self.rule = now, rule
        self._last_owner: UUID | None = None

    @Slot(str)
    def type_summary(self, text: str) -> None:
        ongoing = self._conversations.active()
        if ongoing is None:
            return
        changes: dict[str, Any] = {"summary": text}
        question = ongoing.question
        if not question.no_product and (question.product is None or question.product.is_proposed):
            changes["product"] = ref(self._catalogue.product_in(text), is_proposed=True)
        self._conversations.put(ongoing.with_question(**changes))

    @Slot(int)
    def move_caret(self, position: int) -> None:
        self.change_question({"caret": position})

    @Slot(object)
    def pick_product(self, product: Product | None) -> None:
        ongoing = self._conversations.active()
        if ongoing is None:
            return
        ongoing = ongoing.with_question(product=ref(product), no_product=product is None)
        if product is not None:
            ongoing = ongoing.looking_at(LookedUp(LookedUpKind.PRODUCT, product.id, product.name))
        self._conversations.put(ongoing)

    @Slot(str)
    def pick_outcome(self, code: str) -> None:
        self.change_question({"outcome_code": code})

    @Slot(str)
    def type_authority(self, text: str) -> None:
        self.change_question({"authority": text})

    @Slot(object)
    def change_question(self, changes: dict[str, Any]) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(ongoing.with_question(**changes))

    @Slot(object)
    def change_conversation(self, changes: dict[str, Any]) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(replace(ongoing, **changes))

    @Slot(int)
    def choose_question(self, number: int) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None and number < len(ongoing.questions):
            self._conversations.put(replace(ongoing, current=number))

    def bring_to_front(self, question_id: UUID) -> None:
        """The question with this id, if the conversation in front has it."""
        ongoing = self._conversations.active()
        if ongoing is not None:
            numbers = {question.id: number for number, question in enumerate(ongoing.questions)}
            self.choose_question(numbers.get(question_id, ongoing.current))

    @Slot()
    def ask_more(self) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(ongoing.asking_more(new_id()))

    @Slot()
    def toggle_hold(self) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            now = self._now()
            self._conversations.put(ongoing.resumed(now) if ongoing.on_hold_since else ongoing.on_hold(now))

    @Slot()
    def hang_up(self) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(ongoing.hung_up(self._now()))

    def promise(self) -> TaskWish | None:
        """A callback, filled in as far as the desk knows; the one that is there when there is one."""
        ongoing = self._conversations.active()
        if ongoing is None:
            return None
        if ongoing.question.tasks:
            return ongoing.question.tasks[0]
        department = self._catalogue.department_of(ongoing.question.product.id if ongoing.question.product else None)
        wish = TaskWish(
            id=new_id(),
            kind=TaskKind.CALLBACK.value,
            owner_colleague_id=department.id if department else self._last_owner,
            explanation="",
            phone=formatting.phone(_e164(ongoing.caller_number) or self._known_phone(ongoing)),
            due_at=callback_due(self._now(), self.rule.working_days, self.rule.at, self.rule.hours),
        )
        self._conversations.put(ongoing.with_question(tasks=(wish,)))
        return wish

    @Slot(object)
    def change_wish(self, wish: TaskWish) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._last_owner = wish.owner_colleague_id or self._last_owner
            tasks = tuple(wish if old.id == wish.id else old for old in ongoing.question.tasks)
            self._conversations.put(ongoing.with_question(tasks=tasks))

    @Slot(object)
    def withdraw_wish(self, wish_id: UUID) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            left = tuple(wish for wish in ongoing.question.tasks if wish.id != wish_id)
            self._conversations.put(ongoing.with_question(tasks=left))

    @Slot(object)
    def hand_over(self, colleague: Colleague) -> None:
        """Ask this colleague; that it becomes a connection is one key in the form."""
        ongoing = self._conversations.active()
        if ongoing is not None and not ongoing.question.handovers:
            wish = HandoverWish(new_id(), HandoverKind.CONSULT, HandoverState.ASKED, colleague.id, "")
            self._conversations.put(ongoing.with_question(handovers=(wish,)))

    @Slot(object)
    def change_handover(self, wish: HandoverWish) -> None:
        """Not reached: somebody will call back, and the moment can be read out at once."""
        if wish.state is HandoverState.UNANSWERED and wish.due_at is None:
            wish = replace(
                wish, due_at=callback_due(self._now(), self.rule.working_days, self.rule.at, self.rule.hours)
            )
        self.change_question({"handovers": (wish,)})

    @Slot(object)
    def withdraw_handover(self, _wish_id: UUID) -> None:
        self.change_question({"handovers": ()})

    def moments(self) -> tuple[datetime, ...]:
        """Moments to promise: the end of today, of the next working day, the usual one, of a week of working days."""
        days = sorted({0, 1, self.rule.working_days, 5})
        due = (callback_due(self._now(), number, self.rule.at, self.rule.hours) for number in days)
        return tuple(dict.fromkeys(due))

    def _known_phone(self, ongoing: Ongoing) -> str:
        """The number to call back on when the call has none: the first one on the speaker's card."""
        viewed = self._viewing.now()
        if viewed.overview is None or ongoing.speaker is None or viewed.party_id != ongoing.speaker.id:
            return ""
        phones = (a for a in viewed.overview.card.digital_addresses if a.kind is DigitalAddressKind.PHONE)
        return next((address.value for address in phones), "")


def _e164(reported: str) -> str:
    """The caller's number as it is kept everywhere; as the exchange reported it when it is none."""
    try:
        return parse_phone(reported) if reported else ""
    except InvalidValue:
        return reported
