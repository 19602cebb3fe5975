"""The Agenda on the practice town: a week, a move with what is against it, blocked time, the first free times."""

from PySide6.QtCore import Qt

from kcc_desktop.ui.agenda.panel import AgendaPanel
from kcc_desktop.ui.tour.stage import Stage


def agenda(stage: Stage) -> None:
    panel = _open(stage)
    stage.picture("20-agenda")
    panel.search.product.click()
    stage.type("paspoort")
    stage.chord("Return")
    stage.picture("20-agenda-first-free")
    stage.chord("3")
    stage.picture("20-agenda-offer")


def agenda_moves(stage: Stage) -> None:
    panel = _open(stage)
    panel.slots()["agenda_next"]()
    stage.settle()
    stage.chord("Down")
    stage.chord("Down")
    stage.chord("Return")
    stage.picture("21-agenda-opened")
    panel.later()
    panel.slots()["agenda_move"]()
    stage.chord("Right")
    stage.picture("21-agenda-move-conflict")
    stage.chord("Return")
    stage.picture("21-agenda-drop-refused")
    panel.later()
    panel.slots()["agenda_cancel"]()
    stage.picture("21-agenda-cancel")
    panel.later()
    panel.slots()["agenda_day"]()
    stage.picture("21-agenda-day")
    panel.slots()["agenda_week"]()


def _open(stage: Stage) -> AgendaPanel:
    stage.window.panels.show("agenda")
    stage.settle()
    panel = stage.window.panels.panel()
    assert isinstance(panel, AgendaPanel)
    panel.go_today()
    panel.week.setFocus(Qt.FocusReason.OtherFocusReason)
    stage.settle()
    return panel


SCENES = (agenda, agenda_moves)
