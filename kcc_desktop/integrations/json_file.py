"""Reads a file of JSON records one by one and takes fields out of them, each of the kind it should be.

The whole text is in memory, its records are not: 50,000 persons as Python objects would be gigabytes.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.imports import BadFile, Unit
from kcc_desktop.integrations.file_text import UNFIT, read_text

_SPACE = re.compile(r"[ \t\r\n]*")


class WrongField(Refusal):
    """A field is not what it should be. `name` is its path in the record."""

    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(f"{name}: {reason}")
        self.name, self.reason, self.detail = name, reason, detail


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object. Absent and null are the same: empty text, no group, no number."""

    values: dict[str, Any]
    path: str = ""

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str, limit: int, *, one_of: tuple[str, ...] = ()) -> str:
        """Text on one line. Refuses with WrongField(no_text | too_long | control_signs | choice)."""
        value = self.values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._wrong(name, "no_text")
        if len(value) > limit:
            raise self._wrong(name, "too_long", str(limit))
        if UNFIT.search(value):
            raise self._wrong(name, "control_signs")
        lines = value.splitlines()
        value = value if len(lines) < 2 else " ".join(lines)
        if one_of and value and value not in one_of:
            raise self._wrong(name, "choice", ", ".join(one_of))
        return value

    def number(self, name: str, highest: int) -> int | None:
        """A number from 0, written as a number or as text; None when absent or empty."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= highest:
            raise self._wrong(name, "no_number", str(highest))
        return value

    def group(self, name: str) -> "Fields":
        """The object under `name`; an empty one when absent."""
        value = self.values.get(name)
        if value is None:
            value = {}
        if not isinstance(value, dict):
            raise self._wrong(name, "no_group")
        return Fields(value, f"{self.path}{name}.")

    def groups(self, name: str) -> "list[Fields]":
        """The list of objects under `name`; empty when absent."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self._wrong(name, "no_groups")
        return [Fields(one, f"{self.path}{name}.") for one in value]

    def _wrong(self, name: str, reason: str, detail: str = "") -> WrongField:
        return WrongField(f"{self.path}{name}", reason, detail)


def read_records(file: Path) -> Iterator[tuple[int, Fields]]:
    """Each object of the list in the file, with its number from 1; a file of one object has one record.

    Refuses with BadFile: what `read_text` refuses, no_json (with its line), no_records when the file
    is no list of objects, too_deep (with the record).
    """
    text = read_text(file)
    decoder = json.JSONDecoder(parse_constant=_no_constant)
    at, number = _skip(text, 0), 0
    if text[at] == "{":
        record, at = _decode(decoder, text, at, 1)
        yield 1, _object(record)
    elif text[at] != "[":
        _decode(decoder, text, at, 1)  # a sentence about broken JSON goes before one about what it holds
        raise BadFile(0, "no_records")
    else:
        at = _skip(text, at + 1)
        more = text[at : at + 1] != "]"
        while more:
            number += 1
            record, at = _decode(decoder, text, at, number)
            yield number, _object(record)
            at = _skip(text, at)
            more = text[at : at + 1] == ","
            if more:
                at = _skip(text, at + 1)
        if text[at : at + 1] != "]":
            raise _broken(text, at)
        at += 1
    at = _skip(text, at)
    if at != len(text):
        raise _broken(text, at)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _decode(decoder: json.JSONDecoder, text: str, at: int, number: int) -> tuple[Any, int]:
    try:
        return decoder.raw_decode(text, at)
    except RecursionError as error:
        raise BadFile(number, "too_deep") from error
    except json.JSONDecodeError as error:
        raise _broken(text, error.pos) from error
    except ValueError as error:  # a number of thousands of digits, NaN
        raise _broken(text, at) from error


def _broken(text: str, at: int) -> BadFile:
    return BadFile(text.count("\n", 0, at) + 1, "no_json", unit=Unit.LINE)


def _object(record: Any) -> Fields:
    if not isinstance(record, dict):
        raise BadFile(0, "no_records")
    return Fields(record)


def _no_constant(name: str) -> Any:
    raise ValueError(name)
