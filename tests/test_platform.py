"""The ground the program stands on: what a release of Qt or Python must not do to us, and what Windows lacks."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).resolve().parent.parent

# What Python has on POSIX only. Types (`mypy --platform win32` in `make check`) see more, but not a `getattr`.
POSIX_MODULES = {"crypt", "fcntl", "grp", "nis", "posix", "pty", "pwd", "resource", "spwd", "syslog", "termios", "tty"}
POSIX_NAMES = {
    "os": {
        *("chown", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getloadavg", "getpgid"),
        *("getuid", "killpg", "lchown", "mkfifo", "nice", "openpty", "posix_spawn", "setgid", "setpgid", "setsid"),
        *("setuid", "statvfs", "sync", "uname", "wait", "waitid", "WNOHANG", "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW"),
    },
    "signal": {"SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2", "alarm", "pthread_kill"},
    "socket": {"AF_UNIX", "socketpair", "send_fds", "recv_fds"},
    "asyncio": {"open_unix_connection", "start_unix_server"},
    "time": {"tzset"},
}


class Bell(QObject):
    rung = Signal()


def test_an_emitted_signal_does_not_take_a_reference_from_true() -> None:
    # PySide6 6.12.0 drops one at each emit, and CPython 3.11 aborts once none is left. Fifty show it and are survived.
    bell = Bell()
    before = sys.getrefcount(True)

    for _ in range(50):
        bell.rung.emit()

    assert sys.getrefcount(True) > before - 25


def posix_only(source: str) -> list[int]:
    """The lines that Windows would stumble over: what POSIX alone has, where no word about sys.platform stands before
    it in the same function or around it.
    """
    return sorted({node.lineno for node in _unguarded(ast.parse(source)) if _is_posix(node)})


def _unguarded(tree: ast.AST) -> Iterator[ast.stmt | ast.expr]:
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and "sys.platform" in ast.unparse(child.test):
            if isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef):
                return  # it left for one system, or goes on for one: the types know which
            continue
        if isinstance(child, ast.stmt | ast.expr):
            yield child
        yield from _unguarded(child)


def _is_posix(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name in POSIX_MODULES for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        names = POSIX_NAMES.get(node.module or "", set())
        return node.module in POSIX_MODULES or any(alias.name in names for alias in node.names)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.attr in POSIX_NAMES.get(node.value.id, set())
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.startswith(("/tmp", "/dev/", "/proc/", "/etc/"))
    return False


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("import pwd", [1]),
        ("from fcntl import flock", [1]),
        ("from os import fork", [1]),
        ("def who():\n    return os.getuid()", [2]),
        ("import sys\nif sys.platform != 'win32':\n    import pwd", []),
        ("def who():\n    if sys.platform == 'win32':\n        return 1\n    import pwd\n    return os.getuid()", []),
        ("LOCK = Path('/tmp/lock')", [1]),
        ("signal.SIGKILL", [1]),
    ],
)
def test_what_windows_lacks_is_recognised(source: str, lines: list[int]) -> None:
    assert posix_only(source) == lines


def test_the_program_asks_for_nothing_that_windows_lacks() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for folder in ("kcc_desktop", "migrations")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for line in posix_only(file.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_no_file_has_a_name_that_windows_refuses() -> None:
    reserved = {"aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
    folders = ("kcc_desktop", "migrations", "resources", "tests", ".ci")
    paths = [path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*")]

    assert [str(path) for path in paths if set('<>:"|?*\\') & set(path.name) or path.name[-1] in ". "] == []
    assert [str(path) for path in paths if path.name.split(".")[0].lower() in reserved] == []
    assert [str(path) for path in paths if len(str(path)) > 150] == []  # of 260, the folder of the checkout included


ORDER = """
import linecache, sys
from kcc_desktop.bootstrap.loading import forget_sources, load_what_needs_no_qt
load_what_needs_no_qt()
early = set(sys.modules)
import kcc_desktop.bootstrap.program
late = set(sys.modules) - early
floors = ("sqlalchemy", "kcc_desktop.data", "kcc_desktop.services")
print(sorted(name for name in early if name.startswith("PySide6")))
print(sorted(name for name in late if name.startswith(floors)))
print(sum("sqlalchemy" in name and name.endswith(".py") for name in linecache.cache))
forget_sources()
print(len(linecache.cache))
"""


def test_what_needs_no_qt_is_loaded_before_it():
    """Else PySide6 reads and keeps the source of all of it: 20 MB, and a tenth of the start."""
    told = subprocess.run([sys.executable, "-c", ORDER], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.splitlines() == ["[]", "[]", "0", "0"]
