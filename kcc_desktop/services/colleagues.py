"""Use cases of the list of colleagues: to whom work can go. Every agent may read it."""

from collections.abc import Iterator
from uuid import UUID

from kcc_desktop.data import colleagues
from kcc_desktop.data.database import Database
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.list_search import find_in
from kcc_desktop.domain.work import Colleague, ColleagueKind


class ColleagueService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, text: str, limit: int = 20) -> tuple[Colleague, ...]:
        """Persons, departments, groups and partners that have every word of `text`, by name among equals.

        Looked for in name, department, function, mail address and extension; nothing typed finds nothing.
        """
        every = self._database.read(lambda look: colleagues.every(look.connection))
        return find_in(every, text, limit, _texts)

    def departments(self) -> tuple[Colleague, ...]:
        """By name."""
        return self._database.read(lambda look: colleagues.of_kind(look.connection, ColleagueKind.DEPARTMENT))

    def get(self, colleague_id: UUID) -> Colleague:
        """Refuses with NotFound."""
        found = self._database.read(lambda look: colleagues.one(look.connection, colleague_id))
        if found is None:
            raise NotFound
        return found

    def department_of(self, product_id: UUID) -> Colleague | None:
        """The department that owns a product, where a callback about it goes; None when nobody is named or known."""
        return self._database.read(lambda look: colleagues.owner_of(look.connection, product_id))


def _texts(colleague: Colleague) -> Iterator[str]:
    yield from (colleague.name, colleague.department, colleague.function, colleague.email, colleague.phone)
