"""The program with a window, from its first instant to its last: key, database, desk, and what other starts say."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.background.crash import CrashWatch
from kcc_desktop.background.logs import set_up_logging, take_down_logging
from kcc_desktop.background.single_instance import SingleInstance, send
from kcc_desktop.background.switchboard import Switchboard
from kcc_desktop.background.tasks import DISK, TaskRunner
from kcc_desktop.bootstrap.opening import Opened, open_demo_desk, open_own_desk
from kcc_desktop.bootstrap.places import DEMO, data_file
from kcc_desktop.bootstrap.running import RunningDesk
from kcc_desktop.cli.words import say
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.keys import PassphraseNeeded
from kcc_desktop.settings import Folders, Settings, database_url, find_folders, load_settings, save_settings
from kcc_desktop.ui.application import make_application
from kcc_desktop.ui.screen import find_screen
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.start.problem import StartProblem
from kcc_desktop.ui.start.unlock import Unlock
from kcc_desktop.ui.start.waiting import Waiting

SHOW = '{"kind": "show"}'
DEMO_TOWN = "Noordoostpolder"
_PATIENCE_MS = 400


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked on the command line."""

    is_demo: bool
    residents: int
    message: str


def start(*, is_demo: bool, residents: int, vnc: int | None, message: str) -> int:
    """Run the desk until it is closed; answers the exit code. A desk that runs already is shown instead."""
    if vnc is not None:
        os.environ["QT_QPA_PLATFORM"] = f"vnc:size=1440x900:port={vnc}"
        print(say("vnc.open").format(port=vnc), file=sys.stderr)
    screen = find_screen()
    if not screen.is_there:
        if screen.dead:
            print(say("no_screen.dead").format(display=screen.dead), file=sys.stderr)
        print(say("no_screen.demo" if is_demo else "no_screen"), file=sys.stderr)
        if not is_demo:
            return 2
        from kcc_desktop.bootstrap.pictures import play

        return play(Path("tour") / "play")
    folders = find_folders(is_demo=is_demo)
    settings = load_settings(folders.settings_file)
    place = folders.data / DEMO if is_demo else data_file().parent
    app = make_application(settings)  # before anything listens: without an application nothing would be heard
    instance = SingleInstance(place)
    if not instance.claim():
        send(place, message or SHOW)
        return 0
    handler = set_up_logging(folders.logs)
    program = Program(app, settings, folders, instance, Wish(is_demo, residents, message))
    program.open()
    try:
        return app.exec()
    finally:
        program.stop()
        take_down_logging(handler)


class Program(QObject):
    """Opens, asks for a passphrase where nobody else has it, runs the desk, and takes everything down."""

    def __init__(
        self, app: QApplication, settings: Settings, folders: Folders, instance: SingleInstance, wish: Wish
    ) -> None:
        super().__init__()
        self._app, self._settings, self._folders, self._instance, self._wish = app, settings, folders, instance, wish
        self.tasks = TaskRunner(self)
        self.crash = CrashWatch(self)
        self.crash.install(folders.logs)
        # At once: a call that comes while the database opens must not be lost.
        self._switchboard = Switchboard(settings.extension, parent=self)
        instance.received.connect(self._switchboard.receive)
        self._switchboard.show_requested.connect(self._come_to_front)
        self.running: RunningDesk | None = None
        self._door: QWidget | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(self._show_waiting)

    @Slot()
    def open(self, passphrase: str = "") -> None:
        """Open the database off the main thread; what comes of it is shown."""
        self._waiting.start()
        task = self.tasks.run(self._opener(passphrase), self)
        task.succeeded.connect(self._on_opened)
        task.failed.connect(self._on_refused)

    def _opener(self, passphrase: str) -> Callable[[], Opened]:
        if self._wish.is_demo:
            return partial(open_demo_desk, self._folders.data / DEMO, self._wish.residents)
        return partial(open_own_desk, database_url(self._settings), data_file(), passphrase)

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        self._waiting.stop()
        settings = self._settings
        if self._wish.is_demo:
            settings = replace(settings, municipality=settings.municipality or DEMO_TOWN)
        running = RunningDesk(
            self._app,
            settings,
            opened.database,
            opened.drafts,
            self.tasks,
            self._switchboard,
            is_demo=self._wish.is_demo,
        )
        self.running = running
        screen = running.window.screen()
        running.window.resize(running.window.size().boundedTo(screen.availableSize()))
        self.crash.happened.connect(running.window.trouble.show_report)
        running.unexpected.connect(self._on_unexpected)
        running.look.changed.connect(self._keep_look)
        self._set_door(None)
        running.start()
        if self._wish.message:
            self._switchboard.receive(self._wish.message)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self._waiting.stop()
        if isinstance(error, PassphraseNeeded):
            unlock = Unlock(is_new=error.is_new)
            unlock.typed.connect(self.open)
            unlock.left.connect(self._app.quit)
            self._set_door(unlock)
        elif isinstance(error, Refusal) and isinstance(self._door, Unlock):
            self._door.refuse(error)
        elif isinstance(error, Refusal | Outage):
            problem = StartProblem(error)
            problem.again.connect(self.open)
            problem.left.connect(self._app.quit)
            self._set_door(problem)
        else:
            report = self.crash.tell(error)
            problem = StartProblem(Outage(), report.id)
            problem.again.connect(self.open)
            problem.left.connect(self._app.quit)
            self._set_door(problem)

    @Slot()
    def _show_waiting(self) -> None:
        if self._door is None:
            self._set_door(Waiting(is_demo=self._wish.is_demo))

    def _set_door(self, door: QWidget | None) -> None:
        before, self._door = self._door, door
        if door is not None:
            door.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    @Slot(object)
    def _on_unexpected(self, error: Exception) -> None:
        self.crash.tell(error)

    @Slot()
    def _come_to_front(self) -> None:
        if self.running is not None:
            self.running.window.come_to_front()
        elif self._door is not None:
            self._door.raise_()
            self._door.activateWindow()

    @Slot()
    def _keep_look(self) -> None:
        if self._folders.is_temporary:
            return
        look: dict[str, Any] = {"dark": "dark" if theme.now().dark else "light", "text_scale": theme.text_scale()}
        self._settings = replace(self._settings, **look)
        self.tasks.run(partial(save_settings, self._settings, self._folders.settings_file), self, pool=DISK)

    def stop(self) -> None:
        """Nothing runs any more, and what was typed is on disk."""
        if self.running is not None:
            self.running.stop()
        else:
            self.tasks.close()
        self._instance.close()
        self.crash.uninstall()
