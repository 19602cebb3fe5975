"""What was done otherwise than the rule proposes, and why: counted, with what stands behind each number. No names."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class OverrideKind(StrEnum):
    APPROACH = "approach"  # something else fits than the product says
    COUNTER = "counter"  # an appointment at a counter for what is done online: *digitaal, tenzij*
    WALK_IN = "walk_in"  # the same, for who came without one
    OVERBOOKED = "overbooked"  # one more than there was room for


@dataclass(frozen=True, slots=True)
class Overridden:
    """One of them: a contact, an appointment or a ticket. `reference` is its number, "" for a contact."""

    id: UUID
    at: datetime
    reference: str = ""


@dataclass(frozen=True, slots=True)
class OverrideCount:
    """`reason` is a code, or the words somebody overbooked with; `chosen` an Approach's code, "" elsewhere.

    The number is that of `items`, the newest first.
    """

    kind: OverrideKind
    product: str
    reason: str
    chosen: str
    items: tuple[Overridden, ...]


@dataclass(frozen=True, slots=True)
class OverrideReport:
    """Of whole local days, both included. What the reader may not see is in no number."""

    from_on: date
    until_on: date
    counts: tuple[OverrideCount, ...]


Line = tuple[OverrideKind, str, str, str, Overridden]


def counted(lines: Iterable[Line]) -> tuple[OverrideCount, ...]:
    """By kind and product, what happens most first."""
    groups: dict[tuple[OverrideKind, str, str, str], list[Overridden]] = defaultdict(list)
    for kind, product, reason, chosen, item in lines:
        groups[kind, product, reason, chosen].append(item)
    counts = (
        OverrideCount(*key, tuple(sorted(items, key=lambda item: item.at, reverse=True)))
        for key, items in groups.items()
    )
    order = list(OverrideKind)
    return tuple(sorted(counts, key=lambda one: (order.index(one.kind), one.product, -len(one.items), one.reason)))
