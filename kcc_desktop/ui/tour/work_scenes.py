"""What is to be seen of the Werk panel: the lists, an opened item, handed over, planned in place, nothing left."""

from collections.abc import Callable

from kcc_desktop.domain.work_lists import ListKind, WorkList, in_queue
from kcc_desktop.ui.tour.stage import Stage
from kcc_desktop.ui.work.panel import WorkPanel


def panel(stage: Stage) -> None:
    open_queue(stage)
    stage.picture("30-work")


def opened_item(stage: Stage) -> None:
    open_queue(stage)
    stage.chord("Down")
    stage.chord("Return")
    stage.picture("31-work-opened")


def handing_over(stage: Stage) -> None:
    open_queue(stage)
    stage.press("work_hand_over")
    stage.type("woning")
    stage.picture("32-work-to-whom")
    stage.chord("Return")
    stage.type("Huurt daar; de corporatie doet het onderhoud.")
    stage.picture("32-work-handing-over")


def trying_again(stage: Stage) -> None:
    open_queue(stage)
    stage.press("work_not_reached")
    stage.picture("33-work-not-reached")
    stage.chord("Esc")


def night(stage: Stage) -> None:
    open_queue(stage, WorkList(ListKind.NIGHT))
    stage.picture("34-work-night")


def nothing(stage: Stage) -> None:
    open_queue(stage, WorkList(ListKind.NOT_REACHED))
    stage.press("work_show_4")
    stage.picture("35-work-nothing")
    stage.press("work_show_1")


SCENES: tuple[Callable[[Stage], None], ...] = (panel, opened_item, handing_over, trying_again, night, nothing)


def open_queue(stage: Stage, wanted: WorkList | None = None) -> None:
    """The panel in front on that list, its first item chosen."""
    stage.press("panel_work")
    shown = stage.window.panels.panel()
    if isinstance(shown, WorkPanel):
        shown.queues.choose(wanted or in_queue("callbacks"))
        stage.settle()
        shown.focus_home()
        stage.settle()
