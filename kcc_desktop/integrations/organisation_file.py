"""Reads a CSV of organisations and branches, or hands a JSON file to the reader of KVK answers.

Columns (Dutch names in brackets): `kvk_number` [kvk_nummer] and `name` [naam] are needed;
`branch_number` [vestigingsnummer], `main_branch` [hoofdvestiging] (ja or nee), `trade_names`
[handelsnamen] (with | between them), `legal_form` [rechtsvorm], `rsin`, `active` [actief] (ja or nee),
`street` [straat], `house_number` [huisnummer], `letter` [huisletter], `addition` [toevoeging], `postcode`,
`place` [plaats], and `post_street`, `post_house_number`, `post_postcode`, `post_place` [post_…] for the
correspondence address. A row with a branch number is a further branch unless it says it is the main one.
What the file has no column for stays as it is. A small one: tests/integrations/examples/organisations.csv.
"""

from pathlib import Path

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import parse_branch_number, parse_kvk_number, parse_rsin
from kcc_desktop.domain.imports import ImportedOrganisation, Tally, Unit
from kcc_desktop.domain.parties import AddressKind
from kcc_desktop.integrations.csv_file import Column, Line, read_lines
from kcc_desktop.integrations.kvk_file import HIGHEST_NUMBER, LONGEST_NAME, read_kvk_answers

COLUMNS = (
    Column("kvk_number", ("kvk_nummer", "kvk"), needed=True, limit=20),
    Column("name", ("naam",), needed=True, limit=LONGEST_NAME),
    Column("branch_number", ("vestigingsnummer",), limit=20),
    Column("main_branch", ("hoofdvestiging",), limit=10),
    Column("trade_names", ("handelsnamen",), limit=5000),
    Column("legal_form", ("rechtsvorm",), limit=80),
    Column("rsin", limit=20),
    Column("active", ("actief",), limit=10),
    Column("street", ("straat", "straatnaam"), limit=100),
    Column("house_number", ("huisnummer",), limit=5),
    Column("letter", ("huisletter",), limit=1),
    Column("addition", ("toevoeging", "huisnummertoevoeging"), limit=20),
    Column("postcode", limit=7),
    Column("place", ("plaats", "woonplaats"), limit=80),
    Column("post_street", ("post_straat",), limit=100),
    Column("post_house_number", ("post_huisnummer", "postbusnummer"), limit=5),
    Column("post_postcode", limit=7),
    Column("post_place", ("post_plaats",), limit=80),
)
_ANSWERS = {"ja": True, "yes": True, "nee": False, "no": False}
_PREFIXES = {AddressKind.VISIT: "", AddressKind.CORRESPONDENCE: "post_"}


def is_json(file: Path) -> bool:
    """By its name; a file of another name by its first sign."""
    if file.suffix.lower() in {".json", ".csv"} or not file.is_file():
        return file.suffix.lower() != ".csv"
    try:
        with file.open("rb") as opened:
            return opened.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}
    except OSError:
        return True  # whoever reads it next refuses it in words


def read_organisations(file: Path, tally: Tally) -> tuple[list[ImportedOrganisation], Unit]:
    """Each organisation and branch once, and what the numbers in doubts and refusals count. Refuses with BadFile."""
    if is_json(file):
        return read_kvk_answers(file, tally), Unit.RECORD
    found: dict[tuple[str, str], ImportedOrganisation] = {}
    for line in read_lines(file, COLUMNS):
        organisation = _organisation(line, tally)
        if organisation.key in found:
            line.refuse("organisation_twice", "branch_number" if organisation.branch_number else "kvk_number")
        found[organisation.key] = organisation
    return list(found.values()), Unit.LINE


def _organisation(line: Line, tally: Tally) -> ImportedOrganisation:
    line.needed("kvk_number")
    branch = line.parsed("branch_number", parse_branch_number, "")
    name = line.needed("name")
    trade_names = line.given("trade_names")
    others = [other.strip() for other in (trade_names or "").split("|")]
    return ImportedOrganisation(
        line.number,
        line.parsed("kvk_number", parse_kvk_number, ""),
        name,
        branch,
        is_main=_answer(line, "main_branch", not branch),
        trade_names=None
        if trade_names is None
        else tuple(dict.fromkeys(other[:LONGEST_NAME] for other in others if other and other != name)),
        legal_form=line.given("legal_form"),
        rsin=_rsin(line, tally),
        is_active=None if line.given("active") is None else _answer(line, "active", True),
        addresses={
            kind: _address(line, prefix)
            for kind, prefix in _PREFIXES.items()
            if any(line.given(f"{prefix}{name}") is not None for name in ("street", "postcode", "place"))
        },
    )


def _answer(line: Line, name: str, otherwise: bool) -> bool:
    return line.choice(name, _ANSWERS) if line[name] else otherwise


def _rsin(line: Line, tally: Tally) -> str | None:
    text = line.given("rsin")
    try:
        return parse_rsin(text) if text else text
    except InvalidValue:
        tally.doubt("odd_rsin", line.number)
        return None


def _address(line: Line, prefix: str) -> Address | None:
    number = line[f"{prefix}house_number"]
    if number and not (number.isascii() and number.isdigit() and int(number) <= HIGHEST_NUMBER):
        line.refuse("no_number", f"{prefix}house_number", str(HIGHEST_NUMBER))
    postcode = line[f"{prefix}postcode"].replace(" ", "").upper()
    address = Address(
        street=line[f"{prefix}street"],
        house_number=int(number) if number else None,
        letter="" if prefix else line["letter"],
        addition="" if prefix else line["addition"],
        postcode=f"{postcode[:4]} {postcode[4:]}" if len(postcode) == 6 else postcode,
        place=line[f"{prefix}place"],
    )
    return None if address == Address() else address
