"""The right column of the Contact screen: the conversation in front, from the first word to the last key."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol, cast
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contact_commands import ConversationRecorded
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.ongoing import Ongoing, WorkRef
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.contacts.approach_section import ApproachSection
from kcc_desktop.ui.contacts.callback_form import CallbackForm
from kcc_desktop.ui.contacts.colleague_choice import ColleagueChoice
from kcc_desktop.ui.contacts.details_section import DetailsSection
from kcc_desktop.ui.contacts.editing import Editing
from kcc_desktop.ui.contacts.handover_form import HandoverForm
from kcc_desktop.ui.contacts.idle import Idle
from kcc_desktop.ui.contacts.mending import Spot
from kcc_desktop.ui.contacts.note_section import NoteSection
from kcc_desktop.ui.contacts.outcome_section import OutcomeSection
from kcc_desktop.ui.contacts.product_section import ProductSection
from kcc_desktop.ui.contacts.promise_card import PromiseCard
from kcc_desktop.ui.contacts.rappel_offer import RappelOffer
from kcc_desktop.ui.contacts.refusing import Refusing
from kcc_desktop.ui.contacts.street_section import StreetSection
from kcc_desktop.ui.contacts.subjects import Subjects
from kcc_desktop.ui.contacts.work_card import WorkCard
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.finishing import Finishing
from kcc_desktop.ui.nearby import Nearby
from kcc_desktop.ui.presence import Presences
from kcc_desktop.ui.reminding import Reminding
from kcc_desktop.ui.shared import formatting, keys, theme, wording
from kcc_desktop.ui.shared.basics import Icon, Layer, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import banner


class PlanningPart(Protocol):
    """What plans an appointment or a visit: a widget that another folder makes."""

    closed: SignalInstance
    opened: SignalInstance  # bool

    def begin(self) -> bool: ...

    def is_busy(self) -> bool: ...

    def close_form(self) -> None: ...


def _scrolling(inside: QWidget) -> QScrollArea:
    """Higher than its column, at large text: it scrolls then, up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class ThisContact(Layer):
    """Follows the conversation in front. `new_wanted` carries a channel's code."""

    new_wanted = Signal(str)
    not_reached = Signal()

    def __init__(
        self,
        colleagues: ColleagueService,
        tasks: TaskRunner,
        conversations: Conversations,
        finishing: Finishing,
        catalogue: Catalogue,
        editing: Editing,
        reminding: Reminding,
        now: Callable[[], datetime],
        appointment: PlanningPart,
        visit: PlanningPart,
        nearby: Nearby,
        presences: Presences,
        parent: QWidget | None = None,
    ) -> None:
        self.appointment, self.visit, self._presences = appointment, visit, presences
        self._is_planning = self._is_street_read = False
        self.street = StreetSection(nearby, now)
        self._conversations, self._finishing, self._catalogue = conversations, finishing, catalogue
        self._editing, self._reminding, self._now = editing, reminding, now
        super().__init__("surface", name="")
        self.setParent(parent)
        self.setAccessibleName(self.tr("This contact"))
        self._make_parts(colleagues, tasks)
        self._lay_out()
        self._connect()
        self._show_active(None)

    def _make_parts(self, colleagues: ColleagueService, tasks: TaskRunner) -> None:
        self._saved_icon = Icon("check", "good", theme.ICON_SMALL)
        self._saved = Text("", theme.CAPTION, tone="muted")
        self.subjects = Subjects()
        self.note = NoteSection()
        self.work = WorkCard()
        self.rappel = RappelOffer()
        self.product = ProductSection(self._catalogue)
        self.approach = ApproachSection(self._catalogue, self._today)
        self.outcome = OutcomeSection(self._catalogue)
        self.callback = CallbackForm(colleagues, self._catalogue, tasks)
        self.handover = HandoverForm(colleagues, self._catalogue, tasks, self._presences)
        self.promise = PromiseCard(self._catalogue, self._now)
        self.details = DetailsSection(self._catalogue)
        self._refusal = banner("over", "warning", "", "")
        self._colleague = ColleagueChoice(self.tr("With whom"), colleagues, self._catalogue, tasks, self._presences)
        self._call_back = Button(self.tr("Call back"), icon="phone-outgoing", keys=keys.shown("callback"), wide=True)
        self._plan = Button(self.tr("Appointment"), icon="calendar-plus", keys=keys.shown("appointment"), wide=True)
        self._visit = Button(self.tr("On location"), icon="car-simple", keys=keys.shown("visit"), wide=True)
        self._pass_on = Button(self.tr("Pass on"), icon="arrow-bend-up-right", keys=keys.shown("transfer"), wide=True)
        self._finish = Button(
            self.tr("Finish"), icon="check", keys=keys.shown("finish"), rank="primary", height=40, wide=True
        )
        self.idle = Idle(self._catalogue)
        fields = {
            Spot.NOTE: self.note.refuse,
            Spot.INTERNAL: self.details.refuse_internal,
            Spot.OWNER: self.callback.refuse_owner,
            Spot.PHONE: self.callback.refuse_phone,
            Spot.AUTHORITY: self.outcome.refuse_authority,
            Spot.PLACE: self.details.refuse_place,
        }
        self._refusing = Refusing(self._finishing, self._editing, self._catalogue, self.say, fields)

    def _lay_out(self) -> None:
        head = row(Text(self.tr("This contact"), strong=True), None, self._saved_icon, self._saved, gap=theme.XS)
        self._inside = QWidget()
        self._inside.setLayout(
            column(
                self.subjects,
                self.work,
                self.note,
                self.product,
                self.street,
                self.approach,
                cast(QWidget, self.appointment),
                cast(QWidget, self.visit),
                self.outcome,
                self.promise,
                self.rappel,
                self.callback,
                self._colleague,
                self.handover,
                self.details,
                None,
                gap=10,
                margins=(theme.L, 0, theme.L, 0),
            )
        )
        self._scroll = _scrolling(self._inside)
        others = column(
            row(self._call_back, self._plan, gap=theme.S), row(self._visit, self._pass_on, gap=theme.S), gap=theme.S
        )
        self._others = QWidget()
        self._others.setLayout(column(others, self._finish, gap=10))
        foot = column(self._others, gap=10)
        head.setContentsMargins(theme.L, theme.L, theme.L, 0)
        self._talk = QWidget()
        self._talk.setLayout(column(head, self._scroll, gap=10))
        resting = QWidget()
        resting.setLayout(column(self.idle, margins=(theme.L, theme.L, theme.L, 0)))
        self._rest = _scrolling(resting)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        # What is said stands above the last key, also while nothing goes on.
        below = column(self._refusal, self._foot, gap=10, margins=(theme.L, 0, theme.L, theme.L))
        whole = column(self._talk, self._rest, below, gap=10)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        edit = self._editing
        self.subjects.chosen.connect(edit.choose_question)
        self.subjects.more_wanted.connect(self.ask_more)
        self.note.typed.connect(edit.type_summary)
        self.note.caret_moved.connect(edit.move_caret)
        self.product.picked.connect(edit.pick_product)
        self.approach.chosen.connect(edit.choose_approach)
        self.approach.handed_over.connect(self.hand_to_neighbourhood)
        self.outcome.picked.connect(edit.pick_outcome)
        self.outcome.authority_typed.connect(edit.type_authority)
        self.details.question_edited.connect(edit.change_question)
        self.details.conversation_edited.connect(edit.change_conversation)
        self.rappel.reminded.connect(self._reminding.remind)
        self.rappel.anew.connect(self._promise_anew)
        self.rappel.closed.connect(self.focus_note)
        self.work.changed.connect(self._on_work)
        self.work.not_reached.connect(self.not_reached)
        self.callback.edited.connect(edit.change_wish)
        self.callback.withdrawn.connect(edit.withdraw_wish)
        self._colleague.picked.connect(edit.hand_over)
        self._colleague.closed.connect(self._colleague.hide)
        self.handover.edited.connect(edit.change_handover)
        self.handover.withdrawn.connect(edit.withdraw_handover)
        self._call_back.clicked.connect(self.call_back)
        self._plan.clicked.connect(self.plan_appointment)
        self._visit.clicked.connect(self.plan_visit)
        for part in (self.appointment, self.visit):
            part.closed.connect(self.focus_note)
            part.opened.connect(self._make_room)
        self.street.room_wanted.connect(self._on_street_read)
        self._pass_on.clicked.connect(self.pass_on)
        self._finish.clicked.connect(self.finish)
        self.idle.new_wanted.connect(self.new_wanted)
        self._conversations.activated.connect(self._show_active)
        self._conversations.changed.connect(self._on_changed)
        self._catalogue.changed.connect(self._refresh)
        self._finishing.refused.connect(self._on_refused)
        self._finishing.recorded.connect(self._on_recorded)
        self._finishing.kept.connect(self.idle.show_kept)
        self._finishing.busy_changed.connect(self._show_busy)

    @Slot()
    def focus_note(self) -> None:
        self.note.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def focus_place(self) -> None:
        """Where it is about: the street's own field, or the one among the details."""
        if self.street.isHidden():
            self.details.focus_place()
        else:
            self.street.focus_place()
            self._scroll.ensureWidgetVisible(self.street)

    @Slot()
    def ask_more(self) -> None:
        """An empty next question in front, ready to type in."""
        self._editing.ask_more()
        self.focus_note()

    @Slot()
    def call_back(self) -> None:
        """What was promised already is reminded of; else a promise, filled in, with the hand at what is to be chosen.

        Pressed once more it is a new promise all the same.
        """
        promise = None if self.rappel.is_offered() else self._reminding.promise()
        if promise is not None:
            self.rappel.offer(promise, self._now())
            QTimer.singleShot(0, self, self._show_rappel)  # when it has its place
            return
        self.rappel.withdraw()
        self._promise_anew()

    @Slot()
    def _show_rappel(self) -> None:
        self._scroll.ensureWidgetVisible(self.rappel)

    @Slot()
    def _promise_anew(self) -> None:
        wish = self._editing.promise()
        if wish is not None and wish.owner_colleague_id is None:
            self._scroll.ensureWidgetVisible(self.callback)
            self.callback.owner.pick()

    @Slot()
    def hand_to_neighbourhood(self) -> None:
        """Care and help goes to the neighbourhood team as their task, filled in."""
        wish = self._editing.hand_to_neighbourhood()
        if wish is not None and wish.owner_colleague_id is None:
            self._scroll.ensureWidgetVisible(self.callback)
            self.callback.owner.pick()

    def _today(self) -> date:
        return local_day(self._now())

    @Slot()
    def plan_appointment(self) -> None:
        """The first free times for the product of the question; without a product it is asked for first."""
        self._begin(self.appointment, self.visit)

    @Slot()
    def plan_visit(self) -> None:
        """Who could come to the citizen for the product of the question; without a product it is asked for first."""
        self._begin(self.visit, self.appointment)

    def _begin(self, part: PlanningPart, other: PlanningPart) -> None:
        if self._conversations.active() is None or other.is_busy():
            return
        other.close_form()
        if part.begin():
            self._scroll.ensureWidgetVisible(cast(QWidget, part))
        else:
            self.product.pick()

    @Slot(object)
    def _on_work(self, work: WorkRef) -> None:
        self._editing.change_conversation({"work": work})

    @Slot(bool)
    def _make_room(self, is_planning: bool) -> None:
        """While a time is chosen it is what matters: the answer was read out, the outcome follows from it."""
        self._is_planning = is_planning
        self.product.setVisible(not is_planning)  # what is planned says for what
        self.product.give_room(self._is_street_read)
        self._others.setVisible(not is_planning)
        self.outcome.setVisible(not is_planning)
        self._refresh()
        self.details.setVisible(not is_planning)

    @Slot(bool)
    def _on_street_read(self, is_wanted: bool) -> None:
        """What is reported there already matters more than the answer."""
        if is_wanted is not self._is_street_read:
            self._is_street_read = is_wanted
            self.product.give_room(is_wanted or self._is_planning)

    @Slot()
    def pass_on(self) -> None:
        """Choose a colleague to ask or to connect with."""
        ongoing = self._conversations.active()
        if ongoing is not None and not ongoing.question.handovers:
            self._colleague.show()
            self._colleague.pick()

    @Slot()
    def finish(self) -> None:
        ongoing = self._conversations.active()
        if self.appointment.is_busy():
            self.say("near", self.tr("The appointment is being booked"), self.tr("Finish when it is there."))
        elif self.visit.is_busy():
            self.say("near", self.tr("The visit is being booked"), self.tr("Finish when it is there."))
        elif ongoing is not None:
            self._refusal.hide()
            self._finishing.finish(ongoing.id)

    def say(self, tone: str, title: str, why: str) -> None:
        """A sentence above the last key, until something changes."""
        self._refusal.set_banner(tone, "check-circle" if tone == "good" else "warning", title, why)
        self._refusal.show()

    def say_full(self) -> None:
        self.say(
            "near",
            self.tr("Nine conversations are going on"),
            self.tr("Finish one of them first; what rings keeps ringing."),
        )

    def show_saved(self, conversation_id: UUID, at: datetime) -> None:
        """The draft is on disk."""
        ongoing = self._conversations.active()
        if ongoing is not None and ongoing.id == conversation_id:
            self._saved_icon.set_icon("check", "good")
            self._saved.set_tone("muted")
            self._saved.setText(self.tr("kept {time}").format(time=formatting.time(at, seconds=True)))

    def show_not_saved(self, conversation_id: UUID, error: Exception) -> None:
        """The disk refuses: said at once, tried again by the journal."""
        ongoing = self._conversations.active()
        if ongoing is not None and ongoing.id == conversation_id:
            known = isinstance(error, Refusal | Outage)
            title = wording.sentence(error)[0] if known else self.tr("an error in the program")
            self._saved_icon.set_icon("warning", "over")
            self._saved.set_tone("over")
            self._saved.setText(self.tr("not kept: {why}").format(why=title))

    @Slot(object)
    def _show_active(self, _conversation_id: object) -> None:
        ongoing = self._conversations.active()
        had_focus = self._has_focus()
        self._talk.setVisible(ongoing is not None)
        self._foot.setVisible(ongoing is not None)
        self._rest.setVisible(ongoing is None)
        self._refusal.hide()
        self.rappel.withdraw()
        self.details.fold()
        self._show_busy()
        self._saved.setText("")
        self._saved_icon.set_icon("check", "surface")
        if ongoing is not None:
            self._show(ongoing)
            self.focus_note()
            self._refusing.say(ongoing)
        elif had_focus:
            self.idle.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_changed(self, before: Ongoing, after: Ongoing) -> None:
        active = self._conversations.active()
        if active is None or active.id != after.id:
            return
        if before.current == after.current and before.with_question(caret=after.question.caret) == after:
            return  # only the caret moved
        self._refusal.hide()
        self._show(after)
        self._refusing.say_again(after)

    @Slot()
    def _refresh(self) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._show(ongoing)

    def _show(self, ongoing: Ongoing) -> None:
        question = ongoing.question
        self.subjects.show_questions(ongoing)
        self.work.show_ongoing(ongoing)
        self.note.show_question(question)
        self.product.show_question(question)
        self.approach.show_question(question)
        if self._is_planning:
            self.approach.hide()
        self.outcome.show_question(question)
        self.details.show_ongoing(ongoing)
        self.callback.setVisible(bool(question.tasks))
        if question.tasks:
            self.callback.show_wish(question.tasks[0], self._editing.moments(), self._editing.owner_source())
        self.handover.setVisible(bool(question.handovers))
        self.handover.show_wish(question.handovers[0] if question.handovers else None)
        self._colleague.hide()
        self.promise.show_promises(ongoing.questions, hears=ongoing.party is not None)
        self._finish.setText(self._finish_words(ongoing))

    def _finish_words(self, ongoing: Ongoing) -> str:
        planned = [ref for question in ongoing.questions for ref in question.planned]
        if planned:
            is_visit = planned[-1].until is not None
            return self.tr("Finish with a visit") if is_visit else self.tr("Finish with an appointment")
        if self.promise.text_shown():
            return self.tr("Finish with a promise")
        full = sum(not question.is_empty for question in ongoing.questions)
        return self.tr("Finish %n question(s)", "", full) if full > 1 else self.tr("Finish")

    @Slot()
    def _show_busy(self) -> None:
        """While a conversation is being recorded nothing more is typed into it: it would be lost."""
        ongoing = self._conversations.active()
        free = ongoing is None or not self._finishing.is_busy(ongoing.id)
        if not free and self._has_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # on no button: who types on presses none
        self._foot.setEnabled(free)
        self._inside.setEnabled(free)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is None or focused is self or self.isAncestorOf(focused)

    @Slot(object, object)
    def _on_recorded(self, ongoing: Ongoing, recorded: ConversationRecorded) -> None:
        self.idle.show_recorded(ongoing, recorded)

    @Slot(object, object)
    def _on_refused(self, ongoing: Ongoing, _error: Exception) -> None:
        """Said in the conversation it is about: while another is typed in, its tab says so, and this when one goes
        there."""
        active = self._conversations.active()
        if active is not None and active.id == ongoing.id:
            self._refusing.say(active)
