"""`kcc-desktop send-due`, which the system's scheduler runs, and `kcc-desktop messages` for whoever looks after it."""

import argparse
import getpass
import sys
from uuid import UUID

from kcc_desktop.cli.words import say
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.services.carriers import keep_secret
from kcc_desktop.services.messages import MessageService

SEND, LOOK = "send-due", "messages"
COMMANDS = (SEND, LOOK)


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    commands.add_parser(SEND, help=say("help.send_due"))
    verbs = commands.add_parser(LOOK, help=say("help.messages")).add_subparsers(dest="verb", required=True)
    verbs.add_parser("doubtful", help=say("help.messages_doubtful"))
    for verb in ("sent", "again"):
        verbs.add_parser(verb, help=say(f"help.messages_{verb}")).add_argument("id", type=UUID)
    verbs.add_parser("check", help=say("help.messages_check"))
    secret = verbs.add_parser("secret", help=say("help.messages_secret"))
    secret.add_argument("carrier", choices=("smtp", "notify"))


def run(arguments: argparse.Namespace, messages: MessageService) -> int:
    """The exit code: 0, or 1 when a person has to look at something. A refusal or outage is for whoever called."""
    if arguments.command == SEND:
        return _send(messages)
    if arguments.verb == "doubtful":
        return _list(messages)
    if arguments.verb == "sent":
        messages.it_was_sent(arguments.id)
        print(say("messages.noted"))
    elif arguments.verb == "again":
        messages.send_again(arguments.id)
        print(say("messages.again"))
    elif arguments.verb == "check":
        print(say("messages.answers").format(carriers=", ".join(messages.check())))
    else:
        is_typed = sys.stdin is not None and sys.stdin.isatty()
        secret = getpass.getpass(f"{say('calendar.ask')} ", sys.stderr) if is_typed else sys.stdin.readline()
        keep_secret(arguments.carrier, secret.strip())
        print(say("calendar.kept"))
    return 0


def _send(messages: MessageService) -> int:
    counts = messages.send_due()
    messages.note_deliveries()
    print(
        say("messages.sent").format(
            sent=counts.sent,
            failed=counts.failed,
            doubtful=counts.doubtful,
            withdrawn=counts.withdrawn,
            later=counts.later,
        )
    )
    return 1 if counts.failed or counts.doubtful else 0


def _list(messages: MessageService) -> int:
    found = messages.doubtful()
    for one in found:
        state = say(f"messages.state.{one.state}")
        why = say(f"messages.why.{one.hindrance}") if one.hindrance else ""
        since = one.since.astimezone(HERE)
        parts = (str(one.id), say(f"messages.kind.{one.kind}"), say(f"messages.channel.{one.channel}"), state, why)
        print(" · ".join(part for part in (*parts, f"{since:%d-%m-%Y %H:%M}", one.sender) if part))
    if not found:
        print(say("messages.none"))
    return 1 if found else 0
