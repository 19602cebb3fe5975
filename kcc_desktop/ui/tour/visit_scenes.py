"""Visits on location, scene by scene: planned beside the note, the visitors' days, at the door."""

from kcc_desktop.ui.tour.scenes import begin_with
from kcc_desktop.ui.tour.stage import Stage

ALONE = "Jan Willem Hoekstra"


def visit(stage: Stage) -> None:
    """A visit at home: the best proposal is held, the others wait behind their digits, then it is promised."""
    begin_with(stage, ALONE)
    stage.press("note")
    stage.type("Hulp in huis aanvragen, kan zelf niet komen.")
    stage.press("visit")
    stage.picture("30-visit")
    stage.chord("2")
    stage.picture("30-visit-second")
    stage.chord("A")
    stage.type("Achterom, de bel doet het niet.")
    stage.chord("Return")
    stage.picture("30-visit-access")
    stage.chord("Return")
    stage.picture("30-visit-booked")


def visit_elsewhere(stage: Stage) -> None:
    """Nobody's address: it is asked for."""
    stage.press("new_conversation")
    stage.press("note")
    stage.type("Hulp in huis aanvragen voor de buurvrouw.")
    stage.press("visit")
    stage.picture("31-visit-where")
    stage.press("later")


def location(stage: Stage) -> None:
    stage.show("location")
    stage.picture("32-location")
    stage.chord("Down")
    stage.chord("Down")
    stage.chord("Return")
    stage.picture("32-location-opened")
    stage.chord("U")
    stage.chord("P")
    stage.picture("32-location-placing")
    stage.press("later")
    stage.chord("O")
    stage.picture("32-location-better")
    stage.press("later")


SCENES = (visit, visit_elsewhere, location)
