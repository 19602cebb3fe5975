"""Reads reports about the street: those near a point, and those that are still to be done."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, case, func, select

from kcc_desktop.data.calendars import LocationRow
from kcc_desktop.data.columns import Instant
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ContactCorrectionRow, ContactRow, ProductRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.street_reports import StreetReportRow, StreetReportTextRow
from kcc_desktop.domain.folding import words
from kcc_desktop.domain.points import box, metres_between
from kcc_desktop.domain.street_reports import NEAR_AGE, NEAR_METRES, NearbyReport, ReportState, StreetReport
from kcc_desktop.domain.travel import Point

_UNDONE = (ReportState.OPEN.value, ReportState.IN_PROGRESS.value)
_MOST = 200
# The box is what an index finds; the circle is what is meant.
_IN_BOX = (
    select(
        StreetReportRow.id,
        StreetReportRow.reference,
        StreetReportRow.state,
        StreetReportRow.reported_at,
        StreetReportRow.reporters,
        StreetReportRow.latitude,
        StreetReportRow.longitude,
    )
    .where(
        StreetReportRow.product_id == bindparam("product"),
        StreetReportRow.state.in_(_UNDONE),
        StreetReportRow.latitude.between(bindparam("south"), bindparam("north")),
        StreetReportRow.longitude.between(bindparam("west"), bindparam("east")),
        StreetReportRow.reported_at >= bindparam("since", type_=Instant),
    )
    .order_by(StreetReportRow.reported_at.desc())
    .limit(_MOST)
)
_NEWEST = (
    select(ContactCorrectionRow.confidentiality)
    .where(ContactCorrectionRow.contact_id == StreetReportRow.id)
    .order_by(ContactCorrectionRow.version.desc())
    .limit(1)
    .scalar_subquery()
)
# The place in words is as confidential as the contact in which it was first reported.
_PLACE = case(
    (
        visible_to(func.coalesce(_NEWEST, ContactRow.confidentiality), ContactRow.owner_cluster_id),
        func.coalesce(StreetReportTextRow.place, ""),
    ),
    else_="",
)
_REPORT = (
    select(StreetReportRow.__table__, ProductRow.name.label("product"), _PLACE.label("place"))
    .join(ProductRow, ProductRow.id == StreetReportRow.product_id)
    .outerjoin(ContactRow, ContactRow.id == StreetReportRow.id)
    .outerjoin(StreetReportTextRow, StreetReportTextRow.report_id == StreetReportRow.id)
)


def near(look: Look, product_id: UUID, point: Point, limit: int) -> tuple[NearbyReport, ...]:
    """Open ones of the same product within 100 metres and 30 days, the nearest first."""
    corner, other = box(point, NEAR_METRES)
    asked = {
        "product": product_id,
        "south": corner.latitude,
        "west": corner.longitude,
        "north": other.latitude,
        "east": other.longitude,
        "since": look.now - NEAR_AGE,
    }
    found = []
    for row in look.connection.execute(_IN_BOX, asked):
        metres = metres_between(point, Point(row.latitude, row.longitude))
        if metres <= NEAR_METRES:
            report = NearbyReport(
                row.id, row.reference, ReportState(row.state), row.reported_at, row.reporters, round(metres)
            )
            found.append((metres, report))
    found.sort(key=lambda pair: (pair[0], pair[1].reference))
    return tuple(report for _metres, report in found[:limit])


def is_street_product(look: Look | Work, product_id: UUID) -> bool:
    rule = select(ProductRow.is_street_report).where(ProductRow.id == product_id)
    return bool(look.connection.scalar(rule))


def location_point(look: Look, place: str) -> Point | None:
    """Of a location of the municipality with this name or address; capitals and accents may differ."""
    wanted = words(place)
    rows = look.connection.execute(
        select(LocationRow.name, LocationRow.address, LocationRow.latitude, LocationRow.longitude).where(
            LocationRow.latitude.is_not(None), LocationRow.longitude.is_not(None)
        )
    )
    for row in rows:
        if wanted and wanted in (words(row.name), words(row.address), words(row.address.partition(",")[0])):
            return Point(row.latitude, row.longitude)
    return None


def references(connection: Connection, contact_ids: Collection[UUID]) -> tuple[str, ...]:
    """Of the reports that these contacts were the first of."""
    if not contact_ids:
        return ()
    asked = select(StreetReportRow.reference).where(StreetReportRow.id.in_(list(contact_ids)))
    return tuple(connection.scalars(asked.order_by(StreetReportRow.reference)))


def undone(look: Look, limit: int) -> tuple[StreetReport, ...]:
    """Open and in progress, the oldest first."""
    rows = look.connection.execute(
        _REPORT.where(StreetReportRow.state.in_(_UNDONE)).order_by(StreetReportRow.reported_at).limit(limit),
        sight(look.agent),
    )
    return tuple(map(_report, rows))


def one(look: Look | Work, report_id: UUID) -> StreetReport | None:
    row = look.connection.execute(_REPORT.where(StreetReportRow.id == report_id), sight(look.agent)).first()
    return _report(row) if row is not None else None


def _report(row: Any) -> StreetReport:
    return StreetReport(
        row.id,
        row.reference,
        row.product_id,
        row.product,
        row.place,
        Point(row.latitude, row.longitude),
        ReportState(row.state),
        row.reported_at,
        row.reporters,
        row.closed_at,
    )
