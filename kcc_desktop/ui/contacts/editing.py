"""Turns what an agent does in the right column into new values of the conversation in front. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.domain.approaches import (
    AS_PROPOSED,
    Approach,
    CallReason,
    ChosenApproach,
    OverrideReason,
)
from kcc_desktop.domain.contacts import HandoverKind, HandoverState, HandoverWish, LookedUp, LookedUpKind, TaskWish
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.domain.parties import DigitalAddressKind
from kcc_desktop.domain.phone import parse_phone
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.promises import OFFICE_WEEK, Week, callback_due
from kcc_desktop.domain.work import NEIGHBOURHOOD_QUEUE, Colleague, TaskKind
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.contacts.product_section import ref
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.viewing import Viewing

_TEAM = "wijkteam"  # as such a department is called everywhere


class OwnerSource(StrEnum):
    """Where the owner of a promise is from, so that the agent can see why it stands there already."""

    PRODUCT = "product"
    CONVERSATION = "conversation"


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

    @Slot(str)
    def type_summary(self, text: str) -> None:
        ongoing = self._conversations.active()
        if ongoing is None:
            return
        changes: dict[str, Any] = {"summary": text}
        question = ongoing.question
        if not question.no_product and (question.product is None or question.product.is_proposed):
            found = self._catalogue.product_in(text)
            changes["product"] = ref(found, is_proposed=True)
            if found is not None and found.approach is Approach.INDIVIDUAL_SUPPORT:
                changes["is_confidential"] = True
        self._conversations.put(ongoing.with_question(**changes))

    @Slot(int)
    def move_caret(self, position: int) -> None:
        self.change_question({"caret": position})

    @Slot(object)
    def pick_product(self, product: Product | None) -> None:
        ongoing = self._conversations.active()
        if ongoing is None:
            return
        ongoing = ongoing.with_question(product=ref(product), no_product=product is None, handling=AS_PROPOSED)
        if product is not None and product.approach is Approach.INDIVIDUAL_SUPPORT:
            ongoing = ongoing.with_question(is_confidential=True)  # hidden by default; the agent may open it
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
    def choose_approach(self, chosen: ChosenApproach) -> None:
        """Care and help stays within the cluster; an idea of somebody's own gets a call by ourselves, filled in."""
        ongoing = self._conversations.active()
        if ongoing is None:
            return
        changes: dict[str, Any] = {"handling": chosen}
        if chosen.is_override and chosen.approach is Approach.INDIVIDUAL_SUPPORT:
            changes["is_confidential"] = True
        self._conversations.put(ongoing.with_question(**changes))
        if chosen.is_override and chosen.reason is OverrideReason.INITIATIVE:
            self.call_by_ourselves(CallReason.INITIATIVE)

    def call_by_ourselves(self, reason: CallReason) -> TaskWish | None:
        """A call that waits in this agent's own queue, within its norm; the promise that is there when there is one."""
        ongoing = self._conversations.active()
        if ongoing is None:
            return None
        if ongoing.question.tasks:
            return ongoing.question.tasks[0]
        queue, now = self._catalogue.own_queue, self._now()
        usual = callback_due(now, self.rule.working_days, self.rule.at, self.rule.hours)
        wish = TaskWish(
            id=new_id(),
            kind=TaskKind.CALLBACK.value,
            owner_colleague_id=None,
            explanation="",
            phone=self._phone_of(ongoing),
            due_at=queue.norm.runs_out(now, self.rule.hours) if queue is not None else usual,
            queue_code=queue.code if queue is not None else "",
            reason=reason,
        )
        self._conversations.put(ongoing.with_question(tasks=(wish,)))
        return wish

    def hand_to_neighbourhood(self) -> TaskWish | None:
        """A task for the neighbourhood team, in their queue; the promise that is there when there is one."""
        ongoing = self._conversations.active()
        if ongoing is None:
            return None
        if ongoing.question.tasks:
            return ongoing.question.tasks[0]
        team = next((unit for unit in self._catalogue.departments if _TEAM in unit.name.casefold()), None)
        wish = TaskWish(
            id=new_id(),
            kind=TaskKind.TASK.value,
            owner_colleague_id=team.id if team is not None else self._department_id(ongoing),
            explanation="",
            phone="",
            due_at=callback_due(self._now(), self.rule.working_days, self.rule.at, self.rule.hours),
            queue_code=NEIGHBOURHOOD_QUEUE,
        )
        self._conversations.put(ongoing.with_question(tasks=(wish,), is_confidential=True))
        return wish

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
        department_id = self._department_id(ongoing)
        wish = TaskWish(
            id=new_id(),
            kind=TaskKind.CALLBACK.value,
            owner_colleague_id=department_id or next(iter(_promised_to(ongoing)), None),
            explanation="",
            phone=self._phone_of(ongoing),
            due_at=callback_due(self._now(), self.rule.working_days, self.rule.at, self.rule.hours),
        )
        self._conversations.put(ongoing.with_question(tasks=(wish,)))
        return wish

    def owner_source(self) -> OwnerSource | None:
        """Where the owner of the promise in front can be from; None when the agent alone knows."""
        ongoing = self._conversations.active()
        if ongoing is None or not ongoing.question.tasks:
            return None
        owner_id = ongoing.question.tasks[0].owner_colleague_id
        if owner_id is None:
            return None
        if owner_id == self._department_id(ongoing):
            return OwnerSource.PRODUCT
        return OwnerSource.CONVERSATION if owner_id in _promised_to(ongoing) else None

    @Slot(object)
    def change_wish(self, wish: TaskWish) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
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

    def _department_id(self, ongoing: Ongoing) -> UUID | None:
        """Of the product of the question in front."""
        product = ongoing.question.product
        department = self._catalogue.department_of(product.id) if product is not None else None
        return department.id if department is not None else None

    def _phone_of(self, ongoing: Ongoing) -> str:
        return formatting.phone(_e164(ongoing.caller_number) or self._known_phone(ongoing))

    def _known_phone(self, ongoing: Ongoing) -> str:
        """The number to call back on when the call has none: the first one on the speaker's card."""
        viewed = self._viewing.now()
        if viewed.overview is None or ongoing.speaker is None or viewed.party_id != ongoing.speaker.id:
            return ""
        phones = (a for a in viewed.overview.card.digital_addresses if a.kind is DigitalAddressKind.PHONE)
        return next((address.value for address in phones), "")


def _promised_to(ongoing: Ongoing) -> tuple[UUID, ...]:
    """Who owns the promises of the other questions, the latest question first; of no other conversation."""
    others = [question for question in reversed(ongoing.questions) if question.id != ongoing.question.id]
    owners = (wish.owner_colleague_id for question in others for wish in question.tasks)
    return tuple(owner for owner in owners if owner is not None)


def _e164(reported: str) -> str:
    """The caller's number as it is kept everywhere; as the exchange reported it when it is none."""
    try:
        return parse_phone(reported) if reported else ""
    except InvalidValue:
        return reported
