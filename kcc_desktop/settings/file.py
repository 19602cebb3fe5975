"""The file the settings are kept in: TOML that people may edit, so it is checked whole and its comments stay."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import Field, asdict, fields
from datetime import time
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from kcc_desktop.domain.errors import Refusal
from kcc_desktop.settings.folders import NoFolder
from kcc_desktop.settings.options import Settings, Unfit


class Problem(NamedTuple):
    """One option that cannot be. `reason` is a stable word; `hint` what may have been meant, or would be right."""

    option: str
    reason: str
    hint: str


class SettingsRefused(Refusal):
    """The file of settings holds what cannot be. `problems` names each; an option "" is the file itself."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{problem.option or path.name}: {problem.reason}" for problem in problems))
        self.path, self.problems = path, problems


def database_url(settings: Settings, environment: Mapping[str, str] = os.environ) -> str:
    """The team's PostgreSQL, from KCC_DATABASE_URL or else the settings; empty means the embedded file.

    Apart from the settings, so that what the environment says (a password, perhaps) is never saved with them.
    """
    return environment.get("KCC_DATABASE_URL") or settings.database_url


def load_settings(path: Path) -> Settings:
    """What the file says, defaults for the rest; a missing file is all defaults.

    Refuses with SettingsRefused, naming every problem at once.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):  # the home of a service account may be no folder
        said = {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsRefused(path, (Problem("", "unreadable", type(error).__name__),)) from None
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at .*\)$", str(error))  # without the offending text
        raise SettingsRefused(path, (Problem("", "not_toml", where[0] if where else ""),)) from None
    options = {option.name: option for option in fields(Settings)}
    problems, values = [], {}
    for name, value in said.items():
        if name not in options:
            problems.append(Problem(name, "unknown", "".join(get_close_matches(name, options, 1))))
            continue
        try:
            values[name] = options[name].metadata["check"](value)
        except Unfit as unfit:
            problems.append(Problem(name, unfit.reason, unfit.hint))
    if problems:
        raise SettingsRefused(path, tuple(problems))
    return Settings(**values)


def save_settings(settings: Settings, path: Path) -> None:
    """Write what differs from the defaults or stands in the file already; comments and order stay.

    A file that cannot be kept so (an option over several lines) is written anew, each option with its note. Atomic:
    the old file is whole until the new one is. Refuses a password in `database_url` as `load_settings` does.
    """
    problems = []
    for option in fields(settings):
        try:
            option.metadata["check"](_plain(getattr(settings, option.name)))
        except Unfit as unfit:
            problems.append(Problem(option.name, unfit.reason, unfit.hint))
    if problems:
        raise SettingsRefused(path, tuple(problems))
    before = ""
    with suppress(OSError, UnicodeDecodeError):
        before = path.read_text(encoding="utf-8-sig")
    text = _edited(settings, before)
    if not _says(text, settings):
        text = "".join(f"# {option.metadata['note']}\n{_line(settings, option)}\n\n" for option in fields(settings))
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise NoFolder("config", path.parent) from error


def _edited(settings: Settings, before: str) -> str:
    lines, still = before.splitlines(), {option.name: option for option in fields(settings)}
    for position, line in enumerate(lines):
        found = re.match(r"\s*(\w+)\s*=", line)
        if found and found[1] in still:
            comment = re.search(r"""\s+#[^"'\]]*$""", line)
            lines[position] = _line(settings, still.pop(found[1])) + (comment[0] if comment else "")
    for option in still.values():
        if getattr(settings, option.name) != option.default:
            lines += ["", f"# {option.metadata['note']}", _line(settings, option)]
    return "\n".join(lines).lstrip("\n") + "\n"


def _says(text: str, settings: Settings) -> bool:
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    wanted = {name: _plain(value) for name, value in asdict(settings).items()}
    defaults = {option.name: _plain(option.default) for option in fields(settings)}
    return {**defaults, **said} == wanted


def _line(settings: Settings, option: "Field[Any]") -> str:
    # A JSON string, number or list of strings is the same in TOML.
    return f"{option.name} = {json.dumps(_plain(getattr(settings, option.name)), ensure_ascii=False)}"


def _plain(value: Any) -> Any:
    """The value as TOML has it."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple):
        return [f"{day[0]:%H:%M}-{day[1]:%H:%M}" if day else "" for day in value]
    return value
