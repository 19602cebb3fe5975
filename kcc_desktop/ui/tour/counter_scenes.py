"""The counter, scene by scene: free, busy, serving, without an appointment, the wall; and one played visit."""

from collections.abc import Callable

from kcc_desktop.ui.tour.stage import Stage

MINE = "Balie 1"


def counter_free(stage: Stage) -> None:
    stage.press("panel_counter")
    stage.picture("30-counter")


def counter_busy(stage: Stage) -> None:
    _sit(stage)
    stage.picture("31-counter-mine")
    stage.press("counter_next")
    stage.picture("31-counter-called")
    stage.press("counter_serve")
    stage.type("Nieuw paspoort voor de reis in maart.")
    stage.picture("32-counter-serving")
    stage.press("finish")
    stage.picture("32-counter-finished")


def counter_walk_in(stage: Stage) -> None:
    stage.press("panel_counter")
    stage.press("counter_walk_in")
    stage.type("verhui")
    stage.chord("Return")
    stage.picture("33-walk-in")
    stage.chord("Esc")


def counter_visitors(stage: Stage) -> None:
    stage.press("panel_counter")
    panel = stage.window.panels.panel()
    if panel is not None:
        stage.press("counter_check_in")
        stage.type("henk")
    stage.picture("34-check-in")


SCENES: tuple[Callable[[Stage], None], ...] = (counter_free, counter_busy, counter_walk_in, counter_visitors)


def _sit(stage: Stage) -> None:
    stage.press("panel_counter")
    stage.press("counter_mine")
    stage.type(MINE)
    stage.chord("Return")
