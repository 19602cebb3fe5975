"""What a citizen gets about a visit. Knows no document format."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class VisitConfirmation:
    """`text` to send or read out, `letter` the same as a PDF.

    `address` is what stands on the letter; empty where there is none, or where it is covered. `reminder` is a short
    text; "" while the visit has no time to be reminded of.
    """

    visit_id: UUID
    reference: str
    text: str
    address: tuple[str, ...]
    letter: bytes
    reminder: str
