"""Who is there and who looks, scene by scene on the practice town."""

from datetime import UTC, datetime

from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.looking import LookingKind, Onlooker, Sight
from kcc_desktop.domain.work_lists import in_queue
from kcc_desktop.ui.tour.stage import Stage


def presence(stage: Stage) -> None:
    """F9, and what the button says afterwards."""
    stage.press("presence")
    stage.picture("20-presence")
    stage.chord("2")
    stage.picture("20-presence-break")
    stage.press("presence")
    stage.chord("1")


def presence_talking(stage: Stage) -> None:
    stage.press("new_conversation")
    stage.press("presence")
    stage.picture("20-presence-talking")
    stage.chord("Esc")


def looking_too(stage: Stage) -> None:
    """A colleague has the same citizen open; as they would tell it from their own desk."""
    stage.press("palette")
    stage.type("Jan Willem Hoekstra")
    stage.chord("Return")
    party = stage.desk.viewing.now().party_id
    if party is not None:
        sight = Sight(LookingKind.PARTY, party)
        stage.window.who.show_onlookers((Onlooker(new_id(), "Ruben Smit", sight, datetime.now(UTC), False),))
        stage.picture("21-looking-too")
        stage.window.who.show_onlookers((Onlooker(new_id(), "Ruben Smit", sight, datetime.now(UTC), True),))
        stage.picture("21-changing")
        stage.window.who.show_onlookers(())


def shift_ends(stage: Stage) -> None:
    """Two items taken, and the desk is to close."""
    services, taken = stage.desk.services, 0
    for queue in services.work.queues():
        for item in services.work.listed(in_queue(queue.code), size=50).items:
            if item.taken_by_id is None and taken < 2:
                services.work.take(new_id(), item.task.id)
                taken += 1
    stage.window.shift.load()
    stage.settle()
    stage.window.shift.may_close()
    stage.picture("22-shift-ends")
    stage.chord("Esc")
    stage.press("presence")
    stage.chord("5")
    stage.picture("22-done-for-today")
    stage.chord("Return")
    stage.press("presence")
    stage.chord("1")


SCENES = (presence, presence_talking, looking_too, shift_ends)
