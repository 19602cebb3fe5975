"""`kcc-desktop calendar` as an administrator runs it: our own, and JCC's with its secret in the keyring."""

import os
import subprocess
import sys

import pytest

from tests.integrations.jcc_desk import CLIENT, SECRET, jcc


@pytest.fixture
def desk(tmp_path):
    def run(*arguments, language="nl", typed=""):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("KCC_")}
        clean |= {
            "KCC_DATA_DIR": str(tmp_path / "data"),
            "KCC_CONFIG_DIR": str(tmp_path),
            "KCC_LANGUAGE": language,
            "KCC_DATABASE_KEY": "cd" * 32,
            "KCC_TEST_KEYRING": str(tmp_path / "keyring.json"),
            "PYTHON_KEYRING_BACKEND": "tests.cli.keyring_file.FileKeyring",
        }
        done = subprocess.run(
            [sys.executable, "-m", "kcc_desktop", *arguments],
            env=clean,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    assert run("database", "upgrade").returncode == 0
    return run


def test_our_own_is_the_default(desk):
    done = desk("calendar", "check")
    assert (done.returncode, done.stdout) == (
        0,
        "De eigen agenda: 0 producten met afspraken, het eerste op 0 locaties.\n",
    )


def test_jcc_is_chosen_by_the_settings_and_its_secret_is_in_the_keyring(desk, tmp_path):
    with jcc() as (server, root):
        settings = tmp_path / "settings.toml"
        settings.write_text(f'calendar = "jcc"\ncalendar_url = "{root}"\ncalendar_client = "{CLIENT}"\n')
        locked = desk("calendar", "check")
        assert (locked.returncode, locked.stdout) == (2, "")
        assert "laat dit programma niet binnen" in locked.stderr
        assert server.requests == []  # nothing is asked without a secret
        kept = desk("calendar", "secret", typed=f"{SECRET}\n")
        assert (kept.returncode, kept.stdout) == (0, "Het geheim staat in de sleutelbos.\n")
        done = desk("calendar", "check", language="en")
        assert (done.returncode, done.stdout) == (
            0,
            "JCC answers: 2 products with appointments, the first at 1 locations.\n",
        )
        server.bad["activity/listforappointment"] = 500
        assert "antwoordt niet" in desk("calendar", "check").stderr
    assert SECRET not in settings.read_text()


def test_an_address_without_a_lock_is_refused(desk, tmp_path):
    (tmp_path / "settings.toml").write_text('calendar_url = "http://agenda.voorbeeld.nl"\n')
    done = desk("calendar", "check")
    assert done.returncode == 2
    assert "calendar_url" in done.stderr
