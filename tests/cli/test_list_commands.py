"""`kcc-desktop import` of a town's own lists as a person runs it: looking first, each refused line by its number."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kcc_desktop.cli.import_words import WORDS as IMPORT_WORDS
from kcc_desktop.cli.list_words import WORDS
from kcc_desktop.cli.lists import KINDS, reason
from kcc_desktop.domain import lists
from kcc_desktop.domain.list_kinds import FIELDS
from kcc_desktop.domain.lists import CellProblem
from kcc_desktop.integrations.work_file import COLUMNS
from tests.integrations.importing import EXAMPLES

PACKAGE = Path(lists.__file__).parents[1]
FILES = (
    "locations",
    "counters",
    "hours",
    "closures",
    "product-facts",
    "fees",
    "queues",
    "workers",
    "worker-hours",
    "texts",
)


@pytest.fixture
def desk(tmp_path):
    def run(*arguments, language="nl"):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("KCC_")}
        clean |= {"KCC_DATA_DIR": str(tmp_path / "data"), "KCC_LANGUAGE": language, "KCC_DATABASE_KEY": "cd" * 32}
        done = subprocess.run(
            [sys.executable, "-m", "kcc_desktop", *map(str, arguments)],
            env=clean,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    assert run("database", "upgrade").returncode == 0
    return run


def test_every_list_comes_in_and_a_second_time_changes_nothing(desk):
    assert set(FILES) == set(KINDS)
    for name in FILES:
        file = EXAMPLES / "lists" / f"{name}.csv"
        first, second = desk("import", name, file), desk("import", name, file)
        assert (first.returncode, first.stderr, second.returncode) == (0, "", 0)
        assert not first.stdout.startswith("0 nieuw, 0 gewijzigd")
        assert second.stdout.startswith("0 nieuw, 0 gewijzigd")


def test_looking_changes_nothing_and_a_refused_line_has_its_number(desk, tmp_path):
    file = tmp_path / "locaties.csv"
    file.write_text("code;naam;stap\nhal;Hal;5\nbad;Zwembad;7\n", encoding="cp1252")
    looked = desk("import", "locations", file, "--look")
    assert (looked.returncode, looked.stdout) == (
        1,
        "1 nieuw, 0 gewijzigd, 0 hetzelfde, 1 geweigerd. Er is niets veranderd.\n"
        "Geweigerd, regel 3, stap: een veelvoud van vijf minuten.\n",
    )
    done = desk("import", "locations", file, language="en")
    assert done.stdout.startswith("1 new, 0 changed, 0 the same, 1 refused.\nRefused, line 3, stap: a multiple")
    header = tmp_path / "kop.csv"
    header.write_text("code;kleur\nhal;rood\n", encoding="utf-8")
    refused = desk("import", "locations", header)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "deze kolommen kent het programma niet: “kleur”" in refused.stderr


def test_work_of_other_systems_is_looked_at_and_comes_in_once(desk, tmp_path):
    file = tmp_path / "werk.csv"
    example = (EXAMPLES / "work.csv").read_text(encoding="utf-8")
    file.write_text(f"{example}F-3;nergens;e-form;20-11-2026 9:30;;;;;;;Iets\n", encoding="utf-8")
    refused = "Geweigerd, regel 5, wachtrij: dit is hier niet bekend; wel: general.\n"
    for arguments, first in (
        (("--look",), "2 nieuw, 0 al binnen, 1 geweigerd. Er is niets veranderd.\n"),
        ((), "2 nieuw, 0 al binnen, 1 geweigerd.\n"),
        ((), "0 nieuw, 2 al binnen, 1 geweigerd.\n"),
    ):
        done = desk("import", "work", file, *arguments)
        assert (done.returncode, done.stdout) == (1, first + refused)
    assert desk("import", "work", EXAMPLES / "work.csv").returncode == 0
    file.write_text("kenmerk;kleur\nF-3;rood\n", encoding="utf-8")
    assert desk("import", "work", file).returncode == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_help_of_work_names_every_column(language):
    text = WORDS["format.work"][language == "en"]
    for column in COLUMNS:
        assert column.name in text
        assert not column.also or column.also[0] in text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", FILES)
def test_help_names_every_column(name, language):
    text = WORDS[f"format.{name}"][language == "en"]
    for field in FIELDS[KINDS[name]]:
        assert field.name in text
        assert not field.also or field.also[0] in text


def test_every_reason_has_words():
    """The reasons that code gives as literals: the second argument of CellProblem, the first of Unfit."""
    given = set()
    for folder in ("domain", "data", "services"):
        for source in (PACKAGE / folder).glob("*.py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    place = {"CellProblem": 1, "Unfit": 0, "_in_order": 3}.get(getattr(node.func, "id", ""))
                    if place is not None and len(node.args) > place:
                        given |= {
                            part.value
                            for part in ast.walk(node.args[place])
                            if isinstance(part, ast.Constant) and isinstance(part.value, str)
                        }
    assert {"required", "five_minutes", "none_yet", "ends_before_begin"} <= given
    assert sorted(word for word in given if reason(CellProblem("x", word)) == word) == []
    known = {key.removeprefix("cell.") for key in WORDS if key.startswith("cell.")}
    assert known - given == set()
    assert not {key for key in WORDS if key in IMPORT_WORDS}


def test_forms_come_in_from_a_folder_and_what_is_wrong_says_why(desk, tmp_path):
    folder = tmp_path / "forms"
    folder.mkdir()
    example = (EXAMPLES / "forms" / "moving.json").read_text(encoding="utf-8")
    for name, text in (("a.json", example), ("b.json", example.replace('"version": 1', '"version": 2'))):
        (folder / name).write_text(text, encoding="utf-8")
        os.utime(folder / name, (1_700_000_000, 1_700_000_000))
    done = desk("import", "forms", folder)
    refused = "0 nieuw, 0 al binnen, 1 geweigerd.\nGeweigerd, regel 1, version: kies uit: 1"
    assert (done.returncode, done.stdout) == (
        1,
        "a.json: 1 nieuw, 0 al binnen, 0 geweigerd.\n"
        + refused.replace("0 nieuw", "b.json: 0 nieuw").replace("Geweigerd", "b.json: Geweigerd")
        + ".\n",
    )
    assert (folder / "refused" / "b.txt").read_text(encoding="utf-8") == f"{refused}.\n"
    assert desk("import", "forms", folder / "done" / "a.json").stdout == "0 nieuw, 1 al binnen, 0 geweigerd.\n"
