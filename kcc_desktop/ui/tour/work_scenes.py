"""What is to be seen of the Werk panel: the lists, an opened item, handed over, planned in place, nothing left."""

from collections.abc import Callable

from kcc_desktop.domain.work import WorkItem
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
    """An item that nobody has, given to a partner organisation with the reason."""
    open_queue(stage)
    _choose(stage, lambda item: item.is_free)
    stage.press("work_hand_over")
    stage.type("woning")
    stage.picture("32-work-to-whom")
    stage.chord("Return")
    stage.type("Huurt daar; de corporatie doet het onderhoud.")
    stage.picture("32-work-handing-over")


def closing(stage: Stage) -> None:
    """How it ended, then what the citizen is told; nothing is closed here."""
    open_queue(stage)
    _choose(stage, lambda item: item.is_free)
    stage.press("work_close")
    stage.type("2")
    stage.type("De adviseur belt u vrijdag terug.")
    stage.picture("32-work-told")
    stage.chord("Esc")
    stage.chord("Esc")


def trying_again(stage: Stage) -> None:
    open_queue(stage)
    _choose(stage, lambda item: item.is_free)
    stage.press("work_not_reached")
    stage.picture("33-work-not-reached")
    stage.chord("Esc")


def planning(stage: Stage) -> None:
    """An appointment in the opened row, for the first item whose product is arranged at a counter."""
    open_queue(stage, in_queue("callbacks"))
    _choose(stage, lambda item: item.is_free and item.product.startswith(_AT_A_COUNTER))
    stage.press("work_plan")
    stage.picture("36-work-planning")
    stage.chord("Esc")
    stage.chord("Esc")


def calling(stage: Stage) -> None:
    open_queue(stage)
    stage.press("work_next")
    stage.press("work_call")
    stage.picture("37-work-calling")
    stage.press("panel_work")
    stage.picture("37-work-calls-now")


def new_work(stage: Stage) -> None:
    open_queue(stage)
    stage.press("work_new")
    stage.type("Lantaarnpaal bij de school brandt niet.")
    stage.picture("38-work-new")
    stage.chord("Esc")


def rappel(stage: Stage) -> None:
    """Somebody calls again about what they were promised."""
    stage.press("new_conversation")
    stage.press("palette")
    stage.type("Fatima de Vries")
    stage.chord("Return")
    stage.press("note")
    stage.type("Parkeervergunning: belt opnieuw, heeft nog niets gehoord.")
    stage.press("callback")
    stage.picture("39-rappel-offered")
    stage.chord("Return")
    stage.picture("39-rappel")


_AT_A_COUNTER = ("Paspoort", "Identiteitskaart", "Rijbewijs")


def night(stage: Stage) -> None:
    open_queue(stage, WorkList(ListKind.NIGHT))
    stage.picture("34-work-night")


def nothing(stage: Stage) -> None:
    open_queue(stage, WorkList(ListKind.NOT_REACHED))
    stage.press("work_show_4")
    stage.picture("35-work-nothing")
    stage.press("work_show_1")


SCENES: tuple[Callable[[Stage], None], ...] = (
    panel,
    opened_item,
    handing_over,
    closing,
    trying_again,
    planning,
    calling,
    new_work,
    rappel,
    night,
    nothing,
)


def open_queue(stage: Stage, wanted: WorkList | None = None) -> None:
    """The panel in front on that list, its first item chosen."""
    stage.press("panel_work")
    shown = stage.window.panels.panel()
    if isinstance(shown, WorkPanel):
        shown.queues.choose(wanted or in_queue("callbacks"))
        stage.settle()
        shown.focus_home()
        stage.settle()


def _choose(stage: Stage, is_meant: Callable[[WorkItem], bool]) -> None:
    """The most urgent item of that sort."""
    shown = stage.window.panels.panel()
    if isinstance(shown, WorkPanel):
        found = next((item for item in shown.model.items() if is_meant(item)), None)
        if found is not None:
            shown.view.choose(found.task.id)
            stage.settle()
