"""The house rules that a machine can hold: arrows, locks, resources, languages of the floors."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kcc_desktop import resources

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def sources(folder: str = "") -> Iterator[Path]:
    return (ROOT / "kcc_desktop" / folder).rglob("*.py")


def locked(lock: str) -> dict[str, str]:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    pins = (re.match(r"([A-Za-z0-9._-]+)(?:\[.*\])?==([^\s;]+)", line) for line in lines)
    return {canonicalize_name(pin[1]): pin[2] for pin in pins if pin}


def requirements(names: list[Any]) -> Iterator[Requirement]:
    groups = pyproject()["dependency-groups"]
    for name in names:
        if isinstance(name, dict):
            yield from requirements(groups[name["include-group"]])
        else:
            yield Requirement(name)


def test_imports_point_down() -> None:
    outcome = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as lint; lint()",
            "--no-cache",
            "--no-logo",
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_commands_and_the_floors_below_name_no_widget() -> None:
    allowed = {ROOT / "kcc_desktop" / name for name in ("ui", "bootstrap", "__main__.py")}
    offenders = [
        f"{source.relative_to(ROOT)}:{node.lineno}"
        for source in sources()
        if not allowed & {source, *source.parents}
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and re.search(r"PySide6\.Qt(Widgets|Gui)|PySide6 import .*Qt(Widgets|Gui)", ast.unparse(node))
    ]

    assert offenders == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|--trusted-host| @ ", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    pinned = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]

    assert pinned
    assert [line.split()[0] for line in pinned if "--hash=sha256:" not in line] == []


@pytest.mark.parametrize(("lock", "group"), [("requirements.lock", "build"), ("requirements-dev.lock", "dev")])
def test_a_lock_covers_what_the_project_asks_for(lock: str, group: str) -> None:
    project = pyproject()
    asked = list(requirements(project["project"]["dependencies"] + project["dependency-groups"][group]))
    pins = locked(lock)

    uncovered = [
        str(requirement)
        for requirement in asked
        if not requirement.specifier.contains(pins.get(canonicalize_name(requirement.name), "0"), prereleases=True)
        or canonicalize_name(requirement.name) not in pins
    ]

    assert uncovered == []


def test_both_locks_pin_the_same_versions() -> None:
    program, tools = (locked(lock) for lock in LOCKS)

    assert {name: (version, tools.get(name)) for name, version in program.items() if tools.get(name) != version} == {}


def test_nothing_is_left_to_do_later() -> None:
    marks = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    files = [
        file
        for folder in ("kcc_desktop", "migrations", "tests", ".ci")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".py", ".mako", ".qss", ".toml"}
    ]

    assert [str(file.relative_to(ROOT)) for file in files if marks.search(file.read_text(encoding="utf-8"))] == []


def test_no_folder_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "common", "misc", "manager", "managers"}

    assert [str(source.relative_to(ROOT)) for source in sources() if drawers & {source.stem, source.parent.name}] == []


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(source.relative_to(ROOT))
        for source in sources()
        if (module := ast.parse(source.read_text(encoding="utf-8"))).body and not ast.get_docstring(module)
    ]

    assert silent == []


def test_the_program_finds_its_own_files_in_a_checkout() -> None:
    assert resources.resource("translations/kcc_nl.ts") == ROOT / "resources" / "translations" / "kcc_nl.ts"
    assert resources.migrations() == ROOT / "migrations"


def test_the_frozen_program_looks_where_it_was_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    (tmp_path / "migrations").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resources.resource("icons") == tmp_path / "resources" / "icons"
    assert resources.migrations() == tmp_path / "migrations"


def test_an_installed_wheel_looks_inside_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "_resources" / "migrations").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)

    assert resources.migrations() == tmp_path / "_resources" / "migrations"


def test_a_missing_file_of_the_program_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such\.png"):
        resources.resource("icons/no_such.png")
