import os
import subprocess
import sys
from configparser import RawConfigParser

import pytest

from kcc_desktop.cli import links


def register(folder):
    """As a person runs it, with a home of its own: xdg-mime writes into the user's settings."""
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    return subprocess.run(
        [sys.executable, "-m", "kcc_desktop", "register-links"],
        env={**os.environ, **home, "KCC_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop entries are Linux's")
def test_on_linux_an_entry_is_written_and_told(tmp_path):
    done = register(tmp_path)
    entry = tmp_path / "data" / "applications" / "kcc-desktop-links.desktop"
    assert (done.returncode, str(entry) in done.stdout) == (0, True)
    said = RawConfigParser()
    said.read(entry, encoding="utf-8")
    assert said["Desktop Entry"]["MimeType"] == "x-scheme-handler/kccdesk;"
    assert said["Desktop Entry"]["Exec"].endswith("open %u")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop entries are Linux's")
def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "data").write_text("", encoding="ascii")
    done = register(tmp_path)
    assert (done.returncode, done.stderr.count("\n"), "no folder" in done.stderr) == (2, 1, True)


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("/opt/kcc/kcc-desktop", '"/opt/kcc/kcc-desktop"'),
        ("/home/zoë b/kcc", '"/home/zoë b/kcc"'),
        ('/a"b', r'"/a\\"b"'),
        ("/a$b", r'"/a\\$b"'),
        ("/100%", '"/100%%"'),
        ("/a\\b", r'"/a\\\\b"'),
    ],
)
def test_a_path_is_quoted_as_desktop_entries_want_it(part, written):
    assert f"Exec={written} open %u\n" in links.desktop_entry([part])


def test_windows_gets_the_scheme_and_a_command_for_this_user():
    values = links.registry_values([r"C:\Program Files\KCC\kcc-desktop.exe"])
    assert values == [
        (r"Software\Classes\kccdesk", "", "URL:KCC Desktop"),
        (r"Software\Classes\kccdesk", "URL Protocol", ""),
        (r"Software\Classes\kccdesk\shell\open\command", "", r'"C:\Program Files\KCC\kcc-desktop.exe" open "%1"'),
    ]


def test_the_program_is_named_as_it_was_started(monkeypatch, tmp_path):
    command = tmp_path / "kcc-desktop"
    command.touch()
    monkeypatch.setattr(sys, "argv", [str(command)])
    assert links.program() == [str(command)]
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "__main__.py")])
    assert links.program() == [sys.executable, "-m", "kcc_desktop"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert links.program() == [sys.executable]
