"""`kcc-desktop send-due` and `messages` as the scheduler and whoever looks after them run them."""

import os
import subprocess
import sys

import pytest

from tests.services.mail_server import mail_server


@pytest.fixture
def desk(tmp_path):
    def run(*arguments, typed=""):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("KCC_")}
        clean |= {
            "KCC_DATA_DIR": str(tmp_path / "data"),
            "KCC_CONFIG_DIR": str(tmp_path),
            "KCC_DATABASE_KEY": "cd" * 32,
            "KCC_TEST_KEYRING": str(tmp_path / "keyring.json"),
            "PYTHON_KEYRING_BACKEND": "tests.cli.keyring_file.FileKeyring",
        }
        command = [sys.executable, "-m", "kcc_desktop", *arguments]
        done = subprocess.run(command, env=clean, input=typed, capture_output=True, encoding="utf-8", check=False)
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout + done.stderr

    assert run("database", "upgrade")[0] == 0
    return run


def test_sending_needs_a_carrier_and_says_what_it_did(desk, tmp_path):
    code, said = desk("send-due")
    assert (code, "smtp_host" in said) == (2, True)
    with mail_server() as (_box, port):
        settings = f'smtp_host = "127.0.0.1"\nsmtp_port = {port}\nsmtp_security = "none"\n'
        (tmp_path / "settings.toml").write_text(settings + 'smtp_sender = "kcc@meerbergen.voorbeeld"\n')
        code, said = desk("send-due")
        assert (code, said.startswith("Verstuurd: 0.")) == (0, True), said
        assert desk("messages", "check") == (0, "Antwoordt: smtp.\n")
    assert desk("messages", "doubtful") == (0, "Er is niets om naar te kijken.\n")
    assert desk("messages", "secret", "smtp", typed="geheim\n") == (0, "Het geheim staat in de sleutelbos.\n")
