"""The form that goes with what plans: our own calendar's, or the one for the town's other calendar."""

from kcc_desktop.ui.appointments.appointment_form import AppointmentForm
from kcc_desktop.ui.appointments.elsewhere_form import ElsewhereForm
from kcc_desktop.ui.appointments.elsewhere_planning import ElsewherePlanning
from kcc_desktop.ui.appointments.planning import Planning


def appointment_form(planning: Planning | ElsewherePlanning) -> AppointmentForm | ElsewhereForm:
    return ElsewhereForm(planning) if isinstance(planning, ElsewherePlanning) else AppointmentForm(planning)
