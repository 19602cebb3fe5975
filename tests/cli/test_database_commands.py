"""The commands as a person runs them: a process of its own, its exit code and its sentence."""

import os
import subprocess
import sys

import pytest

KEY = "cd" * 32


@pytest.fixture
def desk(tmp_path):
    def run(*arguments, key=KEY, **environment):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("KCC_")}
        clean |= {"KCC_DATA_DIR": str(tmp_path / "data"), "KCC_LANGUAGE": "en", **environment}
        if key:
            clean["KCC_DATABASE_KEY"] = key
        done = subprocess.run(
            [sys.executable, "-m", "kcc_desktop", *arguments], env=clean, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        return done

    return run


def test_a_database_is_made_checked_copied_and_put_back(desk, tmp_path):
    assert desk("database", "check").returncode == 1
    assert desk("database", "upgrade").returncode == 0
    assert desk("database", "check").stdout == "The database is sound.\n"
    assert desk("database", "backup", str(tmp_path / "copy.db")).returncode == 0
    assert b"SQLite format" not in (tmp_path / "copy.db").read_bytes()
    assert "exists" in desk("database", "backup", str(tmp_path / "copy.db")).stderr
    assert desk("database", "restore", str(tmp_path / "copy.db")).returncode == 0
    assert desk("database", "check").returncode == 0


def test_a_wrong_key_is_a_sentence(desk):
    desk("database", "upgrade")
    refused = desk("database", "check", key="ef" * 32)
    assert (refused.returncode, "does not open with this key" in refused.stderr) == (2, True)


def test_a_passphrase_opens_what_it_closed(desk):
    assert desk("database", "upgrade", key="een hele lange zin").returncode == 0
    assert desk("database", "check", key="een hele lange zin").returncode == 0
    assert desk("database", "check", key="een andere zin").returncode == 2


def test_without_a_keyring_it_asks_and_never_goes_on_plain(desk, tmp_path):
    refused = desk("database", "upgrade", key="", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    assert (refused.returncode, "KCC_DATABASE_KEY" in refused.stderr) == (2, True)
    assert not (tmp_path / "data" / "kcc.db").exists()


def test_a_damaged_copy_is_refused_and_nothing_changes(desk, tmp_path):
    desk("database", "upgrade")
    (tmp_path / "copy.db").write_bytes(os.urandom(8192))
    assert desk("database", "restore", str(tmp_path / "copy.db")).returncode == 2
    assert desk("database", "check").returncode == 0


def test_an_unreachable_team_database_is_a_sentence(desk):
    away = desk("database", "check", KCC_DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert (away.returncode, "cannot be reached" in away.stderr) == (2, True)


def test_dutch_is_the_first_language(desk):
    desk("database", "upgrade")
    assert desk("database", "check", KCC_LANGUAGE="nl").stdout == "De database is in orde.\n"


def test_persons_come_in_from_a_file_and_a_bad_one_is_refused(desk, tmp_path):
    good = tmp_path / "persons.json"
    good.write_text('[{"aNummer": "8940402024", "naam": {"geslachtsnaam": "Moulin"}}]', encoding="utf-8")
    assert "database upgrade" in desk("import", "persons", str(good)).stderr
    desk("database", "upgrade")
    assert desk("import", "persons", str(good)).stdout == "1 new, 0 changed, 0 the same.\nNo BSN: person 1\n"
    assert desk("import", "persons", str(good)).stdout.startswith("0 new, 0 changed, 1 the same.")
    bad = tmp_path / "bad.json"
    bad.write_text('[{"aNummer": "12", "naam": {"geslachtsnaam": "Moulin"}}]', encoding="utf-8")
    refused = desk("import", "persons", str(bad))
    assert (refused.returncode, "Person 1: an A-number has 10 digits" in refused.stderr) == (2, True)


def test_a_copy_under_a_passphrase_opens_on_another_machine(desk, tmp_path):
    desk("database", "upgrade", key="een hele lange zin")
    desk("database", "backup", str(tmp_path / "copy.db"), key="een hele lange zin")
    elsewhere = {"key": "een hele lange zin", "KCC_DATA_DIR": str(tmp_path / "elsewhere")}
    assert desk("database", "restore", str(tmp_path / "copy.db"), **elsewhere).returncode == 0
    assert desk("database", "check", **elsewhere).returncode == 0


def test_a_lost_key_file_is_a_sentence_and_no_new_one_is_made(desk, tmp_path):
    desk("database", "upgrade", key="een hele lange zin")
    (tmp_path / "data" / "kcc.db.key.json").unlink()
    refused = desk("database", "check", key="een hele lange zin")
    assert (refused.returncode, ".key.json" in refused.stderr) == (2, True)
    assert not (tmp_path / "data" / "kcc.db.key.json").exists()


def test_a_short_passphrase_in_the_variable_is_a_sentence(desk, tmp_path):
    refused = desk("database", "upgrade", key="geheim")
    assert (refused.returncode, "at least 12" in refused.stderr) == (2, True)
    assert not (tmp_path / "data" / "kcc.db").exists()


def test_looking_makes_nothing(desk, tmp_path):
    for command in (["check"], ["key"], ["key", "--show"], ["backup", str(tmp_path / "copy.db")]):
        assert desk("database", *command).returncode in (1, 2)
    assert not list(tmp_path.glob("**/*.db*"))


@pytest.fixture
def keyring(tmp_path):
    return {
        "key": "",
        "PYTHON_KEYRING_BACKEND": "tests.cli.keyring_file.FileKeyring",
        "KCC_TEST_KEYRING": str(tmp_path / "keyring.json"),
    }


def test_a_keyring_opens_the_database_and_its_copy(desk, tmp_path, keyring):
    assert desk("database", "upgrade", **keyring).returncode == 0
    assert desk("database", "key", **keyring).stdout == "The key is in this account's keyring.\n"
    told = desk("database", "backup", str(tmp_path / "copy.db"), **keyring)
    assert (told.returncode, "key --show" in told.stdout) == (0, True)
    (tmp_path / "data" / "kcc.db").unlink()
    assert desk("database", "restore", str(tmp_path / "copy.db"), **keyring).returncode == 0
    assert desk("database", "check", **keyring).returncode == 0


def test_a_shown_key_opens_the_copy_on_another_machine(desk, tmp_path, keyring):
    desk("database", "upgrade", **keyring)
    desk("database", "backup", str(tmp_path / "copy.db"), **keyring)
    shown = desk("database", "key", "--show", **keyring)
    assert "Careful" in shown.stderr
    assert len(bytes.fromhex(shown.stdout.strip())) == 32
    elsewhere = {"key": shown.stdout.strip(), "KCC_DATA_DIR": str(tmp_path / "elsewhere")}
    assert desk("database", "restore", str(tmp_path / "copy.db"), **elsewhere).returncode == 0
    assert desk("database", "check", **elsewhere).returncode == 0
    (tmp_path / "copy.db.key.json").unlink()
    lost = {**elsewhere, "key": "", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    refused = desk("database", "restore", str(tmp_path / "copy.db"), **(lost | {"KCC_DATA_DIR": str(tmp_path / "3")}))
    assert (refused.returncode, "nothing leads to its key" in refused.stderr) == (2, True)


def test_a_wrong_key_is_not_shown(desk):
    desk("database", "upgrade")
    refused = desk("database", "key", "--show", key="ef" * 32)
    assert (refused.returncode, refused.stdout) == (2, "")


def test_a_keyring_that_forgot_is_a_sentence_and_makes_no_new_key(desk, tmp_path, keyring):
    desk("database", "upgrade", **keyring)
    (tmp_path / "keyring.json").unlink()
    refused = desk("database", "check", **keyring)
    assert (refused.returncode, "nothing leads to its key" in refused.stderr) == (2, True)
    assert not (tmp_path / "keyring.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal there")
def test_somebody_at_a_terminal_is_asked_and_a_new_passphrase_twice(tmp_path):
    phrase, other = "vier paarden in de polder", "vier paarden en een ezel"
    first = at_a_terminal(tmp_path, ["upgrade"], [phrase, other, "kort", "kort", phrase, phrase])
    assert first.count("at least 12") == 4
    assert "not the same" in first
    assert "up to date" in first
    assert phrase not in first
    second = at_a_terminal(tmp_path, ["check"], [other, phrase])
    assert "not the right passphrase" in second
    assert "sound" in second
    third = at_a_terminal(tmp_path, ["check"], [other] * 3, code=2)
    assert "does not open with this key" in third


def at_a_terminal(folder, verb, answers, code=0):
    """What a person sees who answers each question that ends in a colon."""
    import pty

    environment = {k: v for k, v in os.environ.items() if not k.startswith("KCC_")}
    environment |= {
        "KCC_DATA_DIR": str(folder / "data"),
        "KCC_LANGUAGE": "en",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-m", "kcc_desktop", "database", *verb], environment)
    seen, waiting = "", list(answers)
    while True:
        try:
            heard = os.read(terminal, 4096).decode("utf-8")
        except OSError:  # the end, on Linux
            break
        if not heard:
            break
        seen += heard
        if seen.endswith(": ") and waiting:
            os.write(terminal, waiting.pop(0).encode("utf-8") + b"\n")
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == code, seen
    assert waiting == []
    return seen


def test_nobody_becomes_another_agent_by_setting_a_variable(desk, tmp_path):
    good = tmp_path / "persons.json"
    good.write_text('[{"aNummer": "8940402024", "naam": {"geslachtsnaam": "Moulin"}}]', encoding="utf-8")
    desk("database", "upgrade", LOGNAME="baas", USER="baas", USERNAME="baas")
    assert desk("import", "persons", str(good), LOGNAME="ander", USER="ander", USERNAME="ander").returncode == 0
