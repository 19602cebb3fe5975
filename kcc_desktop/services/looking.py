"""Who looks and who changes, so that two do not write to one citizen at once. Stops nobody; leaves no trail."""

from collections.abc import Collection

from kcc_desktop.data import looking
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.looking import LookingKind, Onlooker, Sight


class LookingService:
    """Neither the audit nor the change log hears of it: a list of who looked at whom when is what nobody needs.

    All refuse with NotAllowed who may not see such things at all.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(self, sight: Sight) -> tuple[Onlooker, ...]:
        """This agent has it open, for two minutes more; answers which colleagues have."""
        return self._note(sight, is_editing=False)

    def edit(self, sight: Sight) -> tuple[Onlooker, ...]:
        """The same of who changes it; `look` says that they stopped."""
        return self._note(sight, is_editing=True)

    def _note(self, sight: Sight, *, is_editing: bool) -> tuple[Onlooker, ...]:
        def work(unit: Work) -> tuple[Onlooker, ...]:
            _require(unit.agent, [sight])
            looking.look(unit, sight, is_editing=is_editing)
            return looking.others(unit, [sight])

        return self._database.write(work)

    def leave(self, sights: Collection[Sight] | None = None) -> None:
        """It is closed; None: everything is."""
        self._database.write(lambda unit: looking.leave(unit, sights))

    def others(self, sights: Collection[Sight]) -> tuple[Onlooker, ...]:
        """Colleagues who have one of these open now, who changes something first."""

        def work(look: Look) -> tuple[Onlooker, ...]:
            _require(look.agent, sights)
            return looking.others(look, sights)

        return self._database.read(work)


def _require(agent: Agent, sights: Collection[Sight]) -> None:
    for kind in {sight.kind for sight in sights}:
        agent.require(Permission.READ_PARTY if kind is LookingKind.PARTY else Permission.READ_CONTACT)
