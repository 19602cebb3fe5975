"""The README tells the truth: what it names is there, and what is there it names."""

import argparse
import re
import tomllib
from pathlib import Path

import pytest

from kcc_desktop.bootstrap import _parser

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "kcc_desktop"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def folders(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if (path / "__init__.py").exists()}


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    nested = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: sub for action in nested for name, sub in action.choices.items()}


def test_the_commands_are_those_there_are():
    told = {
        tuple(re.findall(r"[a-z-]+", line[12:38])) for line in README.splitlines() if line.startswith("kcc-desktop ")
    }
    there = {
        (name, verb) for name, sub in subcommands(_parser(with_database=True)).items() for verb in subcommands(sub)
    }
    kinds = {words for words in there if words[0] == "import"}
    alone = {(name,) for name, sub in subcommands(_parser(with_database=True)).items() if not subcommands(sub)}

    assert told == {(), ("--demo",), ("import",)} | (there - kinds) | alone
    assert [kind for _import, kind in kinds if kind not in README] == []


def test_each_option_of_the_program_is_named():
    options = {name for action in _parser(with_database=True)._actions for name in action.option_strings}

    assert {name for name in options if name.startswith("--") and name not in README} == {"--version"}


def test_the_make_targets_are_there():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert {"run", "test", "bench", "tour", "package"} <= set(re.findall(r"make\s+([a-z]+)", README)) <= targets


def test_the_files_are_there():
    named = {name for name in re.findall(r"`([\w./*-]+)`", README) if "/" in name or name.endswith((".py", ".toml"))}
    made = {
        "tour/",
        "tour/play/",
        "dist/kcc-desktop/",
        ".venv/",
        ".venv/bin/kcc-desktop",
        "settings.toml",
        "bench/results.json",
    }
    places = (ROOT, PACKAGE, PACKAGE / "ui")

    assert [name for name in named - made if not any(list(place.glob(name.rstrip("/"))) for place in places)] == []


def test_the_arrows_are_those_of_the_contract():
    arrows = re.search(r"^__main__ → .*$", README, re.MULTILINE)
    layers = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")

    assert arrows is not None
    assert arrows[0].split(" → ") == [re.sub(r"[()]", "", layer) for layer in layers]


def test_every_floor_and_every_room_is_on_the_map():
    rows = set(re.findall(r"`(\w+)/?(?:\.py)?`", "\n".join(re.findall(r"^\| `.*", README, re.MULTILINE))))

    assert folders(PACKAGE) - rows == set()
    assert [room for room in folders(PACKAGE / "ui") if not re.search(rf"`(ui/)?{room}`", README)] == []


def test_the_contract_keeps_every_room_apart():
    kept = next(contract["modules"] for contract in CONTRACTS if contract["type"] == "independence")

    # `shared` is for all; before there is a desk, and on the tour of all of it, there is no room to reach into.
    assert folders(PACKAGE / "ui") - {"shared", "start", "tour"} == {name.rpartition(".")[2] for name in kept}


def test_every_variable_is_explained():
    files = [*PACKAGE.rglob("*.py"), ROOT / "tests" / "conftest.py", *(ROOT / "tests" / "benchmarks").glob("*.py")]
    read = {name for path in files for name in re.findall(r"\bKCC_[A-Z_]*[A-Z]\b", path.read_text(encoding="utf-8"))}

    assert read == set(re.findall(r"\bKCC_[A-Z_]*[A-Z]\b", README))


@pytest.mark.parametrize("picture", re.findall(r"!\[.+\]\((.+)\)", README))
def test_a_picture_is_there_and_small(picture):
    content = (ROOT / picture).read_bytes()

    assert content.startswith(b"\x89PNG")
    assert len(content) < 200_000
