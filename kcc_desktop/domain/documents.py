"""Frozen values as JSON text and back, for what is kept on disk before it is recorded. Knows no feature and no file.

The declared types lead: a document says no more than the class knows, so it is read strictly and never guessed at. A
field that got a default after the document was written takes that default; anything else that does not fit is refused.
"""

import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from kcc_desktop.domain.errors import Refusal

VERSION = 1
_PLAIN = (str, int, float, bool, types.NoneType)
_WRITTEN: dict[Any, Any] = {
    UUID: (str, UUID),
    datetime: (datetime.isoformat, datetime.fromisoformat),
    date: (date.isoformat, date.fromisoformat),
    time: (time.isoformat, time.fromisoformat),
}

T = TypeVar("T")


class BadDocument(Refusal):
    """A document that cannot be read. `reason` is a stable word, `where` the way to the field; no content of either.

    Reasons: "not_json", "other_kind", "older", "newer", "unknown_field", "missing_field", "wrong_type",
    "no_such_value".
    """

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(f"{reason} at {where}" if where else reason)
        self.reason = reason
        self.where = where


class _Unreadable(ValueError):
    """JSON that we never write: NaN, or a name twice."""


def to_document(value: Any) -> str:
    """`value`, a dataclass of dataclasses, enums, ids, instants, tuples, sets and plain values, as one line of JSON.

    Any text is fit, half an emoji too (encode it with "surrogatepass"). A value that is not of its declared type is a
    bug (TypeError; ValueError for a number that is none). A class whose fields change their meaning raises its
    `DOCUMENT_VERSION` (1 without one).
    """
    cls = type(value)
    said = {"kind": cls.__name__, "format": VERSION, "version": _version(cls), "value": _write(cls, value, "")}
    # Not in ASCII: two halves of an emoji that stand apart would come back as one.
    return json.dumps(said, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def from_document(cls: type[T], text: str) -> T:
    """The value that `to_document` wrote, equal to it. Refuses with BadDocument whatever it did not write."""
    try:
        said = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise BadDocument("not_json") from None
    if not isinstance(said, dict) or set(said) != {"kind", "format", "version", "value"}:
        raise BadDocument("other_kind")
    if said["kind"] != cls.__name__:
        raise BadDocument("other_kind")
    for known, found in ((VERSION, said["format"]), (_version(cls), said["version"])):
        if type(found) is not int:
            raise BadDocument("wrong_type", "version")
        if found != known:
            raise BadDocument("newer" if found > known else "older")
    read: T = _read(cls, said["value"], "")
    return read


def _version(cls: type) -> int:
    return int(getattr(cls, "DOCUMENT_VERSION", 1))


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}


def _write(hint: Any, value: Any, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _write_union(hint, value, where)
    if origin is Literal:
        return value
    if origin in (tuple, frozenset):
        kinds = _kinds(hint, len(value))
        if not isinstance(value, origin) or kinds is None:
            raise TypeError(f"{where}: {type(value).__name__} is no {hint}")
        parts = [_write(kind, item, f"{where}[]") for kind, item in zip(kinds, value, strict=True)]
        return parts if origin is tuple else sorted(parts, key=repr)
    if dataclasses.is_dataclass(hint):
        if type(value) is not hint:
            raise TypeError(f"{where}: {type(value).__name__} is no {hint}")
        return {name: _write(kind, getattr(value, name), _to(where, name)) for name, kind in _hints(hint).items()}  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value).value
    if hint in _WRITTEN:
        if type(value) is not hint:
            raise TypeError(f"{where}: {type(value).__name__} is no {hint}")
        return _WRITTEN[hint][0](value)
    if not _fits(hint, value):
        raise TypeError(f"{where}: {type(value).__name__} is no {hint}")
    # An enum in a field of text is that text.
    return value.value if isinstance(value, Enum) else value


def _read(hint: Any, said: Any, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _read_union(hint, said, where)
    if origin is Literal:
        if not any(type(said) is type(choice) and said == choice for choice in get_args(hint)):
            raise BadDocument("no_such_value", where)
        return said
    if origin in (tuple, frozenset):
        kinds = _kinds(hint, len(said)) if isinstance(said, list) else None
        if kinds is None:
            raise BadDocument("wrong_type", where)
        return origin(_read(kind, item, f"{where}[]") for kind, item in zip(kinds, said, strict=True))
    if dataclasses.is_dataclass(hint):
        return _read_fields(hint, said, where)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _made(hint, said, where)
    if hint in _WRITTEN:
        if not isinstance(said, str):
            raise BadDocument("wrong_type", where)
        return _made(_WRITTEN[hint][1], said, where)
    if not _fits(hint, said):
        raise BadDocument("wrong_type", where)
    return said


def _read_fields(cls: Any, said: Any, where: str) -> Any:
    if not isinstance(said, dict):
        raise BadDocument("wrong_type", where)
    hints = _hints(cls)
    for name in said:
        if name not in hints:
            raise BadDocument("unknown_field", where)
    for field in dataclasses.fields(cls):
        is_optional = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
        if field.name not in said and not is_optional:
            raise BadDocument("missing_field", _to(where, field.name))
    values = {name: _read(hints[name], part, _to(where, name)) for name, part in said.items()}
    return _made(lambda values: cls(**values), values, where)


def _write_union(hint: Any, value: Any, where: str) -> Any:
    if value is None and types.NoneType in get_args(hint):
        return None
    choices = _choices(hint)
    if len(choices) == 1:
        return _write(choices[0], value, where)
    return {type(value).__name__: _write(_named(choices)[type(value).__name__], value, where)}


def _read_union(hint: Any, said: Any, where: str) -> Any:
    if said is None and types.NoneType in get_args(hint):
        return None
    choices = _choices(hint)
    if len(choices) == 1:
        return _read(choices[0], said, where)
    if not isinstance(said, dict) or len(said) != 1:
        raise BadDocument("wrong_type", where)
    ((name, part),) = said.items()
    if name not in _named(choices):
        raise BadDocument("no_such_value", where)
    return _read(_named(choices)[name], part, where)


def _choices(hint: Any) -> list[Any]:
    return [choice for choice in get_args(hint) if choice is not types.NoneType]


def _named(choices: list[Any]) -> dict[str, Any]:
    """A choice of several is between classes, and its name is kept with it."""
    if not all(dataclasses.is_dataclass(choice) for choice in choices):
        raise TypeError(f"a document cannot tell {choices} apart")
    return {choice.__name__: choice for choice in choices}


def _kinds(hint: Any, count: int) -> list[Any] | None:
    """Each item's type: all of one for tuple[X, ...] and frozenset[X], one each for tuple[X, Y]; None: not so many."""
    kinds = get_args(hint)
    if get_origin(hint) is frozenset or kinds[1:] == (Ellipsis,):
        return [kinds[0]] * count
    return list(kinds) if len(kinds) == count else None


def _fits(hint: Any, value: Any) -> bool:
    if hint not in _PLAIN:
        raise TypeError(f"a document cannot hold {hint}")
    if isinstance(value, bool):
        return hint is bool
    return isinstance(value, int | float if hint is float else hint)


def _made(make: Any, said: Any, where: str) -> Any:
    try:
        return make(said)
    except (Refusal, ValueError, TypeError, OverflowError) as error:
        if isinstance(error, BadDocument):
            raise
        raise BadDocument("no_such_value", where) from None


def _to(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) != len(pairs):
        raise _Unreadable
    return said


def _refuse_constant(_name: str) -> None:
    raise _Unreadable
