"""A family of four for passports on a late opening: who comes, what is asked about the children, the letter."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kcc_desktop.ui.appointments.appointment_form import AppointmentForm
from kcc_desktop.ui.timeline.form_card import FormCard
from kcc_desktop.ui.tour.stage import Stage

FATHER = "Jan Willem Hoekstra"


def family(stage: Stage) -> None:
    """From the call to the confirmation in the citizen's own calendar."""
    stage.press("new_conversation")
    stage.press("palette")
    stage.type(FATHER)
    stage.chord("Return")
    stage.press("note")
    stage.type("Paspoort aanvragen voor het hele gezin, het liefst na het werk.")
    stage.press("appointment")
    stage.chord("+")
    stage.chord("n")
    stage.type("Aaltje")
    stage.chord("+")
    stage.type("Noor 9")
    stage.chord("+")
    stage.type("Milan 7")
    stage.picture("20-family-who")
    stage.chord("Return")
    stage.chord("p")
    stage.type("identi")
    stage.picture("20-family-product")
    stage.chord("Return")
    evening(stage)
    stage.picture("20-family-consent")
    stage.chord("1")
    stage.picture("20-family-authority")
    stage.chord("1")
    stage.picture("20-family-held")
    stage.chord("Return")
    stage.picture("20-family-booked")
    stage.press("timeline")
    stage.chord("Return")
    stage.picture("20-family-opened")
    stage.press("confirm_appointment")
    stage.picture("20-family-confirmation")
    for key, name in (("2", "20-family-letter.pdf"), ("3", "20-family-appointment.ics")):
        keep(stage, key, stage.out / name)


def evening(stage: Stage) -> None:
    """The last of the parts of the day."""
    form = stage.window.appointment
    assert isinstance(form, AppointmentForm)
    part = form.wishes.part
    part.segments()[-1].click()
    stage.settle()
    form.times.setFocus()
    stage.settle()


def keep(stage: Stage, key: str, path: Path) -> None:
    """The file that the form offers, where the pictures are."""
    stage.window.activateWindow()
    stage.settle()
    for form in stage.window.findChildren(QWidget):
        if isinstance(form, FormCard):
            form.first_field().setFocus()
    stage.chord(key)
    for dialog in stage.window.findChildren(QFileDialog):
        dialog.fileSelected.emit(str(path))
        dialog.close()
    stage.settle()
