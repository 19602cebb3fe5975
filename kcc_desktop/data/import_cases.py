"""Puts each case of a case system in place, with those people who are found beyond doubt."""

from dataclasses import replace

from kcc_desktop.data.case_writes import put_all
from kcc_desktop.data.database import Work
from kcc_desktop.data.import_holders import Holders
from kcc_desktop.domain.cases import ImportedCase, ImportedCaseParty
from kcc_desktop.domain.imports import CaseInFile, Tally


def put_cases(unit: Work, cases: list[CaseInFile], tally: Tally) -> None:
    """Write all of them; count in `tally`. Who is nobody here, or more than one, is a doubt and is left out."""
    holders = Holders(unit.connection, [named for case in cases for named in case.named])
    found_in: list[ImportedCase] = []
    for one in cases:
        parties = []
        for named in one.named:
            found = holders.of(named)
            if len(found) == 1:
                parties.append(ImportedCaseParty(named.role, party_id=found.pop()))
            else:
                tally.doubt("party_twice" if found else "party_unknown", named.line)
        found_in.append(replace(one.case, parties=tuple(parties)))
    for done in put_all(unit, found_in):
        setattr(tally, done, getattr(tally, done) + 1)
