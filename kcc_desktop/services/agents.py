"""Who works at this desk and who else does."""

from kcc_desktop.data import agents
from kcc_desktop.data.database import Database
from kcc_desktop.domain.agents import Agent, AgentName


class AgentService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def me(self) -> Agent:
        """The agent of this login with cluster and roles, as they are now. Refuses with UnknownLogin."""
        return self._database.read(lambda look: look.agent)

    def names(self) -> tuple[AgentName, ...]:
        """Everybody who may log in, by name."""
        return self._database.read(lambda look: agents.names(look.connection))
