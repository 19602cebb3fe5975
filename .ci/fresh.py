"""Make a machine ready for `make`: the locked packages in .venv/, and the system libraries that Qt loads.

Runs on the machine's own Python before anything is installed, so it uses the standard library only, and asks the
machine for no more than Python 3.11 with pip. Asked again, it finds everything in place and is gone in a blink.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from system_packages import StopError, install_what_freezing_misses, install_what_qt_misses, succeeds

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PLACE = VENV / ".place"
LOCK = ROOT / "requirements-dev.lock"
OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    try:
        _use_a_python_that_is_new_enough()
        _make_environment()
        if "--package" in arguments:
            install_what_freezing_misses(_site())
    except StopError as stop:
        print(f"\n{stop}\n", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"\nThis step failed, its own message stands above: {shlex.join(error.cmd)}\n", file=sys.stderr)
        return 1
    return 0


def _use_a_python_that_is_new_enough() -> None:
    if sys.version_info >= OLDEST:
        return
    for minor in range(OLDEST[1], OLDEST[1] + 10):
        newer = shutil.which(f"python3.{minor}")
        if newer is not None:
            os.execv(newer, [newer, *sys.argv])
    raise StopError(
        "KCC Desktop needs Python 3.11 or newer; `{}` is {}.{}.\n"
        "With a newer one elsewhere: make PYTHON=/path/to/python3".format(sys.executable, *sys.version_info[:2])
    )


def _make_environment() -> None:
    if VENV.exists() and (_environment_version() is None or _has_moved()):
        # Its Python is gone, after an upgrade of the system for example, or its scripts name another folder.
        shutil.rmtree(VENV)
    if not VENV.exists():
        _run(sys.executable, "-m", "venv", "--without-pip", str(VENV))
    if not PLACE.exists():
        PLACE.write_text(str(VENV), encoding="utf-8")
    version = _environment_version()
    with _Once("packages", LOCK.read_bytes(), version) as to_do:
        if to_do:
            print("Putting the locked packages into .venv/ (a minute or two, once) ...", flush=True)
            _pip_install("--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK))
    install_what_qt_misses(_site())
    with _Once("project", _project(), version) as to_do:
        if to_do:
            _pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _has_moved() -> bool:
    return PLACE.exists() and PLACE.read_text(encoding="utf-8") != str(VENV)


class _Once:
    """A step that is done again only when what it was done with has changed; a step that fails is not done."""

    def __init__(self, name: str, *done_with: object) -> None:
        self._stamp = VENV / f".{name}"
        self._digest = hashlib.sha256(repr(done_with).encode()).hexdigest()
        self._is_done = self._stamp.exists() and self._stamp.read_text(encoding="ascii") == self._digest

    def __enter__(self) -> bool:
        return not self._is_done

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None and not self._is_done:
            self._stamp.write_text(self._digest, encoding="ascii")


def _environment_version() -> str | None:
    """The version of .venv's Python, None when it does not start or lost its packages to another version."""
    probe = "import os, sys, sysconfig; print(os.path.isdir(sysconfig.get_path('purelib')) and sys.version)"
    try:
        answer = subprocess.run([str(_venv_python()), "-I", "-c", probe], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    version = answer.stdout.strip()
    return None if version == "False" else version


def _project() -> list[object]:
    """The parts of pyproject.toml that an installed project depends on."""
    import tomllib  # here, so that an older Python gets as far as the sentence that refuses it

    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [pyproject["build-system"], pyproject["project"], pyproject["tool"]["hatch"]]


def _pip_install(*arguments: str) -> None:
    """Run pip on .venv, which has none of its own: a bare Debian lacks ensurepip."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIRE_VIRTUALENV"}
    }
    environment.update(PIP_USER="0", PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")
    if not os.access(os.path.expanduser("~"), os.W_OK):
        environment["PIP_NO_CACHE_DIR"] = "1"
    _run(*_pip_command(), "install", "--quiet", "--progress-bar=off", *arguments, environment=environment)


def _pip_command() -> list[str]:
    python = str(_venv_python())
    if succeeds(sys.executable, "-m", "pip", "--version"):
        return [sys.executable, "-m", "pip", "--python", python]
    if succeeds(python, "-m", "pip", "--version") or succeeds(python, "-m", "ensurepip"):
        return [python, "-m", "pip"]
    raise StopError(f"`{sys.executable}` has no pip. On Debian and Ubuntu: sudo apt-get install python3-pip")


def _venv_python() -> Path:
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def _site() -> Path:
    """The folder of .venv's packages."""
    return next((VENV / "lib").glob("python3*/site-packages"))


def _run(*command: str, environment: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
