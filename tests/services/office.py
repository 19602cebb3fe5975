"""What the service tests put in place besides people: roles, colleagues, products, cases."""

from dataclasses import replace
from datetime import date

from sqlalchemy import delete, insert, select, update

from kcc_desktop.data import change_log
from kcc_desktop.data.agents import AgentRoleRow, AgentRow, ClusterRow
from kcc_desktop.data.audit import ChainHead
from kcc_desktop.data.case_writes import put_case
from kcc_desktop.data.cases import CaseRow
from kcc_desktop.data.change_log import ChangeRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyRelationRow, PersonRow
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.cases import CaseRole, CaseStep, ImportedCase, ImportedCaseParty
from kcc_desktop.domain.identity import new_id

CASE = ImportedCase(
    "Z2026-000117",
    "Omgevingsvergunning",
    date(2026, 3, 2),
    "Dakkapel",
    decide_by=date(2026, 4, 27),
    status="Ontvangen",
    handler="Jan Smit",
    department="Vergunningen",
    steps=(CaseStep(1, "Ontvangen", date(2026, 3, 2)), CaseStep(2, "In behandeling", None)),
)


def put(database, row, **values):
    """One row; answers its id."""
    key = new_id()
    database.unguarded_write(lambda c: c.execute(insert(row).values(id=key, **values)))
    return key


def roles(database, *wanted):
    """The test's agent has these roles and no other."""

    def work(connection):
        agent = connection.scalar(select(AgentRow.id))
        connection.execute(delete(AgentRoleRow))
        if wanted:
            connection.execute(insert(AgentRoleRow), [{"agent_id": agent, "role": role.value} for role in wanted])

    database.unguarded_write(work)


def to_another_cluster(database):
    """The test's agent works elsewhere from now on."""
    other = put(database, ClusterRow, name=f"Elders {new_id()}")
    database.unguarded_write(lambda c: c.execute(update(AgentRow).values(cluster_id=other)))


def make_colleague(database, name="Burgerzaken", kind="department", **values):
    return put(database, ColleagueRow, name=name, kind=kind, source_key=f"{kind}:{name}", **values)


def make_product(database, name="Paspoort", **values):
    return put(database, ProductRow, name=name, **values)


def make_case(database, *party_ids, **changes):
    parties = tuple(ImportedCaseParty(CaseRole.APPLICANT, party_id=party_id) for party_id in party_ids)
    wanted = replace(CASE, parties=parties, **changes)
    agent, now = database.read(lambda look: (look.agent, look.now))

    def work(connection):
        """As an import brings it, whatever role the test's agent has."""
        unit = Work(connection, agent, now, ChainHead(new_id(), "import"))
        put_case(unit, wanted)
        change_log.note(connection, list(unit.changes))

    database.unguarded_write(work)
    return database.unguarded_read(lambda c: c.scalar(select(CaseRow.id).where(CaseRow.reference == wanted.reference)))


def restrict(database, party_id, restriction=7):
    database.unguarded_write(
        lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == party_id).values(restriction=restriction))
    )


def relate(database, party_id, relation, related_id=None, name="", birth_date=""):
    put(
        database,
        PartyRelationRow,
        party_id=party_id,
        relation=relation,
        related_id=related_id,
        name=name,
        birth_date=birth_date,
    )


def told(database):
    """Everything the change log told of so far: (entity, id)."""
    return database.unguarded_read(
        lambda c: {(row.entity, row.entity_id) for row in c.execute(select(ChangeRow.entity, ChangeRow.entity_id))}
    )
