"""What a citizen gets about an appointment. Knows no document format."""

from dataclasses import dataclass
from uuid import UUID

from kcc_desktop.domain.errors import Refusal


class Deceased(Refusal):
    """No message goes to who died."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """`text` to send or read out, `letter` the same as a PDF, `calendar` for the citizen's own calendar.

    `address` is what stands on the letter; empty where there is none, or where it is covered. `reminder` is a short
    text; "" for an appointment that is off, which is confirmed as being off. `is_off` tells that it is.
    """

    appointment_id: UUID
    reference: str
    text: str
    address: tuple[str, ...]
    letter: bytes
    calendar: bytes
    reminder: str
    is_off: bool = False
