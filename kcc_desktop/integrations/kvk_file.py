"""Reads answers of the KVK APIs that were kept in a file (JSON). Their Dutch words stop here.

One object or a list of them, in any mixture: `basisprofielen` (one organisation with its main branch
and owner), `vestigingsprofielen` (one branch), `vestigingen` (an organisation's branches) and `zoeken`
(a page of results, or one of them), each bare or as `{"status": …, "body": …}` as a recording has it. An error answer
(`fout`) is passed over and listed. Specifications: Basisprofiel v1, Vestigingsprofiel v1, Zoeken v2.
A small one: tests/integrations/examples/organisations.json.
"""

from collections.abc import Iterator
from pathlib import Path

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import parse_branch_number, parse_kvk_number, parse_rsin
from kcc_desktop.domain.imports import BadFile, ImportedOrganisation, Tally
from kcc_desktop.domain.parties import AddressKind
from kcc_desktop.integrations.json_file import Fields, WrongField, read_records

OK = 200
LONGEST_NAME = 300
HIGHEST_NUMBER = 99_999
_KINDS = {
    "bezoekadres": AddressKind.VISIT,
    "correspondentieadres": AddressKind.CORRESPONDENCE,
    "postadres": AddressKind.CORRESPONDENCE,
}
_FURTHER = "nevenvestiging"
_SEARCH_KINDS = ("hoofdvestiging", _FURTHER, "rechtspersoon")


def read_kvk_answers(file: Path, tally: Tally) -> list[ImportedOrganisation]:
    """Each organisation and further branch once, all that the file tells of it put together.

    Refuses the whole file with BadFile: record number and reason. Doubts go into `tally`: an answer
    that is an error, an RSIN that fails its test, an address that is kept from view.
    """
    found: dict[tuple[str, str], ImportedOrganisation] = {}
    for number, record in read_records(file):
        try:
            for organisation in _Answers(number, tally).of(record):
                known = found.get(organisation.key)
                found[organisation.key] = known.merged_with(organisation) if known else organisation
        except InvalidValue as error:
            raise BadFile(number, f"{error.field}_{error.reason}") from error
        except WrongField as error:
            raise BadFile(number, error.reason, error.name, error.detail) from error
    return list(found.values())


class _Answers:
    """One record of the file; knows its number for what is doubtful in it."""

    def __init__(self, number: int, tally: Tally) -> None:
        self._number, self._tally = number, tally

    def of(self, answer: Fields) -> Iterator[ImportedOrganisation]:
        while "body" in answer and "status" in answer and answer.values["status"] == OK:
            answer = answer.group("body")
        if "fout" in answer or "body" in answer:
            self._tally.doubt("kvk_error", self._number)
        elif "resultaten" in answer:
            for result in answer.groups("resultaten"):
                yield self._search_result(result)
        elif "vestigingen" in answer:
            for branch in answer.groups("vestigingen"):
                yield self._branch(branch, is_partial=True)
        elif "type" in answer or "adres" in answer:
            yield self._search_result(answer)
        elif "vestigingsnummer" in answer:
            yield self._branch(answer, is_partial=False)
        elif "kvkNummer" in answer:
            yield self._basic_profile(answer)
        else:
            raise WrongField("", "no_organisation")

    def _basic_profile(self, profile: Fields) -> ImportedOrganisation:
        parts = profile.group("_embedded")
        main, owner = parts.group("hoofdvestiging"), parts.group("eigenaar")
        name, statutory = _name(profile, "naam"), profile.text("statutaireNaam", LONGEST_NAME)
        ended = "datumEinde" in profile.group("materieleRegistratie") or "datumUitschrijving" in owner
        # An association without a shop has its addresses with its owner.
        told = next((part for part in (main, owner) if part.groups("adressen")), Fields({}))
        return ImportedOrganisation(
            self._number,
            parse_kvk_number(profile.text("kvkNummer", 20)),
            name,
            parse_branch_number(main.text("vestigingsnummer", 20)) if "vestigingsnummer" in main else "",
            trade_names=_trade_names(profile, name, statutory),
            legal_form=owner.text("rechtsvorm", 80) if "rechtsvorm" in owner else None,
            rsin=self._rsin(owner),
            is_active=not ended,
            addresses=self._addresses(told),
        )

    def _branch(self, branch: Fields, *, is_partial: bool) -> ImportedOrganisation:
        name = _name(branch, "eersteHandelsnaam")
        is_main = branch.text("indHoofdvestiging", 10) == "Ja"
        # A main branch has names and an end of its own, which are not those of the whole organisation.
        whole = not is_partial and not is_main
        return ImportedOrganisation(
            self._number,
            parse_kvk_number(branch.text("kvkNummer", 20)),
            name,
            parse_branch_number(branch.text("vestigingsnummer", 20)),
            is_main,
            is_partial=not whole,
            trade_names=_trade_names(branch, name, "") if whole else None,
            rsin=self._rsin(branch),
            is_active="datumEinde" not in branch.group("materieleRegistratie") if whole else None,
            addresses=self._addresses(branch),
        )

    def _search_result(self, result: Fields) -> ImportedOrganisation:
        kind = result.text("type", 20, one_of=_SEARCH_KINDS)
        branch = result.text("vestigingsnummer", 20)
        if kind == _FURTHER and not branch:
            raise WrongField("vestigingsnummer", "required")
        address, active = result.group("adres"), result.text("actief", 10)
        home, abroad = address.group("binnenlandsAdres"), address.group("buitenlandsAdres")
        told = [part for part in (home, abroad) if part.values]
        return ImportedOrganisation(
            self._number,
            parse_kvk_number(result.text("kvkNummer", 20)),
            _name(result, "naam"),
            parse_branch_number(branch) if branch else "",
            is_main=kind != _FURTHER if kind else not branch,
            is_partial=True,
            rsin=self._rsin(result),
            is_active=active != "Nee" if active else None,
            addresses={kind: found for part in told for kind, found in self._address(part)},
            brief_addresses=True,
        )

    def _rsin(self, part: Fields) -> str | None:
        text = part.text("rsin", 20)
        try:
            return parse_rsin(text) if text else None
        except InvalidValue:
            self._tally.doubt("odd_rsin", self._number)
            return None

    def _addresses(self, part: Fields) -> dict[AddressKind, Address | None]:
        """Both kinds when the register tells of addresses at all: what it does not name is not there."""
        told = part.groups("adressen")
        if not told:
            return {}
        none: dict[AddressKind, Address | None] = dict.fromkeys((AddressKind.VISIT, AddressKind.CORRESPONDENCE))
        return none | {kind: address for one in told for kind, address in self._address(one)}

    def _address(self, part: Fields) -> Iterator[tuple[AddressKind, Address]]:
        kind = _KINDS[part.text("type", 30, one_of=tuple(_KINDS)) or "bezoekadres"]
        if part.text("indAfgeschermd", 10) == "Ja":
            self._tally.doubt("address_kept_from_view", self._number)
        else:
            yield kind, _address(part)


def _name(part: Fields, field: str) -> str:
    name = part.text(field, LONGEST_NAME).strip()
    if not name:
        raise WrongField(field, "required")
    return name


def _trade_names(part: Fields, name: str, statutory: str) -> tuple[str, ...]:
    """All other names in the register's order, the statutory one after them."""
    told = sorted(part.groups("handelsnamen"), key=lambda one: one.number("volgorde", 10**6) or 0)
    names = [one.text("naam", LONGEST_NAME).strip() for one in told]
    return tuple(dict.fromkeys(other for other in (*names, statutory.strip()) if other and other != name))


def _address(part: Fields) -> Address:
    country = part.text("land", 60)
    abroad = tuple(line for field in ("straatHuisnummer", "postcodeWoonplaats") if (line := part.text(field, 100)))
    box = part.number("postbusnummer", HIGHEST_NUMBER)
    postcode = part.text("postcode", 10).replace(" ", "").upper()
    return Address(
        street="Postbus" if box else part.text("straatnaam", 100),
        house_number=box or part.number("huisnummer", HIGHEST_NUMBER) or None,
        letter=part.text("huisletter", 1),
        addition=part.text("huisnummerToevoeging", 20),
        postcode=f"{postcode[:4]} {postcode[4:]}" if len(postcode) == 6 else postcode[:7],
        place=part.text("plaats", 80),
        country="" if country == "Nederland" else country,
        foreign_lines=abroad,
    )
