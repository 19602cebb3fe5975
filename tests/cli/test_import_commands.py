"""`kcc-desktop import` as a person runs it: the exit code, the sentence, and what --help tells of each format."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kcc_desktop.cli.form_words import WORDS as FORM_WORDS
from kcc_desktop.cli.import_words import WORDS
from kcc_desktop.cli.imports import refusal
from kcc_desktop.domain.imports import BadFile, Unit
from kcc_desktop.integrations import case_file, colleague_file, organisation_file, product_file
from tests.integrations.importing import EXAMPLES

PACKAGE = Path(case_file.__file__).parents[1]


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


def test_everything_comes_in_and_a_second_time_changes_nothing(desk):
    files = {
        "colleagues": "colleagues.csv",
        "postcodes": "postcodes.csv",
        "products": "products.csv",
        "persons": "persons.json",
        "organisations": "organisations.json",
        "cases": "cases.csv",
    }
    for again in (False, True):
        for kind, file in files.items():
            done = desk("import", kind, EXAMPLES / file)
            assert (done.returncode, done.stderr) == (0, "")
            first, *doubts = done.stdout.splitlines()
            assert first.startswith("0 nieuw, 0 gewijzigd, ") is again
            owner = "Producten noemen “Afval” als eigenaar, maar zo heet geen afdeling hier"
            expected = {"products": [f"{owner}: regel 4"], "colleagues": [f"{owner}."] if again else []}
            assert doubts == expected.get(kind, [])


def test_a_refusal_says_where_and_what_would_be_right(desk, tmp_path):
    file = tmp_path / "zaken.csv"
    file.write_text("zaaknummer;zaaktype;startdatum\nZ1;Kap;02-03-2026\nZ2;Kap;2 maart\n", encoding="utf-8")
    refused = desk("import", "cases", file)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        "Het bestand is geweigerd, er is niets veranderd. "
        "Regel 3, startdatum: een datum schrijf je als 24-11-2026 of 2026-11-24.\n"
    )
    assert desk("import", "cases", file, language="en").stderr == (
        "The file was refused, nothing was changed. Line 3, startdatum: write a date as 24-11-2026 or 2026-11-24.\n"
    )
    assert desk("import", "cases", tmp_path).stderr == (
        "Het bestand is geweigerd, er is niets veranderd: dit is een map; noem een bestand.\n"
    )
    assert desk("import", "colleagues", file).stderr == (
        "Het bestand is geweigerd, er is niets veranderd. Regel 1: deze kolommen ontbreken: key / sleutel, "
        "kind / soort, name / naam.\n"
    )


def test_no_doubt_and_no_refusal_tells_a_name_or_a_number(desk, tmp_path):
    file = tmp_path / "zaken.csv"
    file.write_text("zaaknummer;zaaktype;startdatum;bsn\nZ1;Kap;02-03-2026;999990019\n", encoding="utf-8")
    done = desk("import", "cases", file)
    assert "999990019" not in done.stdout
    file.write_text("zaaknummer;zaaktype;startdatum;bsn\nZ1;Kap;02-03-2026;999990018\n", encoding="utf-8")
    assert "999990018" not in desk("import", "cases", file).stderr


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("kind", "module"),
    [
        ("organisations", organisation_file),
        ("products", product_file),
        ("colleagues", colleague_file),
        ("cases", case_file),
    ],
)
def test_help_names_every_column(kind, module, language):
    text = WORDS[f"format.{kind}"][language == "en"]
    assert [column.name for column in module.COLUMNS if column.name not in text] == []
    undocumented = [
        column.also[0] for column in module.COLUMNS if column.also and column.also[0] not in f"{text} {module.__doc__}"
    ]
    assert undocumented == []


def test_help_is_shown(desk):
    shown = desk("import", "cases", "--help")
    assert (shown.returncode, "uiterste_datum" in shown.stdout, "UTF-8" in shown.stdout) == (0, True, True)


def stable_words(kind):
    """The reasons that code raises as literals: the second argument of BadFile, the first of refuse, and so on."""
    places = {"refusal": {"BadFile": 1, "refuse": 0, "WrongField": 1, "_wrong": 1}, "doubt": {"doubt": 0, "Doubt": 0}}
    for folder in ("integrations", "data", "services", "domain"):
        for source in (PACKAGE / folder).glob("*.py"):
            for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    place = places[kind].get(name)
                    if place is not None and len(node.args) > place:
                        yield from (
                            part.value
                            for part in ast.walk(node.args[place])
                            if isinstance(part, ast.Constant)
                            and isinstance(part.value, str)
                            and part.value.isidentifier()
                        )


NUMBERS = {
    "bsn": ("characters", "length", "checksum"),
    "a_number": ("characters", "length"),
    "kvk_number": ("characters", "length"),
    "branch_number": ("characters", "length"),
    "date": ("characters", "range"),
    "postcode": ("characters",),
    "day": ("characters", "range"),
    "email": ("characters", "length"),
}


def test_every_refusal_and_every_doubt_has_words():
    raised = {word for word in stable_words("refusal") if not word.endswith("_")}  # "day_" is half a word
    raised |= {f"{field}_{reason}" for field, reasons in NUMBERS.items() for reason in reasons}
    assert {"ragged", "too_deep", "case_differs", "no_text"} <= raised
    assert sorted(word for word in raised if f"file.{word}" not in WORDS and f"form.{word}" not in FORM_WORDS) == []
    assert {word for key in WORDS if (word := key.removeprefix("file.")) != key} - raised == set()
    doubts = set(stable_words("doubt"))
    assert {"same_bsn", "owner_unknown", "party_twice"} <= doubts
    assert sorted(word for word in doubts if f"doubt.{word}" not in WORDS) == []


def test_every_text_is_there_in_both_languages_with_the_same_places():
    for dutch, english in WORDS.values():
        assert dutch
        assert english
        for place in ("{detail}", "{where}", "{reason}", "{added}", "{changed}", "{unchanged}"):
            assert (place in dutch) is (place in english)


def test_a_word_nobody_foresaw_is_shown_as_it_is():
    assert refusal(BadFile(3, "unforeseen", "naam", unit=Unit.LINE)).endswith("3, naam: unforeseen.")
