"""The lists one chooses from while handing over, trying again or closing: rows for the picker. Knows no widget."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from kcc_desktop.domain.agents import AgentName
from kcc_desktop.domain.promises import OFFICE_WEEK, Week, open_minutes_later
from kcc_desktop.domain.work import Colleague, ColleagueKind, WorkOutcome, WorkQueue
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row, matches
from kcc_desktop.ui.work import words

_KIND_ICONS = {
    ColleagueKind.PERSON: "user",
    ColleagueKind.DEPARTMENT: "users-three",
    ColleagueKind.GROUP: "users",
    ColleagueKind.PARTNER: "handshake",
}
_TRIES_HOURS = (1, 3, 9, 18)  # the office is open 8.5 hours a day: soon, later today, tomorrow, the day after


def targets(
    queues: Iterable[WorkQueue], agents: Iterable[AgentName], colleagues: Iterable[Colleague], typed: str
) -> list[Row]:
    """Queues of the teams, agents of this office, then colleagues and partner organisations; each by its value."""
    rows = [
        Row(queue.name, queue.cluster or words.within(queue.norm), words.QUEUE_ICONS.get(queue.code, "tray"), key=queue)
        for queue in queues
    ]
    rows += [Row(agent.name, agent.cluster_name, "headset", key=agent) for agent in agents]
    shown = [row for row in rows if not typed or matches(row.title, typed)]
    shown += [
        Row(one.name, " · ".join(filter(None, (one.function, one.department))), _KIND_ICONS[one.kind], key=one)
        for one in colleagues
    ]
    return [replace(row, match=typed) for row in shown]


def tries(now: datetime, hours: Week = OFFICE_WEEK) -> list[Row]:
    """When it is tried again, within opening hours: soon, later, tomorrow, the day after."""
    found: list[Row] = []
    for number, later in enumerate(_TRIES_HOURS, 1):
        at = _on_a_quarter(open_minutes_later(now, 60 * later, hours))
        found.append(Row(formatting.moment(at, now), icon="clock", keys=str(number), key=at))
    return found


def outcomes() -> list[Row]:
    return [
        Row(words.say(text), icon=icon, keys=str(number), key=outcome)
        for number, (outcome, (text, icon)) in enumerate(words.OUTCOMES.items(), 1)
        if isinstance(outcome, WorkOutcome)
    ]


def _on_a_quarter(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0) + timedelta(minutes=-at.minute % 15)
