"""The invented municipality's own house: clusters, agents, colleagues, products and a notice, in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from kcc_desktop.data.agents import AgentRoleRow, AgentRow, ClusterRow, session_name
from kcc_desktop.data.approaches import ProductFeeRow
from kcc_desktop.data.columns import database_now
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import fill_lists
from kcc_desktop.data.notices import NoticeRow
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.demo.catalogue import CatalogueEntry, entries
from kcc_desktop.demo.history import Desk
from kcc_desktop.demo.staff import AGENTS, CLUSTERS, ME, MY_CLUSTER, colleagues, login_of
from kcc_desktop.demo.work import open_queues
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.approaches import Approach, FeeChannel
from kcc_desktop.domain.street_reports import is_street_product
from kcc_desktop.domain.work import ColleagueKind

NOTICE = "Verhuizing doorgeven is nu niet bereikbaar"
_NOTICE_PRODUCT = "Verhuizing doorgeven"
_CARE = "Sociaal Loket"
FEES = (
    ("Paspoort aanvragen", FeeChannel.COUNTER, "18 jaar en ouder", 8380),
    ("Paspoort aanvragen", FeeChannel.COUNTER, "tot 18 jaar", 6330),
    ("Identiteitskaart aanvragen", FeeChannel.COUNTER, "18 jaar en ouder", 7580),
    ("Rijbewijs aanvragen", FeeChannel.COUNTER, "", 5110),
    ("Rijbewijs verlengen", FeeChannel.COUNTER, "", 5110),
    ("Uittreksel uit de basisregistratie", FeeChannel.DIGITAL, "", 1050),
    ("Uittreksel uit de basisregistratie", FeeChannel.COUNTER, "", 1270),
)
_MY_SHARE = 9  # how often the one who starts the demo recorded something


@dataclass(frozen=True, slots=True)
class Office:
    """What the generators draw from: ids are bytes. `owners`: by department, `handlers`: their people's names."""

    products: list[tuple[bytes, CatalogueEntry]]
    desks: dict[str, list[tuple[Desk, int]]]
    owners: dict[str, list[bytes]]
    handlers: dict[str, list[str]]
    colleague_ids: dict[str, bytes]

    def desk(self, name: str) -> Desk:
        return next(desk for some in self.desks.values() for desk, _ in some if desk.name == name)

    def product(self, name: str) -> bytes:
        return next(product_id for product_id, entry in self.products if entry.name == name)


class NotEmpty(ValueError):
    """A municipality is built in an empty database only: what is there is somebody's."""


def open_office(database: Database, ids: Iterator[bytes]) -> Office:
    """Refuses a database with parties in it (NotEmpty)."""

    def work(connection: Connection) -> Office:
        if connection.scalar(select(func.count()).select_from(PartyRow)):
            raise NotEmpty
        fill_lists(connection)
        clusters = _clusters(connection, ids)
        open_queues(connection, clusters)
        me = _myself(connection, clusters[MY_CLUSTER], ids)
        desks = _agents(connection, clusters, ids)
        desks.setdefault("", []).append((Desk(me.bytes, clusters[MY_CLUSTER].bytes, ME), _MY_SHARE))
        catalogue = _products(connection, ids)
        known = _colleagues(connection, ids)
        _notice(connection, me, next(id_ for id_, entry in catalogue if entry.name == _NOTICE_PRODUCT), ids)
        owners: dict[str, list[bytes]] = {}
        handlers: dict[str, list[str]] = {}
        for kind, name, department, id_ in known:
            if kind is ColleagueKind.DEPARTMENT:
                # More goes to a department than to one of its people.
                owners.setdefault(department, []).extend([id_] * 3)
            elif kind is ColleagueKind.PERSON:
                owners.setdefault(department, []).append(id_)
                handlers.setdefault(department, []).append(name)
        return Office(catalogue, desks, owners, handlers, {name: id_ for _, name, _, id_ in known})

    return database.unguarded_write(work)


def _clusters(connection: Connection, ids: Iterator[bytes]) -> dict[str, UUID]:
    found = {row.name: row.id for row in connection.execute(select(ClusterRow.name, ClusterRow.id))}
    for name in CLUSTERS:
        if name not in found:
            found[name] = UUID(bytes=next(ids))
            connection.execute(insert(ClusterRow).values(id=found[name], name=name))
    return found


def _myself(connection: Connection, cluster_id: UUID, ids: Iterator[bytes]) -> UUID:
    """The agent of the login that builds: made, or renamed when the first start made it already."""
    login = session_name(connection)
    known = connection.scalar(select(AgentRow.id).where(AgentRow.login == login))
    if known is not None:
        connection.execute(update(AgentRow).where(AgentRow.id == known).values(name=ME, cluster_id=cluster_id))
        return known
    me = UUID(bytes=next(ids))
    connection.execute(insert(AgentRow).values(id=me, login=login, name=ME, cluster_id=cluster_id, is_active=True))
    roles = (Role.AGENT, Role.ADMINISTRATOR, Role.VISITOR)
    connection.execute(insert(AgentRoleRow), [{"agent_id": me, "role": role.value} for role in roles])
    return me


def _agents(
    connection: Connection, clusters: dict[str, UUID], ids: Iterator[bytes]
) -> dict[str, list[tuple[Desk, int]]]:
    desks: dict[str, list[tuple[Desk, int]]] = {}
    for name, cluster, roles, share, channel in AGENTS:
        agent_id, cluster_id = UUID(bytes=next(ids)), clusters[cluster]
        connection.execute(
            insert(AgentRow).values(id=agent_id, login=login_of(name), name=name, cluster_id=cluster_id, is_active=True)
        )
        connection.execute(insert(AgentRoleRow), [{"agent_id": agent_id, "role": role.value} for role in roles])
        desks.setdefault(channel, []).append((Desk(agent_id.bytes, cluster_id.bytes, name), share))
    return desks


def _products(connection: Connection, ids: Iterator[bytes]) -> list[tuple[bytes, CatalogueEntry]]:
    catalogue = [(next(ids), entry) for entry in entries()]
    connection.execute(
        insert(ProductRow),
        [
            {
                "id": UUID(bytes=id_),
                "name": entry.name,
                "upl_name": entry.upl_name,
                "upl_uri": entry.upl_uri,
                "keywords": entry.keywords,
                "owner": entry.owner,
                "answer": entry.answer,
                "link": entry.link,
                "is_street_report": is_street_product(entry.upl_name),
                "approach": _approach(entry),
                "advises_contact": _approach(entry) in (Approach.INDIVIDUAL_SUPPORT, Approach.LIVEABILITY),
            }
            for id_, entry in catalogue
        ],
    )
    _fees(connection, catalogue)
    return catalogue


def _approach(entry: CatalogueEntry) -> Approach:
    """By whose it is, as the vision tells them apart."""
    if entry.owner == _CARE:
        return Approach.INDIVIDUAL_SUPPORT
    if is_street_product(entry.upl_name):
        return Approach.INFRASTRUCTURE
    return Approach.LIVEABILITY if "evenement" in entry.upl_name else Approach.STANDARDISED


def _fees(connection: Connection, catalogue: list[tuple[bytes, CatalogueEntry]]) -> None:
    """Invented, and said to be: fees change every first of January."""
    now = connection.scalar(select(database_now()))
    assert now is not None
    names = {entry.name: UUID(bytes=id_) for id_, entry in catalogue}
    rows = [
        {
            "product_id": names[name],
            "year": now.year,
            "channel": channel.value,
            "label": label,
            "cents": cents,
            "is_example": True,
        }
        for name, channel, label, cents in FEES
        if name in names
    ]
    connection.execute(insert(ProductFeeRow), rows)


def _colleagues(connection: Connection, ids: Iterator[bytes]) -> list[tuple[ColleagueKind, str, str, bytes]]:
    known = [(one, next(ids)) for one in colleagues()]
    connection.execute(
        insert(ColleagueRow),
        [
            {
                "id": UUID(bytes=id_),
                "kind": one.kind,
                "name": one.name,
                "department": one.department,
                "function": one.function,
                "phone": one.phone,
                "email": one.email,
                "availability": one.availability,
                "source_key": f"demo {one.kind} {one.name}",
            }
            for one, id_ in known
        ],
    )
    return [(one.kind, one.name, one.department, id_) for one, id_ in known]


def _notice(connection: Connection, me: UUID, product_id: bytes, ids: Iterator[bytes]) -> None:
    now = connection.scalar(select(database_now()))
    assert now is not None
    connection.execute(
        insert(NoticeRow).values(
            id=UUID(bytes=next(ids)),
            text=NOTICE,
            product_id=UUID(bytes=product_id),
            since=now - timedelta(minutes=40),
            put_by=me,
            until=now + timedelta(days=1),
        )
    )
