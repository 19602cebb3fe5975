"""What the town writes to citizens in its own words, as rows and as a list; without a row, the program's own words."""

from datetime import datetime
from itertools import product
from uuid import UUID, uuid5

from sqlalchemy import Connection, ForeignKey, String, Text, delete, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.data.database import Work
from kcc_desktop.data.list_store import Stored
from kcc_desktop.domain.citizen_texts import Audience, CitizenText, TextKind, TextLanguage, own_words
from kcc_desktop.domain.lists import Values

_TEXTS = UUID("0d5a3c8e-7b64-5f0d-8f1e-2f7f5f1c9b16")  # as in data/list_queues.py


class CitizenTextRow(Base):
    __tablename__ = "citizen_text"
    __table_args__ = (
        one_of("kind", TextKind),
        one_of("audience", Audience),
        one_of("language", TextLanguage),
    )

    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    audience: Mapped[str] = mapped_column(String(12), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime] = mapped_column(Instant)
    changed_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


def text_for(connection: Connection, kind: TextKind, audience: Audience, language: TextLanguage) -> CitizenText:
    """The town's own words, else the program's."""
    body = connection.scalar(
        select(CitizenTextRow.body).where(
            CitizenTextRow.kind == kind.value,
            CitizenTextRow.audience == audience.value,
            CitizenTextRow.language == language.value,
        )
    )
    return CitizenText(kind, audience, language, body or own_words(kind, language), is_own=body is not None)


class TextStore:
    """There is one of each kind, for each audience in each language, always; the program's own words are no rows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._own: set[str] = set()

    def stored(self) -> list[Stored]:
        rows = {
            _id(row.kind, row.audience, row.language): row.body
            for row in self._connection.execute(select(CitizenTextRow.__table__))
        }
        self._own = set(rows)
        found = []
        for kind, audience, language in product(TextKind, Audience, TextLanguage):
            entry_id = _id(kind.value, audience.value, language.value)
            body = rows.get(entry_id) or own_words(kind, language)
            values: Values = {"text": kind.value, "audience": audience.value, "language": language.value, "body": body}
            found.append(Stored(entry_id, values))
        return found

    def settle(self, values: Values) -> Values:
        return values

    def add(self, unit: Work, values: Values) -> str:
        """Never new: every one of them is there."""
        raise AssertionError("the texts that there are, are all there")

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        kind, audience, language = entry_id.split("/")
        told = {"body": values["body"], "changed_at": unit.now, "changed_by": unit.agent.id}
        if entry_id in self._own:
            unit.connection.execute(
                update(CitizenTextRow)
                .where(
                    CitizenTextRow.kind == kind,
                    CitizenTextRow.audience == audience,
                    CitizenTextRow.language == language,
                )
                .values(**told)
            )
        else:
            unit.connection.execute(
                insert(CitizenTextRow).values(kind=kind, audience=audience, language=language, **told)
            )
            self._own.add(entry_id)

    def remove(self, unit: Work, entry_id: str) -> None:
        """The program's own words again."""
        kind, audience, language = entry_id.split("/")
        unit.connection.execute(
            delete(CitizenTextRow).where(
                CitizenTextRow.kind == kind, CitizenTextRow.audience == audience, CitizenTextRow.language == language
            )
        )

    def told_as(self, entry_id: str) -> UUID:
        return uuid5(_TEXTS, entry_id)


def _id(kind: str, audience: str, language: str) -> str:
    return f"{kind}/{audience}/{language}"
