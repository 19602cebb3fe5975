"""A machine on which nothing was prepared: what it lacks is installed or named, and nobody need be at home."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kcc_desktop.bootstrap import places
from kcc_desktop.settings import NoFolder, Settings, find_folders

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's packages, and POSIX's homes")


@pytest.fixture
def system_packages(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    import system_packages

    return system_packages


@pytest.fixture
def fresh(monkeypatch, tmp_path, system_packages):
    import fresh

    monkeypatch.setattr(fresh, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(fresh, "PLACE", tmp_path / ".venv" / ".place")
    return fresh


class Machine:
    """A machine of five commands, played by scripts: their answers, and what was asked of them."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.log = folder, folder / "asked"
        self.commands = folder / "bin"
        self.commands.mkdir()
        monkeypatch.setenv("PATH", str(self.commands))
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        (self.commands / "env").symlink_to("/usr/bin/env")

    def command(self, name: str, *lines: str) -> None:
        file = self.commands / name
        file.write_text("\n".join(("#!/bin/sh", f"echo {name} $* >> {self.log}", *lines, "")), encoding="utf-8")
        file.chmod(0o755)

    def lacks(self, *libraries: str) -> None:
        missing = (f"echo '\t{library} => not found'" for library in libraries)
        self.command("ldd", f"[ -e {self.folder}/installed ] && exit 0", *missing)

    def offers(self, *packages: str) -> None:
        self.command("apt-cache", f'case "$2" in {"|".join(packages)}) echo "Package: $2";; esac')
        self.command("apt-get", f'case "$1" in install) : > {self.folder}/installed;; esac')

    def asked(self, command: str) -> list[str]:
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [line for line in lines if line.split()[0] == command]


@pytest.fixture
def machine(tmp_path, monkeypatch):
    site = tmp_path / "PySide6" / "Qt" / "plugins" / "platforms"
    site.mkdir(parents=True)
    for plugin in ("libqoffscreen.so", "libqxcb.so", "libqwayland.so"):
        (site / plugin).touch()
    return Machine(tmp_path, monkeypatch)


def as_user(monkeypatch, number):
    monkeypatch.setattr(os, "geteuid", lambda: number)


def test_an_administrator_gets_what_qt_lacks(machine, system_packages, monkeypatch):
    machine.lacks("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0")
    machine.offers("libegl1", "libglib2.0-0")
    as_user(monkeypatch, 0)

    system_packages.install_what_qt_misses(machine.folder)

    update, install = machine.asked("apt-get")
    assert update.startswith("apt-get update")
    assert "install --yes --no-install-recommends libegl1 libglib2.0-0 " in install


def test_a_newer_release_is_asked_for_its_own_names(machine, system_packages, monkeypatch):
    machine.lacks("libEGL.so.1", "libglib-2.0.so.0")
    machine.offers("libegl1", "libglib2.0-0t64")
    as_user(monkeypatch, 0)

    system_packages.install_what_qt_misses(machine.folder)

    assert " libegl1 libglib2.0-0t64 " in machine.asked("apt-get")[-1]


@pytest.mark.parametrize("sudo", ["", "sudo "])
def test_who_may_not_install_is_told_the_one_command(machine, system_packages, monkeypatch, sudo):
    machine.lacks("libEGL.so.1")
    machine.offers("libegl1")
    if sudo:
        machine.command("sudo", "exit 1  # it would ask for a password")
    as_user(monkeypatch, 1000)

    with pytest.raises(system_packages.StopError) as stop:
        system_packages.install_what_qt_misses(machine.folder)

    command = f"{sudo}apt-get update && {sudo}apt-get install --yes --no-install-recommends libegl1"
    assert [line.strip() for line in str(stop.value).splitlines() if "apt-get" in line] == [command]
    assert machine.asked("apt-get") == []


def test_sudo_without_a_password_is_used(machine, system_packages, monkeypatch):
    machine.lacks("libEGL.so.1")
    machine.offers("libegl1")
    machine.command("sudo", 'shift "$([ "$1" = -n ] && echo 1 || echo 0)"', '[ "$1" = true ] || "$@"')
    as_user(monkeypatch, 1000)

    system_packages.install_what_qt_misses(machine.folder)

    assert [line.split()[1] for line in machine.asked("apt-get")] == ["update", "install"]


def test_another_system_is_told_what_is_missing(machine, system_packages, monkeypatch):
    machine.lacks("libEGL.so.1")
    as_user(monkeypatch, 0)

    with pytest.raises(system_packages.StopError, match="by its own means: libegl1"):
        system_packages.install_what_qt_misses(machine.folder)


def test_a_library_that_no_package_is_known_for_is_named(machine, system_packages, monkeypatch):
    machine.lacks("libnew.so.1")
    machine.offers("libegl1")
    as_user(monkeypatch, 0)

    with pytest.raises(system_packages.StopError, match=r"libnew\.so\.1"):
        system_packages.install_what_qt_misses(machine.folder)


def test_a_machine_that_has_everything_is_left_alone(machine, system_packages, monkeypatch):
    machine.lacks()
    machine.offers("libegl1")
    as_user(monkeypatch, 0)

    system_packages.install_what_qt_misses(machine.folder)

    assert machine.asked("apt-get") == []


@pytest.mark.parametrize(
    ("screen", "plugins"),
    [(None, ["offscreen"]), ("DISPLAY", ["offscreen", "xcb"]), ("WAYLAND_DISPLAY", ["offscreen", "wayland"])],
)
def test_a_screens_libraries_are_asked_for_where_there_is_one(machine, system_packages, monkeypatch, screen, plugins):
    machine.lacks()
    if screen:
        monkeypatch.setenv(screen, ":0")

    system_packages.install_what_qt_misses(machine.folder)

    asked = machine.asked("ldd")[0].split()[1:]
    assert [Path(file).stem.removeprefix("libq") for file in asked] == plugins


def test_a_step_that_failed_is_done_again_and_one_that_was_done_is_not(fresh):
    fresh.VENV.mkdir()
    with pytest.raises(ZeroDivisionError), fresh._Once("packages", "lock"):
        _ = 1 / 0
    with fresh._Once("packages", "lock") as first:
        pass
    with fresh._Once("packages", "lock") as second:
        pass
    with fresh._Once("packages", "another lock") as third:
        pass

    assert (first, second, third) == (True, False, True)


def test_an_environment_that_was_carried_elsewhere_is_known(fresh):
    fresh.VENV.mkdir()
    fresh.PLACE.write_text("/somewhere/else/.venv", encoding="utf-8")

    assert fresh._has_moved()


def test_an_older_python_is_told_what_is_needed(fresh, monkeypatch, capsys):
    monkeypatch.setattr(fresh, "OLDEST", (99, 90))

    assert fresh.main([]) == 1
    assert "Python 3.11 or newer" in capsys.readouterr().err


def nobody_is_at_home(monkeypatch):
    """As a service account is: no HOME, and the account is in no list."""
    import pwd

    def no_entry(_uid):
        raise KeyError

    for name in list(os.environ):
        if name == "HOME" or name.startswith(("XDG_", "KCC_")):
            monkeypatch.delenv(name)
    monkeypatch.setattr(pwd, "getpwuid", no_entry)


def test_nobody_at_home_is_an_outage_and_a_demo_goes_on(monkeypatch, tmp_path):
    nobody_is_at_home(monkeypatch)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(NoFolder):
        find_folders()
    with pytest.raises(NoFolder):
        places.data_file()
    assert places.database_url() == Settings().database_url
    assert find_folders(is_demo=True).is_temporary
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("home", ["/nonexistent", "/dev/null"])
def test_a_command_needs_a_folder_for_data_and_no_home(tmp_path, home):
    environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    environment |= {"HOME": home, "KCC_DATA_DIR": str(tmp_path), "KCC_DATABASE_KEY": "ab" * 32}
    command = [sys.executable, "-m", "kcc_desktop", "database", "upgrade"]

    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "kcc.db").exists()


def test_where_no_folder_can_be_made_the_setting_that_names_one_is_told():
    environment = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    environment |= {"HOME": "/dev/null", "KCC_DATABASE_KEY": "ab" * 32, "KCC_LANGUAGE": "en"}
    command = [sys.executable, "-m", "kcc_desktop", "database", "upgrade"]

    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)

    assert ended.returncode == 2
    assert ended.stderr.startswith("There is no folder where this can be written. Name one with KCC_DATA_DIR")


def test_the_build_server_runs_the_readmes_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = ROOT / ".ci" / "run"

    assert "\nmake test " in readme
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec make test"
    assert os.access(script, os.X_OK)
