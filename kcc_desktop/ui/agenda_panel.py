"""Puts the Agenda on a desk: which services and stores it works with, and where its citizens are looked at."""

from functools import partial
from typing import TYPE_CHECKING

from kcc_desktop.ui.agenda.doing import Who
from kcc_desktop.ui.agenda.panel import AgendaPanel
from kcc_desktop.ui.agenda.store import AgendaStore
from kcc_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from kcc_desktop.ui.window import DeskWindow


class _Speaker:
    """Who is spoken to in the conversation in front; asked by the panel when it needs a name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self) -> Who | None:
        ongoing = self._desk.conversations.active()
        speaker = ongoing.speaker if ongoing is not None else None
        return (speaker.id, speaker.title) if speaker is not None else None


def agenda_panel(window: "DeskWindow") -> AgendaPanel:
    desk = window.desk
    services, background = desk.services, desk.background
    panel = AgendaPanel(
        AgendaStore(services.agenda, services.agents, background.tasks, desk.now),
        (services.appointments, services.blocks),
        desk.catalogue,
        background.tasks,
        _Speaker(desk),
        background.watcher,
    )
    panel.party_wanted.connect(window.show_appointment)
    panel.visits_wanted.connect(partial(window.panels.show, "location"))
    return panel
