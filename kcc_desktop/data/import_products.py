"""Puts products in place: by UPL address, else by name. The register's list leaves a municipality's own words alone."""

from typing import Any

from sqlalchemy import Connection, select

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.imports import Values, insert_all, is_same, update_all
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import BadFile, ImportedProduct, Tally, Unit
from kcc_desktop.domain.street_reports import is_street_product
from kcc_desktop.domain.work import ColleagueKind

_OWN = ("keywords", "owner", "answer", "link")


def put_products(unit: Work, products: list[ImportedProduct], tally: Tally) -> None:
    """Write all of them; count and doubt in `tally`. Refuses with BadFile when two lines are one product here."""
    known = unit.connection.execute(select(ProductRow.__table__).order_by(ProductRow.id)).all()
    by_uri = {row.upl_uri: row for row in reversed(known) if row.upl_uri}
    by_name: dict[str, list[Any]] = {}
    for row in known:
        by_name.setdefault(_folded(row.name), []).append(row)
    new: list[Values] = []
    other: list[Values] = []
    taken: set[Any] = set()
    for product in products:
        rows = [by_uri[product.upl_uri]] if product.upl_uri in by_uri else by_name.get(_folded(product.name), [])
        if product.upl_uri and product.upl_uri not in by_uri:
            rows = [row for row in rows if not row.upl_uri]  # a product with an address of its own is another one
        if len(rows) > 1:
            tally.doubt("product_name_twice", product.line)
            continue
        if not rows:
            new.append(_new_values(product))
            continue
        row = rows[0]
        if row.id in taken:
            raise BadFile(product.line, "product_twice", "name", unit=Unit.LINE)
        taken.add(row.id)
        wanted = _values(product, row)
        if is_same(row, wanted):
            tally.unchanged += 1
        else:
            other.append({"id": row.id, **wanted})
    insert_all(unit.connection, ProductRow, new)
    update_all(unit.connection, ProductRow, other, "id")
    tally.added, tally.changed = len(new), len(other)
    for values in (*new, *other):
        unit.changed("product", values["id"])
    departments = _departments(unit.connection)
    for product in products:
        if product.owner and _folded(product.owner) not in departments:
            tally.doubt("owner_unknown", product.line, product.owner)


def doubt_owners(connection: Connection, tally: Tally) -> None:
    """Departments that products name as owner and that are not among the colleagues: nobody can be asked there."""
    departments = _departments(connection)
    for owner in connection.scalars(
        select(ProductRow.owner).where(ProductRow.owner != "").distinct().order_by(ProductRow.owner)
    ):
        if _folded(owner) not in departments:
            tally.doubt("owner_unknown", 0, owner)


def _departments(connection: Connection) -> set[str]:
    names = connection.scalars(select(ColleagueRow.name).where(ColleagueRow.kind == ColleagueKind.DEPARTMENT.value))
    return {_folded(name) for name in names}


def _folded(text: str) -> str:
    return fold(text).strip()


def _new_values(product: ImportedProduct) -> Values:
    own = {field: getattr(product, field) or "" for field in _OWN}
    return {
        "id": new_id(),
        "name": product.name,
        "upl_name": product.upl_name or "",
        "upl_uri": product.upl_uri,
        "is_street_report": is_street_product(product.upl_name or ""),
        **own,
    }


def _values(product: ImportedProduct, row: Any) -> Values:
    """What the row should hold. A name that somebody here gave a product stays when the UPL is read again."""
    from_upl = product.upl_name is not None
    keeps_name = from_upl and row.name != row.upl_name
    told = {field: getattr(product, field) for field in (*_OWN, "upl_name")}
    return {field: getattr(row, field) if value is None else value for field, value in told.items()} | {
        "name": row.name if keeps_name else product.name,
        "upl_uri": product.upl_uri or row.upl_uri,
    }
