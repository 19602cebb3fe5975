"""What the import tests share: a service of an administrator, and what stands in the tables."""

from sqlalchemy import insert, select

from kcc_desktop.data.agents import AgentRoleRow


def make_administrator(database):
    agent = database.read(lambda look: look.agent.id)
    database.unguarded_write(lambda c: c.execute(insert(AgentRoleRow).values(agent_id=agent, role="administrator")))


def rows(database, *columns, order=None):
    """The columns of every row, in order."""
    statement = select(*columns).order_by(*(order or columns))
    return database.unguarded_read(lambda c: [tuple(row) for row in c.execute(statement)])


def counts(report):
    return report.added, report.changed, report.unchanged


def reasons(report):
    return [(doubt.reason, doubt.lines) for doubt in report.doubts]
