"""What agents are doing: each desk tells of its own agent, everybody may see it of everybody."""

from datetime import datetime, timedelta
from uuid import UUID

from kcc_desktop.data import presence
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.presence import ColleaguePresence, PresenceMove, PresenceState

PATIENCE = timedelta(minutes=5)


class PresenceService:
    """`patience`: without a sign of life for so long, an agent is shown as away."""

    def __init__(self, database: Database, patience: timedelta = PATIENCE) -> None:
        self._database, self._patience = database, patience

    def tell(self, state: PresenceState) -> bool:
        """Sign of life and state of this desk's agent; True when it is another state than colleagues saw.

        Whatever is told again changes nothing. Needs no permission; refuses with UnknownLogin.
        """

        def work(unit: Work) -> bool:
            is_news = presence.tell(unit, state, self._patience)
            if is_news:
                unit.changed("presence", unit.agent.id)
            return is_news

        return self._database.write(work)

    def colleagues(self) -> tuple[ColleaguePresence, ...]:
        """Everybody who may log in, by name, oneself too."""
        return self._database.read(lambda look: presence.everybody(look, self._patience))

    def history(self, agent_id: UUID, since: datetime) -> tuple[PresenceMove, ...]:
        """How it went, in order: one's own, or a colleague's for who may assign work. Refuses with NotAllowed."""

        def work(look: Look) -> tuple[PresenceMove, ...]:
            if agent_id != look.agent.id:
                look.agent.require(Permission.ASSIGN)
            return presence.history(look, agent_id, since)

        return self._database.read(work)
