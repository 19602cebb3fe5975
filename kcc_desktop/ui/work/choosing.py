"""The lists one chooses from while handing over, trying again or closing: rows for the picker. Knows no widget."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from kcc_desktop.domain.agents import AgentName
from kcc_desktop.domain.promises import Week
from kcc_desktop.domain.work import Colleague, ColleagueKind, WorkOutcome, WorkQueue
from kcc_desktop.domain.work_lists import next_tries
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row, matches
from kcc_desktop.ui.work import words

_KIND_ICONS = {
    ColleagueKind.PERSON: "user",
    ColleagueKind.DEPARTMENT: "users-three",
    ColleagueKind.GROUP: "users",
    ColleagueKind.PARTNER: "handshake",
}


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
    at_desks = {row.title for row in rows if isinstance(row.key, AgentName)}  # whoever has a desk is not shown twice
    shown += [
        Row(one.name, " · ".join(filter(None, (one.function, one.department))), _KIND_ICONS[one.kind], key=one)
        for one in colleagues
        if one.name not in at_desks or one.kind is not ColleagueKind.PERSON
    ]
    return [replace(row, match=typed) for row in shown]


def tries(now: datetime, hours: Week) -> list[Row]:
    return [
        Row(formatting.moment(at, now), icon="clock", keys=str(number), key=at)
        for number, at in enumerate(next_tries(now, hours), 1)
    ]


def outcomes() -> list[Row]:
    return [
        Row(words.say(text), icon=icon, keys=str(number), key=outcome)
        for number, (outcome, (text, icon)) in enumerate(words.OUTCOMES.items(), 1)
        if isinstance(outcome, WorkOutcome)
    ]
