"""A broken street light reported three times: the first makes the report, two join it, and all of them are told."""

from kcc_desktop.ui.tour.scenes import look_up
from kcc_desktop.ui.tour.stage import Stage

CALLERS = ("Jan Willem Hoekstra", "Anna Wiersma", "Yara El Idrissi")
# Three people at three places in one street look at one lamp: 30 and 60 metres apart.
POINTS = ("52.71080, 5.74860", "52.71107, 5.74860", "52.71134, 5.74860")
NOTE = "Straatverlichting kapot: een lantaarnpaal brandt al een week niet."


def street_light(stage: Stage) -> None:
    reference = ""
    for number, (caller, point) in enumerate(zip(CALLERS, POINTS, strict=True), 1):
        _call(stage, caller, point)
        stage.picture(f"30-street-{number}-typed")
        if number > 1:
            around = stage.desk.nearby.around()
            reference = around.reports[0].reference if around is not None and around.reports else ""
            stage.press("join_report")
            stage.picture(f"30-street-{number}-joined")
        stage.press("finish")
        stage.picture(f"30-street-{number}-recorded")
    stage.press("street_reports")
    stage.type(reference)
    stage.picture("31-street-choose")
    stage.chord("Return")
    stage.picture("31-street-solved")
    form = stage.window.street_reports.form
    if form is not None:
        form.begin()
        stage.picture("31-street-in-progress")
    stage.chord("Ctrl+Return")
    stage.picture("32-street-told")
    look_up(stage, CALLERS[1])
    stage.picture("32-street-message")


def _call(stage: Stage, caller: str, point: str) -> None:
    stage.press("new_conversation")
    look_up(stage, caller)
    stage.press("note")
    stage.type(NOTE)
    stage.press("place")
    stage.type(point)
    nearby = stage.desk.nearby
    stage.until(lambda: nearby.around() is not None)


SCENES = (street_light,)
