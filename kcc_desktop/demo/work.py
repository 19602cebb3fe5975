"""The queues of the invented municipality, and how what is open is spread over them: who has it, what was tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from uuid import UUID

from sqlalchemy import Connection, insert, update

from kcc_desktop.data.work import QueueRow
from kcc_desktop.demo.calendar import MINUTE, microseconds
from kcc_desktop.demo.happened import Promise
from kcc_desktop.domain.work import GENERAL_QUEUE, NormUnit, QueueNorm
from kcc_desktop.domain.work_lists import last_night

# Code, name, cluster ("" is everybody's), norm.
QUEUES: tuple[tuple[str, str, str, int, NormUnit], ...] = (
    ("callbacks", "Terugbelverzoeken", "KCC", 1, NormUnit.WORKING_DAYS),
    ("forms", "Webformulieren", "KCC", 1, NormUnit.WORKING_DAYS),
    ("appointments", "Afspraakverzoeken", "KCC", 1, NormUnit.WORKING_DAYS),
    ("visits", "Bezoeken plannen", "KCC", 2, NormUnit.WORKING_DAYS),
    ("messages", "Berichten zonder antwoord", "", 2, NormUnit.HOURS),
    ("post", "Post en brieven", "", 10, NormUnit.WORKING_DAYS),
    ("registers", "Burgerzaken, achterkant", "Burgerzaken", 2, NormUnit.WORKING_DAYS),
    ("space", "Meldingen openbare ruimte", "Ruimte", 2, NormUnit.WORKING_DAYS),
)
_CALLBACKS = (("callbacks", 8), ("messages", 1), ("appointments", 1))
_TASKS = (("forms", 3), ("space", 3), ("registers", 2), ("visits", 2), ("post", 3), (GENERAL_QUEUE, 1))
# What residents sent while the office was closed: channel, queue, words.
_NIGHT = (
    ("e-form", "forms", "Verhuizing doorgeven lukt niet\nKrijgt na DigiD steeds een wit scherm."),
    ("e-form", "forms", "Container is niet geleegd\nStond om 7 uur langs de weg, de buren zijn wel geleegd."),
    ("whatsapp", "messages", "Kan ik vandaag mijn paspoort ophalen?\nIs na 16 uur pas vrij."),
    ("e-mail", "messages", "Bewijs van inschrijving voor de huurtoeslag\nWil graag weten hoe dat moet."),
    ("e-form", "appointments", "Afspraak om de geboorte aan te geven\nVader komt alleen, kind is maandag geboren."),
)
_SAVED = 0.85  # of what would be late already: a KCC that is late with a third of its work is none to show
_TRIED = ("", "voicemail ingesproken", "in gesprek", "partner nam op, is om 15 uur thuis")


@dataclass(frozen=True, slots=True)
class Dealt:
    """Where an open promise stands now; moments are microseconds since 1970."""

    queue_code: str
    due_at: int
    taken_by: bytes | None = None
    taken_at: int | None = None
    attempts: int = 0
    next_try_at: int | None = None
    tried: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that came in at night and that no agent was asked about."""

    channel: str
    queue_code: str
    text: str
    at: int
    due_at: int
    year: int


def open_queues(connection: Connection, clusters: dict[str, UUID]) -> None:
    """The queues, before what is everybody's and names none."""
    connection.execute(
        insert(QueueRow),
        [
            {
                "code": code,
                "name": name,
                "cluster_id": clusters.get(cluster),
                "skills": "",
                "norm_value": value,
                "norm_unit": unit.value,
                "position": position,
            }
            for position, (code, name, cluster, value, unit) in enumerate(QUEUES)
        ],
    )
    last = update(QueueRow).where(QueueRow.code == GENERAL_QUEUE)
    connection.execute(last.values(position=len(QUEUES)))


class Dealer:
    """Spreads what is open: some late, some nearly, some in colleagues' hands; the same for the same seed."""

    def __init__(self, seed: int, now: datetime, me: bytes, colleagues: Sequence[bytes]) -> None:
        self._chance = Random(f"work {seed}")
        self._now, self._me, self._colleagues = now, me, colleagues
        self._at = microseconds(now)

    def deal(self, promise: Promise) -> Dealt:
        if promise.queue_code:
            return Dealt(promise.queue_code, promise.due_at)
        if promise.is_told:
            return Dealt("callbacks", promise.due_at)
        chance = self._chance
        queue = _one(_CALLBACKS if promise.kind == "callback" else _TASKS, chance)
        due_at, draw = promise.due_at, chance.random()
        if due_at < self._at and draw < _SAVED:
            due_at = microseconds(QueueNorm(1, NormUnit.WORKING_DAYS).runs_out(self._now))
        elif due_at > self._at and draw < 0.08:
            due_at = self._at - int(5 + 155 * chance.random()) * MINUTE
        elif due_at > self._at and draw < 0.26:
            due_at = self._at + int(12 + 220 * chance.random()) * MINUTE
        due_at = max(due_at, promise.created_at + 5 * MINUTE)
        hands = chance.random()
        if hands < 0.06 or (hands < 0.3 and self._colleagues):
            by = self._me if hands < 0.06 else chance.choice(list(self._colleagues))
            at = max(promise.created_at, self._at - int(4 + 90 * chance.random()) * MINUTE)
            return Dealt(queue, due_at, by, at)
        if promise.kind == "callback" and hands < 0.42:
            later = self._at + int(chance.random() * 180 - 40) * MINUTE
            return Dealt(queue, due_at, attempts=1, next_try_at=later, tried=chance.choice(_TRIED))
        return Dealt(queue, due_at)

    def colleague(self) -> bytes:
        return self._chance.choice(list(self._colleagues)) if self._colleagues else self._me

    def night(self) -> Iterator[Sent]:
        """What came in since the office closed."""
        closed, opened = (microseconds(at) for at in last_night(self._now))
        norms = {code: (value, unit) for code, _, _, value, unit in QUEUES}
        for number, (channel, queue, text) in enumerate(_NIGHT, 1):
            at = closed + (opened - closed) * number // (len(_NIGHT) + 1)
            value, unit = norms[queue]
            yield Sent(channel, queue, text, at, microseconds(_runs_out(value, unit, at)), self._now.year)


def _runs_out(value: int, unit: NormUnit, since: int) -> datetime:
    return QueueNorm(value, unit).runs_out(datetime.fromtimestamp(since / 1_000_000, UTC))


def _one(weighted: tuple[tuple[str, int], ...], chance: Random) -> str:
    return chance.choices([what for what, _ in weighted], [weight for _, weight in weighted])[0]
