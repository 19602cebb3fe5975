"""The forms that plan an appointment or a visit, made once more for the items of work. Nothing else knows both."""

from functools import partial

from kcc_desktop.ui.appointments.forms import appointment_form
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.desk import Desk
from kcc_desktop.ui.item_planning import ItemPlanning
from kcc_desktop.ui.parties.forms.party_choice import PartyChoice
from kcc_desktop.ui.visits.planning import VisitPlanning
from kcc_desktop.ui.visits.visit_form import VisitForm


def appointments_in_place(desk: Desk) -> ItemPlanning:
    return ItemPlanning(
        desk.work,
        desk.services.parties,
        desk.background.tasks,
        desk.now,
        desk.planning_in,
        appointment_form,
        desk,
    )


def visits_in_place(desk: Desk) -> ItemPlanning:
    services, tasks = desk.services, desk.background.tasks
    form = partial(VisitForm, chooser=partial(PartyChoice, parties=services.parties, tasks=tasks))
    return ItemPlanning(desk.work, services.parties, tasks, desk.now, partial(_visits, desk), form, desk)


def _visits(desk: Desk, conversations: Conversations) -> VisitPlanning:
    services = desk.services
    return VisitPlanning(
        services.visits,
        services.appointments,
        services.parties,
        services.safety_notes,
        desk.background.tasks,
        conversations,
        desk,
    )
