"""Visits on location, scene by scene: planned beside the note, the visitors' days, and one day played to its end."""

from PySide6.QtWidgets import QFileDialog

from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.tour.scenes import begin_with, look_up
from kcc_desktop.ui.tour.stage import Stage
from kcc_desktop.ui.visits.panel import LocationPanel

ALONE = "Jan Willem Hoekstra"
SON, MOTHER = "Hendrik Bosma", "Geertje Vos"


def visit(stage: Stage) -> None:
    """A visit at home: the best proposal is held, the others wait behind their digits, then it is promised."""
    begin_with(stage, ALONE)
    stage.press("note")
    stage.type("Hulp in huis aanvragen, kan zelf niet komen.")
    stage.press("visit")
    stage.picture("50-visit")
    stage.chord("2")
    stage.chord("A")
    stage.type("Achterom, de bel doet het niet.")
    stage.picture("50-visit-access")
    stage.chord("Return")
    stage.chord("Return")
    stage.picture("50-visit-booked")


def visit_elsewhere(stage: Stage) -> None:
    """Nobody's address: it is asked for."""
    stage.press("new_conversation")
    stage.press("note")
    stage.type("Hulp in huis aanvragen voor de buurvrouw.")
    stage.press("visit")
    stage.picture("51-visit-where")
    stage.press("later")


def location(stage: Stage) -> None:
    stage.show("location")
    stage.chord(".")
    stage.picture("52-location")
    stage.chord("Down")
    stage.chord("Down")
    stage.chord("Return")
    stage.picture("52-location-opened")
    stage.chord("PgDown")
    stage.chord("U")
    stage.chord("P")
    stage.picture("52-location-placing")
    stage.press("later")


def better_day(stage: Stage) -> None:
    """A better order of tomorrow, before anybody applies it."""
    stage.show("location")
    stage.chord(".")
    stage.chord("PgDown")
    stage.chord("O")
    stage.picture("53-better")
    stage.press("later")


def day_of_a_mother(stage: Stage) -> None:
    """A day to its end: a son calls for his mother, who wants a visit at home; it is planned, made, and reported."""
    begin_with(stage, SON)
    stage.press("note")
    stage.type("Zoon belt: moeder wil hulp in huis en kan niet naar het gemeentehuis komen.")
    look_up(stage, MOTHER)
    stage.press("on_behalf")
    stage.picture("54-1-for-his-mother")
    talk = stage.desk.conversations.active()
    if talk is not None and talk.subject is None:  # played before, it is known that he helps her
        stage.chord("2")
        stage.chord("Return")
        stage.chord("Down")  # helps her with the municipality
        stage.chord("Return")
        stage.picture("54-2-on-what-ground")
        stage.chord("Ctrl+Return")
    stage.press("identity")
    stage.press("visit")
    stage.chord("C")
    stage.type("Zoon Hendrik, 06-12345678")
    stage.chord("Return")
    stage.chord("A")
    stage.type("Achterom, de bel doet het niet.")
    stage.chord("Return")
    stage.picture("54-3-who-could-come")
    stage.chord("Return")
    stage.picture("54-4-promised")
    talk = stage.desk.conversations.active()
    planned = talk.question.planned[-1] if talk is not None and talk.question.planned else None
    stage.press("finish")
    if planned is None:
        return
    stage.show("location")
    panel = stage.window.panels.panel()
    assert isinstance(panel, LocationPanel)
    panel.board.go(formatting.local(planned.starts_at).date())
    stage.settle()
    panel.lanes.choose_visit(planned.id)
    stage.chord("Return")
    stage.picture("54-5-in-the-day")
    panel.along.keep(panel.lanes.days()[panel.lanes.lane()].worker, panel.board.now().on, "pdf")
    stage.settle()
    for dialog in panel.findChildren(QFileDialog):
        dialog.close()
    stage.window.activateWindow()
    panel.along.keep_at(str(stage.out / "54-day-sheet.pdf"))
    panel.day.focus_lanes()
    for _ in range(3):
        stage.chord("W")
    stage.picture("54-6-on-location")
    stage.chord("R")
    stage.picture("54-7-outcome")
    stage.chord("1")
    stage.chord("Tab")
    stage.type("Alles besproken. De hulp begint over twee weken, op dinsdag en vrijdag.")
    stage.chord("Ctrl+Return")
    stage.picture("54-8-reported")
    stage.show("contact")
    look_up(stage, MOTHER)
    stage.press("timeline")
    stage.chord("Home")
    stage.chord("Return")
    stage.picture("54-9-on-her-timeline")


SCENES = (visit, visit_elsewhere, location, better_day, day_of_a_mother)
