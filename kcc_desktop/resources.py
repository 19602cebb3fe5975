"""Where the files of `resources/` and `migrations/` lie; knows folders, not what the files mean.

The same two folders stand in three places: beside the unpacked frozen program (PyInstaller's `sys._MEIPASS`),
inside an installed wheel (`kcc_desktop/_resources`, put there by the build), and in a checkout beside the package,
which is also what an editable install sees.
"""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(path: str) -> Path:
    """The file or folder `path` (with `/`, as in "translations/kcc_nl.qm") of `resources/`.

    Refuses what is not there with FileNotFoundError: a program without its own files is broken, not empty.
    """
    return _existing(_base() / "resources" / path)


def migrations() -> Path:
    """The folder with Alembic's `env.py` and `versions/`; FileNotFoundError when it is missing."""
    return _existing(_base() / "migrations")


def _base() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent


def _existing(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(f"the program's own file is missing: {path}")
    return path
