"""Dates as the BRP has them: year, month or day may be unknown and then stay unknown."""

from dataclasses import dataclass
from datetime import date

from kcc_desktop.domain.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Unknown parts are None: "19500000" has a year only, "00000000" nothing."""

    year: int | None
    month: int | None
    day: int | None

    @classmethod
    def from_text(cls, text: str) -> "PartialDate":
        """From the register's eight digits. Refuses with InvalidValue what is no date at all."""
        if len(text) != 8 or not text.isascii() or not text.isdigit():
            raise InvalidValue("date", "characters")
        year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
        if month > 12 or day > 31:
            raise InvalidValue("date", "range")
        if year and month and day:
            try:
                date(year, month, day)
            except ValueError as error:
                raise InvalidValue("date", "range") from error
        return cls(year or None, month or None, day or None)

    def to_text(self) -> str:
        """The register's eight digits again, as they came."""
        return f"{self.year or 0:04d}{self.month or 0:02d}{self.day or 0:02d}"

    @property
    def is_complete(self) -> bool:
        return self.year is not None and self.month is not None and self.day is not None

    def age_on(self, today: date) -> int | None:
        """Full years on `today`; None when the date does not tell."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return today.year - self.year - ((today.month, today.day) < (self.month, self.day))
