"""How confidential what an agent promises may be."""

from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.contacts import Confidentiality


def check_secrecy(agent: Agent, secrecy: Confidentiality) -> None:
    """Nobody promises what they may not see: they could not tell the citizen about it a minute later.

    Refuses with NotAllowed.
    """
    if secrecy is Confidentiality.ENFORCEMENT:
        agent.require(Permission.READ_ENFORCEMENT)
    elif secrecy is Confidentiality.CONFIDENTIAL and agent.cluster_id is None:
        agent.require(Permission.READ_CONFIDENTIAL)
