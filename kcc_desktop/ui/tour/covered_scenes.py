"""A desk that nobody touched for a while: the agenda and the counter without a name."""

from kcc_desktop.ui.tour.counter_scenes import sit
from kcc_desktop.ui.tour.stage import Stage


def left_alone_agenda(stage: Stage) -> None:
    stage.show("agenda")
    stage.press("agenda_next")
    stage.window.idling.left_alone.emit()
    stage.picture("60-left-alone-agenda")
    stage.press("reveal")
    stage.press("agenda_today")


def left_alone_counter(stage: Stage) -> None:
    sit(stage)
    stage.press("counter_next")
    stage.window.idling.left_alone.emit()
    stage.picture("60-left-alone-counter")
    stage.press("counter_reveal")
    stage.press("counter_back")


SCENES = (left_alone_agenda, left_alone_counter)
