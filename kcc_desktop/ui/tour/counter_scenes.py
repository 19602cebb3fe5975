"""The counter, scene by scene: free, busy, serving, without an appointment, the wall; and one played visit."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kcc_desktop.domain.counter import TicketPaper
from kcc_desktop.ui.tour.scenes import ALONE, look_up
from kcc_desktop.ui.tour.stage import Stage

if TYPE_CHECKING:
    from kcc_desktop.ui.counter.panel import CounterPanel

MINE = "Balie 1"


def counter_free(stage: Stage) -> None:
    stage.press("panel_counter")
    stage.picture("30-counter")


def counter_busy(stage: Stage) -> None:
    sit(stage)
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
    """The reception: who comes for a colleague in a room."""
    stage.press("panel_counter")
    panel = _panel(stage)
    panel.arrivals.kinds.segments()[1].click()
    stage.picture("34-visitors")
    panel.arrivals.list.choose(1)
    panel.arrivals.list.setFocus()
    stage.chord("Return")
    stage.press("counter_told")
    stage.picture("34-visitor-announced")
    panel.arrivals.kinds.segments()[0].click()


def counter_room(stage: Stage) -> None:
    """The wall: numbers and counters."""
    sit(stage)
    stage.press("counter_next")
    stage.press("counter_room")
    stage.picture("35-waiting-room", _panel(stage).room)
    room = _panel(stage).room
    if room is not None:
        room.close()
        stage.window.activateWindow()
        stage.settle()
    stage.press("counter_back")


def counter_paper(stage: Stage) -> None:
    """The ticket on paper, as a file to be opened."""
    board = stage.desk.counter.board
    made: list[TicketPaper] = []
    if board is not None and board.tickets:
        work = partial(stage.desk.services.counter.paper, board.tickets[0].id)
        stage.desk.background.tasks.run(work, stage.window).succeeded.connect(made.append)
        stage.until(lambda: bool(made))
    for paper in made:
        (stage.out / "35-ticket.pdf").write_bytes(paper.pdf)


def counter_deceased(stage: Stage) -> None:
    """A day played: somebody without an appointment, about a relative who died. From the number to the timeline."""
    sit(stage)
    stage.press("counter_walk_in")
    stage.type("overlijden aan")
    stage.chord("Return")
    form = _panel(stage).walk_in_form
    if form is not None:
        form.name.setFocus()
    stage.type("Jan Willem Hoekstra")
    stage.picture("36-deceased-1-ticket")
    stage.chord("Ctrl+Return")
    stage.picture("36-deceased-2-given")
    tickets = _panel(stage).tickets
    rows = tickets.model().rowCount()
    numbers = [tickets.row_at(tickets.model().index(line, 0)) for line in range(rows)]
    wanted = [line for line, row in enumerate(numbers) if row is not None and "Hoekstra" in row.detail]
    tickets.choose(wanted[-1] if wanted else 0)
    stage.press("counter_tickets")
    stage.press("counter_call")
    stage.picture("36-deceased-3-called")
    stage.press("counter_serve")
    stage.type("Vader is zondag thuis overleden. Akte gemaakt; uitleg over nabestaandenpensioen meegegeven.")
    stage.picture("36-deceased-4-serving")
    stage.press("palette")
    stage.type(ALONE)
    stage.chord("Return")
    stage.picture("36-deceased-5-card")
    stage.press("panel_counter")
    stage.press("finish")
    stage.picture("36-deceased-6-finished")
    stage.press("panel_contact")
    look_up(stage, ALONE)
    stage.picture("36-deceased-7-timeline")


SCENES: tuple[Callable[[Stage], None], ...] = (
    counter_free,
    counter_busy,
    counter_walk_in,
    counter_visitors,
    counter_room,
    counter_paper,
    counter_deceased,
)


def _panel(stage: Stage) -> "CounterPanel":
    from kcc_desktop.ui.counter.panel import CounterPanel

    panel = stage.window.panels.panel()
    assert isinstance(panel, CounterPanel)
    return panel


def sit(stage: Stage) -> None:
    """At the first counter of the location in front, if one sits at none yet."""
    stage.press("panel_counter")
    if stage.desk.counter.mine() is None:
        stage.press("counter_mine")
        stage.type(MINE)
        stage.chord("Return")
