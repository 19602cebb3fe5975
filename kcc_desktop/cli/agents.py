"""`kcc-desktop agents list | add LOGIN NAME | change LOGIN | end LOGIN`: who may work here, and as what."""

import argparse
import sys

from kcc_desktop.cli.words import say
from kcc_desktop.domain.agents import AddAgent, ChangeAgent, Entry, UnknownCluster, parse_roles, parse_skills
from kcc_desktop.services.agents import AgentService


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("agents", help=say("help.agents"))
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help=say("help.agents_list"))
    for verb in ("add", "change", "end"):
        one = verbs.add_parser(
            verb,
            help=say(f"help.agents_{verb}"),
            description=say("format.agents"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.add_argument("login", help=say("help.login"))
        if verb == "add":
            one.add_argument("name", help=say("help.agent_name"))
        if verb == "change":
            one.add_argument("--name", help=say("help.agent_name"))
            one.add_argument("--skills", help=say("help.skills"))
        if verb != "end":
            one.add_argument("--cluster", required=verb == "add", help=say("help.cluster"))
            one.add_argument("--new-cluster", action="store_true", help=say("help.new_cluster"))
            one.add_argument("--roles", required=verb == "add", help=say("help.roles"))


def run(arguments: argparse.Namespace, service: AgentService) -> int:
    """The exit code: 0 done, 2 refused."""
    try:
        return _run(arguments, service)
    except UnknownCluster as refused:
        print(say("UnknownCluster").format(known=", ".join(refused.known)), file=sys.stderr)
        return 2


def _run(arguments: argparse.Namespace, service: AgentService) -> int:
    if arguments.verb == "list":
        _tell_all(service)
    elif arguments.verb == "add":
        roles = parse_roles(arguments.roles)
        entry = service.add(AddAgent(arguments.login, arguments.name, arguments.cluster, roles, arguments.new_cluster))
        print(say("agents.added").format(name=arguments.name))
        _tell_line(entry, "agents.let_in")
    elif arguments.verb == "change":
        changed = None if arguments.roles is None else parse_roles(arguments.roles)
        skills = None if arguments.skills is None else parse_skills(arguments.skills)
        service.change(
            ChangeAgent(arguments.login, arguments.name, arguments.cluster, changed, arguments.new_cluster, skills)
        )
        print(say("agents.changed").format(login=arguments.login))
    else:
        entry = service.end(arguments.login)
        print(say("agents.ended").format(login=arguments.login))
        _tell_line(entry, "agents.put_out")
    return 0


def _tell_all(service: AgentService) -> None:
    """A line each: login, name, cluster, roles, skills; columns as wide as what stands in them."""
    rows = [
        (
            agent.login,
            agent.name,
            agent.cluster_name,
            ", ".join(sorted(agent.roles)) if agent.is_active else say("agents.is_ended"),
            ", ".join(sorted(agent.skills)),
        )
        for agent in service.every()
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _tell_line(entry: Entry, key: str) -> None:
    if not entry.is_settled:
        print(say(key), entry.line, sep="\n")
