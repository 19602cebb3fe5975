"""The wheel as somebody gets it: unpacked far from any checkout, the program finds its own files and works."""

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from kcc_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
PACKED = ("kcc_desktop", "migrations", "resources", ".ci")

may_lack_a_screen = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a screen")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built in a copy, so that nothing is compiled into the checkout while others read it."""
    checkout = tmp_path_factory.mktemp("checkout")
    for folder in PACKED:
        shutil.copytree(ROOT / folder, checkout / folder, ignore=shutil.ignore_patterns("__pycache__", "*.qm"))
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, checkout)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    built = subprocess.run(command, cwd=checkout, capture_output=True, encoding="utf-8", check=False)
    assert built.returncode == 0, built.stderr
    return next((checkout / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def bare(installed, data):
    """No screen, keyring, home, or locale."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LD_LIBRARY_PATH", "SYSTEMROOT"}}
    # The cache is fontconfig's, which complains where nobody is at home.
    folders = {"KCC_DATA_DIR": str(data), "KCC_CONFIG_DIR": str(data), "XDG_CACHE_HOME": str(data / "cache")}
    return kept | folders | {"PYTHONPATH": str(installed), "KCC_DATABASE_KEY": "ab" * 32}


def command(*arguments):
    return [sys.executable, "-P", "-m", "kcc_desktop", *arguments]


def run(installed, data, *arguments):
    environment = bare(installed, data)
    return subprocess.run(
        command(*arguments), cwd=data, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_it_holds_the_program_its_texts_and_its_schema(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert wheel.name.startswith(f"kcc_desktop-{__version__}-")
    for language in ("nl", "en"):
        assert f"kcc_desktop/_resources/resources/translations/kcc_{language}.qm" in names
    migrations = [path.name for path in (ROOT / "migrations" / "versions").glob("*.py")]
    assert [name for name in migrations if f"kcc_desktop/_resources/migrations/versions/{name}" not in names] == []
    assert [name for name in names if name.startswith(("tests/", "migrations/", "resources/"))] == []
    assert not any("__pycache__" in name for name in names)


def test_it_runs_and_says_its_version(installed, tmp_path):
    ended = run(installed, tmp_path, "--version")

    assert (ended.returncode, ended.stdout.strip(), ended.stderr) == (0, f"kcc-desktop {__version__}", "")


def test_it_makes_and_checks_its_database(installed, tmp_path):
    made, checked = run(installed, tmp_path, "database", "upgrade"), run(installed, tmp_path, "database", "check")

    assert (made.returncode, made.stderr) == (0, "")
    assert (checked.returncode, checked.stdout.strip()) == (0, "De database is in orde.")


@pytest.fixture
def desk(installed, tmp_path):
    """A desk in a process of its own, its window where nobody sees it."""
    environment = bare(installed, tmp_path) | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command(), cwd=tmp_path, env=environment, stderr=subprocess.PIPE) as process:
        yield process
        process.kill()


def test_its_desk_opens_and_hears_the_telephone(installed, tmp_path, desk):
    until = time.monotonic() + 60  # its first start makes the database, and the machine may be busy
    while True:
        told = run(installed, tmp_path, "call", "0527123456")
        if told.returncode == 0 or desk.poll() is not None or time.monotonic() > until:
            break
    second = run(installed, tmp_path, "open", "kccdesk:call?number=0527123456&state=ended")

    assert (told.returncode, told.stderr, second.returncode, desk.poll()) == (0, "", 0, None)
    desk.terminate()
    assert desk.stderr.read() == b""


@may_lack_a_screen
def test_without_a_screen_it_plays_the_whole_main_job(installed, tmp_path):
    ended = run(installed, tmp_path, "--demo")

    pictures = [Path(line.rpartition("[")[2].rstrip("]")) for line in ended.stdout.splitlines()]
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.startswith("Hier is geen scherm.")
    assert len(pictures) == 6
    assert all((tmp_path / picture).read_bytes().startswith(b"\x89PNG") for picture in pictures)


def test_nobody_looks_over_the_shoulder_of_a_desk_with_real_data(installed, tmp_path):
    ended = run(installed, tmp_path, "--vnc")

    assert (ended.returncode, ended.stderr.split()[0]) == (2, "--vnc")
    assert not list(tmp_path.iterdir())


@may_lack_a_screen
def test_without_a_screen_there_is_no_desk_and_a_sentence(installed, tmp_path):
    ended = run(installed, tmp_path)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("Hier is geen scherm,")
