"""Who works at this desk and who else does."""

from kcc_desktop.data import agents
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Agent, AgentName


class AgentService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def me(self) -> Agent:
        """The agent of this login with cluster and roles, as they are now. Refuses with UnknownLogin."""
        return self._database.read(lambda look: look.agent)

    def begin_session(self) -> Agent:
        """The agent, of whom it is kept that their desktop started now. Refuses with UnknownLogin."""

        def work(unit: Work) -> Agent:
            agents.begin_session(unit.connection, unit.head.chain_id, unit.agent.id, unit.now)
            return unit.agent

        return self._database.write(work)

    def names(self) -> tuple[AgentName, ...]:
        """Everybody who may log in, by name."""
        return self._database.read(lambda look: agents.names(look.connection))
