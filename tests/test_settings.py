import os
import subprocess
import sys
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.settings import (
    Hours,
    NoFolder,
    Settings,
    SettingsRefused,
    database_url,
    find_folders,
    load_settings,
    save_settings,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def problems(path, text):
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsRefused) as refused:
        load_settings(path)
    return [(problem.option, problem.reason, problem.hint) for problem in refused.value.problems]


def test_without_a_file_everything_has_its_default(path):
    assert load_settings(path) == Settings()
    assert not path.exists()


def test_the_file_says_what_differs(path):
    path.write_text(
        'language = "en"\ntext_scale = 150\ncallback_due_at = 16:30:00\n'
        'office_hours = ["09:00-12:30", "", "", "", "", "", ""]\n',
        encoding="utf-8",
    )
    loaded = load_settings(path)
    assert loaded == replace(
        Settings(),
        language="en",
        text_scale=150,
        callback_due_at=time(16, 30),
        office_hours=(Hours(time(9), time(12, 30)), *[None] * 6),
    )


def test_a_file_from_notepad_is_read(path):
    path.write_bytes('municipality = "Sûdwest-Fryslân"\r\n'.encode("utf-8-sig"))
    assert load_settings(path).municipality == "Sûdwest-Fryslân"


def test_an_unknown_option_is_named_with_what_may_be_meant(path):
    assert problems(path, 'langauge = "nl"\nzzz = 1\n') == [("langauge", "unknown", "language"), ("zzz", "unknown", "")]


def test_every_problem_is_told_at_once(path):
    told = problems(path, 'language = "fr"\ntext_scale = 110\ncallback_working_days = -1\n')
    assert [option for option, _, _ in told] == ["language", "text_scale", "callback_working_days"]


@pytest.mark.parametrize("line", [
    "text_scale = true", "text_scale = 100.0", 'text_scale = "100"', 'dark = "grey"', 'brand_colour = "blue"',
    'callback_due_at = "25:00"', "callback_due_at = 17", 'callback_due_at = "5pm"', "cover_after_minutes = 999",
    'office_hours = ["09:00-17:00"]', 'office_hours = ["17:00-09:00", "", "", "", "", "", ""]',
    'office_hours = ["9-17", "", "", "", "", "", ""]', 'area_code = "527"', 'database_url = "mysql://server/kcc"',
    'municipality = "a\\u0000b"', 'extension = "2 01"', "[desk]\nlanguage = 1",
])  # fmt: skip
def test_a_value_that_cannot_be_is_refused(path, line):
    ((_, reason, _),) = problems(path, line)
    assert reason


@pytest.mark.parametrize("url", [
    "postgresql://noor:geheim@server/kcc", "postgresql://server/kcc?password=geheim", "postgres://:geheim@server/kcc",
])  # fmt: skip
def test_a_password_does_not_belong_in_the_file_and_is_not_told_on(path, url):
    told = problems(path, f'database_url = "{url}"')
    assert [(option, reason) for option, reason, _ in told] == [("database_url", "holds_a_password")]
    with pytest.raises(SettingsRefused) as refused:
        load_settings(path)
    assert "geheim" not in str(refused.value) + repr(refused.value.problems)


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe\x00", b"= 3"])
def test_a_file_that_is_no_toml_is_refused_as_a_whole(path, content):
    path.write_bytes(content)
    with pytest.raises(SettingsRefused) as refused:
        load_settings(path)
    assert refused.value.problems[0].option == ""


def test_the_environments_database_goes_first_and_is_never_saved(path):
    settings = replace(Settings(), database_url="postgresql://team/kcc")
    assert database_url(settings, {}) == "postgresql://team/kcc"
    assert database_url(settings, {"KCC_DATABASE_URL": "postgresql://noor:geheim@here/kcc"}).endswith("@here/kcc")
    save_settings(settings, path)
    assert "geheim" not in path.read_text(encoding="utf-8")
    assert "team" not in repr(settings)


def test_saving_keeps_comments_and_order(path):
    path.write_text(
        '# ours\ntext_scale = 125  # for Piet\n\nlanguage = "nl"\n# colours\nbrand_colour = "#aa0000" # red\n',
        encoding="utf-8",
    )
    save_settings(replace(load_settings(path), language="en", brand_colour="#00aa00", extension="201"), path)
    assert path.read_text(encoding="utf-8") == (
        '# ours\ntext_scale = 125  # for Piet\n\nlanguage = "en"\n# colours\nbrand_colour = "#00aa00" # red\n'
        '\n# the telephone on this desk, as the exchange names it\nextension = "201"\n'
    )


def test_a_file_that_cannot_be_edited_line_by_line_is_written_anew_and_right(path):
    path.write_text('office_hours = [\n "09:00-17:00",\n "", "", "", "", "", ""]\n', encoding="utf-8")
    settings = replace(load_settings(path), language="en")
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_what_cannot_be_is_not_saved(path):
    with pytest.raises(SettingsRefused):
        save_settings(replace(Settings(), text_scale=110), path)
    assert not path.exists()


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)
hours = st.tuples(st.times(), st.times()).map(
    lambda pair: [time(each.hour, each.minute) for each in sorted(pair, key=lambda each: (each.hour, each.minute))]
)
days = st.none() | hours.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Hours(*pair))


@given(
    names,
    names,
    st.sampled_from([100, 125, 150, 200]),
    st.times().map(lambda at: time(at.hour, at.minute)),
    st.lists(days, min_size=7, max_size=7),
)
def test_what_was_saved_is_what_is_read(tmp_path_factory, first, second, scale, at, week):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    for name in (first, second):
        settings = replace(
            Settings(), municipality=name, text_scale=scale, callback_due_at=at, office_hours=tuple(week)
        )
        save_settings(settings, path)
        assert load_settings(path) == settings


def test_folders_named_in_the_environment_are_made_and_used(tmp_path):
    folders = find_folders({"KCC_DATA_DIR": str(tmp_path / "a" / "data"), "KCC_CONFIG_DIR": str(tmp_path / "config")})
    assert (folders.data, folders.config) == (tmp_path / "a" / "data", tmp_path / "config")
    assert folders.logs == tmp_path / "a" / "data" / "logs"
    assert folders.settings_file.parent.is_dir()
    assert list(folders.data.iterdir()) == [folders.logs]
    assert not folders.is_temporary


def test_a_folder_that_cannot_be_written_is_an_outage_and_a_demo_goes_on_elsewhere(tmp_path):
    (tmp_path / "file").write_text("", encoding="ascii")
    environment = {"KCC_DATA_DIR": str(tmp_path / "file" / "data"), "KCC_CONFIG_DIR": str(tmp_path)}
    with pytest.raises(NoFolder) as outage:
        find_folders(environment)
    assert (outage.value.which, outage.value.path) == ("data", tmp_path / "file" / "data")
    folders = find_folders(environment, is_demo=True)
    assert folders.is_temporary
    assert folders.data.is_dir()


NOBODY_HOME = """
import os, sys
from kcc_desktop.settings import NoFolder, find_folders
try:
    find_folders()
except NoFolder:
    sys.exit(0 if find_folders(is_demo=True).is_temporary else 4)
sys.exit(5)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a profile folder")
def test_a_machine_without_a_home_does_not_crash(tmp_path):
    """HOME names what is no folder, as in a locked-down service account."""
    (tmp_path / "file").write_text("", encoding="ascii")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "KCC_"))}
    environment |= {"HOME": str(tmp_path / "file"), "TMPDIR": str(tmp_path)}
    house = Path(__file__).parents[1]
    ended = subprocess.run([sys.executable, "-c", NOBODY_HOME], env=environment, check=False, cwd=house)
    assert ended.returncode == 0


def test_a_tilde_that_nobody_expanded_makes_no_folder_of_that_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoFolder):
        find_folders({"KCC_DATA_DIR": "~/data", "KCC_CONFIG_DIR": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []
