"""The products of the invented municipality and what is asked about each, read from `resources/demo/products.txt`."""

import re
from dataclasses import dataclass

from kcc_desktop.demo.numbers import LINK
from kcc_desktop.domain.folding import words
from kcc_desktop.resources import resource

_TERMS = "http://standaarden.overheid.nl/owms/terms/"
_OUTCOME = re.compile(r"\[(\w+)\] (.*)")
_AUTHORITY = "Autoriteit: "


@dataclass(frozen=True, slots=True)
class Story:
    """What somebody asked and how it ended. The texts may hold {straat} and {dag}."""

    outcome: str
    title: str
    rest: str
    note: str
    authority: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    name: str
    upl_name: str
    upl_uri: str
    owner: str
    weight: int
    keywords: str
    answer: str
    stories: tuple[Story, ...]

    @property
    def link(self) -> str:
        return f"{LINK}/{'-'.join(words(self.name))}"


def entries() -> tuple[CatalogueEntry, ...]:
    """All products, in the order of the file."""
    blocks = resource("demo/products.txt").read_text(encoding="utf-8").split("\n# ")[1:]
    return tuple(_entry(block.strip().splitlines()) for block in blocks)


def _entry(lines: list[str]) -> CatalogueEntry:
    name, upl_name, term, owner, weight = (part.strip() for part in lines[0].split("|"))
    said = {mark: [line[2:].strip() for line in lines[1:] if line.startswith(f"{mark} ")] for mark in "=>-"}
    return CatalogueEntry(
        name,
        upl_name,
        f"{_TERMS}{term}" if term else "",
        owner,
        int(weight),
        "".join(said["="]),
        " ".join(said[">"]),
        tuple(_story(line) for line in said["-"]),
    )


def _story(line: str) -> Story:
    marked = _OUTCOME.fullmatch(line)
    outcome, text = (marked[1], marked[2]) if marked else ("answered", line)
    title, rest, note = (part.strip() for part in text.split("|"))
    if note.startswith(_AUTHORITY):
        return Story(outcome, title, rest, "", note.removeprefix(_AUTHORITY).rstrip("."))
    return Story(outcome, title, rest, note)
