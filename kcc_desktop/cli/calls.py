"""`kcc-desktop call NUMBER …` and `kcc-desktop open LINK`: the telephone tells the desk that runs.

Writes no number anywhere: what the caller typed goes to the desk and is forgotten here.
"""

import argparse
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kcc_desktop.cli.words import say
from kcc_desktop.domain.calls import CallEvent, CallState, call_event, parse_link, write_message


@dataclass(frozen=True, slots=True)
class StartDesk:
    """No desk runs and one is wanted. `message` is for its switchboard, as if it had been handed over."""

    message: str = field(repr=False)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    call = commands.add_parser("call", help=say("help.call"))
    call.add_argument("number", help=say("help.call_number"))
    call.add_argument("--id", default="", help=say("help.call_id"))
    states = "|".join(state.value for state in CallState)
    call.add_argument("--state", default=CallState.RINGING.value, metavar=states, help=say("help.call_state"))
    call.add_argument("--to", default="", metavar="EXT", help=say("help.call_to"))
    commands.add_parser("open", help=say("help.open")).add_argument("link", help="kccdesk:call?number=…")


def run(arguments: argparse.Namespace, *folders: Path) -> int | StartDesk:
    """The exit code: 0 handed over to the first desk that runs on one of `folders`, 2 none runs.

    A link that finds no desk asks for one to be started.

    The end of a call that no desk knows is no news: 0 without a word. Refuses with InvalidValue.
    """
    now = datetime.now(UTC)
    if arguments.command == "open":
        event = parse_link(arguments.link, now=now)
    else:
        event = call_event(arguments.number, call_id=arguments.id, state=arguments.state, to=arguments.to, at=now)
    if any(_hand_over(folder, event) for folder in folders) or event.state is CallState.ENDED:
        return 0
    if arguments.command == "open":
        return StartDesk(write_message(event))
    print(say("call.no_desk"), file=sys.stderr)
    return 2


def _hand_over(folder: Path, event: CallEvent) -> bool:
    from kcc_desktop.background.single_instance import send  # Qt, which no other command needs

    return send(folder, write_message(event))
