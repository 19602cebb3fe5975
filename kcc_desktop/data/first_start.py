"""What an empty database needs before anybody can work: its state, lists of the field, the first agent."""

from sqlalchemy import Connection, func, insert, select

from kcc_desktop.data.agents import AgentRoleRow, AgentRow, ClusterRow, session_name
from kcc_desktop.data.change_log import DatabaseStateRow
from kcc_desktop.data.columns import database_now
from kcc_desktop.data.contacts import ChannelRow, OutcomeRow
from kcc_desktop.data.database import Database
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.identity import new_id

# Code, Dutch, English, Phosphor icon, somebody waits. Channels are data: an administrator adds to them.
CHANNELS = (
    ("phone", "Telefoon", "Phone", "phone", True),
    ("counter", "Balie", "Counter", "bank", True),
    ("chat", "Chat", "Chat", "chat-circle-text", True),
    ("e-form", "Webformulier", "Web form", "globe-simple", False),
    ("e-mail", "E-mail", "E-mail", "at", False),
    ("letter", "Brief", "Letter", "envelope-simple", False),
    ("whatsapp", "WhatsApp", "WhatsApp", "whatsapp-logo", True),
    ("social", "Sociale media", "Social media", "share-network", False),
    ("visit", "Op locatie", "On location", "car-simple", True),
    ("sms", "Sms", "Text message", "chat-circle-text", False),
)

# After the outcomes KISS ships (facts, kiss 1.9), in words of our own; "needs" says what they ask for.
OUTCOMES = (
    ("answered", "Beantwoord", "Answered", "nothing", True),
    ("appointment", "Afspraak", "Appointment", "nothing", False),
    ("task", "Taak", "Task", "task", True),
    ("transferred", "Doorgezet", "Transferred", "colleague", True),
    ("answered_after_consult", "Beantwoord na navragen", "Answered after asking", "colleague", False),
    ("referred", "Verwezen", "Referred", "authority", True),
    ("calls_again", "Neemt zelf weer contact op", "Will contact us again", "nothing", False),
    ("disconnected", "Verbinding verbroken", "Disconnected", "nothing", False),
    ("disclosure_refused", "Verstrekking geweigerd", "Disclosure refused", "nothing", False),
    ("left", "Weggegaan zonder hulp", "Left without being served", "nothing", False),
    ("sent", "Verstuurd", "Sent", "nothing", False),
)


def fill_lists(connection: Connection) -> None:
    """Write the state row and the lists of the field, once; what is there stays as it is."""
    if connection.scalar(select(func.count()).select_from(DatabaseStateRow)):
        return
    connection.execute(insert(DatabaseStateRow).values(id=1, database_id=new_id(), epoch=1, made_at=database_now()))
    connection.execute(
        insert(ChannelRow),
        [
            {"code": code, "label_nl": nl, "label_en": en, "icon": icon, "is_live": live, "position": position}
            for position, (code, nl, en, icon, live) in enumerate(CHANNELS)
        ],
    )
    connection.execute(
        insert(OutcomeRow),
        [
            {"code": code, "label_nl": nl, "label_en": en, "needs": needs, "is_quick": quick, "position": position}
            for position, (code, nl, en, needs, quick) in enumerate(OUTCOMES)
        ],
    )


def make_first_agent(database: Database, name: str, cluster: str, roles: set[Role], login: str = "") -> None:
    """The agent row of the login that starts the first desktop (or of `login`); lists filled with it."""

    def work(connection: Connection) -> None:
        fill_lists(connection)
        cluster_id = connection.scalar(select(ClusterRow.id).where(ClusterRow.name == cluster))
        if cluster_id is None:
            cluster_id = new_id()
            connection.execute(insert(ClusterRow).values(id=cluster_id, name=cluster))
        who = login or session_name(connection)
        agent_id = new_id()
        connection.execute(
            insert(AgentRow).values(id=agent_id, login=who, name=name, cluster_id=cluster_id, is_active=True)
        )
        connection.execute(insert(AgentRoleRow), [{"agent_id": agent_id, "role": role.value} for role in roles])

    database.unguarded_write(work)
