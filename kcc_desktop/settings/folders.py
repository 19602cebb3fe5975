"""Where a user's files are, on every platform and where nobody is at home. Knows no file's content."""

import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from kcc_desktop.domain.errors import Outage

_PROGRAM = "kcc-desktop"
_FILE = "settings.toml"


class NoFolder(Outage):
    """There is no home folder, or it cannot be written. KCC_DATA_DIR and KCC_CONFIG_DIR name others."""

    def __init__(self, which: str, path: Path | None = None) -> None:
        super().__init__(which)
        self.which, self.path = which, path


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this user's files are. `is_temporary`: gone after this run, for a demo where there is no home."""

    config: Path
    data: Path
    logs: Path
    is_temporary: bool = False

    @property
    def settings_file(self) -> Path:
        return self.config / _FILE


def find_folders(environment: Mapping[str, str] = os.environ, *, is_demo: bool = False) -> Folders:
    """This user's folders, made when missing. KCC_CONFIG_DIR and KCC_DATA_DIR go before the platform's.

    NoFolder when there is no home or it cannot be written; a demo gets a temporary folder instead.
    """
    data = environment.get("KCC_DATA_DIR", "")
    wanted = {
        "config": environment.get("KCC_CONFIG_DIR") or _of_platform(platformdirs.user_config_dir),
        "data": data or _of_platform(platformdirs.user_data_dir),
        "logs": str(Path(data, "logs")) if data else _of_platform(platformdirs.user_log_dir),
    }
    try:
        made = {which: _made(which, Path(path)) for which, path in wanted.items()}
        return Folders(made["config"], made["data"], made["logs"])
    except NoFolder:
        if not is_demo:
            raise
    base = Path(tempfile.mkdtemp(prefix=f"{_PROGRAM}-"))
    made = {which: _made(which, base / which) for which in wanted}
    return Folders(made["config"], made["data"], made["logs"], is_temporary=True)


def settings_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings are kept, for a command that only reads them: neither file nor folder need be there."""
    return Path(environment.get("KCC_CONFIG_DIR") or _of_platform(platformdirs.user_config_dir), _FILE)


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where this user's data is; it need not be there yet.

    NoFolder where nobody is at home, or where it cannot be made: the home is no folder, or not this user's.
    """
    folder = Path(environment.get("KCC_DATA_DIR") or _of_platform(platformdirs.user_data_dir))
    _refuse_nowhere("data", folder)
    above = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not above.is_dir() or (above != folder and not os.access(above, os.W_OK)):
        raise NoFolder("data", folder)
    return folder


def _of_platform(find: Callable[..., str]) -> str:
    try:
        return find(_PROGRAM, appauthor=False)
    except RuntimeError:  # platformdirs since 4.14; before, it left the tilde as it was
        return "~"


def _refuse_nowhere(which: str, path: Path) -> None:
    if path.parts[:1] == ("~",):
        raise NoFolder(which)


def _made(which: str, path: Path) -> Path:
    _refuse_nowhere(which, path)
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = path / f".{secrets.token_hex(8)}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise NoFolder(which, path) from error
    return path.resolve()
