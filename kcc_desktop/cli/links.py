"""`kcc-desktop register-links`: lets links that begin with kccdesk: open this program, for this user only."""

import argparse
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import platformdirs

from kcc_desktop.cli.words import say
from kcc_desktop.settings import NoFolder

SCHEME = "kccdesk"
_ENTRY = "kcc-desktop-links.desktop"
_PATIENCE_SECONDS = 20


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    commands.add_parser("register-links", help=say("help.register_links"))


def run() -> int:
    """The exit code: 0 done and told, 2 not possible on this system. NoFolder when it cannot be written."""
    if sys.platform == "win32":
        _write_registry(program())
        print(say("links.registry").format(key=f"HKEY_CURRENT_USER\\{_ROOT}"))
        return 0
    if sys.platform == "darwin":
        print(say("links.not_here"), file=sys.stderr)
        return 2
    path = _write_entry(program(), _applications())
    print(say("links.written").format(file=path))
    _run_if_there("update-desktop-database", str(path.parent))
    if _run_if_there("xdg-mime", "default", _ENTRY, f"x-scheme-handler/{SCHEME}"):
        print(say("links.done"))
    else:
        print(say("links.no_xdg_mime").format(file=_ENTRY, scheme=f"x-scheme-handler/{SCHEME}"))
    return 0


def program() -> list[str]:
    """How this program is started again: the frozen one, the installed command, or the package under Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    called = Path(sys.argv[0])
    if called.stem.lower() == "kcc-desktop" and called.exists():
        return [os.path.abspath(called)]  # resolve() would leave a virtual environment
    return [sys.executable, "-m", "kcc_desktop"]


def desktop_entry(command: list[str]) -> str:
    """The text of a desktop entry (freedesktop.org) that opens our links with `command`."""
    started = " ".join(_quoted(part) for part in command)
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=KCC Desktop",
        f"Exec={started} open %u",
        f"MimeType=x-scheme-handler/{SCHEME};",
        "NoDisplay=true",
        "Terminal=false",
    )
    return "\n".join(lines) + "\n"


def registry_values(command: list[str]) -> list[tuple[str, str, str]]:
    """Key under HKEY_CURRENT_USER, name and text of each value that Windows wants for a scheme."""
    started = " ".join(f'"{part}"' for part in command)
    return [
        (_ROOT, "", "URL:KCC Desktop"),
        (_ROOT, "URL Protocol", ""),
        (rf"{_ROOT}\shell\open\command", "", f'{started} open "%1"'),
    ]


_ROOT = rf"Software\Classes\{SCHEME}"


def _quoted(part: str) -> str:
    """One argument of Exec: quoted as a shell would want, then escaped as any text of the file, % doubled."""
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, f"\\{sign}")
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'


def _applications() -> Path:
    try:
        return Path(platformdirs.user_data_dir(), "applications")
    except RuntimeError:  # nobody is at home
        raise NoFolder("data") from None


def _write_entry(command: list[str], folder: Path) -> Path:
    path = folder / _ENTRY
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(desktop_entry(command), encoding="utf-8", newline="\n")
    except OSError as error:
        raise NoFolder("data", folder) from error
    return path


def _run_if_there(name: str, *arguments: str) -> bool:
    found = shutil.which(name)
    if found is None:
        return False
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run([found, *arguments], capture_output=True, timeout=_PATIENCE_SECONDS, check=False)
        return done.returncode == 0
    return False


def _write_registry(command: list[str]) -> None:
    if sys.platform == "win32":
        import winreg

        try:
            for key, name, value in registry_values(command):
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)
        except OSError as error:
            raise NoFolder("registry") from error
