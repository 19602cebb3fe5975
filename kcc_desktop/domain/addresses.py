"""A postal address as a value, its two lines and what makes two addresses one household."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Dutch addresses have a postcode; a foreign one stands in `foreign_lines`."""

    street: str = ""
    house_number: int | None = None
    letter: str = ""
    addition: str = ""
    designation: str = ""  # "bij" or "tegenover"
    postcode: str = ""
    place: str = ""
    country: str = ""
    foreign_lines: tuple[str, ...] = ()

    def line1(self) -> str:
        number = "" if self.house_number is None else f"{self.house_number}{self.letter}"
        parts = (self.street, self.designation, number, self.addition)
        return " ".join(part for part in parts if part)

    def line2(self) -> str:
        """A Dutch postcode has a blank between figures and letters, however it was kept."""
        code = self.postcode
        if len(code) == 6 and code[:4].isdecimal() and code[4:].isalpha():
            code = f"{code[:4]} {code[4:]}"
        return " ".join(part for part in (code, self.place) if part)
