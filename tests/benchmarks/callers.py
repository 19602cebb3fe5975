"""Who calls in the window's benchmark, handed from the process that draws to the process that is measured."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True)
class Caller:
    """`birth_date` as the register has it, YYYYMMDD; `number` in E.164."""

    given_names: str
    surname: str
    birth_date: str
    number: str


@dataclass(frozen=True)
class Callers:
    """`longest` is the party with the most contacts, so many `entries`."""

    people: tuple[Caller, ...]
    longest: UUID
    entries: int

    def write(self, file: Path) -> Path:
        told = {"people": [asdict(one) for one in self.people], "longest": str(self.longest), "entries": self.entries}
        file.write_text(json.dumps(told), encoding="utf-8")
        return file

    @classmethod
    def read(cls, file: Path) -> "Callers":
        told = json.loads(file.read_text(encoding="utf-8"))
        return cls(tuple(Caller(**one) for one in told["people"]), UUID(told["longest"]), told["entries"])
