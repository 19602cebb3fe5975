"""What can be done at the desk: which key does what in the window, and what the palette offers of it now."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QShortcut

from kcc_desktop.ui.palette.results import Action
from kcc_desktop.ui.panels import CONTACT
from kcc_desktop.ui.shared import keys
from kcc_desktop.ui.timeline.card import KEYS
from kcc_desktop.ui.timeline.sheet import Act

if TYPE_CHECKING:
    from kcc_desktop.ui.window import DeskWindow


class DeskActions(QObject):
    """Made once by the window, which is its parent."""

    def __init__(self, window: "DeskWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        for name in self.slots():
            shortcut = QShortcut(keys.of(name), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self._press, name))
        self._desk.conversations.activated.connect(self.tell)
        self._desk.viewing.changed.connect(self.tell)
        window.noticing.changed.connect(self.tell)
        window.timeline.opening.offered.connect(self.tell)
        self._desk.background.outbox.refused.connect(self.tell)
        window.palette_card.action_chosen.connect(self.do)
        window.panels.shown.connect(self.tell)
        self.tell()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What each key of the window does, the likeliest first; a panel has its own."""
        window, conversations = self._window, self._desk.conversations
        numbers = {f"conversation_{n}": partial(conversations.activate_number, n) for n in range(1, 10)}
        questions = {f"question_{n}": partial(window.choose_question, n - 1) for n in range(1, 4)}
        return {
            "new_conversation": window.new_conversation,
            "callback": window.contact.call_back,
            "not_reached": self._desk.calling.note_not_reached,
            "appointment": window.contact.plan_appointment,
            "visit": window.contact.plan_visit,
            "transfer": window.contact.pass_on,
            "take_back": window.giving_back.take_back,
            "throw_away": window.throwing_away.throw_away,
            "next_question": window.contact.ask_more,
            "identity": window.who.establish,
            "on_behalf": window.who.on_behalf,
            "end_representation": window.who.end_representation,
            "register_person": window.who.register_person,
            "edit_details": window.who.edit_details,
            "attach_number": window.who.attach_number,
            "reveal": window.who.reveal,
            "refuse_disclosure": window.who.refuse_disclosure,
            "hold": self._desk.editing.toggle_hold,
            "product": window.contact.product.pick,
            "approach": window.contact.approach.pick,
            "digital": window.contact.approach.step_online,
            "call_by_ourselves": window.contact.approach.call_by_ourselves,
            "neighbourhood": window.contact.hand_to_neighbourhood,
            "outcome": window.contact.outcome.pick,
            "note": window.contact.focus_note,
            "timeline": window.timeline.focus_list,
            "search_timeline": window.timeline.open_search,
            "finish": window.contact.finish,
            "place": window.contact.focus_place,
            "join_report": window.contact.street.join,
            "report_notice": window.noticing.report,
            "street_reports": window.street_reports.open_form,
            "presence": window.choose_presence,
            "help": window.frame.show_keys,
            "panel_contact": window.show_contact,
            "panel_administration": partial(window.panels.show, "administration"),
            "panel_work": partial(window.panels.show, "work"),
            "panel_agenda": window.show_agenda,
            "panel_location": partial(window.panels.show, "location"),
            "panel_counter": partial(window.panels.show, "counter"),
            "text_bigger": window.look.bigger,
            "text_smaller": window.look.smaller,
            "dark": window.look.toggle_dark,
            "palette": window.open_palette,
            "later": window.later,
            "answer": window.incoming.answer,
            "to_note": window.timeline.put_in_note,
            "attach_contact": window.timeline.attach_opened,
            "correct_contact": window.timeline.correct_opened,
            "move_contact": window.timeline.move_opened,
            "reschedule": partial(window.timeline.opening.do, Act.RESCHEDULE),
            "cancel_appointment": partial(window.timeline.opening.do, Act.CANCEL),
            "confirm_appointment": partial(window.timeline.opening.do, Act.CONFIRM),
            "settle_booking": partial(window.timeline.opening.do, Act.SETTLE),
            "came_after_all": partial(window.timeline.opening.do, Act.CAME),
            "death": window.who.deaths.act,
            **numbers,
            **questions,
        }

    @Slot(str)
    def do(self, name: str) -> None:
        # Later: the palette closes first and gives the focus back.
        QTimer.singleShot(0, self, partial(self._press, name))

    def _press(self, name: str) -> None:
        """As the panel in front answers it; what only the Contact panel does is done there."""
        panels = self._window.panels
        panel = panels.panel()
        own = keys.instead_of(name, panels.front) or name
        if panel is not None and own in (slots := panel.slots()):
            slots[own]()
            return
        if keys.PANEL_OF[name] == CONTACT or name in _SEEN_IN_CONTACT:
            panels.show(CONTACT)
        self.slots()[name]()

    @Slot()
    def tell(self) -> None:
        """Tell the palette what can be done now; the tabs, the questions and the opened row have keys enough."""
        self._window.palette_card.set_actions(
            tuple(
                Action(name, keys.title(name), keys.shown(name), _ICONS.get(name, "arrow-right"), not why, why)
                for name in (*self._of_panel(), *self.slots())
                if name not in _NOT_OFFERED and not name[-1].isdigit()
                for why in (self._why_not(name),)
            )
        )

    def _of_panel(self) -> tuple[str, ...]:
        panels = self._window.panels
        return keys.of_panel(panels.front) if panels.panel() is not None else ()

    def _why_not(self, name: str) -> str:
        """What is missing for an action, "" when nothing is."""
        panel = self._window.panels.panel()
        if panel is not None and name in keys.of_panel(self._window.panels.front):
            return panel.why_not(name)
        if name in _IN_CONVERSATION and self._desk.conversations.active() is None:
            return self.tr("needs a conversation")
        if name in _ABOUT_SOMEBODY and self._desk.viewing.now().overview is None:
            return self.tr("needs a resident or company")
        if name in _WITH_APPOINTMENT and _WITH_APPOINTMENT[name] not in self._window.timeline.opening.acts():
            return self.tr("open the appointment first")
        if name == "report_notice":
            return self._window.noticing.why_not()
        if name == "take_back" and not self._desk.background.outbox.refused_count:
            return self.tr("nothing was refused")
        return ""


# Keys of everywhere whose doing is seen in the Contact panel.
_SEEN_IN_CONTACT = {"transfer", "take_back", "throw_away", *(f"conversation_{n}" for n in range(1, 10))}
_NOT_OFFERED = {"palette", "later", "answer", "to_note", "attach_contact", "correct_contact", "move_contact"}
_WITH_APPOINTMENT = {KEYS[act]: act for act in (Act.RESCHEDULE, Act.CANCEL, Act.CONFIRM, Act.CAME, Act.SETTLE)}
_IN_CONVERSATION = frozenset(
    {"hold", "transfer", "identity", "on_behalf", "attach_number", "note", "next_question", "product", "outcome"}
    | {"place", "join_report", "callback", "appointment", "visit", "finish", "throw_away"}
    | {"approach", "digital", "neighbourhood", "call_by_ourselves"}
)
_ABOUT_SOMEBODY = frozenset(
    {"edit_details", "reveal", "refuse_disclosure", "end_representation", "death", "timeline", "search_timeline"}
)
_ICONS = {
    "not_reached": "phone-x",
    "panel_work": "tray",
    "work_next": "arrow-right",
    "work_take": "hand",
    "work_call": "phone-call",
    "work_plan": "calendar-plus",
    "work_visit": "car-simple",
    "work_new": "plus",
    "work_hand_over": "arrow-bend-up-right",
    "work_not_reached": "phone-x",
    "work_close": "check",
    "work_give_back": "arrow-u-up-left",
    "work_queues": "list-bullets",
    "panel_contact": "headset",
    "panel_agenda": "calendar-blank",
    "agenda_first_free": "sun",
    "agenda_day": "calendar-blank",
    "agenda_week": "calendar-blank",
    "agenda_today": "calendar-blank",
    "agenda_previous": "caret-left",
    "agenda_next": "caret-right",
    "agenda_move": "arrows-out-cardinal",
    "agenda_cancel": "prohibit",
    "agenda_block": "lock-simple",
    "agenda_overbook": "plus",
    "panel_counter": "bank",
    "counter_primary": "arrow-right",
    "counter_next": "user-plus",
    "counter_serve": "identification-card",
    "counter_serve_unseen": "hand-palm",
    "counter_call": "megaphone",
    "counter_again": "megaphone",
    "counter_back": "arrow-u-up-left",
    "counter_not_come": "user-minus",
    "counter_left": "sign-out",
    "counter_hold": "pause",
    "counter_transfer": "arrow-bend-up-right",
    "counter_check_in": "check",
    "counter_walk_in": "ticket",
    "counter_online": "globe",
    "counter_figures": "chart-bar",
    "counter_told": "bell",
    "counter_collected": "check-circle",
    "counter_mine": "bank",
    "counter_place": "map-pin",
    "counter_print": "printer",
    "counter_room": "monitor",
    "report_notice": "warning",
    "street_reports": "map-pin",
    "place": "map-pin",
    "join_report": "users",
    "presence": "headset",
    "help": "keyboard",
    "panel_administration": "sliders-horizontal",
    "text_bigger": "text-aa",
    "text_smaller": "text-aa",
    "dark": "moon",
    "new_conversation": "plus",
    "hold": "pause",
    "transfer": "arrow-bend-up-right",
    "take_back": "arrow-u-up-left",
    "throw_away": "trash",
    "identity": "shield-check",
    "on_behalf": "users",
    "attach_number": "link-simple",
    "end_representation": "prohibit",
    "register_person": "user-plus",
    "edit_details": "pencil-simple",
    "reveal": "eye",
    "refuse_disclosure": "hand-palm",
    "timeline": "list-bullets",
    "search_timeline": "magnifying-glass",
    "note": "note-pencil",
    "next_question": "plus-circle",
    "product": "tag",
    "approach": "compass",
    "digital": "globe",
    "neighbourhood": "users-three",
    "call_by_ourselves": "phone-outgoing",
    "outcome": "check-circle",
    "callback": "phone-outgoing",
    "appointment": "calendar-plus",
    "visit": "car-simple",
    "finish": "check",
    "reschedule": "calendar-plus",
    "cancel_appointment": "prohibit",
    "confirm_appointment": "envelope-simple",
    "came_after_all": "user-plus",
    "settle_booking": "check-square",
    "death": "flower-lotus",
}
