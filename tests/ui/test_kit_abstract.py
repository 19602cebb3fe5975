"""A widget that leaves something open is not made; one that fills it in is, and lives as any other."""

from abc import abstractmethod

import pytest
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.ui.shared.abstract import AbstractWidget
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.timeline.form_card import FormCard


class Open(QWidget, metaclass=AbstractWidget):
    rung = Signal(int)

    @Slot()
    @abstractmethod
    def ring(self) -> None: ...


class Filled(Open):
    @Slot()
    def ring(self) -> None:
        self.rung.emit(7)


def test_what_leaves_something_open_is_not_made(qapp):
    with pytest.raises(TypeError, match="Open leaves open: ring"):
        Open()


def test_what_fills_it_in_is_a_widget_as_any_other(qapp, qtbot):
    made = Filled()
    qtbot.addWidget(made)
    heard = []
    made.rung.connect(heard.append)
    made.ring()
    assert (heard, isinstance(made, Open), made.metaObject().className()) == ([7], True, "Filled")


def test_no_form_is_made_that_does_not_say_what_it_saves(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(TypeError, match="_first, _save"):
        FormPanel(window, TaskRunner(window), "", "")
    with pytest.raises(TypeError, match="first_field, save"):
        FormCard(window)
