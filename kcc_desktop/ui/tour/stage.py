"""A desk that plays by itself: presses keys, types, waits until everything asked has come, takes pictures."""

import json
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.ui.shared import keys
from kcc_desktop.ui.window import DeskWindow

_STEP_MS = 20
_STILL_MS = 120  # nothing is under way and nothing was for this long
_LONGEST_SECONDS = 10.0


class Stage:
    """One window, played on the main thread. Pictures go to `out`, numbered by whoever names them."""

    def __init__(self, app: QApplication, window: DeskWindow, out: Path) -> None:
        self.app, self.window, self.out = app, window, out
        self.desk = window.desk
        self.pictures: list[Path] = []
        self._calls = 0

    def settle(self) -> None:
        """Wait until nothing is under way: tasks delivered, drafts on disk, layouts done."""
        until, still_since = time.monotonic() + _LONGEST_SECONDS, time.monotonic()
        while time.monotonic() < until:
            self._turn(_STEP_MS)
            if not self.desk.background.tasks.is_idle() or not self.desk.background.journal.is_saved():
                still_since = time.monotonic()
            if (time.monotonic() - still_since) * 1000 >= _STILL_MS:
                return

    def press(self, name: str) -> None:
        """The key of an action, as an agent would press it."""
        self.chord(keys.of(name))

    def chord(self, sequence: QKeySequence | str) -> None:
        """Any key, sent to whatever has the focus; shortcuts of the window count."""
        combination = QKeySequence(sequence)[0]  # type: ignore[index]
        self._send(combination.key(), combination.keyboardModifiers())
        self.settle()

    def type(self, text: str) -> None:
        """Letters, one by one, into whatever has the focus."""
        for letter in text:
            self._send(Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        self.settle()

    def ring(self, number: str, state: str = "ringing", call_id: str = "") -> str:
        """The telephone tells something, through the switchboard's own door; answers the call's id."""
        if not call_id:
            self._calls += 1
            call_id = f"tour-{id(self)}-{self._calls}"
        message = {"kind": "call", "number": number, "id": call_id, "state": state}
        switchboard = self.desk.background.switchboard
        if switchboard is not None:
            switchboard.receive(json.dumps(message))
        self.settle()
        return call_id

    def picture(self, name: str, widget: QWidget | None = None) -> Path:
        """What is seen now, as `name`.png."""
        self.settle()
        self.out.mkdir(parents=True, exist_ok=True)
        path = self.out / f"{name}.png"
        (widget or self.window).grab().save(str(path))
        self.pictures.append(path)
        return path

    def show(self, door: str) -> None:
        """Open a panel by its door."""
        self.window.panels.show(door)
        self.settle()

    def resize(self, size: QSize) -> None:
        self.window.resize(size)
        self.settle()

    def empty(self) -> None:
        """A desk without conversations, as after a break."""
        self.window.activateWindow()  # after a dialog of the system, which gives nothing back without a screen
        if self.window.palette_card.is_open():
            self.window.palette_card.dismiss()
        for _ in range(3):
            self.window.later()
        self.window.panels.show("contact")
        for ongoing in self.desk.conversations.all():
            self.desk.finishing.throw_away(ongoing.id)
        self.desk.viewing.back()
        self.window.panels.show("contact")
        self.settle()

    def until(self, holds: Callable[[], bool]) -> bool:
        """Wait for something that takes its time; whether it came."""
        end = time.monotonic() + _LONGEST_SECONDS
        while time.monotonic() < end:
            if holds():
                return True
            self._turn(_STEP_MS)
        return False

    def _send(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = "") -> None:
        target: QWidget = self.app.focusWidget() or self.window
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
        override.ignore()
        self.app.sendEvent(target, override)
        if not override.isAccepted() and self._is_shortcut(key, modifiers):
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.app.sendEvent(target, QKeyEvent(kind, key, modifiers, text))

    def _is_shortcut(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Offscreen no window system sends shortcuts on their way, so the window's own table is asked."""
        pressed = QKeySequence(int(key.value) | int(modifiers.value))
        panel = self.window.panels.panel()
        slots = {**self.window.actions_here.slots(), **(panel.slots() if panel is not None else {})}
        for name, slot in reversed(slots.items()):  # what the panel in front answers in its own way first
            if keys.of(name) == pressed:
                slot()
                return True
        return False

    def _turn(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
