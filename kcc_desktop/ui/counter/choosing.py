"""What can be picked at the counter: one's own counter, where to send somebody, another location."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kcc_desktop.domain.calendar import CounterKind, Location
from kcc_desktop.domain.counter import Board, CounterDesk, CounterState
from kcc_desktop.domain.products import Product
from kcc_desktop.ui.counter import words
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

PAUSE, CLOSE, OPEN_AGAIN = "pause", "close", "open"
_ICONS = {PAUSE: "pause", CLOSE: "sign-out", OPEN_AGAIN: "bank"}
_WORDS = {
    PAUSE: QT_TRANSLATE_NOOP("Counter", "Pause this counter"),
    CLOSE: QT_TRANSLATE_NOOP("Counter", "Close this counter"),
    OPEN_AGAIN: QT_TRANSLATE_NOOP("Counter", "Open again"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """Where somebody is sent: a counter, a product, or a location."""

    counter_id: UUID | None = None
    product_id: UUID | None = None
    location_id: UUID | None = None


def own_counter(board: Board, mine: CounterDesk | None) -> list[Row]:
    """What can be done with the own one, and the others to sit at."""
    rows = []
    if mine is not None:
        again = mine.state is CounterState.PAUSED
        what = (OPEN_AGAIN if again else PAUSE, CLOSE)
        rows += [Row(words.say(_WORDS[one]), icon=_ICONS[one], key=one) for one in what]
    desks = [one for one in board.counters if one.kind is CounterKind.DESK and (mine is None or one.id != mine.id)]
    rows += [Row(one.name, words.counter_line(one), icon="bank", key=one) for one in desks]
    return rows


def targets(
    board: Board, mine: CounterDesk | None, products: Iterable[Product], locations: Iterable[Location]
) -> list[Row]:
    """Counters, products and other locations."""
    rows = [
        Row(one.name, words.counter_line(one), icon="bank", key=Target(counter_id=one.id))
        for one in board.counters
        if mine is None or one.id != mine.id
    ]
    rows += [Row(one.name, icon="file-text", key=Target(product_id=one.id)) for one in products]
    others = (one for one in locations if one.id != board.location_id)
    rows += [Row(one.name, one.address, icon="map-pin", key=Target(location_id=one.id)) for one in others]
    return rows


def locations(found: Iterable[Location]) -> list[Row]:
    return [Row(one.name, one.address, icon="map-pin", key=one.id) for one in found]


def fits(title: str, typed: str) -> bool:
    """Whether each typed word begins a word of it."""
    parts = title.casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in typed.casefold().split())
