"""What the tabs above the panel show of the conversations going on. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.ui.calls.candidate_rows import shown_number
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.frame.running_bar import Tab
from kcc_desktop.ui.shared import formatting, keys


def tabs(
    conversations: Conversations,
    catalogue: Catalogue,
    now: datetime,
    refusal_of: Callable[[UUID], Exception | None],
) -> list[Tab]:
    """One a conversation, in their order; `refusal_of` knows why one was not recorded."""
    active = conversations.active()
    return [
        replace(
            _tab(ongoing, number, catalogue, now),
            is_active=active is not None and ongoing.id == active.id,
            is_refused=refusal_of(ongoing.id) is not None,
        )
        for number, ongoing in enumerate(conversations.all(), 1)
    ]


def _tab(ongoing: Ongoing, number: int, catalogue: Catalogue, now: datetime) -> Tab:
    channel = catalogue.channel(ongoing.channel_code)
    word = label(channel) if channel else ongoing.channel_code
    who = ongoing.party or ongoing.speaker
    name = who.title if who else QCoreApplication.translate("Tabs", "Unknown")
    if who is None and ongoing.caller_number:
        name = shown_number(ongoing.caller_number)
    note = QCoreApplication.translate("Tabs", "wrapping up") if ongoing.ended_at else ""
    return Tab(
        id=ongoing.id,
        who=name,
        channel=word.lower(),
        icon=channel.icon if channel else "phone",
        timer=formatting.timer(ongoing.seconds(now)),
        is_active=False,
        note=note,
        is_guarded=any(p.disclosure_restricted for p in (ongoing.speaker, ongoing.subject) if p is not None),
        keys=keys.shown(f"conversation_{number}"),
        is_on_hold=ongoing.on_hold_since is not None,
    )
