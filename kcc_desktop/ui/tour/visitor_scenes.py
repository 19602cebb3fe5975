"""More of the visits: a safety note being written, and somebody else who is asked to be there."""

from kcc_desktop.ui.tour.scenes import ALONE, begin_with
from kcc_desktop.ui.tour.stage import Stage

BESIDE = "Anna Wiersma"


def safety_note(stage: Stage) -> None:
    """Typed at a visit of tomorrow, refused where nothing is said, and not kept."""
    stage.show("location")
    stage.chord(".")
    stage.chord("PgDown")
    stage.chord("Down")
    stage.chord("Return")
    stage.press("visit_warn")
    stage.picture("55-safety-note")
    stage.chord("Ctrl+Return")
    stage.picture("55-safety-note-refused")
    stage.press("later")


def invited(stage: Stage) -> None:
    """A resident and the neighbour who helps her: both are asked to be there."""
    begin_with(stage, ALONE)
    stage.press("note")
    stage.type("Hulp in huis aanvragen. De buurvrouw die nu helpt, wil bij het gesprek zijn.")
    stage.press("visit")
    stage.chord("I")
    stage.picture("56-invite")
    stage.type(BESIDE)
    stage.chord("Return")
    stage.picture("56-invited")
    stage.press("later")


SCENES = (safety_note, invited)
