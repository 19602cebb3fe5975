"""What a citizen gets about an appointment. Knows no document format."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Confirmation:
    """`text` to send or read out, `letter` the same as a PDF.

    `address` is what stands on the letter; empty where there is none, or where it is covered.
    """

    appointment_id: UUID
    reference: str
    text: str
    address: tuple[str, ...]
    letter: bytes
