"""Draws the tour and plays the main job: an offscreen desk on the practice town, nothing of the user's own touched."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QCursor

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.bootstrap.opening import Opened, open_demo_desk
from kcc_desktop.bootstrap.program import DEMO_TOWN
from kcc_desktop.bootstrap.running import RunningDesk
from kcc_desktop.cli.words import say
from kcc_desktop.settings import Settings
from kcc_desktop.ui.application import make_application
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.tour import (
    counter_scenes,
    covered_scenes,
    presence_scenes,
    street_scenes,
    visit_scenes,
    visitor_scenes,
)
from kcc_desktop.ui.tour import play as playing
from kcc_desktop.ui.tour.scenes import SCENES
from kcc_desktop.ui.tour.stage import Stage

RESIDENTS = 5000
_NOWHERE = QPoint(10_000, 10_000)
# The size of a common screen, and a small one for somebody who needs large text.
SIZES = ((QSize(1440, 900), 100, ""), (QSize(1100, 700), 150, "-large"))


def tour(out: Path) -> int:
    """A picture of every scene in `out`: Dutch and English, light and dark, both sizes. The exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="kcc-tour-", ignore_cleanup_errors=True) as folder:
        for language in ("nl", "en"):
            for dark in ("light", "dark"):
                for size, scale, ending in SIZES:
                    settings = replace(_settings(language), dark=dark, text_scale=scale)  # type: ignore[arg-type]
                    place = out / f"{language}-{dark}{ending}"
                    with _stage(Path(folder), settings, place) as stage:
                        stage.resize(size)
                        _walk(stage, size)
    return 0


def play(out: Path) -> int:
    """The main job from the ring to the next colleague, a line a step. The exit code: 1 when a step did not work."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    language = os.environ.get("KCC_LANGUAGE", "nl")
    with (
        tempfile.TemporaryDirectory(prefix="kcc-play-", ignore_cleanup_errors=True) as folder,
        _stage(Path(folder), _settings("en" if language.startswith("en") else "nl"), out) as stage,
    ):
        try:
            playing.play(stage, print)
        except playing.Stuck as stuck:
            print(say("play.stuck").format(step=stuck.step), file=sys.stderr)
            return 1
    return 0


WALK = (
    *SCENES,
    *presence_scenes.SCENES,
    *street_scenes.SCENES,
    *visit_scenes.SCENES,
    *visitor_scenes.SCENES,
    *counter_scenes.SCENES,
    *covered_scenes.SCENES,
)


def _walk(stage: Stage, size: QSize) -> None:
    for scene in WALK:
        scene(stage)
        stage.empty()
        if stage.window.size() != size:
            print(f"{scene.__name__}: {stage.window.width()} x {stage.window.height()}", file=sys.stderr)
            stage.resize(size)
    print(f"{stage.out}: {len(stage.pictures)}")


def _settings(language: str) -> Settings:
    return replace(Settings(), language=language, municipality=DEMO_TOWN)  # type: ignore[arg-type]


@contextmanager
def _stage(folder: Path, settings: Settings, out: Path) -> Iterator[Stage]:
    """A desk on the practice town, up to its first still moment."""
    app = make_application(settings)
    QCursor.setPos(_NOWHERE)  # a screen that is not there has its pointer in a corner, over the first door
    theme.set_motion(False)
    opened: Opened = open_demo_desk(folder, RESIDENTS)
    tasks = TaskRunner()
    running = RunningDesk(app, settings, opened.database, opened.drafts, tasks, is_demo=True)
    try:
        running.start()
        running.window.activateWindow()
        stage = Stage(app, running.window, out)
        stage.settle()
        yield stage
    finally:
        running.stop()
        theme.set_motion(None)
