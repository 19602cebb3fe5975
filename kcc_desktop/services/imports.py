"""Imports of registers' files: whole or not at all, and the same file twice changes nothing."""

from collections.abc import Callable
from pathlib import Path

from kcc_desktop.data import doors
from kcc_desktop.data.database import Database, Work
from kcc_desktop.data.import_cases import put_cases
from kcc_desktop.data.import_colleagues import put_colleagues
from kcc_desktop.data.import_organisations import put_organisations
from kcc_desktop.data.import_persons import put_persons
from kcc_desktop.data.import_postcodes import put_postcodes
from kcc_desktop.data.import_products import put_products
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import Doubt, ImportReport, Tally, Unit, doubts_about
from kcc_desktop.integrations.brp_file import read_persons
from kcc_desktop.integrations.case_file import read_cases
from kcc_desktop.integrations.colleague_file import read_colleagues
from kcc_desktop.integrations.organisation_file import read_organisations
from kcc_desktop.integrations.postcode_file import read_postcodes
from kcc_desktop.integrations.product_file import read_products


class ImportService:
    """Each import reads its whole file first, then writes in one transaction.

    All refuse with BadFile and NotAllowed (an administrator imports; products and postcodes also an editor).
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def persons(self, file: Path) -> ImportReport:
        """Bring in the BRP persons of `file` with their addresses and family.

        Doubles by BSN and persons without one come in and are listed: a BSN is no key, the A-number
        carries them. A relative is linked when exactly one person here has their number.
        """
        persons = read_persons(file)
        return self._import(
            "import_persons",
            Permission.ADMINISTER,
            Unit.RECORD,
            lambda unit, tally: put_persons(unit, persons, tally),
            doubts_about(persons),
        )

    def organisations(self, file: Path) -> ImportReport:
        """Bring in organisations and branches from answers of the KVK APIs (JSON) or a CSV.

        An RSIN that fails its test stays out, an address that is kept from view too; both are listed.
        """
        read = Tally()
        organisations, counted = read_organisations(file, read)
        return self._import(
            "import_organisations",
            Permission.ADMINISTER,
            counted,
            lambda unit, tally: put_organisations(unit, organisations, tally),
            tuple(read.doubts()),
        )

    def products(self, file: Path) -> ImportReport:
        """Bring in products from the UPL or a municipality's own CSV; owners that are no department are listed."""
        read = Tally()
        products = read_products(file, read)
        return self._import(
            "import_products",
            Permission.EDIT_CATALOGUE,
            Unit.LINE,
            lambda unit, tally: put_products(unit, products, tally),
            tuple(read.doubts()),
        )

    def colleagues(self, file: Path) -> ImportReport:
        """Bring in colleagues and departments; owners of products that are still no department are listed."""
        colleagues = read_colleagues(file)
        return self._import(
            "import_colleagues",
            Permission.ADMINISTER,
            Unit.LINE,
            lambda unit, tally: put_colleagues(unit, colleagues, tally),
        )

    def postcodes(self, file: Path) -> ImportReport:
        """Bring in where postcodes lie, for addresses without a point. Who keeps the lists does so."""
        postcodes = read_postcodes(file)
        return self._import(
            "import_postcodes",
            Permission.KEEP_LISTS,
            Unit.LINE,
            lambda unit, tally: put_postcodes(unit, postcodes, tally),
        )

    def cases(self, file: Path) -> ImportReport:
        """Bring in cases with their steps and people; who is nobody here, or more than one, is listed."""
        cases = read_cases(file)
        return self._import(
            "import_cases", Permission.ADMINISTER, Unit.LINE, lambda unit, tally: put_cases(unit, cases, tally)
        )

    def _import(
        self,
        action: str,
        needed: Permission,
        counted: Unit,
        put: Callable[[Work, Tally], None],
        earlier: tuple[Doubt, ...] = (),
    ) -> ImportReport:
        def work(unit: Work) -> ImportReport:
            unit.agent.require(needed)
            doors.hold_imports(unit.connection)
            tally = Tally()
            put(unit, tally)
            unit.audit(action, "import", new_id())
            return tally.report(counted, earlier)

        return self._database.write(work)
